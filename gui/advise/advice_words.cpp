// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advise/advice_words.h"

#include <QCoreApplication>

#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString adviceWord(const char* text) { return QCoreApplication::translate("Advice", text); }

// What comparison/report/advice_text.cpp and engine/analysis/comparison.cpp say: there no tr()
// stands, so lupdate finds them here.
[[maybe_unused]] constexpr const char* kPhrases[] = {
    QT_TRANSLATE_NOOP("Advice", "%1."),
    QT_TRANSLATE_NOOP("Advice", "%1. %2"),
    QT_TRANSLATE_NOOP("Advice", " (with every seed)"),
    QT_TRANSLATE_NOOP("Advice", " (95 % %1 to %2)"),
    QT_TRANSLATE_NOOP("Advice", " (%1 points, 95 % %2 to %3)"),
    QT_TRANSLATE_NOOP("Advice", " (%1 lambda, 95 % %2 to %3)"),
    QT_TRANSLATE_NOOP("Advice", "; without labels, accuracy is unknown"),
    QT_TRANSLATE_NOOP("Advice", ", at the same accuracy"),
    QT_TRANSLATE_NOOP("Advice", ", with no clear difference in accuracy"),
    QT_TRANSLATE_NOOP("Advice", ", at an accuracy %1 points lower"),
    QT_TRANSLATE_NOOP("Advice", ", at an accuracy %1 points higher"),
    QT_TRANSLATE_NOOP("Advice", "%1 costs the same per sample as %2"),
    QT_TRANSLATE_NOOP("Advice", "%1 shows no clear difference in cost per sample from %2"),
    QT_TRANSLATE_NOOP("Advice", "%1 costs %2 lambda less per sample than %3"),
    QT_TRANSLATE_NOOP("Advice", "%1 costs %2 lambda more per sample than %3"),
    QT_TRANSLATE_NOOP("Advice", "; a single seed gives no interval"),
    QT_TRANSLATE_NOOP(
        "Advice", "; their regrets are against different splits and are not compared, it earns "),
    QT_TRANSLATE_NOOP("Advice", "%1 less reward a round"),
    QT_TRANSLATE_NOOP("Advice", "%1 more reward a round"),
    QT_TRANSLATE_NOOP("Advice", "%1 lambda a sample (%2 ms)"),
    QT_TRANSLATE_NOOP("Advice", "%1 lambda a sample"),
    QT_TRANSLATE_NOOP("Advice", "the whole network on the device"),
    QT_TRANSLATE_NOOP("Advice", "the split at layer %1 with threshold %2"),
    QT_TRANSLATE_NOOP("Advice", "%1 with threshold %2"),
    QT_TRANSLATE_NOOP("Advice", "Compute the whole network on the device."),
    QT_TRANSLATE_NOOP("Advice", "Split at layer %1 with threshold %2."),
    QT_TRANSLATE_NOOP("Advice", "Let %1 choose the layer, with threshold %2."),
    QT_TRANSLATE_NOOP("Advice", "Take the policy %1, with threshold %2."),
    QT_TRANSLATE_NOOP("Advice", "So a fixed split does as well as %1, the best of the policies."),
    QT_TRANSLATE_NOOP("Advice", "Only the fixed split reaches the goal."),
    QT_TRANSLATE_NOOP("Advice", "So %1 does better than any fixed split."),
    QT_TRANSLATE_NOOP("Advice", "No fixed split reaches the goal."),
    QT_TRANSLATE_NOOP("Advice", " from the change in round %1"),
    QT_TRANSLATE_NOOP("Advice",
                      "%1 comes within 5 % of the best split's expected reward after %2 rounds%3 "
                      "(the best split is layer %4)."),
    QT_TRANSLATE_NOOP("Advice",
                      "%1 does not come within 5 % of the best split's expected reward in %2 "
                      "rounds%3 (the best split is layer %4)."),
    QT_TRANSLATE_NOOP("Advice", "an accuracy of at least %1 %"),
    QT_TRANSLATE_NOOP("Advice", "the largest mean reward"),
    QT_TRANSLATE_NOOP("Advice", "a cost of at most %1 lambda a sample"),
    QT_TRANSLATE_NOOP("Advice", "a cost of at most %1 lambda a sample, %2 ms"),
    QT_TRANSLATE_NOOP("Advice", "%1, %2 layers; %3 of %4 rounds; mu %5, %6 from %7 to %8"),
    QT_TRANSLATE_NOOP("Advice", "1 sample"),
    QT_TRANSLATE_NOOP("Advice", "%1 samples"),
    QT_TRANSLATE_NOOP("Advice", "1 seed"),
    QT_TRANSLATE_NOOP("Advice", "%1 seeds"),
    QT_TRANSLATE_NOOP("Advice", "1 threshold"),
    QT_TRANSLATE_NOOP("Advice", "%1 thresholds"),
    QT_TRANSLATE_NOOP("Advice", "Nothing that was played reaches %1; this comes nearest:"),
    QT_TRANSLATE_NOOP("Advice",
                      "It costs %1 and offloads %2 % of the samples; %3 % of its answers are "
                      "right."),
    QT_TRANSLATE_NOOP("Advice", "It costs %1 and offloads %2 % of the samples."),
    QT_TRANSLATE_NOOP("Advice", "It"),
    QT_TRANSLATE_NOOP("Advice", "split at layer %1"),
    QT_TRANSLATE_NOOP(
        "Advice",
        "Each with the threshold that suits the goal best. ± is the half width of the 95 % "
        "interval over seeds (Student's t), that is over orders of the same samples; other samples "
        "may come out otherwise."),
};

}  // namespace

