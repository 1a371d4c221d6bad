// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/threshold_chart.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/charts/axis_tickers.h"
#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/own_keys.h"

namespace splitee {
namespace {

constexpr double kPaleLayer = 0.3, kKeyStep = 0.01, kMouseStep = 0.01;
constexpr int kFewLayers = 12, kLeastAxes = 24;

// Steps of the grid from point to point: about a pixel, more where there are many lines.
int drawnEvery(int exits) { return exits <= kFewLayers ? 2 : 5; }

QString percentText(double share, int decimals = 1) {
    return ThresholdChart::tr("%1 %").arg(numberText(100 * share, decimals));
}

QString figuresText(const ThresholdFigures& figures) {
    const QString rest = ThresholdChart::tr("%1 λ · %2 offloaded")
                             .arg(numberText(figures.cost, 2), percentText(figures.offloaded));
    return figures.accuracy
               ? ThresholdChart::tr("%1 correct · %2").arg(percentText(*figures.accuracy, 2), rest)
               : rest;
}

}  // namespace

ThresholdChart::ThresholdChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Threshold sensitivity"), false, parent) {
    const QString titles[kQuantities] = {tr("accuracy (%)"), tr("cost (λ per sample)"),
                                         tr("offloaded (%)")};
    for (int q = 0; q < kQuantities; ++q) {
        Quantity& one = quantities_[q];
        one.rect = addAxes(tr("threshold α"), titles[q]);
        one.rect->setMinimumSize(50, kLeastAxes);  // with three of them the key keeps its room
        QCPAxis* x = one.rect->axis(QCPAxis::atBottom);
        x->setTicker(QSharedPointer<NumberTicker>::create(*x, false));
        one.line = new QCPItemStraightLine(&plot());
        for (QCPItemPosition* end : {one.line->point1, one.line->point2}) {
            end->setAxisRect(one.rect);
            end->setAxes(one.rect->axis(QCPAxis::atBottom), one.rect->axis(QCPAxis::atLeft));
        }
        one.line->setClipAxisRect(one.rect);
    }
    key_ = new RegimeKey(plot(), theme);
    plot().plotLayout()->addElement(kQuantities, 0, key_);
    plot().setCursor(Qt::SizeHorCursor);
    setToolTip(tr("Drag the line, or move it with the left and right keys: it sets α."));
    setNote(tr("no table yet"));
}

void ThresholdChart::setTables(std::shared_ptr<const TableSource> tables, const QString& why) {
    why_ = why;
    if (tables == tables_) return showWords();
    reading_.abandon();
    tables_ = std::move(tables);
    known_.reset();
    unread_ = tables_ != nullptr;
    makeLines();
    if (isVisible()) read();
    showWords();
    refresh();
}

void ThresholdChart::showEvent(QShowEvent* event) {
    ChartPanel::showEvent(event);
    read();
}

void ThresholdChart::read() {
    if (!unread_) return;
    unread_ = false;
    setNote(tr("reading the table …"));
    reading_.start(
        [tables = tables_](const std::stop_token& stop) {
            return ThresholdSensitivity::of(*tables->all().front(), stop);
        },
        [this](const Result<ThresholdSensitivity>& known) {
            if (known) known_ = *known;
            makeLines();
            setCosts(weights_);
            showWords();
            refresh();
        });
}

void ThresholdChart::setCosts(const CostWeights& weights) {
    weights_ = weights;
    changed_ = true;
    if (known_)
        costs_ = makeCostTable(weights, tables_->all().front()->depth, ExitsEvaluated::AtSplit);
    showWords();
    refresh();
}

void ThresholdChart::setAlpha(double alpha) {
    if (alpha == alpha_) return;
    alpha_ = alpha;
    showWords();
    refresh();
}

void ThresholdChart::makeLines() {
    changed_ = true;
    for (Quantity& one : quantities_) {
        for (QCPGraph* graph : one.layers) plot().removeGraph(graph);
        if (one.best != nullptr) plot().removeGraph(one.best);
        one.layers.clear();
        one.best = nullptr;
        if (!known_) continue;
        QCPAxis *x = one.rect->axis(QCPAxis::atBottom), *y = one.rect->axis(QCPAxis::atLeft);
        for (int layer = 1; layer <= known_->exits(); ++layer)
            one.layers.push_back(plot().addGraph(x, y));
        one.best = plot().addGraph(x, y);
    }
    recolour();
}

