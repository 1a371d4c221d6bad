// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/utf8.h"

#include <algorithm>

namespace splitee {

std::size_t utf8CharacterBytes(std::string_view text) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char first = byte(0);
    const std::size_t bytes = first < 0x80                    ? 1
                              : first >= 0xc2 && first < 0xe0 ? 2
                              : first >= 0xe0 && first < 0xf0 ? 3
                              : first >= 0xf0 && first < 0xf5 ? 4
                                                              : 0;
    if (bytes > text.size()) return 0;
    for (std::size_t k = 1; k < bytes; ++k)
        if ((byte(k) & 0xc0) != 0x80) return 0;
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool surrogate = first == 0xed && byte(1) >= 0xa0;
    const bool tooLarge = first == 0xf4 && byte(1) >= 0x90;
    return overlong || surrogate || tooLarge ? 0 : bytes;
}

std::string_view utf8Prefix(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (; characters > 0 && end < text.size(); --characters)
        end += std::max<std::size_t>(utf8CharacterBytes(text.substr(end)), 1);
    return text.substr(0, end);
}

std::string shownText(std::string_view text, std::size_t characters) {
    std::string out;
    for (; characters > 0 && !text.empty(); --characters) {
        const std::size_t bytes = utf8CharacterBytes(text);
        const bool control =
            bytes == 1 && (static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7f);
        out += bytes == 0 || control ? kReplacementCharacter : text.substr(0, bytes);
        text.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return out;
}

}  // namespace splitee
