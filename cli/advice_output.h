// SPDX-License-Identifier: GPL-3.0-or-later
// Advice printed, and as JSON; comparison/report/advice_text.h has its words.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "comparison/report/advice_text.h"

namespace splitee {

void printAdvice(const AdviceRequest& request, const Advice& advice);
[[nodiscard]] nlohmann::json adviceJson(const AdviceRequest& request, const Advice& advice);

}  // namespace splitee
