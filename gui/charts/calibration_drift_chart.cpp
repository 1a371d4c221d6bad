// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/calibration_drift_chart.h"

#include <QActionGroup>

#include <algorithm>
#include <cmath>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/wrapped_text.h"

namespace splitee {
namespace {

constexpr int kDriftBins = 15;  // as usual for ECE (Guo et al. 2017)
constexpr int kStretches = 40;
constexpr std::int64_t kLeastRounds = 250;  // the error of fewer samples is mostly chance
constexpr double kPaleExit = 0.3;
constexpr double kWhyLeft = 0.01;  // of the axes' width
constexpr std::size_t kMostNamed = 8;

// A line that is flat over each stretch, with an end of its own.
void setSteps(QCPGraph& graph, std::span<const CalibrationDrift::Stretch> stretches,
              const std::function<double(const CalibrationDrift::Stretch&)>& of) {
    QVector<double> rounds, values;
    for (const auto& stretch : stretches) {
        rounds += static_cast<double>(stretch.first) - 0.5;
        values += of(stretch);
    }
    if (!stretches.empty()) {
        rounds += static_cast<double>(stretches.back().last) + 0.5;
        values += values.back();
    }
    graph.setData(rounds, values, true);
}

void growBy(QCPRange& range, bool& any, double value) {
    if (std::isnan(value)) return;
    if (!any) range = QCPRange(value, value);
    range.expand(value);
    any = true;
}

}  // namespace

CalibrationDriftChart::CalibrationDriftChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Calibration over time"), true, parent),
      shares_(addAxes(tr("round"), tr("share (%)"))),
      errors_(addAxes(tr("round"), tr("calibration error (%)"))),
      shareLabels_(addEndLabels(*shares_)),
      errorLabels_(addEndLabels(*errors_)),
      accuracy_(plot().addGraph(shares_->axis(QCPAxis::atBottom), shares_->axis(QCPAxis::atLeft))),
      confidence_(
          plot().addGraph(shares_->axis(QCPAxis::atBottom), shares_->axis(QCPAxis::atLeft))),
      exits_(menu().addMenu(tr("Exit"))),
      why_(new QCPItemText(&plot())) {
    for (QCPGraph* graph : {accuracy_, confidence_}) graph->setLineStyle(QCPGraph::lsStepLeft);
    confidence_->setChannelFillGraph(accuracy_);
    why_->setClipToAxisRect(false);
    why_->position->setAxisRect(shares_);
    why_->position->setType(QCPItemPosition::ptAxisRectRatio);
    why_->position->setCoords(kWhyLeft, 0.04);
    connect(&plot(), &QCustomPlot::afterLayout, this, &CalibrationDriftChart::wrapWhy);
    why_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    exits_->menuAction()->setVisible(false);
}

void CalibrationDriftChart::setTables(std::shared_ptr<const TableSource> tables,
                                      const Experiment& played, std::int64_t rounds,
                                      const QString& why) {
    whyText_ = tables ? QString() : why.isEmpty() ? tr("known where exit tables play") : why;
    if (tables == tables_ && (!tables || (played == experiment_ && rounds == rounds_)))
        return refresh();
    reading_.abandon();
    if (tables == nullptr || tables != tables_) known_.reset();  // else the old one stays meanwhile
    tables_ = std::move(tables);
    experiment_ = played;
    rounds_ = rounds;
    unread_ = tables_ != nullptr && rounds > 0;
    makeLines();
    offerExits();
    if (isVisible()) read();
    refresh();
}

void CalibrationDriftChart::showEvent(QShowEvent* event) {
    ChartPanel::showEvent(event);
    read();
}

void CalibrationDriftChart::read() {
    if (!unread_) return;
    unread_ = false;
    reading_.start(
        [tables = tables_, experiment = experiment_,
         rounds = rounds_](const std::stop_token& stop) {
            return calibrationDrift(tables->all(), experiment, rounds, kStretches, kLeastRounds,
                                    kDriftBins, stop);
        },
        [this](const Result<CalibrationDrift>& known) {
            known_ = known ? std::optional(*known) : std::nullopt;
            if (!known) whyText_ = QString::fromStdString(known.error().message);
            makeLines();
            refresh();
        });
}

void CalibrationDriftChart::setExit(int exit) {
    exit_ = exit;
    offerExits();
    recolour();
    refresh();
}

void CalibrationDriftChart::offerExits() {
    exits_->clear();
    delete group_;
    group_ = new QActionGroup(this);
    const int exits = tables_ ? tables_->all().front()->exits : 0;
    if (exit_ > std::max(1, exits)) exit_ = 1;
    for (int i = 1; i <= exits; ++i) {
        QAction* action =
            group_->addAction(i == exits ? tr("%1 final").arg(i) : QString::number(i));
        action->setCheckable(true);
        action->setChecked(i == exit_);
        // Queued: the action goes with the choice.
        connect(
            action, &QAction::triggered, this, [this, i] { setExit(i); }, Qt::QueuedConnection);
        exits_->addAction(action);
    }
    exits_->menuAction()->setVisible(exits > 1);
}

void CalibrationDriftChart::makeLines() {
    const std::size_t wanted =
        known_ && !known_->stretches.empty() ? known_->stretches.front().exits.size() : 0;
    while (lines_.size() > wanted) {
        plot().removeGraph(lines_.back());
        lines_.pop_back();
    }
    while (lines_.size() < wanted) {
        lines_.push_back(
            plot().addGraph(errors_->axis(QCPAxis::atBottom), errors_->axis(QCPAxis::atLeft)));
        lines_.back()->setLineStyle(QCPGraph::lsStepLeft);
    }
    recolour();
}

QColor CalibrationDriftChart::colorOf(std::size_t exit) const {
    const double share =
        lines_.size() < 2 ? 1 : static_cast<double>(exit) / static_cast<double>(lines_.size() - 1);
    return mixed(theme().color(Token::Surface), theme().color(Token::Accent),
                 kPaleExit + (1 - kPaleExit) * share);
}

void CalibrationDriftChart::recolour() {
    accuracy_->setPen(QPen(theme().color(Token::Text), 2));
    confidence_->setPen(QPen(theme().color(Token::Accent), 2, Qt::DashLine));
    QColor between = theme().color(Token::Accent);
    between.setAlphaF(0.18F);
    confidence_->setBrush(between);
    why_->setFont(theme().captionFont());
    why_->setColor(theme().color(Token::MutedText));
    for (std::size_t i = 0; i < lines_.size(); ++i)
        lines_[i]->setPen(QPen(colorOf(i), static_cast<int>(i) + 1 == exit_ ? 2.6 : 1.2));
}

std::span<const CalibrationDrift::Stretch> CalibrationDriftChart::played() const {
    if (!known_ || runs().empty()) return {};
    const std::int64_t rounds = runs().front()->rounds();
    const auto end = std::ranges::find_if(
        known_->stretches, [rounds](const auto& stretch) { return stretch.last > rounds; });
    return {known_->stretches.data(), static_cast<std::size_t>(end - known_->stretches.begin())};
}

// Into the axes as they were laid out last.
void CalibrationDriftChart::wrapWhy() {
    const QString why = !whyText_.isEmpty() ? whyText_
                        : known_            ? tr("a stretch of the run shows once it is played")
                                            : tr("reading the tables …");
    const int left = static_cast<int>(std::ceil(kWhyLeft * shares_->width()));
    why_->setText(
        wrappedText(why, QFontMetrics(theme().captionFont()), shares_->width() - 2 * left));
}

std::int64_t CalibrationDriftChart::fill() {
    const auto shown = played();
    setSteps(*accuracy_, shown, [this](const auto& s) { return 100 * of(s).accuracy; });
    setSteps(*confidence_, shown, [this](const auto& s) { return 100 * of(s).confidence; });
    QCPRange shares(0, 100), errors(0, 10);
    bool any = false, anyError = false;
    for (const auto& stretch : shown) {
        growBy(shares, any, 100 * of(stretch).accuracy);
        growBy(shares, any, 100 * of(stretch).confidence);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        setSteps(*lines_[i], shown, [i](const auto& s) { return 100 * s.exits[i].ece; });
        for (const auto& stretch : shown) growBy(errors, anyError, 100 * stretch.exits[i].ece);
    }
    const double air = std::max(1.0, 0.08 * shares.size());
    shares_->axis(QCPAxis::atLeft)
        ->setRange(std::max(0.0, shares.lower - air), std::min(102.0, shares.upper + air));
    errors_->axis(QCPAxis::atLeft)->setRange(0, anyError ? 1.08 * errors.upper : 10);
    shareLabels_->clear();
    errorLabels_->clear();
    why_->setVisible(shown.empty());
    wrapWhy();
    if (shown.empty()) return 0;
    shareLabels_->add({tr("exit %1: correct").arg(exit_), theme().color(Token::Text),
                       100 * of(shown.back()).accuracy, false});
    shareLabels_->add({tr("exit %1: confidence").arg(exit_), theme().color(Token::Accent),
                       100 * of(shown.back()).confidence, false});
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool own = static_cast<int>(i) + 1 == exit_;
        if (own || lines_.size() <= kMostNamed || i == 0 || i + 1 == lines_.size())
            errorLabels_->add({tr("exit %1").arg(i + 1),
                               mixed(colorOf(i), theme().color(Token::Text), 0.35),
                               100 * shown.back().exits[i].ece, !own});
    }
    return static_cast<std::int64_t>(shown.size());
}

