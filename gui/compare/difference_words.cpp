// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/difference_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kRounding = 1e-9;  // differences below come from the order of sums

// lupdate files the texts of free functions under their namespace.
QString tr(const char* text) { return QCoreApplication::translate("splitee", text); }

bool isNothing(const Estimate& e) {
    return std::abs(e.mean) < kRounding && e.standardDeviation.value_or(0) < kRounding;
}

// Enough for one digit of the half width, or of a difference without one.
int decimalsOf(const Estimate& e, int least) {
    const double smallest =
        e.halfWidth && *e.halfWidth >= kRounding ? *e.halfWidth : std::abs(e.mean);
    return smallest <= 0 ? least
                         : std::clamp(static_cast<int>(std::ceil(-std::log10(smallest))), least, 6);
}

QString costPart(const Estimate& cost, const QString& group, const QString& baseline) {
    if (isNothing(cost)) return tr("%1 costs the same per sample as %2").arg(group, baseline);
    const int decimals = decimalsOf(cost, 2);
    if (cost.halfWidth && cost.studentT()->holds(0))
        return tr("%1 shows no clear difference in cost per sample from %2 (%3 λ, 95 %: %4 to %5)")
            .arg(group, baseline, signedText(cost.mean, decimals),
                 signedText(cost.studentT()->low, decimals),
                 signedText(cost.studentT()->high, decimals));
    const bool less = cost.mean < 0;
    const double size = std::abs(cost.mean);
    QString text = (less ? tr("%1 costs %2 λ less per sample than %3")
                         : tr("%1 costs %2 λ more per sample than %3"))
                       .arg(group, numberText(size, decimals), baseline);
    if (cost.halfWidth)
        text += tr(" (95 %: %1 to %2)")
                    .arg(numberText(size - *cost.halfWidth, decimals),
                         numberText(size + *cost.halfWidth, decimals));
    return text;
}

QString accuracyPart(const std::optional<Estimate>& accuracy) {
    if (!accuracy) return tr(", without labels to tell the accuracy");
    if (isNothing(*accuracy)) return tr(" at the same accuracy");
    const int decimals = decimalsOf(*accuracy, 1);
    const QString points = signedText(accuracy->mean, decimals);
    if (!accuracy->halfWidth) return tr(" at %1 points of accuracy").arg(points);
    const QString low = signedText(accuracy->studentT()->low, decimals),
                  high = signedText(accuracy->studentT()->high, decimals);
    if (accuracy->studentT()->holds(0))
        return tr(", with no clear difference in accuracy (%1 points, %2 to %3)")
            .arg(points, low, high);
    return tr(" at %1 points of accuracy (%2 to %3)").arg(points, low, high);
}

}  // namespace

QString differenceWords(const PairedDifference& paired, const QString& group,
                        const QString& baseline) {
    if (!paired.difference)
        return (paired.seedInCommon
                    ? tr("%1 and %2 have no figures for a common seed yet, so there is no paired "
                         "difference.")
                    : tr("%1 and %2 have no seed in common, so there is no paired difference."))
            .arg(group, baseline);
    QString text = costPart(paired.difference->cost, group, baseline) +
                   accuracyPart(paired.difference->accuracy);
    text += paired.common > 1 ? tr(", paired over %1 seeds").arg(paired.common)
                              : tr("; a single common seed gives no interval");
    if (!paired.difference->sameReference)
        text += tr("; their regrets are against different splits and are not compared: %1 reward "
                   "per round")
                    .arg(signedText(paired.difference->reward.mean, 3));
    if (!paired.sameData)
        text += tr("; they played on different samples");
    else if (!paired.sameRounds)
        text += tr("; some pairs differ in length");
    return text + QLatin1Char('.');
}

}  // namespace splitee
