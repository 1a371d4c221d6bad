// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/regime_chart.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <set>

#include "gui/charts/axis_tickers.h"
#include "gui/charts/exact_text.h"
#include "gui/charts/regime_overlays.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/own_keys.h"

namespace splitee {
namespace {

constexpr double kPalest = 0.12, kStrongest = 0.85;  // of the accent, on the surface
constexpr double kFewCells = 0.03;                   // extreme ones would leave all others pale

double nearest(const std::vector<double>& values, double value) {
    return *std::ranges::min_element(values, {},
                                     [value](double one) { return std::abs(one - value); });
}

/// The grid's value next to `value`, upwards or downwards.
double nextTo(const std::vector<double>& values, double value, int step) {
    const auto at = std::ranges::lower_bound(
        values, value * (1 + (step > 0 ? 1e-6 : -1e-6)) + (step > 0 ? 1e-9 : -1e-9));
    if (step > 0) return at == values.end() ? values.back() : *at;
    return at == values.begin() ? values.front() : *std::prev(at);
}

// As the number boxes show them.
double rounded(double value, int decimals) {
    const double scale = std::pow(10, decimals);
    return std::round(value * scale) / scale;
}

}  // namespace

const RegimeCell& RegimePicture::cellAt(double mu, double offload) const {
    const auto x = std::ranges::min_element(
                       grid.muLambda, {},
                       [mu](double one) { return std::abs(std::log(one / std::max(mu, 1e-9))); }) -
                   grid.muLambda.begin();
    const double row = nearest(grid.offload, offload);
    const auto y = std::ranges::find(grid.offload, row) - grid.offload.begin();
    return map
        .cells[static_cast<std::size_t>(y) * grid.muLambda.size() + static_cast<std::size_t>(x)];
}

RegimeChart::RegimeChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Where learning pays"), false, parent),
      rect_(addAxes(tr("weight μ·λ (reward per λ)"), tr("offloading o (λ)"))),
      cells_(new QCPColorMap(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      marker_(new RegimeMarker(*rect_, theme)),
      key_(new RegimeKey(plot(), theme)) {
    QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    x->setScaleType(QCPAxis::stLogarithmic);
    x->setTicker(QSharedPointer<DecadeTicker>::create(*x));
    rect_->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    cells_->setInterpolate(false);
    cells_->setTightBoundary(false);
    cells_->setVisible(false);
    plot().plotLayout()->addElement(1, 0, key_);
    disconnect(&plot(), &QCustomPlot::mouseMove, this,
               nullptr);  // the marker is what the mouse moves here
    plot().setCursor(Qt::CrossCursor);
    setToolTip(tr("Drag the ring, or move it with the arrow keys: it sets μ (with λ = 1) and o."));
}

void RegimeChart::show(std::shared_ptr<const RegimePicture> picture, int policy) {
    picture_ = std::move(picture);
    policy_ = policy;
    refresh();
}

void RegimeChart::setMarker(double mu, double offload) {
    mu_ = mu;
    offload_ = offload;
    refresh();
}

// Beyond the largest gains of all but a few cells colours end.
double RegimeChart::scaleOfGains() const {
    std::vector<double> sizes;
    for (const RegimeCell& cell : picture_->map.cells)
        for (const auto& gain : cell.gains)
            if (gain) sizes.push_back(std::abs(gain->overEnds.mean));
    if (sizes.empty()) return 1;
    std::ranges::sort(sizes);
    return std::max(
        1e-4,
        sizes[static_cast<std::size_t>((1 - kFewCells) * static_cast<double>(sizes.size() - 1))]);
}

// Layers from pale to strong; gains from warning to accent, by their root, so that the sign shows
// near 0 too.
QCPColorGradient RegimeChart::gradient() const {
    const QColor surface = theme().color(Token::Surface), accent = theme().color(Token::Accent);
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    if (policy_ == kBestSplit) {
        gradient.setColorStopAt(0, mixed(surface, accent, kPalest));
        gradient.setColorStopAt(1, mixed(surface, accent, kStrongest));
        return gradient;
    }
    gradient.setColorStopAt(0, mixed(surface, theme().color(Token::Warn), kStrongest));
    gradient.setColorStopAt(0.5, surface);
    gradient.setColorStopAt(1, mixed(surface, accent, kStrongest));
    return gradient;
}

std::int64_t RegimeChart::fill() {
    cells_->setVisible(picture_ != nullptr);
    std::vector<QPointF> dots;
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    marker_->set(mu_, offload_);
    if (!picture_) {
        marker_->setDots({});
        key_->set({}, {});
        x->setRange(0.01, 1);
        y->setRange(0, 10);
        return 0;
    }
    y->setLabel(picture_->factors ? tr("factor on o") : tr("offloading o (λ)"));
    const RegimeGrid& grid = picture_->grid;
    const auto columns = static_cast<int>(grid.muLambda.size()),
               rows = static_cast<int>(grid.offload.size());
    const double ratio = std::sqrt(grid.muLambda[1] / grid.muLambda[0]),
                 half = (grid.offload[1] - grid.offload[0]) / 2;
    const double scale = policy_ == kBestSplit ? 1 : scaleOfGains();
    cells_->data()->setSize(columns, rows);
    cells_->data()->setRange({grid.muLambda.front(), grid.muLambda.back()},
                             {grid.offload.front(), grid.offload.back()});
    x->setRange(grid.muLambda.front() / ratio, grid.muLambda.back() * ratio);
    y->setRange(grid.offload.front() - half, grid.offload.back() + half);
    std::set<int> layers;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const RegimeCell& cell =
                picture_->map.cells[static_cast<std::size_t>(row * columns + column)];
            double value = cell.bestSplit.layer;
            bool dotted = cell.trivial.offloads;
            layers.insert(cell.bestSplit.layer);
            if (policy_ != kBestSplit) {
                const auto& gain = cell.gains[static_cast<std::size_t>(policy_)];
                const double share = gain ? std::clamp(gain->overEnds.mean / scale, -1.0, 1.0)
                                          : std::numeric_limits<double>::quiet_NaN();
                value = std::copysign(std::sqrt(std::abs(share)), share);
                dotted = gain && gain->overEnds.halfWidth &&
                         std::abs(gain->overEnds.mean) <= *gain->overEnds.halfWidth;
            }
            cells_->data()->setCell(column, row, value);
            if (dotted) dots.emplace_back(cell.muLambda, cell.offload);
        }
    const bool dotted = !dots.empty();
    marker_->setDots(std::move(dots));
    const QCPColorGradient colors = gradient();
    cells_->setGradient(colors);
    std::vector<RegimeKey::Swatch> swatches;
    if (policy_ == kBestSplit) {
        const QCPRange range(1, std::max(2, picture_->exits));
        cells_->setDataRange(range);
        for (const int layer : layers) {
            QCPColorGradient copy = colors;
            swatches.push_back(
                {QColor::fromRgba(copy.color(layer, range)),
                 layer == picture_->exits ? tr("%1 final").arg(layer) : QString::number(layer)});
        }
        key_->set(std::move(swatches),
                  dotted ? tr("best split; dot: offloading all at 1 is better") : tr("best split"));
        return 0;
    }
    cells_->setDataRange({-1, 1});
    const QColor surface = theme().color(Token::Surface);
    swatches = {{mixed(surface, theme().color(Token::Warn), kStrongest),
                 tr("costs %1 or more").arg(numberText(scale, 3))},
                {surface, tr("0")},
                {mixed(surface, theme().color(Token::Accent), kStrongest),
                 tr("gains %1 or more").arg(numberText(scale, 3))}};
    key_->set(std::move(swatches), tr("reward per sample; dot: not significant"));
    return 0;
}

void RegimeChart::recolour() { cells_->setGradient(gradient()); }

QString RegimeChart::wordsAt(double mu, double offload) const {
    if (!picture_) return tr("No map yet.");
    const RegimeCell& cell = picture_->cellAt(mu, offload);
    const auto layer = [this](int number) {
        return number == picture_->exits ? tr("layer %1, the final exit").arg(number)
                                         : tr("layer %1").arg(number);
    };
    const bool there =
        std::abs(cell.muLambda - mu) < 1e-9 && std::abs(cell.offload - offload) < 1e-9;
    const bool beyond = mu < picture_->grid.muLambda.front() ||
                        mu > picture_->grid.muLambda.back() ||
                        offload > picture_->grid.offload.back();
    const QString place =
        there    ? tr("At μ·λ %1 and o %2: best fixed split %3")
        : beyond ? tr("The setting lies outside the map; at its edge, μ·λ %1 and o %2: best fixed "
                      "split %3")
                 : tr("In the cell of the ring, at μ·λ %1 and o %2: best fixed split %3");
    const QString o = shortText(cell.offload);
    QString words =
        place.arg(shortText(cell.muLambda), picture_->factors ? tr("times %1").arg(o) : o,
                  layer(cell.bestSplit.layer));
    if (cell.trivial.offloads) words += tr("; offloading every sample at layer 1 is better still");
    if (policy_ == kBestSplit || !cell.gains[static_cast<std::size_t>(policy_)])
        return words + QLatin1Char('.');
    const Estimate& gain = cell.gains[static_cast<std::size_t>(policy_)]->overEnds;
    const QString size =
        gain.halfWidth ? tr("%1 ± %2").arg(signedText(gain.mean, 3), numberText(*gain.halfWidth, 3))
                       : signedText(gain.mean, 3);
    return words +
           tr(". %1 gains %2 reward per sample over the final exit or offloading everything at "
              "layer 1, whichever is better.")
               .arg(policyName(picture_->map.policies[static_cast<std::size_t>(policy_)]), size);
}

ChartTable RegimeChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("mu_lambda"),
         picture_ && picture_->factors ? QStringLiteral("offload_factor")
                                       : QStringLiteral("offload"),
         QStringLiteral("best_split"), QStringLiteral("policy"), QStringLiteral("gain_over_ends"),
         QStringLiteral("gain_over_ends_low"), QStringLiteral("gain_over_ends_high")},
        {}};
    if (!picture_) return table;
    for (const RegimeCell& cell : picture_->map.cells)
        for (std::size_t p = 0; p < picture_->map.policies.size(); ++p) {
            if (!cell.gains[p]) continue;
            const Estimate& gain = cell.gains[p]->overEnds;
            const double width = gain.halfWidth.value_or(0);
            table.rows.push_back({exactText(cell.muLambda), exactText(cell.offload),
                                  QString::number(cell.bestSplit.layer),
                                  QString::fromStdString(picture_->map.policies[p]),
                                  exactText(gain.mean), exactText(gain.mean - width),
                                  exactText(gain.mean + width)});
        }
    return table;
}

