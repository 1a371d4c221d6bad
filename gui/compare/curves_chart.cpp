// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/curves_chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gui/charts/axis_tickers.h"
#include "gui/charts/exact_text.h"
#include "gui/charts/seed_curves.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kSteadyShare =
    0.03;  // of the rounds: means over so few of them swing from end to end
constexpr std::size_t kMostPoints =
    300;  // of a mean: more cost much, and dashes and bands show no more
constexpr int kTickDistance = 80;

// Every n-th point and the last.
void setThinned(QCPGraph* graph, const std::vector<double>& x, const std::vector<double>& y) {
    QVector<double> keys, values;
    const std::size_t each = std::max<std::size_t>(1, (y.size() + kMostPoints - 1) / kMostPoints);
    for (std::size_t k = 0; k < y.size(); ++k) {
        // The last point that is known is drawn too: there a shorter group ends.
        const bool last = k + 1 == y.size() || std::isnan(y[k + 1]);
        if ((k % each != 0 && !last) || std::isnan(y[k])) continue;
        keys.push_back(x[k]);
        values.push_back(y[k]);
    }
    graph->setData(keys, values, true);
}

}  // namespace

QString titleOf(const CurveChoice& choice) {
    switch (choice.kind) {
        case CurveKind::PseudoRegret:
            return CurvesChart::tr("Cumulative regret (pseudo)");
        case CurveKind::RealisedRegret:
            return CurvesChart::tr("Cumulative regret (realised)");
        case CurveKind::CostMean:
            return CurvesChart::tr("Cost per sample so far");
        case CurveKind::CostSum:
            return CurvesChart::tr("Cumulative cost");
        case CurveKind::Accuracy:
            return CurvesChart::tr("Accuracy so far");
        case CurveKind::OffloadRate:
            return CurvesChart::tr("Offloaded so far");
        case CurveKind::LayerShare:
            break;
    }
    return CurvesChart::tr("Split layer %1, share so far").arg(choice.layer);
}

CurvesChart::CurvesChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Curves"), false, parent),
      rect_(addAxes(tr("round"), QString())),
      labels_(addEndLabels(*rect_)),
      ghosts_(new SeedGhosts(*rect_)),
      showSeeds_(addOption(tr("Individual seeds"))),
      logX_(addOption(tr("Logarithmic x axis"))) {
    logX_->setChecked(false);
    connect(showSeeds_, &QAction::toggled, this, &ChartPanel::refresh);
    connect(logX_, &QAction::toggled, this, [this](bool on) {
        rect_->axis(QCPAxis::atBottom)
            ->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        chooseTicks();
        refresh();
    });
    connect(&plot(), &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent* event) {
        const auto run = showSeeds_->isChecked() ? ghosts_->runAt(event->position()) : std::nullopt;
        if (run) emit runOpened(*run);
    });
    connect(&plot(), &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        const auto run = showSeeds_->isChecked() && event->button() == Qt::LeftButton
                             ? ghosts_->runAt(event->position())
                             : std::nullopt;
        if (run) emit runChosen(*run);
    });
}

// Between two seconds there are ticks, too.
void CurvesChart::chooseTicks() {
    QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    if (logX_->isChecked())
        x->setTicker(QSharedPointer<DecadeTicker>::create(*x));
    else
        x->setTicker(QSharedPointer<NumberTicker>::create(*x, over_ != CurveOver::Time));
}

void CurvesChart::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    looks_ = compared_ ? looksOf(*compared_) : std::vector<GroupLook>();
    curves_.clear();
    ghosts_->clear();
    make();
    if (!compared_) updateCurves();
}

void CurvesChart::choose(const CurveChoice& choice, CurveOver over, CurveBand band) {
    choice_ = choice;
    over_ = over;
    band_ = band;
    updateCurves();
}

// Bands lie behind all lines, the seeds behind the means.
void CurvesChart::make() {
    plot().clearGraphs();
    graphs_.assign(compared_ ? compared_->groups.size() : 0, {});
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    for (Graphs& graphs : graphs_) {
        graphs.low = plot().addGraph(x, y);
        graphs.high = plot().addGraph(x, y);
        graphs.high->setChannelFillGraph(graphs.low);
        graphs.high->setAntialiasedFill(false);
        for (QCPGraph* graph : {graphs.low, graphs.high}) graph->setLayer(QStringLiteral("grid"));
        graphs.line = plot().addGraph(x, y);
    }
}

