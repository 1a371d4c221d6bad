// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/even_play.h"

#include <algorithm>

namespace splitee {

Result<void> playEvenly(std::span<const AdvanceRun> runs,
                        std::span<std::vector<RoundRecord>* const> records, std::int64_t count,
                        std::int64_t piece, const std::stop_token& stop) {
    std::vector<std::size_t> before;
    for (const std::vector<RoundRecord>* rounds : records) before.push_back(rounds->size());
    std::int64_t whole = 0;  // rounds that all of them have
    Result<void> outcome;
    while (whole < count && !stop.stop_requested() && outcome) {
        std::int64_t reached = std::min(piece, count - whole);
        for (std::size_t k = 0; k < runs.size(); ++k) {
            const std::size_t size = records[k]->size();
            auto one = runs[k](reached, *records[k]);
            if (one) continue;
            reached = static_cast<std::int64_t>(records[k]->size() - size);
            if (outcome) outcome = std::move(one);
        }
        whole += reached;
    }
    for (std::size_t k = 0; k < records.size(); ++k)
        records[k]->resize(
            std::min(records[k]->size(), before[k] + static_cast<std::size_t>(whole)));
    return outcome;
}

}  // namespace splitee
