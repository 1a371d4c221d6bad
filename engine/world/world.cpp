// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/world.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace splitee {

ReplayWorld::ReplayWorld(std::vector<const ExitTable*> tables)
    : tables_(std::move(tables)),
      table_(tables_.front()),
      tellsEntropy_(
          std::ranges::none_of(tables_, [](const ExitTable* t) { return t->entropy.empty(); })),
      binary_(!tellsEntropy_ &&
              std::ranges::all_of(tables_, [](const ExitTable* t) { return isBinary(*t); })) {}

Result<void> ReplayWorld::addSource(const ExitTable& table) {
    if (auto same = checkSameSamples(*tables_.front(), table); !same) return same;
    std::vector<const ExitTable*> more = tables_;
    more.push_back(&table);
    const ReplayWorld grown(std::move(more));
    if (tellsEntropy() && !grown.tellsEntropy())
        return fail("the schedule cannot switch to " + table.name +
                    ": it does not tell the entropy of its exits, as " + tables_.front()->name +
                    " does");
    const ExitTable* const shown = table_;
    *this = grown;
    table_ = shown;
    return {};
}

Result<void> checkSameSamples(const ExitTable& table, const ExitTable& other) {
    const auto differs = [&](const std::string& what) {
        return fail("the schedule cannot switch from " + table.name + " to " + other.name +
                    ": they differ in " + what);
    };
    if (other.exits != table.exits || other.depth != table.depth) return differs("their exits");
    if (other.sample != table.sample) return differs("their samples");
    if (other.label != table.label) return differs("their labels");
    if (other.contextNames != table.contextNames) return differs("what is known before the split");
    return {};
}

bool ReplayWorld::isBinary(const ExitTable& table) {
    return std::ranges::all_of(table.prediction, [](std::int16_t p) { return p <= 1; }) &&
           std::ranges::all_of(table.label, [](std::int32_t l) { return l <= 1; });
}

// With two classes the other one has 1 - C, so the entropy follows from the confidence.
double ReplayWorld::entropyAt(std::int64_t row, int layer) const {
    const auto at = static_cast<std::size_t>(row * table_->exits + layer - 1);
    if (!table_->entropy.empty()) return table_->entropy[at];
    if (!binary_) return std::numeric_limits<double>::quiet_NaN();
    const double p = table_->confidence[at];
    if (p <= 0 || p >= 1) return 0;
    return -(p * std::log(p) + (1 - p) * std::log(1 - p));
}

}  // namespace splitee
