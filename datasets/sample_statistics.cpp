// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sample_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "datasets/image_statistics.h"
#include "engine/world/exit_table.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 2> kTextStatistics{"words", "word_length"};

std::vector<double> textStatistics(const Text& text) {
    std::int64_t words = 0;
    std::int64_t characters = 0;
    for (const std::string* part : {&text.first, &text.second}) {
        bool inside = false;
        for (const char c : *part) {
            const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
            // The first byte of a character of UTF-8.
            characters += !blank && (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
        }
    }
    const auto counted = static_cast<double>(words);
    std::vector<double> values{std::log2(1 + counted) / 10,
                               words > 0 ? static_cast<double>(characters) / counted / 16 : 0};
    for (double& value : values)
        value = std::round(std::clamp(value, 0.0, 1.0) / kContextStep) * kContextStep;
    return values;
}

}  // namespace

std::span<const std::string_view> sampleStatisticNames(InputKind kind) {
    if (kind == InputKind::Text) return kTextStatistics;
    return kImageStatistics;
}

std::vector<double> sampleStatistics(const Sample& sample) {
    if (std::holds_alternative<Text>(sample.input)) return textStatistics(sample.text());
    const auto values = imageStatistics(sample.image());
    return {values.begin(), values.end()};
}

}  // namespace splitee
