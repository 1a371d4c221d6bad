// SPDX-License-Identifier: GPL-3.0-or-later
// Selection rule of each policy, in symbols and in words (docs/policies.md).
#pragma once

#include <QString>

#include <string>

#include "engine/run/experiment.h"

namespace splitee {

struct PolicyRule {
    QString formula;  ///< "index = Q + β √(ln t / N)"; empty where no index of layers decides
    QString words;    ///< what that means
};

/// Of a policy of `experiment`, as that sets it up.
[[nodiscard]] PolicyRule ruleOf(const std::string& entry, const Experiment& experiment);
/// Whether alpha decides where its samples leave.
[[nodiscard]] bool usesAlpha(const std::string& entry);

}  // namespace splitee
