// SPDX-License-Identifier: GPL-3.0-or-later
// `splitee model import`: a network from outside becomes a model file.
#pragma once

#include "cli/command.h"

namespace splitee {

void addModelImport(const Command& modelVerb);

}  // namespace splitee
