// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/split_outcomes.h"

#include <QCoreApplication>

#include <cmath>

#include "gui/why/round_words.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString outcomeWords(const char* text) { return QCoreApplication::translate("RoundWords", text); }

QString answerWords(const RoundAccount& account, const SplitOutcome& outcome) {
    const QString mark = outcome.correct < 0    ? QString()
                         : outcome.correct == 1 ? QStringLiteral(" ✓")
                                                : QStringLiteral(" ✗");
    return (outcome.exited ? outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "%1, device"))
                           : outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "%1, cloud")))
        .arg(className(account, outcome.prediction) + mark);
}

}  // namespace

std::vector<SplitOutcome> splitOutcomes(const RoundAccount& account) {
    std::vector<SplitOutcome> outcomes(account.depth.size());
    if (account.exitAnswers.size() != outcomes.size() ||
        account.costs.compute.size() != outcomes.size())
        return outcomes;
    const ExitAnswer& final = account.exitAnswers.back();
    const double alpha = account.conditions.alpha;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const ExitAnswer& exit = account.exitAnswers[i];
        const int layer = static_cast<int>(i) + 1;
        const bool leaves = layer == account.exits() || exit.confidence >= alpha;
        const ExitAnswer& answer = leaves ? exit : final;
        if (!exit.known() || !answer.known()) continue;
        outcomes[i] = {true,
                       leaves,
                       answer.prediction,
                       account.label < 0 ? -1 : int{answer.prediction == account.label},
                       account.costs.gamma(layer) + (leaves ? 0 : account.costs.offloadAt(layer)),
                       rewardAt(layer, exit.confidence, final.confidence, alpha, account.costs)};
    }
    return outcomes;
}

ChartTable outcomeTable(const RoundAccount& account) {
    ChartTable table{{outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "Layer")),
                      outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "Says")),
                      outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "Answer")),
                      outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "Cost (λ)")),
                      outcomeWords(QT_TRANSLATE_NOOP("RoundWords", "Reward"))},
                     {}};
    const QString none(QChar(0x2013));
    const auto outcomes = splitOutcomes(account);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool said = i < account.exitAnswers.size() && account.exitAnswers[i].known();
        const SplitOutcome& outcome = outcomes[i];
        table.rows += QStringList{
            QString::number(i + 1),
            said ? numberText(account.exitAnswers[i].confidence, 3) : none,
            outcome.known ? answerWords(account, outcome) : QString(),
            outcome.known ? shortText(outcome.cost) : none,
            outcome.known ? numberText(outcome.reward, 3) : none,
        };
    }
    return table;
}

}  // namespace splitee
