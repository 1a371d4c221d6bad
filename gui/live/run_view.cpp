// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_view.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/charts/arms_chart.h"
#include "gui/charts/cost_accuracy_chart.h"
#include "gui/charts/regret_chart.h"
#include "gui/charts/split_chart.h"
#include "gui/live/exit_words.h"
#include "gui/live/exits_panel.h"
#include "gui/live/figures.h"
#include "gui/live/policy_legend.h"
#include "gui/live/rounds_panel.h"
#include "gui/live/setting_marks.h"
#include "gui/live/source_pictures.h"
#include "gui/live/table_charts.h"
#include "gui/run/run_controller.h"
#include "gui/run/seed_bands.h"
#include "gui/run/shown_round.h"
#include "gui/run/text_line.h"
#include "gui/track/network_track.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kFastRoundsPerSecond = 20;  // above this the eye cannot follow single samples

}  // namespace

RunView::RunView(Setup& setup, RunController& controller, ShownRound& shown,
                 const SourcePictures& pictures, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      shown_(shown),
      track_(new NetworkTrack(theme, this)),
      figures_(new Figures(theme, this)),
      hint_(new QLabel(this)),
      legend_(new PolicyLegend(theme, this)),
      docks_(new DockArea(theme, this)),
      why_(new WhyPanel(controller, shown, theme, this)),
      rounds_(new RoundsPanel(controller, shown, this)),
      seeds_(new SeedBands(controller, this)),
      exits_(new ExitsPanel(setup, controller, this)),
      regret_(new RegretChart(theme, this)),
      tableCharts_(new TableCharts(setup, controller, theme, this)),
      scroll_(new QScrollArea(this)) {
    setObjectName(QStringLiteral("runView"));
    setAttribute(Qt::WA_StyledBackground);
    addChart(QStringLiteral("split"), new SplitChart(theme, this), true);
    addChart(QStringLiteral("arms"), new ArmsChart(theme, this), true);
    addChart(QStringLiteral("regret"), regret_, true);
    connect(seeds_, &SeedBands::changed, regret_, &RegretChart::setBands);
    connect(seeds_, &SeedBands::changed, this,
            [this](const std::shared_ptr<const RegretBands>& bands) {
                bands_ = bands;
                if (!controller_.histories().empty() && controller_.round() > 0) showFigures();
            });
    addChart(QStringLiteral("costs"), new CostAccuracyChart(theme, this), true);
    addFurtherCharts(theme);
    hint_->setObjectName(QStringLiteral("muted"));
    hint_->setAlignment(Qt::AlignCenter);
    hint_->hide();
    layOut();

    connect(&controller_, &RunController::sourceOpened, this, &RunView::begin);
    connect(&controller_, &RunController::sourceOpened, this, &RunView::showKnown);
    connect(&controller_, &RunController::tablesChanged, this, &RunView::showKnown);
    connect(&controller_.observer(), &ExitObserver::changed, this, &RunView::showKnown);
    connect(&controller_, &RunController::measured, this, &RunView::showMeasured);
    connect(&controller_, &RunController::advanced, this, &RunView::refresh);
    connect(&controller_, &RunController::stateChanged, this, [this] {
        if (controller_.state() == RunController::State::Empty ||
            (controller_.state() == RunController::State::Failed &&
             controller_.histories().empty()))
            return clear();
        if (controller_.state() != RunController::State::Running)
            refresh();  // the last rounds, in every chart
    });
    // Later marks of the schedule may change from another value now.
    connect(&controller_, &RunController::settingChanged, this, &RunView::showMarks);
    connect(&pictures, &SourcePictures::changed, this, [this, &pictures] {
        for (ChartPanel* chart : charts_) chart->setBandPictures(pictures.pictures());
    });
    connect(&shown_, &ShownRound::moved, this, &RunView::pin);
    connect(&shown_, &ShownRound::pastChanged, this, &RunView::showPast);
    connect(&shown_, &ShownRound::failed, this, &RunView::failed);
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        for (ChartPanel* chart : charts_) chart->setRuns({});
        figures_->clear();
    });
    connect(legend_, &PolicyLegend::hiddenChanged, this, [this] {
        for (ChartPanel* chart : charts_) chart->setHidden(legend_->hidden());
    });
    figures_->clear();
}

// Where the window is low, one scrolls to the charts.
void RunView::layOut() {
    auto* contents = new QWidget(this);
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(10, 12, 10, 12);
    column->setSpacing(8);
    column->addWidget(track_);
    column->addWidget(figures_);
    column->addWidget(hint_);
    column->addWidget(legend_);
    column->addWidget(docks_, 1);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidgetResizable(true);
    scroll_->setWidget(contents);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll_);
    // Queued: the panel gets its place by the layout first.
    connect(
        docks_, &DockArea::shown, this,
        [this](Dock* dock) { scroll_->ensureWidgetVisible(dock, 0, 0); }, Qt::QueuedConnection);
}

