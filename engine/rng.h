// SPDX-License-Identifier: GPL-3.0-or-later
// Rng is the random number generator: independent streams of one seed, each with a name for its
// purpose ("order", "policy", "noise"). Every machine gives the same numbers.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>

namespace splitee {

/// Scrambles 64 bits (the finaliser of SplitMix64, Steele et al. 2014); used to seed and to hash.
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// 64-bit FNV-1a of a text: the same on every machine, unlike std::hash.
[[nodiscard]] constexpr std::uint64_t hashText(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

/// xoshiro256** (Blackman and Vigna 2018). A value type; satisfies UniformRandomBitGenerator.
class Rng {
public:
    using result_type = std::uint64_t;

    /// The stream `name` of `seed`; `index` tells apart many streams of one purpose (a sample, an
    /// epoch).
    Rng(std::uint64_t seed, std::string_view name, std::uint64_t index = 0) {
        std::uint64_t x = mixBits(seed) ^ mixBits(hashText(name)) ^ mixBits(mixBits(index) + 1);
        for (auto& word : state_) word = x = mixBits(x);
    }

    [[nodiscard]] static constexpr result_type min() { return 0; }
    [[nodiscard]] static constexpr result_type max() {
        return std::numeric_limits<result_type>::max();
    }

    result_type operator()() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// Uniform in [0, 1), 53 bits.
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

    /// Uniform in 0..bound-1, without bias (Lemire's rejection, done with the remainder); bound >
    /// 0.
    std::uint64_t below(std::uint64_t bound) {
        std::uint64_t x = (*this)();
        if (x < bound) {  // the limit lies below the bound, so it is hardly ever asked for
            const std::uint64_t limit = (0 - bound) % bound;
            while (x < limit) x = (*this)();
        }
        return x % bound;
    }

    /// Standard normal, by Marsaglia's polar method.
    double normal() {
        double u = 0;
        double v = 0;
        double s = 0;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        return u * std::sqrt(-2 * std::log(s) / s);
    }

    friend bool operator==(const Rng&, const Rng&) = default;

private:
    std::array<std::uint64_t, 4> state_{};
};

/// Shuffles a random-access range in place (Fisher-Yates, from the end).
template <class Range>
void shuffle(Range& items, Rng& rng) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[rng.below(i)]);
}

}  // namespace splitee
