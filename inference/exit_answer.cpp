// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/exit_answer.h"

#include <algorithm>
#include <cmath>

#include "engine/world/exit_table.h"

namespace splitee {

ExitAnswer answerOf(std::span<const double> logits) {
    const auto best = std::ranges::max_element(logits);
    double total = 0;
    double weighted = 0;
    for (const double logit : logits) {
        const double share = std::exp(logit - *best);
        total += share;
        weighted += (logit - *best) * share;
    }
    const double entropy = std::log(total) - weighted / total;  // p = share / total
    return {static_cast<float>(1 / total), static_cast<std::int16_t>(best - logits.begin()),
            std::round(std::max(0.0, entropy) / kEntropyStep) * kEntropyStep};
}

}  // namespace splitee
