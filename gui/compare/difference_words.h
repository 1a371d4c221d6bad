// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a paired difference, in the language of the window.
#pragma once

#include <QString>

#include "comparison/paired_difference.h"

namespace splitee {

/// "SplitEE-S costs 0.31 λ less per sample than SplitEE (95 %: 0.28 to 0.34) at the same accuracy
/// (+0.1 points, −0.1 to +0.3), paired over 20 seeds." Says plainly where there is one seed or none
/// in common.
[[nodiscard]] QString differenceWords(const PairedDifference& paired, const QString& group,
                                      const QString& baseline);

}  // namespace splitee