QColor ThresholdChart::colorOf(int layer) const {
    if (layer == known_->exits()) return theme().color(Token::MutedText);
    const double share =
        known_->exits() < 3 ? 1 : static_cast<double>(layer - 1) / (known_->exits() - 2);
    return mixed(theme().color(Token::Surface), theme().color(Token::Accent),
                 kPaleLayer + (1 - kPaleLayer) * share);
}

void ThresholdChart::recolour() {
    for (const Quantity& one : quantities_) {
        one.line->setPen(QPen(theme().color(Token::Warn), 1.6));
        for (std::size_t i = 0; i < one.layers.size(); ++i) {
            const bool final = i + 1 == one.layers.size();
            one.layers[i]->setPen(QPen(colorOf(static_cast<int>(i) + 1), final ? 1 : 1.3,
                                       final ? Qt::DashLine : Qt::SolidLine));
        }
        if (one.best != nullptr) one.best->setPen(QPen(theme().color(Token::Text), 2.2));
    }
}

double ThresholdChart::valueOf(int quantity, const ThresholdFigures& figures) const {
    if (quantity == 0)
        return figures.accuracy ? 100 * *figures.accuracy
                                : std::numeric_limits<double>::quiet_NaN();
    return quantity == 1 ? figures.cost : 100 * figures.offloaded;
}

// Of each layer at each threshold, and of the best at it.
void ThresholdChart::fillLines() {
    constexpr int kSteps = ThresholdSensitivity::kSteps;
    const int each = drawnEvery(known_->exits());
    QVector<double> alphas;
    for (int step = 0; step <= kSteps; step += each) alphas += ThresholdSensitivity::alphaAt(step);
    std::vector<int> best;
    for (int step = 0; step <= kSteps; step += each)
        best.push_back(known_->bestLayer(step, costs_));
    for (int q = 0; q < kQuantities; ++q) {
        Quantity& one = quantities_[q];
        QVector<double> bests(alphas.size());
        double least = std::numeric_limits<double>::infinity(), most = -least;
        for (int layer = 1; layer <= known_->exits(); ++layer) {
            QVector<double> values;
            for (int step = 0; step <= kSteps; step += each) {
                values += valueOf(q, known_->at(layer, step, costs_));
                if (best[static_cast<std::size_t>(values.size() - 1)] == layer)
                    bests[values.size() - 1] = values.back();
                if (!std::isnan(values.back())) {
                    least = std::min(least, values.back());
                    most = std::max(most, values.back());
                }
            }
            one.layers[static_cast<std::size_t>(layer - 1)]->setData(alphas, values, true);
        }
        one.best->setData(alphas, bests, true);
        const double air = std::max(1e-3, 0.06 * (most - least));
        if (least <= most)
            one.rect->axis(QCPAxis::atLeft)
                ->setRange(q == 0 ? least - air : std::max(0.0, least - air), most + air);
    }
    changed_ = false;
}

// Of as many layers as the width has room for.
std::vector<RegimeKey::Swatch> ThresholdChart::swatches() const {
    constexpr int kSwatchRoom = 28;  // beside a text
    const int exits = known_->exits();
    const QFontMetrics metrics(theme().captionFont());
    for (int each = 1;; ++each) {
        std::vector<RegimeKey::Swatch> made{{theme().color(Token::Text), tr("best split")}};
        for (int layer = 1; layer < exits; layer += each)
            made.push_back(
                {colorOf(layer), layer == 1 ? tr("layer %1").arg(1) : QString::number(layer)});
        made.push_back({colorOf(exits), tr("%1 final").arg(exits)});
        int width = 0;
        for (const auto& swatch : made)
            width += kSwatchRoom + metrics.horizontalAdvance(swatch.text);
        if (width <= plot().width() || each >= exits) return made;
    }
}

std::int64_t ThresholdChart::fill() {
    if (known_ && changed_) fillLines();
    for (Quantity& one : quantities_) {
        one.rect->axis(QCPAxis::atBottom)->setRange(0, 1);
        one.line->point1->setCoords(alpha_, 0);
        one.line->point2->setCoords(alpha_, 1);
    }
    if (!known_) {
        key_->set({}, {});
        return 0;
    }
    key_->set(swatches(), words());
    plot().setToolTip(words());  // it may be elided
    return 0;
}

