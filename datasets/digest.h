// SHA-256, for provenance and for the seals of model files.
#pragma once

#include <string>
#include <string_view>

namespace splitee {

/// The 32 bytes of the digest.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Bytes as lower-case hex digits.
[[nodiscard]] std::string hexText(std::string_view bytes);

}  // namespace splitee
