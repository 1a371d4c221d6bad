// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/training_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/seed_curves.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr std::size_t kFewEpochs = 30;
constexpr double kEpochDot = 5;  // dots tell single epochs apart

QString exitLabel(std::size_t exit) { return TrainingChart::tr("exit %1").arg(exit + 1); }

}  // namespace

TrainingChart::TrainingChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Loss and accuracy"), false, parent),
      lossRect_(addAxes({}, tr("loss"))),
      accuracyRect_(addAxes(tr("epoch"), tr("accuracy (%)"))),
      lossLabels_(addEndLabels(*lossRect_)),
      labels_(addEndLabels(*accuracyRect_)),
      loss_(plot().addGraph(lossRect_->axis(QCPAxis::atBottom), lossRect_->axis(QCPAxis::atLeft))) {
    recolour();
}

void TrainingChart::show(std::vector<ToldProgress::Stand> stands) {
    stands_ = std::move(stands);
    countGraphs(accuracy_, exits(), *accuracyRect_);
    countGraphs(exitLosses_, exitsWithLoss(), *lossRect_);
    const int best = stands_.empty() ? 0 : stands_.back().bestEpoch;
    setMarks(best > 0 ? std::vector<Mark>{{static_cast<double>(best), tr("kept")}}
                      : std::vector<Mark>());
    recolour();
    refresh();
}

std::size_t TrainingChart::exits() const {
    std::size_t most = 0;
    for (const auto& stand : stands_) most = std::max(most, stand.accuracyPerExit.size());
    return most;
}

std::size_t TrainingChart::exitsWithLoss() const {
    std::size_t most = 0;
    for (const auto& stand : stands_) most = std::max(most, stand.lossPerExit.size());
    return most;
}

void TrainingChart::countGraphs(std::vector<QCPGraph*>& graphs, std::size_t wanted,
                                QCPAxisRect& rect) {
    while (graphs.size() > wanted) {
        plot().removeGraph(graphs.back());
        graphs.pop_back();
    }
    while (graphs.size() < wanted)
        graphs.push_back(plot().addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft)));
}

// The deeper, the stronger.
QColor TrainingChart::exitColor(std::size_t exit) const {
    const std::size_t last = std::max<std::size_t>(std::max(exits(), exitsWithLoss()), 2) - 1;
    const double share = static_cast<double>(exit) / static_cast<double>(last);
    return mixed(mixed(theme().color(Token::Surface), theme().color(Token::MutedText), 0.75),
                 theme().color(Token::Accent), share);
}

void TrainingChart::recolour() {
    loss_->setPen(QPen(theme().color(Token::Text), 2));
    const bool few = stands_.size() <= kFewEpochs;
    const auto dots = [&](const QColor& color) {
        return few ? QCPScatterStyle(QCPScatterStyle::ssDisc, color, kEpochDot) : QCPScatterStyle();
    };
    loss_->setScatterStyle(dots(theme().color(Token::Text)));
    if (!exitLosses_.empty()) loss_->setPen(QPen(theme().color(Token::Text), 1.5, Qt::DashLine));
    for (const std::vector<QCPGraph*>* graphs : {&accuracy_, &exitLosses_})
        for (std::size_t i = 0; i < graphs->size(); ++i) {
            const bool final = i + 1 == graphs->size();
            (*graphs)[i]->setPen(QPen(exitColor(i), final ? 2.5 : 1.5));
            (*graphs)[i]->setScatterStyle(dots(exitColor(i)));
        }
}

// All exits where they have room, else the first and the last.
void TrainingChart::labelEnds(EndLabels& labels, const std::vector<QVector<double>>& values) {
    const auto add = [&](std::size_t exit) {
        if (!values[exit].isEmpty())
            labels.add({exitLabel(exit), mixed(exitColor(exit), theme().color(Token::Text), 0.35),
                        values[exit].back(), false});
    };
    labels.clear();
    for (std::size_t i = 0; i < values.size(); ++i) add(i);
    if (labels.height() <= axesHeight() || values.size() <= 2) return;
    labels.clear();
    for (const std::size_t i : {std::size_t{0}, values.size() - 1}) add(i);
}