bool RunView::computesBands() const { return seeds_->computing(); }

void RunView::showWhy() {
    docks_->reveal(QStringLiteral("why"));
    why_->setFocus();
}

std::vector<const RunHistory*> RunView::runs() const {
    std::vector<const RunHistory*> runs;
    for (const RunHistory& history : controller_.histories()) runs.push_back(&history);
    return runs;
}

// The histories are where they were, but tell more, or less.
void RunView::showMeasured() {
    for (ChartPanel* chart : charts_) chart->setRuns(runs());
    refresh();
}

// What of the exits is known, and how far they are read.
void RunView::showKnown() { regret_->setWhyUnknown(exitsText(controller_.observer())); }

void RunView::begin() {
    legend_->setRuns(runs());
    for (ChartPanel* chart : charts_) chart->setRuns(runs());
    showMarks();
    track_->setNetwork(controller_.opened().depth, tr("Device"), tr("Cloud"),
                       controller_.opened().takesTexts());
    QStringList names;
    for (const std::string& name : controller_.opened().classNames)
        names << QString::fromStdString(name);
    track_->setClassNames(names);
    figures_->clear();
}

// Nothing is open: no picture of what was there before stays.
void RunView::clear() {
    figures_->clear();
    legend_->setRuns({});
    showMarks();
    track_->setNetwork({}, tr("Device"), tr("Cloud"));
}

void RunView::showMarks() {
    marks_.clear();
    std::vector<TimeLineBand> bands;
    if (const std::int64_t rounds = controller_.rounds(); rounds > 0) {
        for (const TimeLineMark& mark : settingMarks(controller_.played().experiment, rounds))
            marks_.push_back({static_cast<double>(mark.round), mark.text});
        bands = sourceBands(controller_.played(), rounds);
    }
    for (ChartPanel* chart : charts_) {
        chart->setBands(bands);
        chart->setMarks(marks_);
    }
}

void RunView::setHint(const QString& text) {
    hint_->setText(text);
    hint_->setVisible(!text.isEmpty());
}

void RunView::setFollow(bool on) {
    for (ChartPanel* chart : charts_) chart->setFollow(on);
}

void RunView::setLogRounds(bool on) {
    for (ChartPanel* chart : charts_) chart->setLogRounds(on);
}

// In linked charts a zoom, a move or Follow is one of all.
void RunView::link(ChartPanel& chart) {
    if (!chart.isOverRounds()) return;
    connect(&chart, &ChartPanel::roundsMoved, this, [this, &chart](double from, double to) {
        if (!linked_) return;
        for (ChartPanel* other : charts_)
            if (other != &chart) other->showRounds(from, to);
    });
    connect(&chart, &ChartPanel::followChanged, this, [this](bool on) {
        if (linked_ && on) setFollow(true);
    });
}

void RunView::setLinked(bool on) {
    linked_ = on;
    if (!on) return;
    const auto zoomed = std::ranges::find_if(charts_, [](const ChartPanel* chart) {
        return chart->isOverRounds() && chart->isVisible() && !chart->follows();
    });
    if (zoomed == charts_.end()) return;
    const QCPRange shown = (*zoomed)->plot().axisRect(0)->axis(QCPAxis::atBottom)->range();
    for (ChartPanel* chart : charts_)
        if (chart != *zoomed) chart->showRounds(shown.lower, shown.upper);
}

// The charts mark the round at once; the rest follows when it has been read.
void RunView::pin() {
    const double round = shown_.isLive() ? std::numeric_limits<double>::quiet_NaN()
                                         : static_cast<double>(shown_.round());
    for (ChartPanel* chart : charts_) chart->setPinned(round);
}

void RunView::showPast() {
    std::vector<const RunHistory*> runs;
    if (shown_.past() != nullptr)
        for (const RunHistory& run : shown_.past()->runs) runs.push_back(&run);
    for (ChartPanel* chart : charts_) chart->setPast(runs);
    if (controller_.histories().empty() || controller_.round() == 0) return;
    showTrack();
    showFigures();
}

const std::vector<RunHistory>& RunView::shownRuns() const {
    return shown_.past() != nullptr ? shown_.past()->runs : controller_.histories();
}

// The first policy is the one that the track and the figures tell of. While many rounds stream in,
// half of the page at a time, so that no event takes long. The last round shows in all of it.
void RunView::refresh() {
    if (controller_.histories().empty() || controller_.round() == 0) return;
    const bool fast = controller_.state() == RunController::State::Running &&
                      controller_.roundsPerSecond() > kFastRoundsPerSecond;
    ++turn_;
    if (shown_.isLive()) {
        if (!fast || turn_ % 2 == 0) showTrack();
        if (!fast || turn_ % 2 != 0) showFigures();
    }
    refreshCharts(!fast);
}

