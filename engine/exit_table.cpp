#include "engine/exit_table.h"

#include "engine/fields.h"

namespace splitee {

Result<void> validate(const ExitTable& table) {
    if (table.exits < 1 || table.exits > kMaxExits)
        return fail("an exit table with " + std::to_string(table.exits) + " exits: 1 to " + std::to_string(kMaxExits) +
                    " are possible");
    const auto exits = static_cast<std::size_t>(table.exits);
    const std::size_t n = table.label.size();
    if (n == 0) return fail("the exit table holds no samples");
    if (table.depth.size() != exits || table.sample.size() != n || table.confidence.size() != n * exits ||
        table.prediction.size() != n * exits)
        return fail("the exit table's columns differ in length");
    for (std::size_t i = 0; i < exits; ++i)
        if (!(table.depth[i] > (i == 0 ? 0 : table.depth[i - 1]) && table.depth[i] <= 1e6))
            return fail("the depth of exit " + std::to_string(i + 1) + " is " + shortNumber(table.depth[i]) +
                        ", but depths must rise from above 0 to at most 1,000,000");
    for (std::size_t at = 0; at < n * exits; ++at) {
        const bool inRange = table.confidence[at] >= 0 && table.confidence[at] <= 1;   // false for NaN
        if (inRange && table.prediction[at] >= 0) continue;
        const std::string where =
            "sample " + std::to_string(table.sample[at / exits]) + ", exit " + std::to_string(at % exits + 1);
        if (inRange) return fail("the prediction of " + where + " is negative");
        return fail("the confidence of " + where + " is " + shortNumber(table.confidence[at]) +
                    ", but must be between 0 and 1");
    }
    for (std::size_t row = 0; row < n; ++row)
        if (table.label[row] < kUnknownLabel)
            return fail("the label of sample " + std::to_string(table.sample[row]) + " is " +
                        std::to_string(table.label[row]) + ", but must be a class from 0, or -1 where it is not known");
    return {};
}

std::vector<double> accuracyPerExit(const ExitTable& table) {
    std::vector<double> right(static_cast<std::size_t>(table.exits), 0.0);
    double labelled = 0;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const auto label = table.label[static_cast<std::size_t>(row)];
        if (label < 0) continue;
        ++labelled;
        const auto predictions = table.predictionsOf(row);
        for (std::size_t exit = 0; exit < right.size(); ++exit) right[exit] += predictions[exit] == label ? 1 : 0;
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