std::int64_t TrainingChart::fill() {
    QVector<double> epochs, losses;
    std::vector<QVector<double>> shares(accuracy_.size()), ownLosses(exitLosses_.size());
    QVector<double> finished, withLosses;
    QCPRange lossRange, accuracyRange;
    bool anyLoss = false, anyAccuracy = false;
    const auto widen = [](QCPRange& range, bool& any, double value) {
        if (!any) range = {value, value};
        range.expand(value);
        any = true;
    };
    for (const auto& stand : stands_) {
        epochs += stand.epoch;
        losses += stand.loss;
        widen(lossRange, anyLoss, stand.loss);
        if (!exitLosses_.empty() && stand.lossPerExit.size() == exitLosses_.size()) {
            withLosses += stand.epoch;
            for (std::size_t i = 0; i < exitLosses_.size(); ++i) {
                ownLosses[i] += stand.lossPerExit[i];
                widen(lossRange, anyLoss, stand.lossPerExit[i]);
            }
        }
        if (stand.accuracyPerExit.size() != accuracy_.size() || accuracy_.empty()) continue;
        finished += stand.epoch;
        for (std::size_t i = 0; i < accuracy_.size(); ++i) {
            shares[i] += 100 * stand.accuracyPerExit[i];
            widen(accuracyRange, anyAccuracy, shares[i].back());
        }
    }
    loss_->setData(epochs, losses, true);
    for (std::size_t i = 0; i < accuracy_.size(); ++i)
        accuracy_[i]->setData(finished, shares[i], true);
    for (std::size_t i = 0; i < exitLosses_.size(); ++i)
        exitLosses_[i]->setData(withLosses, ownLosses[i], true);
    labelEnds(*labels_, shares);
    labelEnds(*lossLabels_, ownLosses);
    const int all = stands_.empty() ? 1 : std::max(1, stands_.back().epochs);
    for (QCPAxisRect* rect : {lossRect_, accuracyRect_})
        rect->axis(QCPAxis::atBottom)->setRange(0, 1.02 * all);
    fitValueAxis(*lossRect_->axis(QCPAxis::atLeft), lossRange, anyLoss, false);
    fitValueAxis(*accuracyRect_->axis(QCPAxis::atLeft), accuracyRange, anyAccuracy, false);
    setNote(stands_.empty() ? tr("the first figures come soon") : QString());
    return 0;
}

const ToldProgress::Stand* TrainingChart::standAt(double position) const {
    const auto distance = [position](const auto& stand) {
        return std::abs(stand.epoch - position);
    };
    const auto nearest = std::ranges::min_element(stands_, {}, distance);
    return nearest == stands_.end() ? nullptr : &*nearest;
}

QString TrainingChart::crosshairTitle(double position) const {
    const auto* stand = standAt(position);
    return stand == nullptr
               ? QString()
               : tr("epoch %1")
                     .arg(numberText(stand->epoch, stand->accuracyPerExit.empty() ? 1 : 0));
}

std::vector<Crosshair::Value> TrainingChart::valuesAt(double position) const {
    const auto* stand = standAt(position);
    if (stand == nullptr) return {};
    std::vector<Crosshair::Value> values{
        {theme().color(Token::Text), tr("loss"), numberText(stand->loss, 3)}};
    const bool finished = !stand->accuracyPerExit.empty();
    for (std::size_t i = 0; !finished && i < stand->lossPerExit.size(); ++i)
        values.push_back({exitColor(i), exitLabel(i), numberText(stand->lossPerExit[i], 3)});
    for (std::size_t i = 0; i < stand->accuracyPerExit.size(); ++i)
        values.push_back(
            {exitColor(i), exitLabel(i),
             i < stand->lossPerExit.size()
                 ? tr("loss %1, %2 %")
                       .arg(numberText(stand->lossPerExit[i], 3),
                            numberText(100 * stand->accuracyPerExit[i], 1))
                 : QStringLiteral("%1 %").arg(numberText(100 * stand->accuracyPerExit[i], 1))});
    return values;
}

ChartTable TrainingChart::visibleTable() const {
    ChartTable table{{QStringLiteral("epoch"), QStringLiteral("loss")}, {}};
    for (std::size_t i = 0; i < exitsWithLoss(); ++i)
        table.columns += QStringLiteral("loss of exit %1").arg(i + 1);
    for (std::size_t i = 0; i < exits(); ++i)
        table.columns += QStringLiteral("accuracy of exit %1 (%)").arg(i + 1);
    for (const auto& stand : stands_) {
        QStringList row{QString::number(stand.epoch, 'g', 6), QString::number(stand.loss, 'g', 9)};
        for (std::size_t i = 0; i < exitsWithLoss(); ++i)
            row += i < stand.lossPerExit.size() ? QString::number(stand.lossPerExit[i], 'g', 9)
                                                : QString();
        for (std::size_t i = 0; i < exits(); ++i)
            row += i < stand.accuracyPerExit.size()
                       ? QString::number(100 * stand.accuracyPerExit[i], 'f', 3)
                       : QString();
        table.rows += row;
    }
    return table;
}

QString TrainingChart::describe() const {
    for (auto stand = stands_.rbegin(); stand != stands_.rend(); ++stand)
        if (!stand->accuracyPerExit.empty())
            return tr("Epoch %1 of %2: loss %3, accuracy of the final exit %4 %; epoch %5 is kept.")
                .arg(numberText(stand->epoch))
                .arg(stand->epochs)
                .arg(numberText(stand->loss, 3), numberText(100 * stand->accuracyPerExit.back(), 1))
                .arg(stand->bestEpoch);
    return tr("No epoch is finished yet.");
}

}  // namespace splitee
