// SPDX-License-Identifier: GPL-3.0-or-later
// TextRead: how much of a text a network read. No LibTorch here.
#pragma once

#include <cstddef>

namespace splitee {

struct TextRead {
    int pieces = 0;               ///< what it looked at, the marks around the text among them
    bool cut = false;             ///< whether more would not fit
    std::size_t firstBytes = 0;   ///< how far it reached into the first text
    std::size_t secondBytes = 0;  ///< and into the second

    friend bool operator==(const TextRead&, const TextRead&) = default;
};

}  // namespace splitee
