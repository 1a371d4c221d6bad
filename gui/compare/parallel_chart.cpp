// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/parallel_chart.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <map>

#include "comparison/group_curves.h"
#include "gui/compare/setting_names.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kReach = 24;                    // pixels beside an axis that a drag may begin
constexpr double kBelow = -0.12, kAbove = 1.38;  // room for the names and ends of axes
constexpr double kName = 1.13,
                 kHigherName =
                     1.25;       // every other name stands higher, so that each has twice the room
constexpr double kClick = 0.02;  // a drag shorter than this share of the axis is a click
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr float kFaint = 0.12F;
constexpr double kChosenWidth = 3, kLineReach = 6;  // pixels
constexpr std::size_t kMostAxes = 9;
constexpr double kEdge = 0.6;  // beside the outer axes, in distances between axes
constexpr int kMargins = 30;   // pixels, of the axis rectangle
constexpr int kAxisRoom = 60;  // pixels; where there is less in all, one scrolls

}  // namespace

ParallelChart::ParallelChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Parallel coordinates"), false, parent),
      rect_(addAxes(QString(), QString())) {
    for (QCPAxis* axis : rect_->axes()) {
        axis->setTicks(false);
        axis->setTickLabels(false);
        axis->grid()->setVisible(false);
    }
    rect_->axis(QCPAxis::atLeft)->setRange(kBelow, kAbove);
    QAction* clear = menu().addAction(tr("Select all runs again"));
    connect(clear, &QAction::triggered, this, &ParallelChart::clearBrushes);
    connect(&plot(), &QCustomPlot::mousePress, this,
            [this](QMouseEvent* event) { press(event->position()); });
    connect(&plot(), &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        setCrosshair(kUnknown);  // places between axes mean nothing
        if (dragged_)
            drag(event->position());
        else
            hover(event->position());
    });
    connect(&plot(), &QCustomPlot::mouseRelease, this,
            [this](QMouseEvent* event) { release(event->position()); });
    connect(&plot(), &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent* event) {
        if (const auto run = runAt(event->position())) emit runOpened(*run);
    });
}

void ParallelChart::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    looks_ = compared_ ? looksOf(*compared_) : std::vector<GroupLook>();
    axes_.clear();
    lines_.clear();
    dragged_.reset();
    chosen_.reset();
    plot().clearItems();
    plot().clearGraphs();
    if (compared_) collect();
    makeItems();
    recolour();
    setMinimumWidth(kAxisRoom * static_cast<int>(axes_.size()));  // may fill at once
    refresh();
}

void ParallelChart::addAxis(const QString& name, std::vector<double> values,
                            std::vector<QString> words) {
    std::vector<double> known;
    std::ranges::copy_if(values, std::back_inserter(known),
                         [](double value) { return !std::isnan(value); });
    if (known.empty()) return;
    const auto [low, high] = std::ranges::minmax_element(known);
    if (axes_.size() == kMostAxes || (*low == *high && !words.empty())) return;
    axes_.push_back({name, std::move(values), std::move(words), *low, *high, {}});
}

// Settings that differ first, then what the runs came to.
void ParallelChart::collect() {
    struct Place {
        std::size_t group;
        const ComparedRun* run;
    };
    std::vector<Place> runs;
    for (std::size_t g = 0; g < compared_->groups.size(); ++g)
        for (const ComparedRun& run : compared_->groups[g].runs) {
            runs.push_back({g, &run});
            lines_.push_back({run.id, g, nullptr});
        }
    constexpr std::size_t kMeasureAxes = 4;
    const std::vector<std::string> numeric = numericSettings(*compared_);
    for (const ComparedSetting& setting : compared_->settings) {
        if (!setting.differs() || setting.key == "data_hash" || setting.key == "model_hash" ||
            axes_.size() + kMeasureAxes >= kMostAxes)
            continue;
        std::vector<double> values;
        std::vector<QString> words;
        const bool number = std::ranges::find(numeric, setting.key) != numeric.end();
        for (const Place& place : runs) {
            if (number) {
                values.push_back(settingNumber(*compared_, place.group, setting.key));
                continue;
            }
            const QString word = settingValue(setting.key, setting.values[place.group]);
            const auto known = std::ranges::find(words, word) - words.begin();
            if (known == static_cast<std::ptrdiff_t>(words.size())) words.push_back(word);
            values.push_back(static_cast<double>(known));
        }
        addAxis(settingName(setting.key), std::move(values), std::move(words));
    }
    for (const auto& [name, figure] : {std::pair{tr("Offloaded %"), EndFigure::OffloadRate},
                                       {tr("Regret"), EndFigure::Regret},
                                       {tr("Cost λ"), EndFigure::CostMean},
                                       {tr("Accuracy %"), EndFigure::Accuracy}}) {
        std::vector<double> values;
        for (const Place& place : runs)
            values.push_back(endFigure(*place.run, figure).value_or(kUnknown));
        addAxis(name, std::move(values), {});
    }
}

