// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/leaving_view.h"

namespace splitee {
namespace {

std::optional<double> shareOf(std::int64_t part, std::int64_t of) {
    if (of == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(of);
}

}  // namespace

LeavingView leavingView(const ExitTable& table, int layer, double alpha) {
    const auto at = static_cast<std::size_t>(layer - 1);
    const auto last = static_cast<std::size_t>(table.exits - 1);
    std::int64_t leaving = 0, labelled = 0, leavingLabelled = 0;
    std::int64_t right = 0, finalRight = 0, rightOfAll = 0, finalOfAll = 0;
    double confidence = 0;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const auto label = table.label[static_cast<std::size_t>(row)];
        const bool known = label != kUnknownLabel;
        const bool here = known && table.predictionsOf(row)[at] == label;
        const bool there = known && table.predictionsOf(row)[last] == label;
        labelled += known ? 1 : 0;
        rightOfAll += here ? 1 : 0;
        finalOfAll += there ? 1 : 0;
        if (table.confidencesOf(row)[at] < alpha && at != last) continue;
        ++leaving;
        confidence += table.confidencesOf(row)[at];
        leavingLabelled += known ? 1 : 0;
        right += here ? 1 : 0;
        finalRight += there ? 1 : 0;
    }
    LeavingView view;
    view.layer = layer;
    view.leaving = shareOf(leaving, table.samples()).value_or(0);
    view.confidence = leaving > 0 ? confidence / static_cast<double>(leaving) : 0;
    view.right = shareOf(right, leavingLabelled);
    view.finalRight = shareOf(finalRight, leavingLabelled);
    view.accuracy = shareOf(rightOfAll, labelled);
    view.finalAccuracy = shareOf(finalOfAll, labelled);
    return view;
}

}  // namespace splitee
