// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/exit_table.h"

#include <algorithm>
#include <cmath>

#include "engine/fields.h"

namespace splitee {
namespace {

std::string entryOf(const ExitTable& table, std::size_t at) {
    const auto exits = static_cast<std::size_t>(table.exits);
    return "sample " + std::to_string(table.sample[at / exits]) + ", exit " +
           std::to_string(at % exits + 1);
}

Result<void> checkEntropy(const ExitTable& table) {
    if (table.entropy.empty()) return {};
    if (table.entropy.size() != table.confidence.size())
        return fail("the exit table's entropies differ in number from its confidences");
    static const double kMost = std::log(32768.0);
    for (std::size_t at = 0; at < table.entropy.size(); ++at)
        if (!(table.entropy[at] >= 0 && table.entropy[at] <= kMost))  // true for NaN
            return fail("the entropy of " + entryOf(table, at) + " is " +
                        shortNumber(table.entropy[at]) +
                        ", but must be between 0 and ln 32768 nats");
    return {};
}

bool isContextName(const std::string& name) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= kMaxContextNameBytes && letter(name.front()) &&
           std::ranges::all_of(
               name, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

Result<void> checkContext(const ExitTable& table) {
    const auto& names = table.contextNames;
    if (names.size() > kMaxContext)
        return fail("the exit table has " + std::to_string(names.size()) +
                    " context columns, but at most " + std::to_string(kMaxContext) +
                    " are possible");
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!isContextName(names[i]))
            return fail("context column " + std::to_string(i + 1) + " has a bad name: 1 to " +
                        std::to_string(kMaxContextNameBytes) +
                        " lower case letters, digits and _ are possible, a letter first");
        if (std::ranges::count(names, names[i]) > 1)
            return fail("the exit table has the context column " + names[i] + " twice");
    }
    if (table.context.size() != table.label.size() * names.size())
        return fail("the exit table's context differs in length from its samples");
    for (std::size_t at = 0; at < table.context.size(); ++at)
        if (!std::isfinite(table.context[at]))
            return fail("the context " + names[at % names.size()] + " of sample " +
                        std::to_string(table.sample[at / names.size()]) +
                        " is not a finite number");
    return {};
}

}  // namespace

Result<void> validate(const ExitTable& table) {
    if (table.exits < 1 || table.exits > kMaxExits)
        return fail("an exit table with " + std::to_string(table.exits) + " exits: 1 to " +
                    std::to_string(kMaxExits) + " are possible");
    const auto exits = static_cast<std::size_t>(table.exits);
    const std::size_t n = table.label.size();
    if (n == 0) return fail("the exit table holds no samples");
    if (table.depth.size() != exits || table.sample.size() != n ||
        table.confidence.size() != n * exits || table.prediction.size() != n * exits)
        return fail("the exit table's columns differ in length");
    for (std::size_t i = 0; i < exits; ++i)
        if (!(table.depth[i] > (i == 0 ? 0 : table.depth[i - 1]) && table.depth[i] <= 1e6))
            return fail("the depth of exit " + std::to_string(i + 1) + " is " +
                        shortNumber(table.depth[i]) +
                        ", but depths must rise from above 0 to at most 1,000,000");
    for (std::size_t at = 0; at < n * exits; ++at) {
        const bool inRange =
            table.confidence[at] >= 0 && table.confidence[at] <= 1;  // false for NaN
        if (inRange && table.prediction[at] >= 0) continue;
        const std::string where = entryOf(table, at);
        if (inRange) return fail("the prediction of " + where + " is negative");
        return fail("the confidence of " + where + " is " + shortNumber(table.confidence[at]) +
                    ", but must be between 0 and 1");
    }
    for (std::size_t row = 0; row < n; ++row)
        if (table.label[row] < kUnknownLabel)
            return fail("the label of sample " + std::to_string(table.sample[row]) + " is " +
                        std::to_string(table.label[row]) +
                        ", but must be a class from 0, or -1 where it is not known");
    if (auto entropy = checkEntropy(table); !entropy) return entropy;
    return checkContext(table);
}

ExitTable roundedTable(ExitTable table) {
    for (double& confidence : table.confidence)
        confidence = std::round(confidence / kConfidenceStep) * kConfidenceStep;
    table.context.clear();
    table.contextNames.clear();
    return table;
}

std::vector<double> accuracyPerExit(const ExitTable& table) {
    std::vector<double> right(static_cast<std::size_t>(table.exits), 0.0);
    double labelled = 0;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const auto label = table.label[static_cast<std::size_t>(row)];
        if (label < 0) continue;
        ++labelled;
        const auto predictions = table.predictionsOf(row);
        for (std::size_t exit = 0; exit < right.size(); ++exit)
            right[exit] += predictions[exit] == label ? 1 : 0;
    }
    if (labelled == 0) return {};
    for (double& share : right) share /= labelled;
    return right;
}

std::vector<double> unitDepths(int exits) {
    std::vector<double> depths;
    for (int i = 1; i <= exits; ++i) depths.push_back(i);
    return depths;
}

}  // namespace splitee
