// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the provenance of runs that this process plays.
#pragma once

#include "storage/files/provenance.h"

namespace splitee {

/// Program, processor and SQLite's version of this process, one thread. The caller adds what is
/// played on.
[[nodiscard]] RunProvenance ownProvenance();

}  // namespace splitee
