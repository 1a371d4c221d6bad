// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/experiment_fields.h"

#include <QCoreApplication>

#include <cassert>

#include "engine/policies/policy_info.h"

namespace splitee {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// Labels and help of the declaration that the window shows, for its translations.
[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("Experiment", "Cost weight mu"),
    QT_TRANSLATE_NOOP("Experiment", "Computing lambda1"),
    QT_TRANSLATE_NOOP("Experiment", "Exit lambda2"),
    QT_TRANSLATE_NOOP("Experiment", "Offloading o"),
    QT_TRANSLATE_NOOP("Experiment", "Threshold alpha"),
    QT_TRANSLATE_NOOP("Experiment", "Exploration beta"),
    QT_TRANSLATE_NOOP("Experiment", "Fixed layer"),
    QT_TRANSLATE_NOOP("Experiment", "Side observations"),
    QT_TRANSLATE_NOOP("Experiment", "Seeds"),
    QT_TRANSLATE_NOOP("Experiment", "Temperature"),
    QT_TRANSLATE_NOOP("Experiment", "Rules"),
    QT_TRANSLATE_NOOP("Experiment", "Entropy threshold"),
    QT_TRANSLATE_NOOP("Experiment", "Patience"),
    QT_TRANSLATE_NOOP("Experiment", "Window"),
    QT_TRANSLATE_NOOP("Experiment", "Radius scale"),
    QT_TRANSLATE_NOOP("Experiment", "Discount"),
    QT_TRANSLATE_NOOP("Experiment", "Exploration share"),
    QT_TRANSLATE_NOOP("Experiment", "Detection window"),
    QT_TRANSLATE_NOOP("Experiment", "Detection threshold"),
    QT_TRANSLATE_NOOP("Experiment", "Threshold arms"),
    QT_TRANSLATE_NOOP("Experiment", "Forced sampling"),
    QT_TRANSLATE_NOOP("Experiment", "Order"),
    QT_TRANSLATE_NOOP("Experiment", "Seed"),
    QT_TRANSLATE_NOOP("Experiment", "Rounds"),
    QT_TRANSLATE_NOOP("Experiment", "Factor on o"),
    QT_TRANSLATE_NOOP("Experiment", "Schedule"),
    QT_TRANSLATE_NOOP("Experiment", "Turns cost into reward"),
    QT_TRANSLATE_NOOP("Experiment", "Cost of a layer computed"),
    QT_TRANSLATE_NOOP("Experiment", "Cost of an exit evaluated"),
    QT_TRANSLATE_NOOP("Experiment", "Cost of offloading a sample"),
    QT_TRANSLATE_NOOP("Experiment", "Multiplies what an offload costs at every layer"),
    QT_TRANSLATE_NOOP("Experiment", "Confidence from which a sample leaves on the device"),
    QT_TRANSLATE_NOOP("Experiment", "Samples in file order, or shuffled by the seed"),
    QT_TRANSLATE_NOOP("Experiment", "First seed; fixes order, random choices and noise"),
    QT_TRANSLATE_NOOP("Experiment", "Samples a run; 0: one pass over the source")};

// Names of policies that are words, not the names of algorithms.
[[maybe_unused]] constexpr const char* kPolicyNames[] = {
    QT_TRANSLATE_NOOP("Policy", "Fixed split"),
    QT_TRANSLATE_NOOP("Policy", "Final exit"),
    QT_TRANSLATE_NOOP("Policy", "Best in hindsight"),
    QT_TRANSLATE_NOOP("Policy", "Per-sample oracle"),
    QT_TRANSLATE_NOOP("Policy", "Random split"),
    QT_TRANSLATE_NOOP("Policy", "Cloud only"),
    QT_TRANSLATE_NOOP("Policy", "Device only"),
    QT_TRANSLATE_NOOP("Policy", "Confidence cascade"),
    QT_TRANSLATE_NOOP("Policy", "Confidence cascade, offload"),
    QT_TRANSLATE_NOOP("Policy", "Entropy cascade"),
    QT_TRANSLATE_NOOP("Policy", "Entropy cascade, offload"),
    QT_TRANSLATE_NOOP("Policy", "Patience cascade"),
    QT_TRANSLATE_NOOP("Policy", "Patience cascade, offload"),
    QT_TRANSLATE_NOOP("Policy", "Joint arms"),
    QT_TRANSLATE_NOOP("Policy", "Joint arms, variant"),
    QT_TRANSLATE_NOOP("Policy", "AdaEE, variant")};

// Choices of a parameter, as the window names them.
[[maybe_unused]] constexpr const char* kChoices[] = {QT_TRANSLATE_NOOP("Choice", "file"),
                                                     QT_TRANSLATE_NOOP("Choice", "shuffle")};

QString translated(std::string_view utf8) {
    return QCoreApplication::translate("Experiment", text(utf8).toUtf8().constData());
}

template <class Value>
QVariant toVariant(const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>)
        return text(value);
    else if constexpr (std::is_same_v<Value, bool>)
        return value;
    else
        return static_cast<double>(value);
}

template <class Value>
void fromVariant(const QVariant& from, Value& value) {
    if constexpr (std::is_same_v<Value, std::string>)
        value = from.toString().toStdString();
    else if constexpr (std::is_same_v<Value, bool>)
        value = from.toBool();
    else
        value = static_cast<Value>(from.toDouble());
}

template <class Value>
FieldKind kindOf(const FieldInfo& info) {
    if constexpr (std::is_floating_point_v<Value>) return FieldKind::Number;
    if constexpr (std::is_integral_v<Value>) return FieldKind::Integer;
    return info.choices.empty() ? FieldKind::Text : FieldKind::Choice;
}

}  // namespace

ExperimentField experimentField(const std::string& key) {
    ExperimentField field;
    const Experiment standard;
    Experiment::visitFields(standard, [&](const auto& value, const FieldInfo& info) {
        if (info.key != key) return;
        field = {key,
                 translated(info.label),
                 translated(info.help),
                 text(info.unit),
                 kindOf<std::remove_cvref_t<decltype(value)>>(info),
                 info.min,
                 info.max,
                 {},
                 toVariant(value)};
        for (const std::string_view choice : info.choices) field.choices.push_back(text(choice));
    });
    assert(!field.key.empty());
    return field;
}

QVariant fieldValue(const Experiment& experiment, const std::string& key) {
    QVariant found;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        if (info.key == key) found = toVariant(value);
    });
    return found;
}

void setFieldValue(Experiment& experiment, const std::string& key, const QVariant& value) {
    Experiment::visitFields(experiment, [&](auto& member, const FieldInfo& info) {
        if (info.key == key) fromVariant(value, member);
    });
}

QString policyName(std::string_view key) {
    const PolicyInfo* info = findPolicy(key);
    const std::string_view name = info == nullptr ? key : info->label;
    return QCoreApplication::translate("Policy", text(name).toUtf8().constData());
}

QString choiceName(const QString& choice) {
    return QCoreApplication::translate("Choice", choice.toUtf8().constData());
}

QString costUnitHelp() {
    return QCoreApplication::translate(
        "Experiment",
        "λ is the unit of all costs: with λ₁ = 1, computing one layer of the network costs 1 λ.");
}

}  // namespace splitee
