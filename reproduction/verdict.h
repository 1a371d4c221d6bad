// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a paper's claim holds on a stream, by how much it does not, and what the data says about
// why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reproduction/leaving_view.h"
#include "reproduction/played_reproduction.h"

namespace splitee {

struct StreamVerdict {
    std::size_t stream = 0;
    std::optional<bool> met;  ///< empty: not played, or no labels
    std::string sentence;     ///< "met: SplitEE costs 66.4 % less .." in plain words
    std::string reason;       ///< of a miss, "" else; one or more sentences
    std::string caveat;       ///< where it is met and yet says little; a sentence, "" else
    double costChange = 0, accuracyChange = 0;  ///< %, points; where `met` is not empty
};

/// Of the streams that have the claim, in their order.
[[nodiscard]] std::vector<StreamVerdict> verdictsOn(const PlayedReproduction& played,
                                                    const ReproductionClaim& claim);

/// "more than 50 % less cost and less than 2 points of accuracy lost".
[[nodiscard]] std::string claimText(const ReproductionClaim& claim);

/// What happens at the layer that the policy learns at the tables' o. The policy must be playable.
[[nodiscard]] LeavingView learnedView(const PlayedReproduction& played, std::size_t stream,
                                      std::size_t policy);

}  // namespace splitee
