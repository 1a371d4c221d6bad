// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of an experiment as flags of a command line.
#pragma once

#include <string>

#include "engine/run/experiment.h"

namespace splitee {

/// " --alpha 0.8 --schedule 'fog:4@2001'": those that differ from the program's defaults, each with
/// a blank before it.
[[nodiscard]] std::string flagsText(const Experiment& experiment);

}  // namespace splitee
