// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, for provenance and for the checksums of model files.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

class QCryptographicHash;

namespace splitee {

/// The digest of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    [[nodiscard]] std::string result() const;  ///< 32 bytes

private:
    std::unique_ptr<QCryptographicHash> hash_;
};

/// The 32 bytes of the digest.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same of a file's contents, read piece by piece; of nothing where it cannot be read. Blocks.
[[nodiscard]] std::string sha256OfFile(const std::filesystem::path& path);

/// Bytes as lower-case hex digits.
[[nodiscard]] std::string hexText(std::string_view bytes);

}  // namespace splitee