void CurvesChart::updateCurves() {
    curves_.clear();
    ghosts_->clear();
    for (std::size_t g = 0; g < graphs_.size(); ++g) {
        const ComparedGroup& group = compared_->groups[g];
        curves_.push_back(groupCurve(*compared_, group, choice_, over_, band_));
        const GroupCurve& curve = curves_.back();
        setThinned(graphs_[g].line, curve.x, curve.mean.mean);
        setThinned(graphs_[g].low, curve.x, curve.mean.low);
        setThinned(graphs_[g].high, curve.x, curve.mean.high);
        if (group.runs.size() > 1)
            for (std::size_t k = 0; k < curve.seeds.size(); ++k)
                ghosts_->add(group.runs[curve.runs[k]].id, curve.x, curve.seeds[k]);
    }
    setTitle(titleOf(choice_));
    rect_->axis(QCPAxis::atBottom)->setLabel(xTitle());
    chooseTicks();
    switch (choice_.kind) {
        case CurveKind::PseudoRegret:
        case CurveKind::RealisedRegret:
            setValueTitle(*rect_, tr("regret (reward)"));
            break;
        case CurveKind::CostMean:
            setValueTitle(*rect_, tr("cost (λ per sample)"));
            break;
        case CurveKind::CostSum:
            setValueTitle(*rect_, tr("cost (λ)"));
            break;
        case CurveKind::Accuracy:
            setValueTitle(*rect_, tr("accuracy (%)"));
            break;
        default:
            setValueTitle(*rect_, tr("share of rounds (%)"));
    }
    recolour();
    refresh();
}

QString CurvesChart::xTitle() const {
    switch (over_) {
        case CurveOver::Cost:
            return tr("cumulative cost (λ)");
        case CurveOver::Time:
            return tr("wall time (s), spread evenly over the rounds");
        default:
            return tr("round");
    }
}

void CurvesChart::recolour() {
    std::map<std::int64_t, QPen> pens;  // by run
    for (std::size_t g = 0; g < graphs_.size(); ++g) {
        for (QCPGraph* graph : {graphs_[g].low, graphs_[g].high}) graph->setPen(Qt::NoPen);
        graphs_[g].high->setBrush(bandOf(theme(), looks_[g]));
        graphs_[g].line->setPen(penOf(theme(), looks_[g]));
        for (const ComparedRun& run : compared_->groups[g].runs)
            pens[run.id] = ghostPenOf(theme(), looks_[g]);
    }
    for (SeedGhosts::Ghost& ghost : ghosts_->ghosts()) ghost.pen = pens[ghost.run];
}

QString CurvesChart::bandText() const {
    std::size_t least = 0, most = 0;
    for (const GroupCurve& curve : curves_) {
        if (curve.seeds.empty()) continue;
        least = most == 0 ? curve.seeds.size() : std::min(least, curve.seeds.size());
        most = std::max(most, curve.seeds.size());
    }
    if (most < 2) return tr("a single seed: no band");
    const QString seeds =
        least == most ? QString::number(most) : tr("%1 to %2").arg(least).arg(most);
    if (band_ == CurveBand::Interval95) return tr("95 % over %1 seeds").arg(seeds);
    if (band_ == CurveBand::StandardDeviation)
        return tr("standard deviation over %1 seeds").arg(seeds);
    return tr("minimum to maximum of %1 seeds").arg(seeds);
}

QString CurvesChart::noteText(bool any) const {
    if (!compared_) return {};
    int untimed = 0;
    for (const ComparedGroup& group : compared_->groups)
        for (const ComparedRun& run : group.runs) untimed += run.seconds ? 0 : 1;
    if (over_ != CurveOver::Time || untimed == 0)
        return any ? bandText() : tr("not known for these runs");
    return any ? tr("%1; runs without a logged time: %2").arg(bandText()).arg(untimed)
               : tr("no time is logged for these runs");
}

