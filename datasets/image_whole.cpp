// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_whole.h"

#include <array>

namespace splitee {
namespace {

// Little endian.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t k = width; k-- > 0;)
        value = value * 256 + static_cast<unsigned char>(bytes[at + k]);
    return value;
}

constexpr std::array<std::uint32_t, 256> crcTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < table.size(); ++n) {
        std::uint32_t c = n;
        for (int k = 0; k < 8; ++k) c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}

std::uint32_t crcOf(std::string_view bytes) {
    static constexpr auto kTable = crcTable();
    std::uint32_t c = 0xffffffffU;
    for (const char byte : bytes)
        c = kTable[(c ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (c >> 8);
    return ~c;
}

// Every chunk whole and with the sum it names, up to the one that ends the image.
bool isWholePng(std::string_view bytes) {
    const auto big = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t k = 0; k < 4; ++k)
            value = value << 8 | static_cast<unsigned char>(bytes[at + k]);
        return value;
    };
    constexpr std::size_t kAround = 12;  // length, type and sum of a chunk
    for (std::size_t at = 8; at + kAround <= bytes.size();) {
        const std::size_t length = big(at);
        if (length > bytes.size() - at - kAround) return false;
        const std::string_view chunk = bytes.substr(at + 4, 4 + length);
        if (crcOf(chunk) != big(at + 8 + length)) return false;
        if (chunk.starts_with("IEND")) return true;
        at += kAround + length;
    }
    return false;
}

}  // namespace

// The decoder's name, by the first bytes, or "" for what we do not read. Qt would try every plugin
// it finds.
const char* imageFormat(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return "jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "png";
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "webp";
    if (bytes.starts_with("BM")) return "bmp";
    return "";
}

// libjpeg fills what is missing with grey and only warns. Past the first scan's header the end mark
// FF D9 cannot occur in the data (a byte FF is followed by 00 or a restart mark there), so a file
// without one is cut off.
bool isCutOffJpeg(std::string_view bytes) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
    };
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte(at) == 0xff && byte(at + 1) != 0xda)
        at += byte(at + 1) == 0xff
                  ? 1
                  : 2 + byte(at + 2) * 256 + byte(at + 3);  // a fill byte, or a whole segment
    return at >= bytes.size() || bytes.find("\xff\xd9", at) == std::string_view::npos;
}

// Qt fills what is missing of a BMP with black. Uncompressed ones (all but RLE) have rows of known
// length.
bool isCutOffBmp(std::string_view bytes, int width, int height) {
    if (bytes.size() < 54 || number(bytes, 14, 4) < 40)
        return false;  // OS/2 headers are left to Qt
    const std::uint64_t compression = number(bytes, 30, 4);
    if (compression != 0 && compression != 3) return false;
    const std::uint64_t rowBytes =
        (static_cast<std::uint64_t>(width) * number(bytes, 28, 2) + 31) / 32 * 4;
    return number(bytes, 10, 4) + rowBytes * static_cast<std::uint64_t>(height) > bytes.size();
}

bool mayBeDamaged(std::string_view bytes) {
    const std::string_view format = imageFormat(bytes);
    if (format == "png") return !isWholePng(bytes);
    return format != "jpeg" && format != "bmp";  // WebP has no sum
}

}  // namespace splitee