void ParallelChart::makeItems() {
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    const auto text = [&](double at, double share, Qt::Alignment alignment) {
        auto* item = new QCPItemText(&plot());
        item->position->setAxes(x, y);
        item->position->setCoords(at, share);
        item->setPositionAlignment(alignment);
        item->setClipToAxisRect(false);
        return item;
    };
    for (std::size_t k = 0; k < axes_.size(); ++k) {
        Axis& axis = axes_[k];
        const auto at = static_cast<double>(k);
        auto* line = new QCPItemLine(&plot());
        line->start->setCoords(at, 0);
        line->end->setCoords(at, 1);
        line->setClipToAxisRect(false);
        axis.line = line;
        axis.box = new QCPItemRect(&plot());
        axis.box->setVisible(false);
        axis.title = text(at, k % 2 == 0 ? kName : kHigherName, Qt::AlignHCenter | Qt::AlignBottom);
        axis.highText = text(at, 1.01, Qt::AlignHCenter | Qt::AlignBottom);
        axis.lowText = text(at, -0.01, Qt::AlignHCenter | Qt::AlignTop);
    }
    for (std::size_t run = 0; run < lines_.size(); ++run) {
        lines_[run].graph = plot().addGraph(x, y);
        for (std::size_t k = 0; k < axes_.size(); ++k)
            lines_[run].graph->addData(static_cast<double>(k),
                                       axes_[k].share(axes_[k].values[run]));
    }
    x->setRange(-kEdge, std::max(1.0, static_cast<double>(axes_.size())) - 1 + kEdge);
    plot().setCursor(Qt::ArrowCursor);
    plot().setToolTip({});
}

bool ParallelChart::passes(std::size_t run) const {
    return std::ranges::all_of(axes_, [&](const Axis& axis) {
        return !axis.brush || axis.brush->holds(axis.share(axis.values[run]));
    });
}

void ParallelChart::recolour() {
    const QColor text = theme().color(Token::Text), muted = theme().color(Token::MutedText);
    for (Axis& axis : axes_) {
        axis.line->setPen(QPen(mixed(theme().color(Token::Surface), muted, 0.6), 1));
        axis.title->setColor(text);
        for (QCPItemText* item : {axis.title, axis.lowText, axis.highText})
            item->setFont(theme().captionFont());
        for (QCPItemText* item : {axis.lowText, axis.highText}) item->setColor(muted);
        QColor accent = theme().color(Token::Accent);
        axis.box->setPen(QPen(accent, 1));
        accent.setAlphaF(0.2F);
        axis.box->setBrush(accent);
    }
    for (std::size_t run = 0; run < lines_.size(); ++run) {
        QColor color = theme().policy(looks_[lines_[run].group].color);
        const bool chosen = lines_[run].run == chosen_;
        color.setAlphaF(chosen ? 1.0F : passes(run) ? 0.75F : kFaint);
        lines_[run].graph->setPen(QPen(color, chosen ? kChosenWidth : 1));
    }
}

std::int64_t ParallelChart::fill() {
    const int room = static_cast<int>((plot().width() - kMargins) /
                                      (static_cast<double>(axes_.size()) - 1 + 2 * kEdge));
    const QFontMetrics metrics(theme().captionFont());
    QStringList names;  // whole, where there is no room for them
    for (const Axis& axis : axes_) names += axis.name;
    plot().setToolTip(names.join(QStringLiteral(" · ")));
    for (std::size_t k = 0; k < axes_.size(); ++k) {
        Axis& axis = axes_[k];
        const auto end = [&](double value) {
            if (!axis.words.empty()) return axis.words[static_cast<std::size_t>(value)];
            const double size = axis.high - axis.low;
            return numberText(value, size >= 50 || (size == 0 && value == std::round(value)) ? 0
                                     : size >= 5                                             ? 1
                                                                                             : 2);
        };
        const bool outer = k == 0 || k + 1 == axes_.size();
        axis.title->setText(metrics.elidedText(
            axis.name, Qt::ElideRight, outer ? static_cast<int>(2 * kEdge * room) : 2 * room - 12));
        axis.lowText->setText(metrics.elidedText(end(axis.low), Qt::ElideRight, room - 6));
        axis.highText->setText(metrics.elidedText(end(axis.high), Qt::ElideRight, room - 6));
        const auto at = static_cast<double>(k);
        axis.box->setVisible(axis.brush.has_value());
        if (!axis.brush) continue;
        axis.box->topLeft->setCoords(at - 0.05, axis.brush->high);
        axis.box->bottomRight->setCoords(at + 0.05, axis.brush->low);
    }
    const auto all = static_cast<int>(lines_.size());
    const auto left = static_cast<int>(kept().size());
    setNote(!compared_    ? QString()
            : left == all ? tr("drag on an axis to select runs")
                          : tr("%1 of %2 runs selected").arg(left).arg(all));
    return 0;
}

std::optional<std::size_t> ParallelChart::axisAt(const QPointF& at) const {
    for (std::size_t k = 0; k < axes_.size(); ++k)
        if (std::abs(rect_->axis(QCPAxis::atBottom)->coordToPixel(static_cast<double>(k)) -
                     at.x()) < kReach)
            return k;
    return std::nullopt;
}

