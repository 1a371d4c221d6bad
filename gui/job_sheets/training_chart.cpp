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
      labels_(addEndLabels(*accuracyRect_)),
      loss_(plot().addGraph(lossRect_->axis(QCPAxis::atBottom), lossRect_->axis(QCPAxis::atLeft))) {
    recolour();
}

void TrainingChart::show(std::vector<ToldProgress::Stand> stands) {
    stands_ = std::move(stands);
    const std::size_t wanted = exits();
    while (accuracy_.size() > wanted) {
        plot().removeGraph(accuracy_.back());
        accuracy_.pop_back();
    }
    while (accuracy_.size() < wanted)
        accuracy_.push_back(plot().addGraph(accuracyRect_->axis(QCPAxis::atBottom),
                                            accuracyRect_->axis(QCPAxis::atLeft)));
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

// The deeper, the stronger.
QColor TrainingChart::exitColor(std::size_t exit) const {
    const std::size_t last = std::max<std::size_t>(exits(), 2) - 1;
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
    for (std::size_t i = 0; i < accuracy_.size(); ++i) {
        const bool final = i + 1 == accuracy_.size();
        accuracy_[i]->setPen(QPen(exitColor(i), final ? 2.5 : 1.5));
        accuracy_[i]->setScatterStyle(dots(exitColor(i)));
    }
}

std::int64_t TrainingChart::fill() {
    QVector<double> epochs, losses;
    std::vector<QVector<double>> shares(accuracy_.size());
    QVector<double> finished;
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
        if (stand.accuracyPerExit.size() != accuracy_.size() || accuracy_.empty()) continue;
        finished += stand.epoch;
        for (std::size_t i = 0; i < accuracy_.size(); ++i) {
            shares[i] += 100 * stand.accuracyPerExit[i];
            widen(accuracyRange, anyAccuracy, shares[i].back());
        }
    }
    loss_->setData(epochs, losses, true);
    labels_->clear();
    for (std::size_t i = 0; i < accuracy_.size(); ++i) {
        accuracy_[i]->setData(finished, shares[i], true);
        if (!shares[i].isEmpty())
            labels_->add({exitLabel(i), mixed(exitColor(i), theme().color(Token::Text), 0.35),
                          shares[i].back(), false});
    }
    if (labels_->height() > axesHeight() && accuracy_.size() > 2 && !finished.isEmpty()) {
        labels_->clear();
        for (const std::size_t i : {std::size_t{0}, accuracy_.size() - 1})
            labels_->add({exitLabel(i), mixed(exitColor(i), theme().color(Token::Text), 0.35),
                          shares[i].back(), false});
    }
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
    for (std::size_t i = 0; i < stand->accuracyPerExit.size(); ++i)
        values.push_back(
            {exitColor(i), exitLabel(i),
             QStringLiteral("%1 %").arg(numberText(100 * stand->accuracyPerExit[i], 1))});
    return values;
}

ChartTable TrainingChart::visibleTable() const {
    ChartTable table{{QStringLiteral("epoch"), QStringLiteral("loss")}, {}};
    for (std::size_t i = 0; i < exits(); ++i)
        table.columns += QStringLiteral("accuracy of exit %1 (%)").arg(i + 1);
    for (const auto& stand : stands_) {
        QStringList row{QString::number(stand.epoch, 'g', 6), QString::number(stand.loss, 'g', 9)};
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
