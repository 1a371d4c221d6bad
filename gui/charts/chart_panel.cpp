// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/charts/axis_tickers.h"
#include "gui/charts/chart_exporter.h"
#include "gui/charts/round_axis.h"
#include "gui/charts/round_bands.h"
#include "gui/charts/visible_table.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr QPoint kNowhere(-10'000, -10'000);
constexpr int kHeadHeight = 50, kAxesHeight = 50;  // at least

}  // namespace

ChartPanel::ChartPanel(const Theme& theme, const QString& title, bool overRounds, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      overRounds_(overRounds),
      header_(new PanelHeader(theme, title, this)),
      followButton_(
          header_->addButton(tr("Follow"), tr("Show the whole run again and keep up with it (F)"))),
      menu_(&header_->menu()),
      plot_(new QCustomPlot(this)),
      roundAxis_(new RoundAxis(*plot_, this)),
      exporter_(new ChartExporter(*this)) {
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 100);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    auto* framed = new QVBoxLayout;
    framed->setContentsMargins(12, 0, 6, 6);
    framed->addWidget(plot_);
    column->addLayout(framed, 1);
    connect(followButton_, &QToolButton::clicked, this, [this] { setFollow(true); });
    plot_->setMinimumSize(120, 60);
    plot_->setAccessibleName(title);
    plot_->setPlottingHint(QCP::phFastPolylines, true);
    plot_->plotLayout()->clear();
    plot_->plotLayout()->setRowSpacing(10);  // ticks of two axes do not meet
    plot_->addLayer(QStringLiteral("crosshair"));
    plot_->layer(QStringLiteral("crosshair"))->setMode(QCPLayer::lmBuffered);
    keepTicksApart(*plot_);
    margins_ = new QCPMarginGroup(plot_);
    marks_ = new ChangeMarks(*plot_, theme_);
    bands_ = new RoundBands(*plot_, theme_);
    crosshair_ = new Crosshair(*plot_, theme_);
    crosshair_->setOther([this](const QRectF& place) { return covered(place); });
    buildMenu();
    connect(roundAxis_, &RoundAxis::moved, this, [this] {
        setFollow(false);
        refresh();
        emit roundsMoved(view().from, view().to);
    });
    connect(exporter_, &ChartExporter::failed, this, &ChartPanel::failed);
    connect(exporter_, &ChartExporter::written, this, &ChartPanel::written);
    connect(&theme_, &Theme::changed, this, &ChartPanel::applyTheme);
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const double at =
            plot_->axisRect(0)->axis(QCPAxis::atBottom)->pixelToCoord(event->position().x());
        setCrosshair(overRounds_ ? std::round(at) : at);
        if (overRounds_) emit crosshairMoved(std::round(at));
    });
    connect(plot_, &QCustomPlot::mousePress, this,
            [this](QMouseEvent* event) { pressed_ = event->position().toPoint(); });
    connect(plot_, &QCustomPlot::mouseRelease, this,
            [this](QMouseEvent* event) { chooseRound(event->position().toPoint(), false); });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent* event) {
        chooseRound(pressed_ = event->position().toPoint(), true);
        pressed_ = kNowhere;  // a panel may open and narrow this chart before the release
    });
    plot_->installEventFilter(this);
}

ChartPanel::~ChartPanel() = default;

bool ChartPanel::hasLogRounds() const { return roundAxis_->isLogarithmic(); }

void ChartPanel::buildMenu() {
    if (overRounds_) {
        followAction_ = menu_->addAction(tr("Follow"));
        followAction_->setCheckable(true);
        followAction_->setChecked(true);
        connect(followAction_, &QAction::toggled, this, &ChartPanel::setFollow);
        logAction_ = menu_->addAction(tr("Logarithmic rounds"));
        logAction_->setCheckable(true);
        connect(logAction_, &QAction::toggled, this, &ChartPanel::setLogRounds);
        menu_->addSeparator();
    }
    tableAction_ = menu_->addAction(tr("Show as table"));
    tableAction_->setCheckable(true);
    connect(tableAction_, &QAction::toggled, this, &ChartPanel::setShownAsTable);
    exporter_->addActions(*menu_);
}

