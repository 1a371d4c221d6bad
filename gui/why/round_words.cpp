// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/round_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "gui/run/experiment_fields.h"
#include "gui/run/policy_rules.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString words(const char* text) { return QCoreApplication::translate("RoundWords", text); }

QString subscript(int number) {
    QString text = QString::number(number);
    for (QChar& digit : text) digit = QChar(0x2080 + digit.digitValue());
    return text;
}

// 0-based arm that the index alone would choose.
std::size_t largest(const std::vector<ArmView>& arms) {
    return static_cast<std::size_t>(std::ranges::max_element(arms, {}, &ArmView::index) -
                                    arms.begin());
}

double confidenceOf(const RoundAccount& account, int layer) {
    return account.seen[static_cast<std::size_t>(layer - 1)];
}

// Which o it is: the one number, that of the cut, or that under a factor.
QString offloadLine(const RoundAccount& account) {
    const RoundRecord& record = account.record;
    const CostWeights& weights = account.conditions.weights;
    if (record.exited) return words(QT_TRANSLATE_NOOP("RoundWords", "Offloading: none"));
    const QString o = shortText(record.offloadCost);
    const auto& layers = weights.layerOffloads.layers;
    if (layers.empty() || record.split == 0)
        return words(QT_TRANSLATE_NOOP("RoundWords", "Offloading: o = %1 λ")).arg(o);
    const auto [least, most] = std::minmax_element(layers.begin(), std::prev(layers.end()));
    return words(QT_TRANSLATE_NOOP("RoundWords",
                                   "Offloading after layer %1: o%2 = %3 λ (%4 to %5 by layer)"))
        .arg(record.split)
        .arg(subscript(record.split), o, shortText(weights.offloadFactor * *least),
             shortText(weights.offloadFactor * *most));
}

}  // namespace

QString choiceText(const RoundAccount& account) {
    const QString policy = policyName(account.run.policy);
    const int split = account.record.split;
    if (split == 0)
        return words(QT_TRANSLATE_NOOP("RoundWords", "%1 offloaded the input at once."))
            .arg(policy);
    if (account.arms.empty())
        return words(QT_TRANSLATE_NOOP("RoundWords", "%1 split after layer %2."))
            .arg(policy)
            .arg(split);
    const ArmView& arm = account.arms[static_cast<std::size_t>(split - 1)];
    if (std::isinf(arm.index))
        return words(
                   QT_TRANSLATE_NOOP("RoundWords", "%1 chose layer %2: it had not been tried yet."))
            .arg(policy)
            .arg(split);
    if (largest(account.arms) != static_cast<std::size_t>(split - 1))
        return words(QT_TRANSLATE_NOOP("RoundWords",
                                       "%1 explored layer %2: this round did not use the indices."))
            .arg(policy)
            .arg(split);
    return words(QT_TRANSLATE_NOOP("RoundWords", "%1 chose layer %2: its index %3 is the largest."))
        .arg(policy)
        .arg(split)
        .arg(numberText(arm.index, 4));
}

QString className(const RoundAccount& account, int index) {
    const auto place = static_cast<std::size_t>(index);
    return index >= 0 && place < account.classNames.size() && !account.classNames[place].empty()
               ? QString::fromStdString(account.classNames[place])
               : QString::number(index);
}

