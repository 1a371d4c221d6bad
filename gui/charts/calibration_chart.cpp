// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/calibration_chart.h"

#include <QBoxLayout>

#include <algorithm>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr std::int64_t kFewest =
    20;  // fewer samples say little of a bin: it is in the table, but not drawn
constexpr double kFirstShade = 0.3;

}  // namespace

CalibrationChart::CalibrationChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Calibration per exit"), false, parent),
      rect_(addAxes(tr("confidence (%)"), tr("accuracy (%)"))),
      labels_(addEndLabels(*rect_)),
      diagonal_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      fit_(new TemperatureFit(this)) {
    diagonal_->setData({0, 100}, {0, 100}, true);
    rect_->axis(QCPAxis::atBottom)->setRange(0, 100);
    rect_->axis(QCPAxis::atLeft)->setRange(0, 102);
    setNote(tr("no table yet"));
    static_cast<QBoxLayout*>(layout())->addWidget(fit_);
    connect(fit_, &TemperatureFit::started, this, &CalibrationChart::beginFit);
    connect(fit_, &TemperatureFit::ended, this, &CalibrationChart::showFit);
    connect(fit_, &TemperatureFit::forgotten, this, &CalibrationChart::forgetFit);
    connect(fit_, &TemperatureFit::failed, this, &CalibrationChart::failed);
}

// The fit reads more than the chart would.
void CalibrationChart::beginFit() {
    unread_ = false;
    reading_.abandon();
    setNote(tr("fitting …"));
}

void CalibrationChart::showFit() {
    if (fit_->temperatures().empty()) {
        setNote(tr("not fitted"));
        unread_ = tables_ && exits_.empty();
        return read();
    }
    exits_ = fit_->diagrams().after;
    setNote(tr("fitted: dashed before, full after"));
    refresh();
}

// What is shown may be at temperatures that are gone.
void CalibrationChart::forgetFit() {
    reading_.abandon();
    exits_.clear();
    unread_ = tables_ != nullptr;
    if (isVisible()) read();
    refresh();
}

void CalibrationChart::setTables(std::shared_ptr<const TableSource> tables, const QString& why) {
    if (!tables) setNote(why.isEmpty() ? tr("known where an exit table plays") : why);
    if (tables == tables_) return;
    tables_ = std::move(tables);
    if (tables_) setNote({});
    fit_->setTables(tables_);
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
            return calibrationOf(*tables->all().front(), kCalibrationBins, stop);
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
    for (std::size_t i = 0; i < linesBefore_.size(); ++i)
        linesBefore_[i]->setPen(QPen(colorOf(i), 1, Qt::DashLine));
}

std::int64_t CalibrationChart::fill() {
    const auto sized = [this](std::vector<QCPGraph*>& lines, std::size_t count) {
        while (lines.size() > count) {
            plot().removeGraph(lines.back());
            lines.pop_back();
        }
        while (lines.size() < count)
            lines.push_back(
                plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft)));
    };
    sized(lines_, exits_.size());
    sized(linesBefore_, fit_->diagrams().before.size());
    recolour();
    const auto put = [](QCPGraph* line, const ExitCalibration& exit) {
        QVector<double> confidence, right;
        for (const ReliabilityBin& bin : exit.bins) {
            if (bin.count < kFewest) continue;
            confidence += 100 * *bin.confidence;
            right += 100 * *bin.right;
        }
        line->setData(confidence, right, true);
        return right;
    };
    for (std::size_t i = 0; i < fit_->diagrams().before.size(); ++i)
        put(linesBefore_[i], fit_->diagrams().before[i]);
    labels_->clear();
    for (std::size_t i = 0; i < exits_.size(); ++i) {
        const QVector<double> right = put(lines_[i], exits_[i]);
        const QColor color = mixed(colorOf(i), theme().color(Token::Text), 0.35);
        if (!right.isEmpty())
            labels_->add({labelOf(i),
                          color,
                          right.back(),
                          i + 1 < exits_.size(),
                          {tr("exit %1").arg(i + 1)}});
    }
    return 0;
}

// "exit 4 · ECE 0.101 → 0.012"
QString CalibrationChart::labelOf(std::size_t exit) const {
    const QString after = numberText(exits_[exit].ece, 3);
    const QString ece = exit < fit_->diagrams().before.size()
                            ? tr("%1 → %2", "before and after")
                                  .arg(numberText(fit_->diagrams().before[exit].ece, 3), after)
                            : after;
    return tr("exit %1 · ECE %2").arg(exit + 1).arg(ece);
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
        const QString text =
            tr("%1 % of %2")
                .arg(numberText(100 * *bin->right, 1), numberText(static_cast<double>(bin->count)));
        const auto& auroc = exits_[i].auroc;  // no temperature changes it
        values.push_back({colorOf(i), tr("exit %1").arg(i + 1),
                          auroc ? tr("%1 · AUROC %2").arg(text, numberText(*auroc, 3)) : text});
    }
    return values;
}

ChartTable CalibrationChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("exit"), QStringLiteral("from_confidence"), QStringLiteral("to_confidence"),
         QStringLiteral("samples"), QStringLiteral("mean_confidence"),
         QStringLiteral("share_right"), QStringLiteral("ece")},
        {}};
    if (!fit_->diagrams().before.empty())
        table.columns += {QStringLiteral("auroc"), QStringLiteral("temperature")};
    const auto exact = [](double value) { return QString::number(value, 'g', 10); };
    for (std::size_t i = 0; i < exits_.size(); ++i)
        for (const ReliabilityBin& bin : exits_[i].bins)
            if (bin.count > 0)
                table.rows.push_back({QString::number(i + 1), exact(bin.low), exact(bin.high),
                                      QString::number(bin.count), exact(*bin.confidence),
                                      exact(*bin.right), exact(exits_[i].ece)});
    if (fit_->diagrams().before.empty()) return table;
    // The exits at their temperatures, then as recorded.
    const QStringList temperatures =
        QString::fromStdString(fit_->temperatures()).split(QLatin1Char(','));
    const auto complete = [&](QStringList& row, const QString& temperature) {
        const std::size_t exit = row.front().toULongLong() - 1;
        row += exits_[exit].auroc ? exact(*exits_[exit].auroc) : QString();
        row += temperature;
    };
    for (QStringList& row : table.rows)
        complete(row, temperatures.value(temperatures.size() > 1 ? row.front().toInt() - 1 : 0));
    for (std::size_t i = 0; i < fit_->diagrams().before.size(); ++i)
        for (const ReliabilityBin& bin : fit_->diagrams().before[i].bins) {
            if (bin.count == 0) continue;
            table.rows.push_back({QString::number(i + 1), exact(bin.low), exact(bin.high),
                                  QString::number(bin.count), exact(*bin.confidence),
                                  exact(*bin.right), exact(fit_->diagrams().before[i].ece)});
            complete(table.rows.back(), QStringLiteral("1"));
        }
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