double ParallelChart::shareAt(const QPointF& at) const {
    return std::clamp(rect_->axis(QCPAxis::atLeft)->pixelToCoord(at.y()), 0.0, 1.0);
}

// A click on an axis ends its brush, a drag makes one.
void ParallelChart::press(const QPointF& at) {
    dragged_ = axisAt(at);
    brushed_ = dragged_ && axes_[*dragged_].brush;
    if (!dragged_) return;
    dragFrom_ = shareAt(at);
    if (brushed_) brush(*dragged_, std::nullopt);
}

void ParallelChart::drag(const QPointF& at) {
    if (!dragged_) return;
    const double to = shareAt(at);
    if (std::abs(to - dragFrom_) <= kClick) return;
    brushed_ = true;
    brush(*dragged_, Interval{std::min(dragFrom_, to), std::max(dragFrom_, to)});
}

// A click that neither made nor ended a brush means the line that is there.
void ParallelChart::release(const QPointF& at) {
    dragged_.reset();
    const auto run = brushed_ ? std::nullopt : runAt(at);
    if (run) choose(*run);
}

std::optional<std::int64_t> ParallelChart::runAt(const QPointF& at) const {
    std::optional<std::int64_t> nearest;
    double least = kLineReach;
    for (std::size_t run = 0; run < lines_.size(); ++run) {
        const double away = passes(run) ? lines_[run].graph->selectTest(at, false) : -1;
        if (away < 0 || away >= least) continue;
        least = away;
        nearest = lines_[run].run;
    }
    return nearest;
}

void ParallelChart::hover(const QPointF& at) {
    const auto run = runAt(at);
    plot().setCursor(run ? Qt::PointingHandCursor : axisAt(at) ? Qt::CrossCursor : Qt::ArrowCursor);
    plot().setToolTip(run ? tr("Run %1. Click: find it in the table; double click or Enter: open "
                               "its set-up. Up and Down: the next run.")
                                .arg(*run)
                      : axisAt(at)
                          ? tr("Drag: select the runs that pass here; click: select all again")
                          : QString());
}

void ParallelChart::choose(std::int64_t run) {
    chosen_ = run;
    recolour();
    refresh();
    emit runChosen(run);
}

void ParallelChart::step(int by) {
    const auto runs = kept();
    if (runs.empty()) return;
    const auto at = std::ranges::find_if(runs, [this](std::int64_t run) { return run == chosen_; });
    const auto last = static_cast<std::ptrdiff_t>(runs.size()) - 1;
    const std::ptrdiff_t next = at == runs.end()
                                    ? (by > 0 ? 0 : last)
                                    : std::clamp<std::ptrdiff_t>(at - runs.begin() + by, 0, last);
    choose(runs[static_cast<std::size_t>(next)]);
}

void ParallelChart::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) return step(key == Qt::Key_Down ? 1 : -1);
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && chosen_) {
        emit runOpened(*chosen_);
        return;
    }
    ChartPanel::keyPressEvent(event);
}

void ParallelChart::brush(std::size_t axis, std::optional<Interval> shares) {
    if (axis >= axes_.size()) return;
    axes_[axis].brush = shares;
    recolour();
    refresh();
}

void ParallelChart::clearBrushes() {
    for (Axis& axis : axes_) axis.brush.reset();
    recolour();
    refresh();
}

std::vector<std::int64_t> ParallelChart::kept() const {
    std::vector<std::int64_t> runs;
    for (std::size_t run = 0; run < lines_.size(); ++run)
        if (passes(run)) runs.push_back(lines_[run].run);
    return runs;
}

QStringList ParallelChart::axes() const {
    QStringList names;
    for (const Axis& axis : axes_) names += axis.name;
    return names;
}

void ParallelChart::resizeEvent(QResizeEvent* event) {
    ChartPanel::resizeEvent(event);
    refresh();
}

ChartTable ParallelChart::visibleTable() const {
    ChartTable table{{QStringLiteral("run"), QStringLiteral("group")}, {}};
    table.columns += axes();
    for (std::size_t run = 0; run < lines_.size(); ++run) {
        if (!passes(run)) continue;
        QStringList row{QString::number(lines_[run].run),
                        labelOf(compared_->groups[lines_[run].group])};
        for (const Axis& axis : axes_) {
            const double value = axis.values[run];
            row += std::isnan(value)    ? QString()
                   : axis.words.empty() ? QString::number(value, 'g', 10)
                                        : axis.words[static_cast<std::size_t>(value)];
        }
        table.rows.push_back(row);
    }
    return table;
}

QString ParallelChart::describe() const {
    const QString all = tr("Runs: %1, over axes: %2")
                            .arg(QString::number(kept().size()), axes().join(QStringLiteral(", ")));
    return chosen_ ? all + tr("; chosen: run %1").arg(*chosen_) : all;
}

}  // namespace splitee
