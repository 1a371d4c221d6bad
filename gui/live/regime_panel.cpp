// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/regime_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "gui/charts/regime_chart.h"
#include "gui/live/exit_words.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/panel_header.h"

namespace splitee {
namespace {

constexpr std::int64_t kSeeds = 5, kMostRounds = 10'000;
constexpr const char* kTrivial[] = {"final",  "fixed", "device-only", "cloud-only",
                                    "random", "best",  "oracle"};

// mu in equal ratios, as the number boxes can show it, and o as far as its slider goes, or the
// factor on every layer's o.
RegimeGrid grid(const Experiment& experiment) {
    constexpr double kFactorStep = 0.1;
    const double step = experiment.offloadsPerLayer() ? kFactorStep : 1;
    RegimeGrid grid;
    for (int k = 0; k <= 24; ++k)
        grid.muLambda.push_back(std::round(1000 * std::pow(10, -2 + k / 12.0)) / 1000);
    for (int o = 0; o <= 20; ++o) grid.offload.push_back(std::round(o * step * 10) / 10);
    return grid;
}

// Where a setting lies on the axis of o.
double offloadOf(const Experiment& experiment) {
    return experiment.offloadsPerLayer() ? experiment.offloadFactor : experiment.offload;
}

// What the map depends on: all but mu, o (or the factor on it) and the schedule; of the policies
// those that learn.
Experiment mapOf(Experiment experiment, const TableSource& tables) {
    const Experiment standard;
    experiment.mu = standard.mu;
    experiment.offload = standard.offload;
    experiment.offloadFactor = standard.offloadFactor;
    experiment.schedule.clear();
    experiment.seeds = kSeeds;
    experiment.rounds = std::min(roundsOf(experiment, ReplayWorld(tables.all())), kMostRounds);
    std::string learners;
    for (const std::string& policy : policiesOf(experiment).value_or(std::vector<std::string>()))
        if (std::ranges::find(kTrivial, policy) == std::end(kTrivial))
            learners += (learners.empty() ? "" : ",") + policy;
    experiment.policies = learners.empty() ? "splitee" : learners;
    return experiment;
}

}  // namespace

RegimePanel::RegimePanel(Setup& setup, RunController& controller, const Theme& theme,
                         QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      controller_(controller),
      tables_(setup, controller),
      chart_(new RegimeChart(theme, this)),
      shown_(new QComboBox(this)),
      progress_(new QProgressBar(this)),
      stop_(new QToolButton(this)),
      text_(new QLabel(this)) {
    setAccessibleName(tr("Regime map"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(shown_, 1);
    row->addWidget(progress_, 1);
    row->addWidget(stop_);
    column->addWidget(chart_->findChild<PanelHeader*>());  // the dock shows one header, the chart's
    column->addLayout(row);
    column->addWidget(chart_, 1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 4);
    text_->setTextFormat(Qt::PlainText);  // it may quote what went wrong
    below->addWidget(text_);
    column->addLayout(below);
    shown_->setAccessibleName(tr("What the map shows"));
    shown_->setToolTip(
        tr("The best split that is fixed, or what a policy that learns gains over the better of "
           "two that need not: the final exit, and offloading everything at layer 1"));
    shown_->installEventFilter(new WheelGuard(shown_));
    progress_->setAccessibleName(tr("Progress of the map"));
    progress_->setTextVisible(false);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    stop_->setText(tr("Cancel"));
    stop_->setToolTip(tr("Stop computing the map; the last one stays"));
    text_->setObjectName(QStringLiteral("muted"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    stop();
    connect(stop_, &QToolButton::clicked, this, &RegimePanel::stop);
    connect(shown_, &QComboBox::activated, this, [this] {
        chart_->show(picture_, shown_->currentData().toInt());
        updateText();
    });
    connect(chart_, &RegimeChart::markerMoved, this, &RegimePanel::moved);
    connect(&setup_, &Setup::changed, this, &RegimePanel::setupChanged);
    connect(&controller, &RunController::sourceOpened, this, &RegimePanel::setupChanged);
    connect(&controller, &RunController::stateChanged, this, &RegimePanel::setupChanged);
    connect(&controller, &RunController::tablesChanged, this, &RegimePanel::setupChanged);
    connect(&controller.observer(), &ExitObserver::changed, this, &RegimePanel::setupChanged);
}

QString RegimePanel::words() const { return text_->text(); }

void RegimePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setupChanged();
}

void RegimePanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!stop_->isHidden() || !picture_) {  // what was under way begins anew when it is seen again
        stop();
        askedTables_.reset();
    }
}

void RegimePanel::stop() {
    work_.cancel();
    ++number_;
    progress_->hide();
    stop_->hide();
}

void RegimePanel::setupChanged() {
    chart_->setMarker(setup_.experiment().mu, offloadOf(setup_.experiment()));
    if (!isVisible()) return;
    const auto& tables = tables_.look();
    if (!tables) {
        stop();
        askedTables_.reset();
        picture_.reset();
        chart_->show(nullptr, RegimeChart::kBestSplit);
        return updateText();
    }
    const Experiment wanted = mapOf(setup_.experiment(), *tables);
    if (!askedTables_ ||
        askedTables_->hash != tables->hash) {  // the map of another table says nothing of this one
        picture_.reset();
        chart_->show(nullptr, RegimeChart::kBestSplit);
    }
    if (!askedTables_ || askedTables_->hash != tables->hash || !(wanted == asked_)) {
        asked_ = wanted;
        askedTables_ = tables;
        requestMap();
    }
    updateText();
}

void RegimePanel::requestMap() {
    const int number = ++number_;
    progress_->setValue(0);
    progress_->show();
    stop_->show();
    using Answer = Result<std::shared_ptr<const RegimePicture>>;
    work_.start(
        [tables = askedTables_, experiment = asked_](const std::stop_token& stop,
                                                     const ProgressSink& progress) -> Answer {
            RegimeGrid cells = grid(experiment);
            cells.alpha = {experiment.alpha};
            const ExitTable& table = *tables->all().front();
            auto map = regimeMap(table, experiment, cells, stop, progress);
            if (!map) return tl::unexpected(map.error());
            if (map->cancelled) return fail("cancelled");
            return std::make_shared<const RegimePicture>(RegimePicture{
                std::move(*map), std::move(cells), table.exits, experiment.offloadsPerLayer()});
        },
        [this, number](const Answer& answer) { onMapFinished(number, answer); },
        [this, number](const Progress& at) {
            if (number == number_)
                progress_->setValue(
                    static_cast<int>(100 * at.done / std::max<std::int64_t>(at.total, 1)));
        });
}

void RegimePanel::onMapFinished(int number,
                                const Result<std::shared_ptr<const RegimePicture>>& answer) {
    if (number != number_) return;
    stop();
    if (!answer) {
        text_->setText(QString::fromStdString(answer.error().message));
        return;
    }
    picture_ = *answer;
    fillChoices();
    chart_->show(picture_, shown_->currentData().toInt());
    updateText();
    emit mapped();
}

// The choice stays while the policies are the same.
void RegimePanel::fillChoices() {
    const QString before = shown_->currentText();
    shown_->clear();
    shown_->addItem(tr("Best fixed split"), RegimeChart::kBestSplit);
    for (std::size_t p = 0; p < picture_->map.policies.size(); ++p)
        shown_->addItem(tr("Gain of %1").arg(policyName(picture_->map.policies[p])),
                        static_cast<int>(p));
    shown_->setCurrentIndex(std::max(0, shown_->findText(before)));
}

// One drag is one step to undo.
void RegimePanel::moved(double mu, double offload, bool finished) {
    ExperimentFile next = setup_.file();
    next.experiment.mu = mu;
    (next.experiment.offloadsPerLayer() ? next.experiment.offloadFactor : next.experiment.offload) =
        offload;
    if (!(next.experiment == setup_.experiment()))
        setup_.edit(next, tr("Move in the regime map"), "regime " + std::to_string(drag_));
    if (finished) ++drag_;
}

void RegimePanel::updateText() {
    if (!tables_.whyNot().isEmpty())
        return text_->setText(whyNoTables(tables_, controller_.observer()));
    if (!picture_)
        return text_->setText(stop_->isHidden()
                                  ? tr("No map: it was cancelled. Change a parameter to make it.")
                                  : tr("Computing the map …"));
    const Experiment& setting = setup_.experiment();
    QString words = chart_->wordsAt(setting.mu, offloadOf(setting));
    words +=
        tr(" Drag the ring, or use the arrow keys, to set μ and o. %1 seeds of %2 rounds, α %3.")
            .arg(kSeeds)
            .arg(numberText(static_cast<double>(picture_->map.rounds)),
                 shortText(picture_->map.cells.front().alpha));
    if (!setting.schedule.empty()) words += tr(" The schedule is left out.");
    text_->setText(words);
}

}  // namespace splitee
