// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/temperature.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

Result<void> checkTemperature(double value) {
    if (value >= kMinTemperature && value <= kMaxTemperature) return {};  // false for NaN
    return fail("temperature is " + shortNumber(value) + ", but must be between " +
                shortNumber(kMinTemperature) + " and " + shortNumber(kMaxTemperature));
}

}  // namespace

double logit(double confidence) {
    const double inside = std::clamp(confidence, kConfidenceEdge, 1 - kConfidenceEdge);
    return std::log(inside / (1 - inside));
}

double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

double atTemperature(double confidence, double temperature) {
    if (temperature == 1) return confidence;
    return std::clamp(sigmoid(logit(confidence) / temperature), kConfidenceEdge,
                      1 - kConfidenceEdge);
}

Result<ExitTable> withTemperatures(const ExitTable& table, std::span<const double> temperatures) {
    if (temperatures.size() != static_cast<std::size_t>(table.exits))
        return fail(std::to_string(temperatures.size()) + " temperatures for the " +
                    std::to_string(table.exits) + " exits of " + table.name + ": give one an exit");
    for (const double temperature : temperatures)
        if (auto valid = checkTemperature(temperature); !valid)
            return tl::unexpected(valid.error());
    ExitTable scaled = table;
    for (std::size_t at = 0; at < scaled.confidence.size(); ++at)
        scaled.confidence[at] =
            atTemperature(scaled.confidence[at], temperatures[at % temperatures.size()]);
    // Entropies cannot follow from the largest value alone, except for two classes, where the world
    // derives them itself.
    if (std::ranges::any_of(temperatures, [](double temperature) { return temperature != 1; }))
        scaled.entropy.clear();
    return scaled;
}

Result<std::vector<double>> parseTemperatures(std::string_view text, int exits) {
    std::vector<double> values;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view word = text.substr(from, comma - from);
        from = comma + 1;
        double value = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (problem != std::errc() || end != word.data() + word.size())
            return fail("temperature has '" + shownText(word, 100) +
                        "', which is not a number: give one for all exits, or one an "
                        "exit separated by commas");
        if (auto valid = checkTemperature(value); !valid) return tl::unexpected(valid.error());
        values.push_back(value);
        if (values.size() > static_cast<std::size_t>(kMaxExits)) break;
    }
    if (values.size() == 1) values.assign(static_cast<std::size_t>(exits), values.front());
    if (values.size() != static_cast<std::size_t>(exits))
        return fail("temperature has " + std::to_string(values.size()) +
                    (values.size() > static_cast<std::size_t>(kMaxExits) ? " or more" : "") +
                    " values, but the source has " + std::to_string(exits) +
                    " exits: give one for all, or one an exit");
    return values;
}

std::string temperaturesText(std::span<const double> temperatures) {
    std::string text;
    for (const double temperature : temperatures)
        text += (text.empty() ? "" : ",") + shortNumber(temperature);
    return text;
}

}  // namespace splitee