std::vector<Crosshair::Value> CalibrationDriftChart::valuesAt(double position) const {
    const auto shown = played();
    const auto at = std::ranges::find_if(shown, [position](const auto& stretch) {
        return static_cast<double>(stretch.first) <= position &&
               position <= static_cast<double>(stretch.last);
    });
    if (at == shown.end()) return {};
    const auto percent = [](double share) { return tr("%1 %").arg(numberText(100 * share, 1)); };
    std::vector<Crosshair::Value> values{
        {theme().color(Token::Text), tr("exit %1: correct").arg(exit_), percent(of(*at).accuracy)},
        {theme().color(Token::Accent), tr("exit %1: confidence").arg(exit_),
         percent(of(*at).confidence)}};
    values.push_back({colorOf(static_cast<std::size_t>(exit_ - 1)), tr("calibration error"),
                      percent(of(*at).ece)});
    return values;
}

ChartTable CalibrationDriftChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("exit"), QStringLiteral("from_round"), QStringLiteral("to_round"),
         QStringLiteral("samples"), QStringLiteral("mean_confidence"),
         QStringLiteral("share_right"), QStringLiteral("ece")},
        {}};
    for (const auto& stretch : played())
        for (std::size_t i = 0; i < stretch.exits.size(); ++i)
            table.rows += QStringList{QString::number(i + 1),
                                      QString::number(stretch.first),
                                      QString::number(stretch.last),
                                      QString::number(stretch.exits[i].labelled),
                                      exactText(stretch.exits[i].confidence),
                                      exactText(stretch.exits[i].accuracy),
                                      exactText(stretch.exits[i].ece)};
    return table;
}

QString CalibrationDriftChart::describe() const {
    const auto shown = played();
    if (shown.empty()) return tr("Known once exit tables with labels play.");
    return tr("Exit %1 lately: confidence %2 %, correct %3 %, calibration error %4 %")
        .arg(exit_)
        .arg(numberText(100 * of(shown.back()).confidence, 1),
             numberText(100 * of(shown.back()).accuracy, 1),
             numberText(100 * of(shown.back()).ece, 1));
}

}  // namespace splitee
