// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/confusion.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace splitee {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 8192;

// Labels and predictions by how many samples have the label; none with a label: empty.
std::vector<int> placesOf(const ExitTable& table, std::size_t most) {
    std::map<int, std::int64_t> labels;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const int label = table.label[static_cast<std::size_t>(row)];
        if (label < 0) continue;
        ++labels[label];
        for (const int prediction : table.predictionsOf(row)) labels.try_emplace(prediction, 0);
    }
    std::vector<std::pair<int, std::int64_t>> byCount(labels.begin(), labels.end());
    std::ranges::stable_sort(byCount, std::greater<>(), [](const auto& one) { return one.second; });
    const bool others = byCount.size() > most;
    if (others) byCount.resize(most - 1);
    std::vector<int> classes;
    for (const auto& [label, samples] : byCount) classes.push_back(label);
    std::ranges::sort(classes);
    if (others) classes.push_back(-1);
    return classes;
}

}  // namespace

std::int64_t Confusion::ofLabel(std::size_t label) const {
    const auto row = count.begin() + static_cast<std::ptrdiff_t>(label * places());
    return std::accumulate(row, row + static_cast<std::ptrdiff_t>(places()), std::int64_t{0});
}

Result<Confusion> confusionOf(const ExitTable& table, int exit, double alpha, std::size_t most,
                              std::stop_token stop) {
    Confusion made;
    made.classes = placesOf(table, most);
    if (made.classes.empty())
        return fail(table.name + " has no labels, so what is confused is unknown");
    made.count.resize(made.places() * made.places());
    const bool others = made.classes.back() < 0;
    const auto known = made.classes.end() - (others ? 1 : 0);
    const auto placeOf = [&](int label) {
        const auto at = std::lower_bound(made.classes.begin(), known, label);
        return static_cast<std::size_t>((at != known && *at == label ? at : known) -
                                        made.classes.begin());
    };
    const auto i = static_cast<std::size_t>(exit - 1);
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        if (row % kRowsBetweenLooks == 0 && stop.stop_requested()) return fail("cancelled");
        const int label = table.label[static_cast<std::size_t>(row)];
        if (label < 0 || (exit < table.exits && table.confidencesOf(row)[i] < alpha)) continue;
        const int prediction = table.predictionsOf(row)[i];
        ++made.samples;
        made.right += prediction == label ? 1 : 0;
        ++made.count[placeOf(label) * made.places() + placeOf(prediction)];
    }
    return made;
}

}  // namespace splitee
