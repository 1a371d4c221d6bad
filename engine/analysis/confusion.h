// SPDX-License-Identifier: GPL-3.0-or-later
// Confusion counts how often an exit takes one class for another.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/world/exit_table.h"

namespace splitee {

/// Labels against predictions of one exit, over the samples with a label. Where there are many
/// classes, those with the most samples have a place each, and the last place holds all others.
struct Confusion {
    std::vector<int> classes;         ///< [K] class of each place, rising; -1, the last: all others
    std::vector<std::int64_t> count;  ///< [K * K] label by label, predictions fastest
    std::int64_t samples = 0, right = 0;
    [[nodiscard]] std::size_t places() const { return classes.size(); }
    [[nodiscard]] std::int64_t at(std::size_t label, std::size_t prediction) const {
        return count[label * places() + prediction];
    }
    /// Samples with this label.
    [[nodiscard]] std::int64_t ofLabel(std::size_t label) const;
};

/// `exit`: 1..L. `most` >= 2 places. `alpha`: only samples with at least that confidence there,
/// which leave at that split (all of them at L); 0: all samples. Fails on a table without labels
/// and on a stop ("cancelled"). O(n).
[[nodiscard]] Result<Confusion> confusionOf(const ExitTable& table, int exit, double alpha,
                                            std::size_t most, std::stop_token stop = {});

}  // namespace splitee