QString sampleText(const RoundAccount& account) {
    const RoundRecord& record = account.record;
    const QString sample = numberText(static_cast<double>(record.sample));
    QStringList parts{
        account.label == kUnknownLabel && record.correct >= 0
            ? words(QT_TRANSLATE_NOOP("RoundWords", "Sample %1.")).arg(sample)
        : account.label == kUnknownLabel
            ? words(QT_TRANSLATE_NOOP("RoundWords", "Sample %1, label not known.")).arg(sample)
            : words(QT_TRANSLATE_NOOP("RoundWords", "Sample %1, label %2."))
                  .arg(sample, className(account, account.label))};
    const QString end = record.exited ? words(QT_TRANSLATE_NOOP("RoundWords", "left on the device"))
                                      : words(QT_TRANSLATE_NOOP("RoundWords", "offloaded"));
    if (record.split > 0) {
        const double confidence = confidenceOf(account, record.split);
        const QString said = numberText(confidence, 3), alpha = shortText(account.conditions.alpha);
        const bool final = record.split == account.exits();
        const bool byAlpha = usesAlpha(account.run.policy) && !final &&
                             (confidence >= account.conditions.alpha) == record.exited;
        if (final)
            parts += words(QT_TRANSLATE_NOOP("RoundWords",
                                             "The final exit says %1: everything leaves there."))
                         .arg(said);
        else if (byAlpha && record.exited)
            parts += words(QT_TRANSLATE_NOOP("RoundWords", "Exit %1 says %2, at least α %3: %4."))
                         .arg(record.split)
                         .arg(said, alpha, end);
        else if (byAlpha)
            parts += words(QT_TRANSLATE_NOOP("RoundWords", "Exit %1 says %2, below α %3: %4."))
                         .arg(record.split)
                         .arg(said, alpha, end);
        else
            parts += words(QT_TRANSLATE_NOOP("RoundWords", "Exit %1 says %2: %3."))
                         .arg(record.split)
                         .arg(said, end);
    }
    const QString right = record.correct < 0
                              ? words(QT_TRANSLATE_NOOP("RoundWords", "correctness unknown"))
                          : record.correct == 1 ? words(QT_TRANSLATE_NOOP("RoundWords", "correct"))
                                                : words(QT_TRANSLATE_NOOP("RoundWords", "wrong"));
    if (record.exited)
        parts += words(QT_TRANSLATE_NOOP("RoundWords", "Its answer is %1: %2."))
                     .arg(className(account, record.prediction), right);
    else
        parts +=
            words(QT_TRANSLATE_NOOP("RoundWords", "The final exit in the cloud answers %1: %2."))
                .arg(className(account, record.prediction), right);
    return parts.join(QLatin1Char(' '));
}

QStringList costLines(const RoundAccount& account) {
    const RoundRecord& record = account.record;
    const CostWeights& weights = account.conditions.weights;
    QStringList lines;
    if (record.split > 0) {
        const double depth =
            computingOf(weights, account.depth)[static_cast<std::size_t>(record.split - 1)];
        const int looks =
            exitsEvaluated(account.run.policy) == ExitsEvaluated::UpToSplit ? record.split : 1;
        lines +=
            (weights.layerComputing.empty()
                 ? words(QT_TRANSLATE_NOOP("RoundWords", "Layers: λ₁ × depth = %1 × %2 = %3 λ"))
                 : words(
                       QT_TRANSLATE_NOOP("RoundWords", "Layers: λ₁ × their time = %1 × %2 = %3 λ")))
                .arg(shortText(weights.lambda1), shortText(depth),
                     shortText(weights.lambda1 * depth));
        lines += words(QT_TRANSLATE_NOOP("RoundWords", "Exits: λ₂ × evaluated = %1 × %2 = %3 λ"))
                     .arg(shortText(weights.lambda2))
                     .arg(looks)
                     .arg(shortText(weights.lambda2 * looks));
    }
    lines += offloadLine(account);
    lines += words(QT_TRANSLATE_NOOP("RoundWords", "Total %1 λ, times μ = %2: %3 of reward"))
                 .arg(shortText(record.cost()), shortText(weights.mu),
                      shortText(weights.mu * record.cost()));
    return lines;
}

QString rewardText(const RoundAccount& account) {
    const RoundRecord& record = account.record;
    const QString mu = shortText(account.conditions.weights.mu),
                  said = numberText(confidenceOf(account, account.answering()), 4);
    const QString reward = numberText(record.reward, 4), gamma = shortText(record.computeCost),
                  o = shortText(record.offloadCost);
    const QString answering = subscript(account.answering()), split = subscript(record.split);
    if (record.exited)
        return QStringLiteral("r = C%1 − μ γ%2 = %3 − %4 × %5 = %6")
            .arg(answering, split, said, mu, gamma, reward);
    if (record.split == 0)
        return QStringLiteral("r = C%1 − μ o = %2 − %3 × %4 = %5")
            .arg(answering, said, mu, o, reward);
    return QStringLiteral("r = C%1 − μ (γ%2 + o) = %3 − %4 × (%5 + %6) = %7")
        .arg(answering, split, said, mu, gamma, o, reward);
}

}  // namespace splitee