QCPAxisRect* ChartPanel::addAxes(const QString& xTitle, const QString& yTitle) {
    auto* rect = new QCPAxisRect(plot_, false);
    plot_->plotLayout()->addElement(plot_->plotLayout()->rowCount(), 0, rect);
    QCPAxis* x = rect->addAxis(QCPAxis::atBottom);
    QCPAxis* y = rect->addAxis(QCPAxis::atLeft);
    x->setLabel(xTitle);
    setValueTitle(*rect, yTitle);
    x->setTicker(QSharedPointer<NumberTicker>::create(*x, true));
    y->setTicker(QSharedPointer<NumberTicker>::create(*y, false));
    for (QCPAxis* axis : {x, y}) axis->setLayer(QStringLiteral("axes"));
    x->grid()->setVisible(false);
    y->grid()->setVisible(true);
    y->grid()->setLayer(QStringLiteral("grid"));
    rect->setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msBottom);
    rect->setMarginGroup(QCP::msLeft, margins_);
    rect->setMinimumMargins({0, 6, 0, 0});
    if (overRounds_) roundAxis_->add(*rect);
    setMinimumHeight(kHeadHeight + kAxesHeight * plot_->axisRectCount());
    if (plot_->axisRectCount() > 1) {  // only the lowest axis has labels
        QCPAxis* above = plot_->axisRect(plot_->axisRectCount() - 2)->axis(QCPAxis::atBottom);
        above->setTickLabels(false);
        above->setLabel(QString());
    }
    styleAxes();
    return rect;
}

EndLabels* ChartPanel::addEndLabels(QCPAxisRect& rect) {
    labels_.push_back(new EndLabels(rect, theme_));
    return labels_.back();
}

void ChartPanel::setTitle(const QString& title) {
    header_->setTitle(title);
    setAccessibleName(title);
    plot_->setAccessibleName(title);
}

void ChartPanel::styleAxes() {
    const QColor muted = theme_.color(Token::MutedText);
    for (QCPAxisRect* rect : plot_->axisRects()) {
        for (QCPAxis* axis : rect->axes()) {
            axis->setBasePen(Qt::NoPen);
            axis->setTickPen(Qt::NoPen);
            axis->setSubTicks(false);
            axis->setTickLength(0, 3);
            axis->setTickLabelFont(theme_.captionFont());
            axis->setTickLabelColor(muted);
            axis->setLabelFont(theme_.captionFont());
            axis->setLabelColor(muted);
            axis->setLabelPadding(2);
            axis->setTickLabelPadding(3);
            axis->grid()->setPen(
                QPen(mixed(theme_.color(Token::Surface), theme_.color(Token::Border), 0.7), 1));
            axis->grid()->setZeroLinePen(QPen(theme_.color(Token::Border), 1));
        }
    }
    plot_->setBackground(QBrush(theme_.color(Token::Surface)));
}

void ChartPanel::applyTheme() {
    styleAxes();
    recolour();
    update();
    refresh();
}

void ChartPanel::setRuns(std::vector<const RunHistory*> runs) {
    allRuns_ = std::move(runs);
    past_.clear();
    chooseRuns();
}

// No line or bar comes or goes: the runs are the same.
void ChartPanel::setPast(std::vector<const RunHistory*> runs) {
    if (overRounds_) return;
    past_ = std::move(runs);
    if (!std::ranges::equal(past_, allRuns_, {}, &RunHistory::policy, &RunHistory::policy))
        past_.clear();  // of other runs
    chooseShown();
    if (isVisible())
        refresh();
    else
        drawUnseen();  // nothing points to what the runs were before
}

void ChartPanel::setPinned(double round) {
    if (!overRounds_) return;
    crosshair_->setPinned(round);
    setCrosshair(round);
}

void ChartPanel::showRounds(double from, double to) {
    if (!overRounds_) return;
    setFollow(false);
    roundAxis_->show(from, to);
    refresh();
}

void ChartPanel::setHidden(const std::set<std::string>& policies) {
    if (hidden_ == policies) return;
    hidden_ = policies;
    chooseRuns();
}

void ChartPanel::chooseShown() {
    runs_.clear();
    for (const RunHistory* run : past_.empty() ? allRuns_ : past_)
        if (!isHidden(run->policy())) runs_.push_back(run);
}

void ChartPanel::chooseRuns() {
    chooseShown();
    runsChanged();
    recolour();
    refresh();
}

bool ChartPanel::plays(const std::string& policy) const {
    return std::ranges::find(allRuns_, policy, &RunHistory::policy) != allRuns_.end();
}

QAction* ChartPanel::addOption(const QString& text) {
    auto* action = new QAction(text, menu_);
    action->setCheckable(true);
    action->setChecked(true);
    menu_->insertAction(tableAction_, action);
    menu_->insertSeparator(tableAction_);
    return action;
}

