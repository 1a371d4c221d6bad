// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/label_placement.h"

#include <algorithm>

namespace splitee {
namespace {

// Labels that touch: the first lies at the mean of `sum`, the others below it.
struct Block {
    double sum = 0;
    std::size_t labels = 0;
    [[nodiscard]] double at() const { return sum / static_cast<double>(labels); }
};

}  // namespace

std::vector<double> spreadLabels(const std::vector<double>& wanted, double height, double low,
                                 double high) {
    std::vector<Block> blocks;
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        blocks.push_back({wanted[k] - height * static_cast<double>(k), 1});
        while (blocks.size() > 1 && blocks.back().at() < blocks[blocks.size() - 2].at()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().labels += last.labels;
        }
    }
    const double lowest =
        std::max(low, high - height * static_cast<double>(wanted.size()) + height);
    std::vector<double> placed;
    for (const Block& block : blocks)
        for (std::size_t k = 0; k < block.labels; ++k)
            placed.push_back(std::clamp(block.at(), low, lowest) +
                             height * static_cast<double>(placed.size()));
    return placed;
}

std::size_t labelStride(std::size_t count, std::size_t least) {
    least = std::max<std::size_t>(least, 1);
    for (std::size_t by = least; by < count; ++by)
        if ((count - 1) % by == 0 && by < 2 * least + 2) return by;
    return least;
}

}  // namespace splitee
