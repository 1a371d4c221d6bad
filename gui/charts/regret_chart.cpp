// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/regret_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/axis_tickers.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/seed_bands.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/wrapped_text.h"

namespace splitee {
RegretChart::RegretChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Cumulative regret"), true, parent),
      rect_(addAxes(tr("round"), tr("regret (reward)"))),
      labels_(addEndLabels(*rect_)),
      curves_(*rect_, theme, QStringLiteral("regret"), 1,
              [this](const RunHistory& run, const RoundView& view) {
                  return run.curve(kind_, view.from, view.to, view.most, view.logarithmic);
              }),
      over_(*rect_, theme, SeedCurves::Look::Band, QStringLiteral("regret, mean over seeds")),
      logLine_(*rect_, theme, SeedCurves::Look::Reference, QStringLiteral("C log t")),
      showBands_(addOption(tr("Bands over seeds and C log t"))),
      bandName_(new QCPItemText(&plot())) {
    showBands_->setToolTip(
        tr("What the same policies do over several seeds (95 % interval of the mean), and C log t "
           "by Lai and Robbins"));
    connect(showBands_, &QAction::toggled, this, [this] {
        putBands();
        refresh();
    });
    bandName_->setClipToAxisRect(false);
    bandName_->position->setAxisRect(rect_);
    bandName_->position->setType(QCPItemPosition::ptAxisRectRatio);
    bandName_->position->setCoords(0.01, 0.01);
    bandName_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    bandName_->setTextAlignment(Qt::AlignLeft);
}

RegretChart::~RegretChart() = default;

void RegretChart::setBands(std::shared_ptr<const RegretBands> bands) {
    bands_ = std::move(bands);
    putBands();
    refresh();
}

void RegretChart::setWhyUnknown(const QString& sentence) {
    if (whyUnknown_ == sentence) return;
    whyUnknown_ = sentence;
    refresh();
}

// Of each run that is shown; a policy that was not replayed has none.
void RegretChart::putBands() {
    over_.clear();
    logLine_.clear();
    if (!bands_ || !showBands_->isChecked()) return;
    std::vector<SeedCurves::Entry> entries;
    for (const RunHistory* run : runs()) {
        const auto policy =
            std::ranges::find(bands_->replay.policies, run->policy(), &SeedPolicy::policy);
        if (policy == bands_->replay.policies.end()) continue;
        const MeanCurve& curve =
            kind_ == Followed::PseudoRegret ? policy->pseudoRegret : policy->realisedRegret;
        if (!curve.low.empty()) entries.push_back({run->label(), run->style(), curve});
    }
    over_.set(bands_->replay.round, std::move(entries));
    if (bands_->constant <= 0 || !std::isfinite(bands_->constant) ||
        kind_ != Followed::PseudoRegret)
        return;
    MeanCurve line;
    for (const double t : bands_->replay.round) line.mean.push_back(bands_->constant * std::log(t));
    const QString of = bands_->constantOf.empty()
                           ? tr("C log t")
                           : tr("C log t, %1").arg(policyName(bands_->constantOf));
    logLine_.set(bands_->replay.round, {{of, 0, std::move(line)}});
}

QStringList RegretChart::banded() const {
    QStringList names;
    for (const SeedCurves::Entry& entry : over_.entries()) names += entry.label;
    return names;
}

bool RegretChart::hasLogLine() const { return !logLine_.empty(); }

void RegretChart::recolour() {
    curves_.recolour();
    over_.recolour();
    logLine_.recolour();
    bandName_->setFont(theme().captionFont());
    bandName_->setColor(theme().color(Token::MutedText));
    bandName_->setBrush(theme().color(Token::Surface));  // a mark's line may pass behind it
}

void RegretChart::runsChanged() {
    curves_.setRuns(runs());
    chooseKind();
    putBands();
}

void RegretChart::chooseKind() {
    const bool pseudo = std::ranges::all_of(
        runs(), [](const RunHistory* run) { return run->knows(Followed::PseudoRegret); });
    kind_ = pseudo ? Followed::PseudoRegret : Followed::RealisedRegret;
    setTitle(runs().empty() || pseudo ? tr("Cumulative regret (pseudo)")
                                      : tr("Cumulative regret (realised)"));
}

// As many lines of it as the axes have room for; the rest is told by the tooltip.
QString RegretChart::whyUnknownIn(const QFontMetrics& metrics) {
    const QString more = QStringLiteral(" …");
    const int width = static_cast<int>(axisLength(*rect_->axis(QCPAxis::atBottom))) -
                      metrics.horizontalAdvance(more);
    QStringList lines = wrappedText(whyUnknown_, metrics, width).split(QLatin1Char('\n'));
    constexpr int kAbove = 4;  // pixels between the axes' upper edge and the first line
    const int fit = std::max(1, (axesHeight() - kAbove) / metrics.lineSpacing());
    if (lines.size() > fit) {
        lines = lines.first(fit);
        lines.back() += more;
        setToolTip(whyUnknown_);
    }
    return lines.join(QLatin1Char('\n'));
}

// Or says why there is nothing to see. Where there is no room for it, the menu still names the
// bands.
void RegretChart::nameBands() {
    const bool unknown = !runs().empty() && std::ranges::none_of(runs(), [](const RunHistory* run) {
        return run->knows(Followed::RealisedRegret);
    });
    const QFontMetrics metrics(theme().captionFont());
    setToolTip(QString());
    const QString words = unknown ? whyUnknownIn(metrics)
                          : over_.entries().empty()
                              ? QString()
                              : tr("band: %1 seeds, 95 %").arg(bands_->replay.seeds);
    bandName_->setText(words);
    const int width = metrics.size(0, words).width();
    bandName_->setVisible(!words.isEmpty() && (unknown || width < rect_->width()));
    // In the strip above the axes; what says why there are no curves stands where they would be.
    bandName_->position->setCoords(0, unknown ? 0.02 : 0);
    bandName_->setPositionAlignment(Qt::AlignLeft | (unknown ? Qt::AlignTop : Qt::AlignBottom));
    setCornerTaken(bandName_->visible() && !unknown ? width : 0);
}

std::int64_t RegretChart::fill() {
    const std::int64_t points = curves_.fill(view());
    if (kind_ == Followed::PseudoRegret) curves_.include(0);
    QCPRange bands;
    bool any = false;
    over_.expand(bands, any, view().from, view().to);
    if (any) {
        curves_.include(bands.lower);
        curves_.include(bands.upper);
    }
    nameBands();
    curves_.fitAxis();
    labels_->clear();
    curves_.label(*labels_);
    const QCPRange shown = rect_->axis(QCPAxis::atLeft)->range();
    for (const SeedCurves::Entry& line :
         logLine_.entries())  // named where it ends, if it ends inside
        if (const double end = bands_->constant * std::log(std::max(1.0, view().to));
            shown.contains(end))
            labels_->add({line.label, theme().color(Token::MutedText), end, true});
    return points;
}

ChartTable RegretChart::visibleTable() const {
    ChartTable table{RunCurves::columns(), {}};
    curves_.appendRows(table);
    return table;
}

QString RegretChart::describe() const {
    QStringList parts;
    for (const RunHistory* run : runs()) {
        const auto regret =
            kind_ == Followed::PseudoRegret ? run->pseudoRegret() : run->realisedRegret();
        if (regret)
            parts += tr("%1 %2 after %3 rounds")
                         .arg(run->label(), numberText(*regret, 1),
                              numberText(static_cast<double>(run->rounds())));
    }
    return parts.isEmpty() ? tr("Regret needs an exit table.") : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
