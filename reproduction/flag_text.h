// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of an experiment as flags of a command line.
#pragma once

#include <string>
#include <type_traits>

#include "engine/fields.h"
#include "engine/run/experiment.h"

namespace splitee {

/// A parameter's value as a flag takes it.
template <class Value>
[[nodiscard]] std::string fieldText(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value>)
        return shortNumber(static_cast<double>(value));
    else
        return value;
}

/// " --alpha 0.8 --schedule 'fog:4@2001'": those that differ from the program's defaults, each with
/// a blank before it.
[[nodiscard]] std::string flagsText(const Experiment& experiment);

}  // namespace splitee