Language windowLanguage() {
    const QString point =
        QCoreApplication::translate("splitee", ".", "the sign before decimals").left(1);
    return {[](const char* english) {
                return adviceWord(english)
                    .replace(QStringLiteral("lambda"), QStringLiteral("λ"))
                    .replace(QStringLiteral("mu %"), QStringLiteral("μ %"))
                    .toStdString();
            },
            [point](const std::string& digits) {
                QString text = QString::fromStdString(digits);
                if (!text.contains(QLatin1Char('e'))) {
                    const auto decimals = text.section(QLatin1Char('.'), 1).size();
                    return numberText(text.toDouble(), static_cast<int>(decimals)).toStdString();
                }
                if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
                return text.replace(QLatin1Char('.'), point).toStdString();
            },
            [](const std::string& entry) { return policyName(entry).toStdString(); }};
}

QStringList adviceLines(const AdviceRequest& request, const Advice& advice) {
    QStringList lines;
    for (const std::string& line : adviceSentences(request, advice, windowLanguage()))
        lines += QString::fromStdString(line);
    return lines;
}

ChartTable adviceTable(const AdviceRequest& request, const Advice& advice, int& advised) {
    ChartTable table{{adviceWord(QT_TRANSLATE_NOOP("Advice", "Candidate")),
                      adviceWord(QT_TRANSLATE_NOOP("Advice", "Threshold")),
                      adviceWord(QT_TRANSLATE_NOOP("Advice", "Accuracy\n%")),
                      adviceWord(QT_TRANSLATE_NOOP("Advice", "Cost\nλ per sample")),
                      adviceWord(QT_TRANSLATE_NOOP("Advice", "Offload\n%")),
                      adviceWord(QT_TRANSLATE_NOOP("Advice", "Goal"))},
                     {}};
    advised = -1;
    for (const AdviceRow& row : adviceRows(request, advice, windowLanguage())) {
        if (row.candidate == &advice.advisedOne()) advised = static_cast<int>(table.rows.size());
        QStringList cells;
        for (const std::string& cell :
             {row.name, row.threshold, row.accuracy, row.cost, row.offload})
            cells += QString::fromStdString(cell);
        cells += row.candidate->meets ? adviceWord(QT_TRANSLATE_NOOP("Advice", "met"))
                                      : adviceWord(QT_TRANSLATE_NOOP("Advice", "missed"));
        table.rows += cells;
    }
    return table;
}

}  // namespace splitee
