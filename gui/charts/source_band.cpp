// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/source_band.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr double kNameGap = 5;  // pixels beside the name of a band

// Calm shades in the order of the schedule; the first source has the lightest.
QColor shadeOf(std::size_t source, std::size_t sources, const Theme& theme) {
    constexpr double kLightest = 0.05, kStep = 0.09, kDarkest = 0.41;
    const double step = std::min(
        kStep, (kDarkest - kLightest) / static_cast<double>(std::max<std::size_t>(sources, 2) - 1));
    return mixed(theme.color(Token::Surface), theme.color(Token::Text),
                 kLightest + step * static_cast<double>(source));
}

QBrush brushOf(const TimeLineBand& band, const BandLook& look, const Theme& theme) {
    const QColor from = shadeOf(band.source, look.sources, theme),
                 to = shadeOf(band.rising, look.sources, theme);
    if (band.source == band.rising) return from;
    QLinearGradient shade(look.place.topLeft(), look.place.topRight());
    const auto last = static_cast<double>(look.shares.size() - 1);
    for (std::size_t k = 0; k < look.shares.size(); ++k)
        shade.setColorAt(static_cast<double>(k) / last, mixed(from, to, look.shares[k]));
    return shade;
}

}  // namespace

std::size_t sourcesOf(const std::vector<TimeLineBand>& bands) {
    std::size_t last = 0;
    for (const TimeLineBand& band : bands) last = std::max({last, band.source, band.rising});
    return last + 1;
}

void paintBand(QPainter& painter, const TimeLineBand& band, const BandLook& look,
               const Theme& theme) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(brushOf(band, look, theme));
    painter.drawRoundedRect(look.place, look.radius, look.radius);
    QRectF free = look.place;
    if (!look.picture.isNull() && free.width() >= free.height()) {
        const QRectF square(std::ceil(free.left()), free.top(), free.height(), free.height());
        painter.drawImage(square, look.picture);
        free.setLeft(square.right());
    }
    // A name that has no room whole stands in the tooltip alone.
    free.adjust(kNameGap, 0, -kNameGap, 0);
    if (!look.written || QFontMetrics(painter.font()).horizontalAdvance(band.name) > free.width())
        return;
    painter.setPen(theme.color(Token::Text));
    painter.drawText(free, Qt::AlignLeft | Qt::AlignVCenter, band.name);
}

}  // namespace splitee
