// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/experiment_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cassert>

#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"

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
    QT_TRANSLATE_NOOP("Experiment", "KL-UCB constant"),
    QT_TRANSLATE_NOOP("Experiment", "CUSUM samples"),
    QT_TRANSLATE_NOOP("Experiment", "CUSUM epsilon"),
    QT_TRANSLATE_NOOP("Experiment", "CUSUM threshold"),
    QT_TRANSLATE_NOOP("Experiment", "EXP3 gamma"),
    QT_TRANSLATE_NOOP("Experiment", "EXP3 share"),
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

// Names with the symbols of the papers; what is not here has its declared label.
struct FieldWords {
    std::string_view key;
    const char* words;
};
constexpr FieldWords kTitles[] = {
    {"mu", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Weight μ")},
    {"lambda1", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Layer λ₁")},
    {"lambda2", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Exit λ₂")},
    {"offload", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Offloading o")},
    {"offload_factor", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Factor on o")},
    {"alpha", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Threshold α")},
    {"beta", QT_TRANSLATE_NOOP("splitee::ParameterForm", "Exploration β")}};

// Help of parameters that one policy or a few read, said where that policy is in sight.
constexpr FieldWords kHelp[] = {
    {"side", QT_TRANSLATE_NOOP(
                 "Experiment",
                 "How it learns from earlier exits: released as published (tables only), observed "
                 "only where it really was, corrected without bias")},
    {"temperature",
     QT_TRANSLATE_NOOP("Experiment",
                       "Corrects the confidences of an exit table before the run: one number for "
                       "all exits, or one an exit, separated by commas; Calibration per exit fits "
                       "them")},
    {"schedule", QT_TRANSLATE_NOOP("Experiment",
                                   "The changes below as one line, as files hold them: "
                                   "'clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000'")},
    {"beta", QT_TRANSLATE_NOOP("Experiment", "Weight of the confidence radius")},
    {"fixed_layer",
     QT_TRANSLATE_NOOP("Experiment", "The layer at which it splits, or up to which it looks")},
    {"entropy_threshold", QT_TRANSLATE_NOOP("Experiment", "Entropy below which a sample leaves")},
    {"patience",
     QT_TRANSLATE_NOOP("Experiment", "A sample leaves after one exit more than this agree")},
    {"kl_ucb_c", QT_TRANSLATE_NOOP("Experiment", "c in the bound kl(Q, q) ≤ c ln t / N")},
    {"window", QT_TRANSLATE_NOOP("Experiment", "How many of the last rounds it remembers")},
    {"radius_scale", QT_TRANSLATE_NOOP("Experiment", "Scale under the root of its radius")},
    {"discount",
     QT_TRANSLATE_NOOP("Experiment", "What is left each round of all that it remembers")},
    {"explore",
     QT_TRANSLATE_NOOP("Experiment", "Share of the rounds in which it tries layers at random")},
    {"cusum_samples",
     QT_TRANSLATE_NOOP("Experiment", "Rewards of a layer from which it takes the mean")},
    {"cusum_epsilon",
     QT_TRANSLATE_NOOP("Experiment", "Change of the reward, mapped to 0..1, that it tolerates")},
    {"cusum_threshold",
     QT_TRANSLATE_NOOP("Experiment", "Sum of changes at which it starts a layer anew")},
    {"detection_window",
     QT_TRANSLATE_NOOP("Experiment",
                       "Rewards of a layer of which it compares one half with the other; even")},
    {"detection_threshold",
     QT_TRANSLATE_NOOP("Experiment", "Difference of the halves at which it starts anew")},
    {"exp3_gamma", QT_TRANSLATE_NOOP("Experiment", "Share of the rounds drawn evenly")},
    {"exp3_share",
     QT_TRANSLATE_NOOP("Experiment", "Weight that all layers get a share of each round")},
    {"threshold_arms",
     QT_TRANSLATE_NOOP("Experiment", "K: it chooses among the thresholds 0.5 + 0.5 k/K")},
    {"forced_every",
     QT_TRANSLATE_NOOP("Experiment",
                       "It leaves the final layer out every so many rounds; 0: never")}};

const char* wordsOf(std::span<const FieldWords> among, std::string_view key) {
    const auto found = std::ranges::find(among, key, &FieldWords::key);
    return found == among.end() ? nullptr : found->words;
}

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
[[maybe_unused]] constexpr const char* kChoices[] = {
    QT_TRANSLATE_NOOP("Choice", "file"), QT_TRANSLATE_NOOP("Choice", "shuffle"),
    QT_TRANSLATE_NOOP("Choice", "released"), QT_TRANSLATE_NOOP("Choice", "observed"),
    QT_TRANSLATE_NOOP("Choice", "corrected")};

// Parameters in the names of policies that have their own, short: what is not here has its title.
constexpr FieldWords kEntryWords[] = {
    {"fixed_layer", QT_TRANSLATE_NOOP("Policy", "layer %1")},
    {"beta", QT_TRANSLATE_NOOP("Policy", "β %1")},
    {"window", QT_TRANSLATE_NOOP("Policy", "window %1")},
    {"entropy_threshold", QT_TRANSLATE_NOOP("Policy", "entropy %1")},
    {"patience", QT_TRANSLATE_NOOP("Policy", "patience %1")},
    {"discount", QT_TRANSLATE_NOOP("Policy", "discount %1")},
    {"radius_scale", QT_TRANSLATE_NOOP("Policy", "radius scale %1")},
    {"kl_ucb_c", QT_TRANSLATE_NOOP("Policy", "c %1")}};

// "layer 3": one parameter in such a name.
QString entryWords(const std::string& key, QString value) {
    if (experimentField(key).kind == FieldKind::Choice) return choiceName(value);
    value.replace(QLatin1Char('.'),  // as numberText() writes it
                  QCoreApplication::translate("splitee", ".", "the sign before decimals"));
    if (const char* words = wordsOf(kEntryWords, key))
        return QCoreApplication::translate("Policy", words).arg(value);
    return fieldTitle(key) + QLatin1Char(' ') + value;
}

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
    if (const char* help = wordsOf(kHelp, key)) field.help = translated(help);
    return field;
}

QString fieldTitle(const std::string& key) {
    if (const char* title = wordsOf(kTitles, key))
        return QCoreApplication::translate("splitee::ParameterForm", title);
    return experimentField(key).label;
}

std::vector<std::string> fieldsOf(const std::string& policy) { return entryParameters(policy); }

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

QString policyName(std::string_view entry) {
    const PolicyInfo* info = findPolicy(entry);
    if (info == nullptr) return text(entry);
    QString name = QCoreApplication::translate("Policy", text(info->label).toUtf8().constData());
    for (const auto& [key, value] : valuesOf(entry))
        name += QStringLiteral(", ") + entryWords(key, text(value));
    return name;
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
