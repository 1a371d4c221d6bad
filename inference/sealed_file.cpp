// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/sealed_file.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>

#include "datasets/digest.h"
#include "engine/whole_file.h"

static_assert(std::endian::native == std::endian::little, "model files are little endian");

namespace splitee {
namespace {

constexpr std::size_t kPrefixBytes = 16;  // magic, version, header bytes
constexpr std::size_t kSealBytes = 32;
constexpr std::uint32_t kMaxHeaderBytes = 1U << 20;

std::uint32_t wordAt(const std::string& bytes, std::size_t offset) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + offset, sizeof word);
    return word;
}

Result<std::string> readAll(const std::filesystem::path& path, std::string_view what,
                            std::uintmax_t maxBytes) {
    const std::string subject = std::string(what) + " " + path.string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read " + subject + ": there is no such file");
    const auto size = std::filesystem::file_size(path, error);
    if (error) return fail("cannot read " + subject + ": " + error.message());
    if (size > maxBytes)
        return fail(subject + " has " + std::to_string(size) +
                    " bytes, more than such a file can have");
    std::string bytes(size, '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail("cannot read " + subject + ": check that you may read it");
    return bytes;
}

}  // namespace

Result<SealedFile> readSealedFile(const std::filesystem::path& path, std::string_view magic,
                                  std::string_view what, std::uintmax_t maxBytes,
                                  std::uint32_t newest) {
    auto bytes = readAll(path, what, maxBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string subject = std::string(what) + " " + path.string();
    if (bytes->size() < kPrefixBytes + kSealBytes || !std::string_view(*bytes).starts_with(magic))
        return fail(subject + " is not a " + std::string(what) +
                    " of this program: it does not start with '" + std::string(magic) + "'");
    const std::uint32_t version = wordAt(*bytes, 8);
    if (version < 1 || version > newest)
        return fail(subject + " has format version " + std::to_string(version) +
                    ", but this program reads version " + (newest > 1 ? "1 to " : "") +
                    std::to_string(newest) + ": use a newer program");
    const std::size_t sealAt = bytes->size() - kSealBytes;
    const std::size_t headerBytes = wordAt(*bytes, 12);
    if (sha256(std::string_view(*bytes).substr(0, sealAt)) !=
        std::string_view(*bytes).substr(sealAt))
        return fail(subject +
                    " is damaged: its checksum does not match its content; get a fresh copy");
    if (headerBytes > kMaxHeaderBytes || kPrefixBytes + headerBytes > sealAt ||
        (version == 1 && (sealAt - kPrefixBytes - headerBytes) % sizeof(float) != 0))
        return fail(subject + " is damaged: its header does not fit its size");
    SealedFile file;
    file.version = version;
    const char* header = bytes->data() + kPrefixBytes;
    file.header = nlohmann::json::parse(header, header + headerBytes, nullptr, false);
    if (!file.header.is_object())
        return fail(subject + " is damaged: its header is not a JSON object");
    file.hash = hexText(sha256(*bytes));
    bytes->resize(sealAt);
    bytes->erase(0, kPrefixBytes + headerBytes);
    file.body = std::move(*bytes);
    return file;
}

Result<void> writeSealedFile(const std::filesystem::path& path, std::string_view magic,
                             std::string_view what, const nlohmann::json& header,
                             std::string_view body, std::uint32_t version) {
    const std::string text = header.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::array<std::uint32_t, 2> words{version, static_cast<std::uint32_t>(text.size())};
    std::string bytes(magic);
    bytes.append(reinterpret_cast<const char*>(words.data()), sizeof words);
    bytes += text;
    bytes += body;
    bytes += sha256(bytes);
    return writeWholeFile(path, std::string(what), [&](std::ostream& out) {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
}

std::vector<float> floatsOf(std::string_view bytes) {
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())  // memcpy() takes no null pointer, also for no bytes
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

}  // namespace splitee
