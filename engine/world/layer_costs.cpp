// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/layer_costs.h"

#include <charconv>

#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::string_view kInput = "input=";
constexpr std::string_view kOffloadsKey = "offload_per_layer", kComputingKey = "compute_per_layer";

std::string_view withoutBlanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

Result<double> costFrom(std::string_view word, std::string_view key, std::string_view form) {
    double value = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (problem == std::errc::result_out_of_range ||
        (problem == std::errc() && !(value >= 0 && value <= kMostLayerCost)))
        return fail(std::string(key) + " has " + shownText(word, 40) +
                    ", but each must be between 0 and " + shortNumber(kMostLayerCost));
    if (problem != std::errc() || end != word.data() + word.size())
        return fail(std::string(key) + " has '" + shownText(word, 40) +
                    "', which is not a number: give one a layer, separated by commas, as in " +
                    std::string(form));
    return value;
}

Result<std::vector<double>> numbersFrom(std::string_view text, std::string_view key,
                                        std::string_view form) {
    std::vector<double> values;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const auto value = costFrom(withoutBlanks(text.substr(from, comma - from)), key, form);
        if (!value) return tl::unexpected(value.error());
        from = comma + 1;
        values.push_back(*value);
        if (values.size() > static_cast<std::size_t>(kMaxExits))
            return fail(std::string(key) + " has more than " + std::to_string(kMaxExits) +
                        " values, the most layers that a source may have");
    }
    return values;
}

Result<void> checkCount(std::string_view key, std::size_t given, int exits) {
    if (given == 0 || given == static_cast<std::size_t>(exits)) return {};
    return fail(std::string(key) + " has " + std::to_string(given) +
                (given == 1 ? " value" : " values") + ", but the source has " +
                std::to_string(exits) + (exits == 1 ? " layer" : " layers") + ": give one a layer");
}

}  // namespace

Result<LayerOffloads> parseLayerOffloads(std::string_view text) {
    constexpr std::string_view kForm = "6.1,4,2.5 or input=9,6.1,4,2.5";
    LayerOffloads offloads;
    if (text.empty()) return offloads;
    text = withoutBlanks(text);
    if (text.starts_with(kInput)) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto value = costFrom(
            withoutBlanks(text.substr(kInput.size(), comma - kInput.size())), kOffloadsKey, kForm);
        if (!value) return tl::unexpected(value.error());
        if (comma == text.size())
            return fail(std::string(kOffloadsKey) +
                        " has a cost of the input and none of a layer: give one a layer after it");
        offloads.input = *value;
        text.remove_prefix(comma + 1);
    }
    auto layers = numbersFrom(text, kOffloadsKey, kForm);
    if (!layers) return tl::unexpected(layers.error());
    offloads.layers = std::move(*layers);
    return offloads;
}

std::string layerOffloadsText(const LayerOffloads& offloads) {
    if (offloads.layers.empty()) return "";
    return (offloads.input ? std::string(kInput) + shortNumber(*offloads.input) + "," : "") +
           layerNumbersText(offloads.layers);
}

Result<std::vector<double>> parseLayerComputing(std::string_view text) {
    if (text.empty()) return std::vector<double>();
    auto values = numbersFrom(text, kComputingKey, "1,2.5,4");
    if (!values) return values;
    for (std::size_t i = 1; i < values->size(); ++i)
        if ((*values)[i] < (*values)[i - 1])
            return fail(std::string(kComputingKey) + " falls from " +
                        shortNumber((*values)[i - 1]) + " to " + shortNumber((*values)[i]) +
                        " at layer " + std::to_string(i + 1) +
                        ": give what all layers up to each take together");
    return values;
}

std::string layerNumbersText(std::span<const double> numbers) {
    std::string text;
    for (const double number : numbers) text += (text.empty() ? "" : ",") + shortNumber(number);
    return text;
}

Result<void> checkLayerCosts(std::string_view offloads, std::string_view computing, int exits) {
    const auto own = parseLayerOffloads(offloads);
    if (!own) return tl::unexpected(own.error());
    if (auto fits = checkCount(kOffloadsKey, own->layers.size(), exits); !fits) return fits;
    const auto values = parseLayerComputing(computing);
    if (!values) return tl::unexpected(values.error());
    return checkCount(kComputingKey, values->size(), exits);
}

double writtenCost(double value) {
    constexpr int kDigitsAfterTheFirst = 5;
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific,
                                   kDigitsAfterTheFirst)
                         .ptr;
    double result = value;
    std::from_chars(text, end, result);
    return result;
}

}  // namespace splitee