void ChartPanel::setMarks(std::vector<Mark> marks) {
    marks_->set(std::move(marks));
    updateMargins();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartPanel::setBands(std::vector<TimeLineBand> bands) {
    if (!overRounds_) return;
    bands_->set(std::move(bands));
    const int before = bands_->room();
    fitBands(plot_->height());
    if (bands_->room() != before) refresh();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartPanel::setBandPictures(const std::vector<QImage>& pictures) {
    if (!overRounds_) return;
    bands_->setPictures(pictures);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

std::int64_t ChartPanel::mostRounds() const {
    std::int64_t most = 0;
    for (const RunHistory* run : allRuns_) most = std::max(most, run->rounds());
    return most;
}

void ChartPanel::refresh() {
    stale_ = true;
    if (!isVisible()) return;
    stale_ = false;
    fitBands(plot_->height());
    constexpr int kTickDistance = 32, kRoomForTwo = 40, kRoundTicks = 6;  // pixels; at most
    for (QCPAxisRect* rect : plot_->axisRects()) {
        rect->axis(QCPAxis::atLeft)
            ->ticker()
            ->setTickCount(
                axesHeight() < kRoomForTwo ? 1 : std::clamp(axesHeight() / kTickDistance, 2, 6));
        if (overRounds_) rect->axis(QCPAxis::atBottom)->ticker()->setTickCount(kRoundTicks);
    }
    if (overRounds_ && follows_) roundAxis_->showUpTo(mostRounds());
    updateNote(fill());
    fitTitles(plot_->height());
    updateMargins();
    setAccessibleDescription(describe());
    if (isShownAsTable()) tableView_->fillSoon();
    if (!std::isnan(crosshair_->position()))
        crosshair_->set(crosshair_->position(), crosshairTitle(crosshair_->position()),
                        valuesAt(crosshair_->position()));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ChartPanel::drawUnseen() {
    if (isVisible() && !stale_) return;
    fitBands(plot_->height());
    if (overRounds_ && follows_) roundAxis_->showUpTo(mostRounds());
    updateNote(fill());
    updateMargins();
}

void ChartPanel::updateNote(std::int64_t points) {
    if (!overRounds_) return;
    const double from = std::max(1.0, std::ceil(view().from)),
                 to = std::min(view().to, static_cast<double>(mostRounds()));
    const auto rounds = static_cast<std::int64_t>(std::max(0.0, std::floor(to) - from + 1));
    const QString all = numberText(static_cast<double>(rounds)),
                  some = numberText(static_cast<double>(points));
    if (mostRounds() == 0) {
        header_->setNote(tr("no rounds yet"), {});
    } else if (points >= rounds) {
        header_->setNote(tr("%1 rounds").arg(all), {}, tr("Every round is a point."));
    } else {
        const double each = std::ceil(static_cast<double>(rounds) /
                                      static_cast<double>(std::max<std::int64_t>(points, 1)));
        header_->setNote(
            tr("%1 points of %2 rounds").arg(some, all), tr("%1 of %2").arg(some, all),
            tr("A point stands for up to %1 rounds; no round is left out.").arg(numberText(each)));
    }
}

// A click, not a drag, on a round that has been played.
void ChartPanel::chooseRound(const QPoint& at, bool wanted) {
    if (!overRounds_ || (at - pressed_).manhattanLength() >= QApplication::startDragDistance())
        return;
    const double round =
        std::round(plot_->axisRect(0)->axis(QCPAxis::atBottom)->pixelToCoord(at.x()));
    if (round >= 1 && round <= static_cast<double>(mostRounds()))
        emit roundChosen(static_cast<std::int64_t>(round), wanted);
}

void ChartPanel::setFollow(bool on) {
    if (!overRounds_ || follows_ == on) return;
    follows_ = on;
    followButton_->setVisible(!on);
    followAction_->setChecked(on);
    emit followChanged(on);
    refresh();
}

void ChartPanel::setLogRounds(bool on) {
    if (!overRounds_ || hasLogRounds() == on) return;
    roundAxis_->setLogarithmic(on);
    logAction_->setChecked(on);
    refresh();
}

void ChartPanel::setCrosshair(double round) {
    if (std::isnan(round)) round = crosshair_->pinned();
    if (std::isnan(round))
        crosshair_->set(round, QString(), {});
    else
        crosshair_->set(round, crosshairTitle(round), valuesAt(round));
    plot_->layer(QStringLiteral("crosshair"))->replot();
}

QString ChartPanel::crosshairTitle(double position) const {
    return tr("round %1").arg(numberText(position));
}

}  // namespace splitee
