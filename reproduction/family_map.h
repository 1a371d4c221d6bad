// SPDX-License-Identifier: GPL-3.0-or-later
// The heat maps of a family of streams: what a policy loses, saves and learns by kind and level.
#pragma once

#include <string>

#include "reproduction/played_reproduction.h"

namespace splitee {

/// Three maps of kinds by levels for one policy: change of accuracy, change of cost, learned layer.
/// "" where nothing was played.
[[nodiscard]] std::string familySvg(const PlayedReproduction& played,
                                    const ReproductionFamily& family, std::size_t policy);

}  // namespace splitee
