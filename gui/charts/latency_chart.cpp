// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/latency_chart.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kTypical = 0.5, kSlow = 0.95;
constexpr double kLatestDeadline = 1e6;  // ms

}  // namespace

LatencyChart::LatencyChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Latency"), false, parent),
      rect_(addAxes(tr("latency (ms)"), tr("samples answered by then (%)"))),
      labels_(addEndLabels(*rect_)),
      field_(new NumberField({0, kLatestDeadline, 1, 0, 0}, tr("ms"), this)),
      line_(new QCPItemStraightLine(&plot())) {
    line_->setClipToAxisRect(true);
    line_->setClipAxisRect(rect_);
    line_->setVisible(false);
    layOutDeadline();
}

void LatencyChart::layOutDeadline() {
    const QString help =
        tr("A sample that is answered later has missed it; the names of the lines say which share "
           "did");
    field_->setObjectName(QStringLiteral("deadline"));
    field_->setTexts(tr("Deadline"), help);
    field_->setLeastText(tr("none"));
    field_->show(0);
    auto* label = new QLabel(tr("Deadline"), this);
    label->setObjectName(QStringLiteral("muted"));
    label->setToolTip(help);
    label->setBuddy(field_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 4);
    row->addWidget(label);
    row->addWidget(field_);
    row->addStretch(1);
    static_cast<QBoxLayout*>(layout())->addLayout(row);
    connect(field_, &NumberField::edited, this, &LatencyChart::setDeadline);
}

void LatencyChart::setDeadline(double milliseconds) {
    deadline_ = std::clamp(milliseconds, 0.0, kLatestDeadline);
    field_->show(deadline_);
    refresh();
}

double LatencyChart::missed(const RunHistory& run) const {
    const auto steps = stepsOf(run);
    if (deadline_ <= 0 || steps.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto late = std::ranges::upper_bound(steps, deadline_, {}, &Step::milliseconds);
    return late == steps.end() ? 0 : 1 - (late == steps.begin() ? 0 : std::prev(late)->share);
}

void LatencyChart::setProfile(const PhysicalProfile& profile, std::vector<double> depth) {
    profile_ = profile;
    depth_ = std::move(depth);
    refresh();
}

// A run's latencies are few: by the layer it was split at, and whether it was sent on.
std::vector<LatencyChart::Step> LatencyChart::stepsOf(const RunHistory& run) const {
    if (run.rounds() == 0 || depth_.size() != static_cast<std::size_t>(run.exits())) return {};
    const ExitsEvaluated evaluated = exitsEvaluated(run.policy());
    std::vector<Step> steps;
    const auto add = [&](std::size_t layer, bool exited, std::int64_t count) {
        if (count == 0) return;
        const double takes =
            latencyMilliseconds(profile_, depth_, static_cast<int>(layer), exited, evaluated);
        steps.push_back({takes, static_cast<double>(count) / static_cast<double>(run.rounds())});
    };
    for (std::size_t layer = 0; layer < run.pulls().size(); ++layer) {
        add(layer, true, run.leftAt()[layer]);
        add(layer, false, run.pulls()[layer] - run.leftAt()[layer]);
    }
    std::ranges::sort(steps, {}, &Step::milliseconds);
    double share = 0;
    for (Step& step : steps) step.share = share += step.share;
    return steps;
}

double LatencyChart::quantile(const RunHistory& run, double share) const {
    for (const Step& step : stepsOf(run))
        if (step.share >= share - 1e-12) return step.milliseconds;
    return std::numeric_limits<double>::quiet_NaN();
}

void LatencyChart::runsChanged() {
    for (QCPGraph* line : lines_) plot().removeGraph(line);
    lines_.clear();
    for (std::size_t r = 0; r < runs().size(); ++r) {
        QCPGraph* line =
            plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft));
        line->setLineStyle(QCPGraph::lsStepLeft);
        line->setAdaptiveSampling(false);
        lines_.push_back(line);
    }
}

