// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters of an experiment by their key, for forms. They are read from the one declaration in
// Experiment::visitFields.
#pragma once

#include <QString>
#include <QVariant>

#include <string>
#include <string_view>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

enum class FieldKind { Number, Integer, Choice, Text };

/// A declared parameter, as a form shows it.
struct ExperimentField {
    std::string key;
    QString label, help, unit;
    FieldKind kind = FieldKind::Text;
    double min = 0, max = 0;  ///< numbers only
    std::vector<QString> choices;
    QVariant standard;  ///< its default: the paper's value
};

/// Nothing is declared under an unknown key: an assert.
[[nodiscard]] ExperimentField experimentField(const std::string& key);
[[nodiscard]] QVariant fieldValue(const Experiment& experiment, const std::string& key);
/// Its name in the window, with the symbols of the papers: "Weight μ".
[[nodiscard]] QString fieldTitle(const std::string& key);
/// The parameters that a policy reads, in the order of a form; those that all read (costs,
/// threshold, seeds, ..) are not among them.
[[nodiscard]] std::vector<std::string> fieldsOf(const std::string& policy);
/// A policy as people read it: "SplitEE-S" for splitee-s, "Fixed split, layer 3" for an entry with
/// parameters of its own (policy_entry.h).
[[nodiscard]] QString policyName(std::string_view entry);
/// A choice of a parameter, translated.
[[nodiscard]] QString choiceName(const QString& choice);
/// What λ is.
[[nodiscard]] QString costUnitHelp();
void setFieldValue(Experiment& experiment, const std::string& key, const QVariant& value);

}  // namespace splitee