void RegimeChart::drag(QPointF at, bool finished) {
    const QPointF inside(
        std::clamp(at.x(), static_cast<double>(rect_->left()), static_cast<double>(rect_->right())),
        std::clamp(at.y(), static_cast<double>(rect_->top()),
                   static_cast<double>(rect_->bottom())));
    const double mu = rounded(rect_->axis(QCPAxis::atBottom)->pixelToCoord(inside.x()), 3);
    const double offload = std::max(
        0.0,
        rounded(rect_->axis(QCPAxis::atLeft)->pixelToCoord(inside.y()), picture_->factors ? 2 : 1));
    setMarker(mu, offload);
    emit markerMoved(mu, offload, finished);
}

bool RegimeChart::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    const bool ofMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
                         type == QEvent::MouseButtonRelease;
    if (watched != &plot() || !picture_ || !ofMouse) return ChartPanel::eventFilter(watched, event);
    auto* mouse = static_cast<QMouseEvent*>(event);
    if (type == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton &&
        rect_->rect().contains(mouse->position().toPoint())) {
        dragging_ = true;
        setFocus(Qt::MouseFocusReason);
        drag(mouse->position(), false);
        return true;
    }
    if (type == QEvent::MouseMove && dragging_) {
        drag(mouse->position(), false);
        return true;
    }
    if (type == QEvent::MouseButtonRelease && dragging_) {
        dragging_ = false;
        drag(mouse->position(), true);
        return true;
    }
    return ChartPanel::eventFilter(watched, event);
}

// The arrows are the marker's, not the run's.
bool RegimeChart::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})) return true;
    return ChartPanel::event(event);
}

void RegimeChart::keyPressEvent(QKeyEvent* event) {
    if (!picture_) return ChartPanel::keyPressEvent(event);
    double mu = mu_, offload = offload_;
    switch (event->key()) {
        case Qt::Key_Left:
            mu = nextTo(picture_->grid.muLambda, mu, -1);
            break;
        case Qt::Key_Right:
            mu = nextTo(picture_->grid.muLambda, mu, 1);
            break;
        case Qt::Key_Down:
            offload = nextTo(picture_->grid.offload, offload, -1);
            break;
        case Qt::Key_Up:
            offload = nextTo(picture_->grid.offload, offload, 1);
            break;
        default:
            return ChartPanel::keyPressEvent(event);
    }
    setMarker(rounded(mu, 3), offload);
    emit markerMoved(mu_, offload_, !event->isAutoRepeat());
}

}  // namespace splitee
