// SPDX-License-Identifier: GPL-3.0-or-later
// One kept run as JSON, as `splitee runs --json` and `splitee show --json` tell it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "storage/session/stored_run.h"

namespace splitee {

/// Its parameters, source, provenance, marks and figures ("summary", with their "units").
[[nodiscard]] nlohmann::json runJson(const StoredRun& run);

}  // namespace splitee
