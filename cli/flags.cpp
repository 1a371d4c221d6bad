// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/flags.h"

namespace splitee {

template void addFieldFlags(CLI::App& app, Experiment& parameters);

}  // namespace splitee