QString ThresholdChart::words() const {
    if (!known_) return tables_ ? tr("reading the table …") : tr("known where an exit table plays");
    const int step = ThresholdSensitivity::stepOf(alpha_), best = known_->bestLayer(step, costs_);
    return tr("α %1, best split %2: %3")
        .arg(numberText(ThresholdSensitivity::alphaAt(step), 3))
        .arg(best)
        .arg(figuresText(known_->at(best, step, costs_)));
}

void ThresholdChart::showWords() {
    if (known_)
        setNote(tr("fixed splits; best by expected reward, %1 samples of the table")
                    .arg(numberText(static_cast<double>(known_->samples()))),
                tr("fixed splits"));
    else
        setNote(tables_ || why_.isEmpty() ? words() : why_);
    setAccessibleDescription(words());
}

QString ThresholdChart::crosshairTitle(double position) const {
    return tr("α %1").arg(numberText(position, 3));
}

std::vector<Crosshair::Value> ThresholdChart::valuesAt(double position) const {
    constexpr int kMostLayers = 8;
    if (!known_ || position < 0 || position > 1) return {};
    const int step = ThresholdSensitivity::stepOf(position), best = known_->bestLayer(step, costs_);
    std::vector<Crosshair::Value> values{{theme().color(Token::Text), tr("best split %1").arg(best),
                                          figuresText(known_->at(best, step, costs_))}};
    for (int layer = 1; layer <= known_->exits() && known_->exits() <= kMostLayers; ++layer)
        if (layer != best)
            values.push_back({colorOf(layer), tr("layer %1").arg(layer),
                              figuresText(known_->at(layer, step, costs_))});
    return values;
}

ChartTable ThresholdChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("layer"), QStringLiteral("alpha"), QStringLiteral("accuracy %"),
         QStringLiteral("cost"), QStringLiteral("offloaded %"), QStringLiteral("expected_reward"),
         QStringLiteral("best")},
        {}};
    constexpr int kTableEvery = 10;
    if (!known_) return table;
    for (int step = 0; step <= ThresholdSensitivity::kSteps; step += kTableEvery) {
        const int best = known_->bestLayer(step, costs_);
        for (int layer = 1; layer <= known_->exits(); ++layer) {
            const ThresholdFigures figures = known_->at(layer, step, costs_);
            table.rows +=
                QStringList{QString::number(layer),
                            exactText(ThresholdSensitivity::alphaAt(step)),
                            figures.accuracy ? exactText(100 * *figures.accuracy) : QString(),
                            exactText(figures.cost),
                            exactText(100 * figures.offloaded),
                            exactText(figures.reward),
                            layer == best ? tr("yes") : tr("no")};
        }
    }
    return table;
}

void ThresholdChart::moveTo(double alpha, bool finished) {
    alpha = std::clamp(alpha, 0.0, 1.0);
    setAlpha(alpha);
    emit alphaMoved(alpha, finished);
}

void ThresholdChart::drag(double pixel, bool finished) {
    const double at = quantities_[0].rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel);
    moveTo(std::round(at / kMouseStep) * kMouseStep, finished);
}

bool ThresholdChart::event(QEvent* event) {
    return keepsKey(event, {Qt::Key_Left, Qt::Key_Right}) || ChartPanel::event(event);
}

void ThresholdChart::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)
        return ChartPanel::keyPressEvent(event);
    const double step = event->key() == Qt::Key_Right ? kKeyStep : -kKeyStep;
    moveTo(std::round((alpha_ + step) / kKeyStep) * kKeyStep, !event->isAutoRepeat());
}

bool ThresholdChart::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    const bool ofMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
                         type == QEvent::MouseButtonRelease;
    if (watched != &plot() || !known_ || !ofMouse) return ChartPanel::eventFilter(watched, event);
    auto* mouse = static_cast<QMouseEvent*>(event);
    if (type == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        dragging_ = true;
        setFocus(Qt::MouseFocusReason);
        drag(mouse->position().x(), false);
        return true;
    }
    if (!dragging_) return ChartPanel::eventFilter(watched, event);
    dragging_ = type != QEvent::MouseButtonRelease;
    drag(mouse->position().x(), !dragging_);
    return true;
}

}  // namespace splitee
