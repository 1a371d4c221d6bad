// SPDX-License-Identifier: GPL-3.0-or-later
// What a run was made by and on, as both front ends write it into a session.
#pragma once

#include <string>

#include "storage/session/session_store.h"

namespace splitee {

[[nodiscard]] std::string programText();  ///< "splitee 0.1.0"

/// Program, processor and libraries of this process, one thread; what is run on is left to be
/// filled in.
[[nodiscard]] RunProvenance ownProvenance();

}  // namespace splitee
