// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/compare_panels.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include "comparison/group_curves.h"
#include "comparison/paired_difference.h"
#include "gui/compare/group_look.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

// lupdate files the texts of free functions under their namespace.
QString tr(const char* text) { return QCoreApplication::translate("splitee", text); }

QString spread(const std::optional<Estimate>& e, int decimals) {
    if (!e) return QStringLiteral("–");
    QString text = numberText(e->mean, decimals);
    if (e->halfWidth) text += QStringLiteral(" ± ") + numberText(*e->halfWidth, decimals);
    return text;
}

QString signedSpread(const std::optional<Estimate>& e, int decimals) {
    if (!e) return QStringLiteral("–");
    QString text = signedText(e->mean, decimals);
    if (e->halfWidth) text += QStringLiteral(" ± ") + numberText(*e->halfWidth, decimals);
    return text;
}

}  // namespace

QFrame* cardIn(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setObjectName(QStringLiteral("card"));
    return card;
}

QFrame* carded(QWidget* content, QWidget* parent) {
    QFrame* card = cardIn(parent);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(content);
    return card;
}

QComboBox* choiceIn(QWidget* parent, const QString& name, const QString& help) {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(help);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->installEventFilter(new WheelGuard(box));
    return box;
}

QString figuresWords(const ComparedGroup& group) {
    QStringList parts{
        tr("%1 λ per sample").arg(spread(endEstimate(group, EndFigure::CostMean), 2))};
    if (const auto accuracy = endEstimate(group, EndFigure::Accuracy))
        parts += tr("%1 % accuracy").arg(spread(accuracy, 1));
    parts += group.runs.size() == 1 ? tr("one seed") : tr("%1 seeds").arg(group.runs.size());
    return parts.join(QStringLiteral(", "));
}

QString runWords(const ComparedRuns& compared, std::int64_t run) {
    for (const ComparedGroup& group : compared.groups)
        for (const ComparedRun& one : group.runs) {
            if (one.id != run) continue;
            const QString name = QString::fromStdString(one.name);
            const QString called = name.isEmpty() || labelOf(group).startsWith(name)
                                       ? labelOf(group)
                                       : name + QStringLiteral(", ") + labelOf(group);
            QString text = tr("Run %1: %2, seed %3, %4 λ per sample")
                               .arg(QString::number(run), called, QString::number(one.seed),
                                    numberText(one.summary.costMean, 2));
            if (one.summary.accuracy)
                text += tr(", %1 % accuracy").arg(numberText(100 * *one.summary.accuracy, 1));
            return text;
        }
    return {};
}

ChartTable figuresOf(const ComparedRuns& compared, std::size_t baseline) {
    ChartTable table{{tr("Group"), tr("Seeds"), tr("Cost λ"), tr("Δ cost λ"), tr("Accuracy %"),
                      tr("Δ accuracy points"), tr("Offloaded %"), tr("Reward"), tr("Δ reward"),
                      tr("Regret against the best split")},
                     {}};
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        const ComparedGroup& group = compared.groups[g];
        std::optional<Comparison> difference;
        if (g != baseline && baseline < compared.groups.size())
            difference = pairedDifference(group, compared.groups[baseline]).difference;
        const bool own = g == baseline;
        table.rows.push_back(
            {labelOf(group), QString::number(group.runs.size()),
             spread(endEstimate(group, EndFigure::CostMean), 2),
             own ? tr("baseline")
                 : signedSpread(difference ? std::optional(difference->cost) : std::nullopt, 2),
             spread(endEstimate(group, EndFigure::Accuracy), 2),
             own ? tr("baseline")
                 : signedSpread(difference ? difference->accuracy : std::nullopt, 2),
             spread(endEstimate(group, EndFigure::OffloadRate), 1),
             spread(endEstimate(group, EndFigure::Reward), 3),
             own ? tr("baseline")
                 : signedSpread(difference ? std::optional(difference->reward) : std::nullopt, 3),
             spread(endEstimate(group, EndFigure::Regret), 1)});
    }
    return table;
}

}  // namespace splitee