std::int64_t CurvesChart::fill() {
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    double to = 0;
    for (const GroupCurve& curve : curves_)
        if (!curve.x.empty()) to = std::max(to, curve.x.back());
    const bool log = logX_->isChecked();
    const bool time = over_ == CurveOver::Time;
    x->setRange(!log ? 0 : time ? to / 1000 : 1, to > (time ? 0 : 1) ? to : 10);
    x->ticker()->setTickCount(std::clamp(plot().width() / kTickDistance, 2, 6));
    QCPRange range;
    bool any = false;
    labels_->clear();
    ghosts_->setVisible(showSeeds_->isChecked());
    for (std::size_t g = 0; g < curves_.size(); ++g) {
        const GroupCurve& curve = curves_[g];
        double end = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t k = 0; k < curve.mean.mean.size(); ++k) {
            if (!std::isnan(curve.mean.mean[k])) end = curve.mean.mean[k];
            if (curve.x[k] < kSteadyShare * to) continue;
            for (const std::vector<double>* values :
                 {&curve.mean.mean, &curve.mean.low, &curve.mean.high}) {
                if (k >= values->size() || !std::isfinite((*values)[k])) continue;
                if (any)
                    range.expand((*values)[k]);
                else
                    range = QCPRange((*values)[k], (*values)[k]);
                any = true;
            }
        }
        if (!std::isnan(end))
            labels_->add({labelOf(compared_->groups[g]),
                          mixed(theme().policy(looks_[g].color), theme().color(Token::Text), 0.2),
                          end, false});
    }
    const bool fromZero = choice_.kind == CurveKind::PseudoRegret ||
                          choice_.kind == CurveKind::CostSum ||
                          choice_.kind == CurveKind::LayerShare;
    fitValueAxis(*y, range, any, fromZero);
    setNote(noteText(any));
    return 0;
}

int CurvesChart::decimals() const {
    return choice_.kind == CurveKind::CostMean ? 3 : choice_.kind == CurveKind::CostSum ? 0 : 1;
}

QString CurvesChart::crosshairTitle(double position) const {
    switch (over_) {
        case CurveOver::Cost:
            return tr("%1 λ spent").arg(numberText(position));
        case CurveOver::Time:
            return tr("after %1 s").arg(QString::number(position, 'g', 3));
        default:
            return tr("round %1").arg(numberText(std::round(position)));
    }
}

std::vector<Crosshair::Value> CurvesChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (std::size_t g = 0; g < curves_.size(); ++g) {
        const GroupCurve& curve = curves_[g];
        const auto at =
            static_cast<std::size_t>(std::ranges::lower_bound(curve.x, position) - curve.x.begin());
        if (at >= curve.mean.mean.size() || std::isnan(curve.mean.mean[at])) continue;
        QString text = numberText(curve.mean.mean[at], decimals());
        if (!curve.mean.low.empty())
            text += tr(" (%1 to %2)")
                        .arg(numberText(curve.mean.low[at], decimals()),
                             numberText(curve.mean.high[at], decimals()));
        values.push_back({theme().policy(looks_[g].color), labelOf(compared_->groups[g]), text});
    }
    return values;
}

ChartTable CurvesChart::visibleTable() const {
    const QString place = over_ == CurveOver::Round  ? QStringLiteral("round")
                          : over_ == CurveOver::Cost ? QStringLiteral("spent")
                                                     : QStringLiteral("seconds");
    ChartTable table{
        {QStringLiteral("group"), QStringLiteral("quantity"), place, QStringLiteral("mean"),
         QStringLiteral("low"), QStringLiteral("high"), QStringLiteral("seeds")},
        {}};
    for (std::size_t g = 0; g < curves_.size(); ++g) {
        const GroupCurve& curve = curves_[g];
        const bool banded = !curve.mean.low.empty();
        for (std::size_t k = 0; k < curve.mean.mean.size(); ++k)
            if (!std::isnan(curve.mean.mean[k]))
                table.rows.push_back({labelOf(compared_->groups[g]), titleOf(choice_),
                                      exactText(curve.x[k]), exactText(curve.mean.mean[k]),
                                      banded ? exactText(curve.mean.low[k]) : QString(),
                                      banded ? exactText(curve.mean.high[k]) : QString(),
                                      QString::number(curve.seeds.size())});
    }
    return table;
}

QString CurvesChart::describe() const {
    QStringList parts;
    for (std::size_t g = 0; g < curves_.size(); ++g) {
        const auto& mean = curves_[g].mean.mean;
        const auto end = std::find_if(mean.rbegin(), mean.rend(),
                                      [](double value) { return !std::isnan(value); });
        if (end != mean.rend())
            parts += tr("%1 ends at %2")
                         .arg(labelOf(compared_->groups[g]), numberText(*end, decimals()));
    }
    return parts.isEmpty() ? tr("No runs are compared.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
