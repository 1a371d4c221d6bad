// SPDX-License-Identifier: GPL-3.0-or-later
// Digest: a 128-bit hash of texts and numbers, the same on every machine. It detects accidental
// changes, not attacks.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/rng.h"

namespace splitee {

using DigestValue = std::array<std::uint64_t, 2>;

/// 32 hex digits.
[[nodiscard]] inline std::string toText(const DigestValue& value) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t word : value)
        for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(word >> shift) & 15U];
    return text;
}

/// Two streams of words, scrambled by SplitMix64's finaliser. What is added has a fixed width or
/// its length before it, so that no two sequences run into each other.
class Digest {
public:
    void add(std::uint64_t word) {
        first_ = mixBits(first_ ^ word);
        second_ = mixBits(std::rotl(second_, 23) + word);
    }
    void add(std::int64_t number) { add(std::bit_cast<std::uint64_t>(number)); }
    void add(double number) {
        add(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
    }  // -0 is 0
    void add(std::string_view text) {
        add(std::uint64_t{text.size()});
        add(hashText(text));
        std::uint64_t word = 0;
        std::size_t filled = 0;
        for (const char c : text) {
            word = word << 8 | static_cast<unsigned char>(c);
            if (++filled % 8 == 0) add(word);
        }
        add(word);
    }
    [[nodiscard]] DigestValue value() const { return {mixBits(first_), mixBits(second_)}; }

private:
    std::uint64_t first_ = 0x6a09e667f3bcc908ULL,
                  second_ = 0xbb67ae8584caa73bULL;  // any two differing numbers
};

}  // namespace splitee
