// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields.h"

#include <charconv>
#include <numeric>
#include <vector>

namespace splitee {

std::string shortNumber(double value) {
    char text[32];
    const bool whole = std::abs(value) < 1e15 && value == std::floor(value);  // 100000, not 1e+05
    const auto end =
        whole ? std::to_chars(text, text + sizeof text, static_cast<long long>(value)).ptr
              : std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string listed(std::span<const std::string_view> choices) {
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
        text += choices[i];
    }
    return text;
}

namespace {

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> candidates) {
    word = word.substr(0, 100);
    std::string best;
    std::size_t bestDistance = word.size() / 2 + 2;
    for (const auto candidate : candidates) {
        if (const std::size_t distance = editDistance(word, candidate); distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace splitee
