// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the list of policies of an experiment: another row of one kind, another value, a row
// less. What is returned is checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

/// The rows that are chosen, also while two of them play the same.
[[nodiscard]] std::vector<std::string> chosenRows(const Experiment& experiment);
/// The list as an experiment holds it.
[[nodiscard]] std::string rowsText(const std::vector<std::string>& rows);

/// A row of the same policy as `row` that plays otherwise than those there are; none where that
/// policy has no parameters.
[[nodiscard]] std::optional<std::string> anotherRow(const Experiment& experiment,
                                                    const std::string& row);

/// The experiment with one parameter of the chosen `row` set to `value`; an error where the value
/// is wrong or another row plays the same then.
[[nodiscard]] Result<Experiment> withRowValue(const Experiment& experiment, const std::string& row,
                                              const std::string& key, const std::string& value);

}  // namespace splitee
