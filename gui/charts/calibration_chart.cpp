// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/calibration_chart.h"

#include <algorithm>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr int kBins = 15;  // as usual for ECE (Guo et al. 2017)
constexpr std::int64_t kFewest =
    20;  // fewer samples say little of a bin: it is in the table, but not drawn
constexpr double kFirstShade = 0.3;

}  // namespace

CalibrationChart::CalibrationChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Calibration per exit"), false, parent),
      rect_(addAxes(tr("confidence (%)"), tr("accuracy (%)"))),
      labels_(addEndLabels(*rect_)),
      diagonal_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))) {
    diagonal_->setData({0, 100}, {0, 100}, true);
    rect_->axis(QCPAxis::atBottom)->setRange(0, 100);
    rect_->axis(QCPAxis::atLeft)->setRange(0, 102);
    setNote(tr("no table yet"));
}

void CalibrationChart::setTables(std::shared_ptr<const TableSource> tables, const QString& why) {
    if (!tables) setNote(why.isEmpty() ? tr("known where an exit table plays") : why);
    if (tables == tables_) return;
    reading_.abandon();
    tables_ = std::move(tables);
    exits_.clear();
    unread_ = tables_ != nullptr;
    if (tables_) setNote({});
    if (isVisible()) read();
    refresh();
}

void CalibrationChart::showEvent(QShowEvent* event) {
    ChartPanel::showEvent(event);
    read();
}

void CalibrationChart::read() {
    if (!unread_) return;
    unread_ = false;
    setNote(tr("reading the table …"));
    reading_.start(
        [tables = tables_](const std::stop_token& stop) {
            return calibrationOf(*tables->all().front(), kBins, stop);
        },
        [this](const Result<std::vector<ExitCalibration>>& exits) { showExits(exits); });
}

void CalibrationChart::showExits(const Result<std::vector<ExitCalibration>>& exits) {
    if (exits) exits_ = *exits;
    setNote(exits ? tr("%1 samples with a label")
                        .arg(numberText(static_cast<double>(exits_.front().labelled)))
                  : tr("unknown: no labels"));
    refresh();
}

// From pale to full: the deeper the exit, the stronger.
QColor CalibrationChart::colorOf(std::size_t exit) const {
    const double share =
        exits_.size() < 2 ? 1 : static_cast<double>(exit) / static_cast<double>(exits_.size() - 1);
    return mixed(theme().color(Token::Surface), theme().color(Token::Accent),
                 kFirstShade + (1 - kFirstShade) * share);
}

void CalibrationChart::recolour() {
    diagonal_->setPen(QPen(theme().color(Token::MutedText), 1, Qt::DashLine));
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i]->setPen(QPen(colorOf(i), 2));
}

std::int64_t CalibrationChart::fill() {
    while (lines_.size() > exits_.size()) {
        plot().removeGraph(lines_.back());
        lines_.pop_back();
    }
    while (lines_.size() < exits_.size())
        lines_.push_back(
            plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft)));
    recolour();
    labels_->clear();
    for (std::size_t i = 0; i < exits_.size(); ++i) {
        QVector<double> confidence, right;
        for (const ReliabilityBin& bin : exits_[i].bins) {
            if (bin.count < kFewest) continue;
            confidence += 100 * *bin.confidence;
            right += 100 * *bin.right;
        }
        lines_[i]->setData(confidence, right, true);
        const QColor color = mixed(colorOf(i), theme().color(Token::Text), 0.35);
        if (!right.isEmpty())
            labels_->add({tr("exit %1 · ECE %2").arg(i + 1).arg(numberText(exits_[i].ece, 3)),
                          color, right.back(), i + 1 < exits_.size()});
    }
    return 0;
}

QString CalibrationChart::crosshairTitle(double position) const {
    return tr("confidence about %1 %: accuracy").arg(numberText(position));
}

std::vector<Crosshair::Value> CalibrationChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (std::size_t i = 0; i < exits_.size(); ++i) {
        const auto& bins = exits_[i].bins;
        const auto bin = std::ranges::find_if(bins, [&](const ReliabilityBin& b) {
            return 100 * b.low <= position && position <= 100 * b.high;
        });
        if (bin == bins.end() || bin->count == 0) continue;
        values.push_back({colorOf(i), tr("exit %1").arg(i + 1),
                          tr("%1 % of %2")
                              .arg(numberText(100 * *bin->right, 1),
                                   numberText(static_cast<double>(bin->count)))});
    }
    return values;
}

ChartTable CalibrationChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("exit"), QStringLiteral("from_confidence"), QStringLiteral("to_confidence"),
         QStringLiteral("samples"), QStringLiteral("mean_confidence"),
         QStringLiteral("share_right"), QStringLiteral("ece")},
        {}};
    const auto exact = [](double value) { return QString::number(value, 'g', 10); };
    for (std::size_t i = 0; i < exits_.size(); ++i)
        for (const ReliabilityBin& bin : exits_[i].bins)
            if (bin.count > 0)
                table.rows.push_back({QString::number(i + 1), exact(bin.low), exact(bin.high),
                                      QString::number(bin.count), exact(*bin.confidence),
                                      exact(*bin.right), exact(exits_[i].ece)});
    return table;
}

QString CalibrationChart::describe() const {
    QStringList parts;
    for (std::size_t i = 0; i < exits_.size(); ++i)
        parts += tr("exit %1: expected calibration error %2")
                     .arg(i + 1)
                     .arg(numberText(exits_[i].ece, 3));
    return parts.isEmpty() ? tr("Known once an exit table with labels plays.")
                           : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