void RunView::showTrack() {
    const RunHistory& first = shownRuns().front();
    const bool playing = shown_.isLive() && controller_.state() == RunController::State::Running;
    const bool fast = playing && controller_.roundsPerSecond() > kFastRoundsPerSecond;
    track_->setFast(fast);
    track_->setAnimated(playing && !fast && !still_);
    track_->setDistribution(first.recentShares());
    track_->setRound(first.last, first.seen,
                     shown_.past() != nullptr ? shown_.past()->alpha : controller_.alpha());
    showSample();
}

void RunView::refreshCharts(bool all) {
    for (std::size_t k = 0; k < charts_.size(); ++k)
        if ((all || (k + turn_) % 2 == 0) &&
            (shown_.past() == nullptr || charts_[k]->isOverRounds()))
            charts_[k]->refresh();
}

// Bytes and times only where a network really played the sample.
void RunView::showSample() {
    const OpenedExperiment& opened = controller_.opened();
    if (!opened.live) return;
    const auto showImage = [this](const Image& image) {
        track_->setThumbnail(QImage(image.pixels.data(), image.width, image.height, 3 * image.width,
                                    QImage::Format_RGB888)
                                 .copy());
    };
    if (const PastRound* past = shown_.past()) {
        if (past->sample && std::holds_alternative<Text>(past->sample->input))
            track_->setText({lineOf(past->sample->text()), {}, 0}, 0);
        else if (past->sample && !past->sample->image().pixels.empty())
            showImage(past->sample->image());
    } else if (const auto& sample = controller_.sample()) {
        if (opened.takesTexts())
            track_->setText(lineOf(sample->text, sample->read), controller_.piecesPerSecond());
        else if (!sample->image.pixels.empty())
            showImage(sample->image);
        else
            return;
    } else {
        return;
    }
    track_->setTransfer(transferText(shownRuns().front().last));
}

// Of a past round only what crossed is known, and of a text not even that.
QString RunView::transferText(const RoundRecord& round) const {
    const OpenedExperiment& opened = controller_.opened();
    const auto& stages = opened.stages;
    if (round.exited || round.split < 1 || static_cast<std::size_t>(round.split) > stages.size())
        return {};
    double bytes =
        static_cast<double>(stages[static_cast<std::size_t>(round.split - 1)].payloadBytes());
    if (shown_.past() != nullptr)
        return opened.takesTexts() ? QString() : tr("%1 kB").arg(numberText(bytes / 1000, 1));
    const SampleView& sample = *controller_.sample();
    if (opened.takesTexts())  // what is stated is that of the longest text
        bytes *= static_cast<double>(sample.read.pieces) / opened.live->model->info().text().length;
    return tr("%1 kB · %2 ms")
        .arg(numberText(bytes / 1000, 1), numberText(sample.took.device + sample.took.cloud, 1));
}

// A live run tells nobody what the final exit would have said, unless a policy that always computes
// it plays beside.
double RunView::accuracyAgainstFinal() const {
    const auto& histories = shownRuns();
    const RunHistory& first = histories.front();
    if (!std::isnan(first.accuracyChangePoints())) return first.accuracyChangePoints();
    for (const RunHistory& other : histories)
        if (other.policy() == "final") return 100 * (first.accuracy() - other.accuracy());
    return first.accuracyChangePoints();
}

void RunView::showFigures() {
    const RunHistory& first = shownRuns().front();
    const QString cost =
        tr("%1 λ per sample · %2")
            .arg(shortText(std::round(first.costMean() * 100) / 100), first.label());
    const QString accuracy = std::isnan(first.accuracy())
                                 ? QString()
                                 : tr("%1 % accuracy").arg(numberText(100 * first.accuracy(), 1));
    const QString offload = tr("last %1 rounds: %2 %")
                                .arg(RunHistory::kWindow)
                                .arg(numberText(first.recentOffloadPercent()));
    figures_->show(first.costChangePercent(), accuracyAgainstFinal(), first.offloadPercent(), cost,
                   accuracy, offload);
    showSpreads(first);
}

// Mean over seeds at this round: the figure of one run is not that of the policy.
void RunView::showSpreads(const RunHistory& first) {
    if (!bands_) return figures_->showSpreads({});
    const SeedReplay& seeds = bands_->replay;
    const auto policy = std::ranges::find(seeds.policies, first.policy(), &SeedPolicy::policy);
    if (policy == seeds.policies.end()) return figures_->showSpreads({});
    const auto now = static_cast<double>(first.rounds());
    const auto at = [&](const MeanCurve& curve) { return spreadAt(curve, seeds.round, now); };
    figures_->showSpreads(
        {at(policy->costChange), at(policy->accuracyChange), at(policy->offloaded)}, seeds.seeds);
}

}  // namespace splitee
