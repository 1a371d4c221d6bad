// SPDX-License-Identifier: GPL-3.0-or-later
// risingRoot() finds the root of a rising function between two bounds.
#pragma once

#include <cstdint>

#include <boost/math/tools/roots.hpp>

namespace splitee {

/// The x in [low, high] with f(x) = 0, to about 13 digits, by Newton steps that bisect where they
/// would leave the bracket. `f` returns the pair (f(x), f'(x)); f' >= 0 everywhere and
/// f(low) < 0 < f(high), so there is a root and Boost has nothing to throw. `guess` lies in
/// [low, high]. Calls f at most 200 times.
template <class Function>
[[nodiscard]] double risingRoot(Function&& f, double guess, double low, double high) {
    constexpr int kBits = 46;  // a last step below 2^-45 of x: more is rounding of f
    std::uintmax_t calls = 200;
    return boost::math::tools::newton_raphson_iterate(f, guess, low, high, kBits, calls);
}

}  // namespace splitee
