// SPDX-License-Identifier: GPL-3.0-or-later
// All figures of a reproduction as CSV, ours and published.
#pragma once

#include <ostream>

#include "reproduction/played_reproduction.h"

namespace splitee {

/// from,stream,policy,offload,rounds,figure,mean,low,high,seeds,unit: `from` is ours or published,
/// low and high are the 95 % interval over seeds (Student's t), empty what is not known. Regrets
/// are of runs of their own, of Reproduction::regretRounds rounds. Numbers in full.
void writeReproductionCsv(std::ostream& out, const PlayedReproduction& played);

}  // namespace splitee
