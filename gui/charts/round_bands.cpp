// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/round_bands.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/charts/source_band.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kUnderAxes = 3, kThin = 5;                       // pixels
constexpr int kLeastAxesForFull = 60, kLeastAxesForThin = 26;  // pixels left for each of the axes
constexpr double kApart = 1;  // between stretches that are wide enough
constexpr int kWideEnough = 4;
constexpr int kShades = 9;  // of a ramp on a logarithmic axis

}  // namespace

RoundBands::RoundBands(QCustomPlot& plot, const Theme& theme)
    : QCPLayerable(&plot, QStringLiteral("overlay")), theme_(theme) {}

void RoundBands::set(std::vector<TimeLineBand> bands) {
    bands_ = std::move(bands);
    sources_ = sourcesOf(bands_);
}

void RoundBands::setPictures(std::vector<QImage> pictures) {
    pictures_ = std::move(pictures);
    scaledTo_ = 0;
}

int RoundBands::fullHeight() const { return QFontMetrics(theme_.captionFont()).height() + 4; }

int RoundBands::room() const { return height_ > 0 ? height_ + kUnderAxes : 0; }

void RoundBands::fit(int axesHeight) {
    if (parentPlot()->axisRectCount() == 0) return;
    const auto leaves = [&](int band, int least) {
        return axesHeight - band - kUnderAxes >= least * parentPlot()->axisRectCount();
    };
    height_ = bands_.empty()                            ? 0
              : leaves(fullHeight(), kLeastAxesForFull) ? fullHeight()
              : leaves(kThin, kLeastAxesForThin)        ? kThin
                                                        : 0;
    parentPlot()
        ->axisRect(parentPlot()->axisRectCount() - 1)
        ->axis(QCPAxis::atBottom)
        ->setOffset(room());
}

const QCPAxis& RoundBands::axis() const {
    return *parentPlot()->axisRect(parentPlot()->axisRectCount() - 1)->axis(QCPAxis::atBottom);
}

// A stretch reaches to the first round of the next one.
std::vector<RoundBands::Stretch> RoundBands::stretches() const {
    std::vector<Stretch> shown;
    if (height_ == 0) return shown;
    const QCPRange range = axis().range();
    const double top = axis().axisRect()->bottom() + kUnderAxes;
    const auto lastOf = [](const TimeLineBand& band) { return static_cast<double>(band.last + 1); };
    double covered = axis().axisRect()->left() - 1;
    for (auto band = std::ranges::upper_bound(bands_, range.lower, {}, lastOf);
         band != bands_.end() && static_cast<double>(band->first) < range.upper; ++band) {
        const double first = band->first == 1 ? 0 : static_cast<double>(band->first);
        const double left = axis().coordToPixel(std::max(first, range.lower));
        double right = axis().coordToPixel(std::min(lastOf(*band), range.upper));
        if (right - left >= kWideEnough && band + 1 != bands_.end()) right -= kApart;
        if (right <= covered + 0.5) continue;
        right = std::max(right, left + 1);
        shown.push_back({QRectF(left, top, right - left, height_), &*band});
        covered = right;
    }
    return shown;
}

int RoundBands::stretchAt(const QPoint& at) const {
    const std::vector<Stretch> shown = stretches();
    const auto found = std::ranges::find_if(
        shown, [&](const Stretch& one) { return one.place.contains(QPointF(at)); });
    return found == shown.end() ? -1 : static_cast<int>(found - shown.begin());
}

QString RoundBands::words(int stretch) const {
    const TimeLineBand& band = *stretches()[static_cast<std::size_t>(stretch)].band;
    return tr("rounds %1 to %2: %3")
        .arg(numberText(static_cast<double>(band.first)),
             numberText(static_cast<double>(band.last)), band.name);
}

// A share grows round by round, and a part of the ramp may be all that is seen.
std::vector<double> RoundBands::sharesIn(const Stretch& stretch) const {
    const TimeLineBand& band = *stretch.band;
    if (band.source == band.rising) return {0, 0};
    const int count = axis().scaleType() == QCPAxis::stLinear ? 2 : kShades;
    const auto rounds = static_cast<double>(band.last + 1 - band.first);
    std::vector<double> shares;
    for (int k = 0; k < count; ++k) {
        const double x = stretch.place.left() + stretch.place.width() * k / (count - 1);
        const double round = axis().pixelToCoord(x) - static_cast<double>(band.first);
        shares.push_back(std::clamp(round / rounds, 0.0, 1.0));
    }
    return shares;
}

// On the screen one of its size, so that no frame scales it; in a file all of it.
QImage RoundBands::pictureOf(const TimeLineBand& band, const QCPPainter& painter) {
    if (height_ < fullHeight() || band.rising >= pictures_.size()) return {};
    if (painter.modes().testFlag(QCPPainter::pmNoCaching)) return pictures_[band.rising];
    const int side =
        static_cast<int>(std::lround(height_ * parentPlot()->bufferDevicePixelRatio()));
    if (std::exchange(scaledTo_, side) != side) {
        scaled_.clear();
        for (const QImage& picture : pictures_)
            scaled_.push_back(picture.isNull() ? picture
                                               : picture.scaled(side, side, Qt::IgnoreAspectRatio,
                                                                Qt::SmoothTransformation));
    }
    return scaled_[band.rising];
}

void RoundBands::draw(QCPPainter* painter) {
    painter->setFont(theme_.captionFont());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const bool full = height_ == fullHeight();
    for (const Stretch& stretch : stretches())
        paintBand(*painter, *stretch.band,
                  {stretch.place, sources_, sharesIn(stretch), pictureOf(*stretch.band, *painter),
                   full, full ? 3.0 : 1.5},
                  theme_);
}

}  // namespace splitee
