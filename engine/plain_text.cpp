// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plain_text.h"

#include <algorithm>
#include <cstdint>

namespace splitee {
namespace {

unsigned byteOf(char c) { return static_cast<unsigned char>(c); }

// Of one valid UTF-8 character.
std::uint32_t codePointOf(std::string_view character) {
    if (character.size() == 1) return byteOf(character[0]);
    std::uint32_t code = byteOf(character[0]) & (0xffU >> (character.size() + 1));
    for (const char c : character.substr(1)) code = code << 6U | (byteOf(c) & 0x3fU);
    return code;
}

std::string hex(std::uint32_t value, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += "0123456789abcdef"[value >> static_cast<unsigned>(shift) & 0xfU];
    return text;
}

std::string escapeOf(std::string_view character) {
    const std::uint32_t code = codePointOf(character);
    if (code == '\n') return "\\n";
    if (code == '\r') return "\\r";
    if (code == '\t') return "\\t";
    return code < 0x80 ? "\\x" + hex(code, 2) : "\\u" + hex(code, 4);
}

// Calls `shown` with each character that may be shown, `control` with each control character, and
// `broken` with each byte that is no UTF-8.
template <class Shown, class Control, class Broken>
void visitCharacters(std::string_view text, const Shown& shown, const Control& control,
                     const Broken& broken) {
    while (!text.empty()) {
        const std::size_t bytes = utf8CharacterBytes(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(bytes, 1));
        if (bytes == 0)
            broken(character);
        else if (isControlCharacter(character))
            control(character);
        else
            shown(character);
        text.remove_prefix(character.size());
    }
}

}  // namespace

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

bool isControlCharacter(std::string_view character) {
    const std::uint32_t code = codePointOf(character);
    const bool c0OrC1 = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool separator = code == 0x2028 || code == 0x2029;
    const bool turning = code == 0x061c || code == 0x200e || code == 0x200f ||
                         (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return c0OrC1 || separator || turning;
}

std::string cleanText(std::string_view text) {
    std::string out;
    visitCharacters(
        text, [&](std::string_view shown) { out += shown; },
        [&](std::string_view control) {
            out +=
                control == "\n" || control == "\t" || control == "\r" ? " " : kReplacementCharacter;
        },
        [&](std::string_view) { out += kReplacementCharacter; });
    return out;
}

std::string escapedText(std::string_view text) {
    std::string out;
    visitCharacters(
        text, [&](std::string_view shown) { out += shown; },
        [&](std::string_view control) { out += escapeOf(control); },
        [&](std::string_view broken) { out += "\\x" + hex(byteOf(broken[0]), 2); });
    return out;
}

std::string escapedJson(std::string_view json) {
    std::string out;
    const auto keep = [&](std::string_view shown) { out += shown; };
    visitCharacters(
        json, keep,
        [&](std::string_view control) {
            const std::uint32_t code = codePointOf(control);
            if (code < 0x7f)
                out += control;  // white space between values: in texts it is escaped already
            else
                out += "\\u" + hex(code, 4);
        },
        keep);
    return out;
}

std::string_view utf8Prefix(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (; characters > 0 && end < text.size(); --characters)
        end += std::max<std::size_t>(utf8CharacterBytes(text.substr(end)), 1);
    return text.substr(0, end);
}

std::string shownText(std::string_view text, std::size_t characters) {
    std::string out;
    const auto replaced = [&](std::string_view) { out += kReplacementCharacter; };
    visitCharacters(
        utf8Prefix(text, characters), [&](std::string_view one) { out += one; }, replaced,
        replaced);
    return out;
}

}  // namespace splitee
