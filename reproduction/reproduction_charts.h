// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a reproduction as SVG files, as the papers have them.
#pragma once

#include <string>

#include "reproduction/played_reproduction.h"

namespace splitee {

/// Accuracy (%) and cost (lambda a sample) against o, a line a policy with its 95 % band. The
/// stream must be played.
[[nodiscard]] std::string offloadSvg(const PlayedReproduction& played, std::size_t stream);

/// Pseudo-regret over the rounds with its 95 % bands; where some policies lie far below others,
/// those again on an axis of their own. Empty where no policy has a regret.
[[nodiscard]] std::string regretSvg(const PlayedReproduction& played, std::size_t stream);

/// Change of accuracy against change of cost, a point a stream that has the claim, and the area
/// where the claim holds. Empty where no such stream is played and has labels.
[[nodiscard]] std::string claimSvg(const PlayedReproduction& played,
                                   const ReproductionClaim& claim);

}  // namespace splitee