void LatencyChart::recolour() {
    for (std::size_t r = 0; r < lines_.size(); ++r)
        lines_[r]->setPen(theme().policyPen(runs()[r]->style()));
    line_->setPen(QPen(theme().color(Token::Warn), 1.5, Qt::DashLine));
}

std::int64_t LatencyChart::fill() {
    labels_->clear();
    double slowest = 0;
    for (const RunHistory* run : runs())
        if (const auto steps = stepsOf(*run); !steps.empty())
            slowest = std::max(slowest, steps.back().milliseconds);
    const double end = slowest > 0 ? 1.05 * std::max(slowest, deadline_) : 1;
    line_->setVisible(deadline_ > 0);
    line_->point1->setCoords(deadline_, 0);
    line_->point2->setCoords(deadline_, 1);
    for (std::size_t r = 0; r < lines_.size(); ++r) {
        QVector<double> milliseconds{0}, percent{0};
        for (const Step& step : stepsOf(*runs()[r])) {
            milliseconds += step.milliseconds;
            percent += 100 * step.share;
        }
        const bool some = milliseconds.size() > 1;
        if (some) {
            milliseconds += end;
            percent += 100;
            const QString name = deadline_ > 0 ? tr("%1: %2 % missed")
                                                     .arg(runs()[r]->label(),
                                                          numberText(100 * missed(*runs()[r]), 1))
                                               : runs()[r]->label();
            labels_->add({name, theme().policyText(runs()[r]->style()), 100 * kTypical, false});
        } else {
            milliseconds.clear();
            percent.clear();
        }
        lines_[r]->setData(milliseconds, percent, true);
    }
    rect_->axis(QCPAxis::atBottom)->setRange(0, end);
    rect_->axis(QCPAxis::atLeft)->setRange(0, 104);
    return 0;
}

QString LatencyChart::crosshairTitle(double position) const {
    return tr("answered within %1 ms").arg(numberText(position, 1));
}

std::vector<Crosshair::Value> LatencyChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (const RunHistory* run : runs()) {
        const auto steps = stepsOf(*run);
        if (steps.empty()) continue;
        const auto after = std::ranges::upper_bound(steps, position, {}, &Step::milliseconds);
        const double share = after == steps.begin() ? 0 : std::prev(after)->share;
        values.push_back({theme().policy(run->style()), run->label(),
                          tr("%1 %").arg(numberText(100 * share, 1))});
    }
    return values;
}

ChartTable LatencyChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("run"), QStringLiteral("milliseconds"), QStringLiteral("percent")}, {}};
    for (const RunHistory* run : runs())
        for (const Step& step : stepsOf(*run))
            table.rows.push_back({run->label(), QString::number(step.milliseconds, 'g', 9),
                                  QString::number(100 * step.share, 'f', 3)});
    if (deadline_ <= 0) return table;
    table.columns += {QStringLiteral("deadline_ms"), QStringLiteral("missed_percent")};
    std::size_t row = 0;
    for (const RunHistory* run : runs()) {
        const QString late = QString::number(100 * missed(*run), 'f', 3);
        for (std::size_t k = 0; k < stepsOf(*run).size(); ++k)
            table.rows[static_cast<qsizetype>(row++)] += {QString::number(deadline_, 'g', 9), late};
    }
    return table;
}

QString LatencyChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs())
        if (run->rounds() > 0) {
            parts += tr("%1: half of the samples within %2 ms, 95 % within %3 ms")
                         .arg(run->label(), numberText(quantile(*run, kTypical), 1),
                              numberText(quantile(*run, kSlow), 1));
            if (deadline_ > 0)
                parts.back() += tr(", %1 % miss the deadline of %2 ms")
                                    .arg(numberText(100 * missed(*run), 1), shortText(deadline_));
        }
    return parts.isEmpty() ? tr("No rounds yet.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
