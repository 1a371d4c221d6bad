// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/confidence_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kBarsHeight = 56;
constexpr double kWidestBar = 26;

}  // namespace

ConfidenceBars::ConfidenceBars(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Confidences"));
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ConfidenceBars::sizeHint() const {
    return {200, kBarsHeight + 2 * QFontMetrics(theme_.captionFont()).height() + 6};
}

void ConfidenceBars::show(std::vector<double> seen, int split, std::optional<double> alpha) {
    seen_ = std::move(seen);
    split_ = split;
    alpha_ = alpha;
    QStringList said;
    for (std::size_t i = 0; i < seen_.size(); ++i)
        if (!std::isnan(seen_[i]))
            said += tr("exit %1: %2").arg(i + 1).arg(numberText(seen_[i], 3));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setToolTip(tr(
        "Confidence of every exit that this round revealed; exits without a bar were not seen."));
    update();
}

void ConfidenceBars::paintEvent(QPaintEvent*) {
    if (seen_.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.captionFont());
    const int line = QFontMetrics(theme_.captionFont()).height();
    const QString alpha = alpha_ ? QStringLiteral("α %1").arg(shortText(*alpha_)) : QString();
    const double right =
        alpha.isEmpty() ? 0 : QFontMetrics(theme_.captionFont()).horizontalAdvance(alpha) + 8;
    const QRectF bars(0, line + 2, width() - right, kBarsHeight);
    const double pitch = bars.width() / static_cast<double>(seen_.size()),
                 thick = std::min(kWidestBar, 0.6 * pitch);
    const auto height = [&](double value) { return bars.bottom() - value * bars.height(); };
    if (alpha_) {
        painter.setPen(QPen(theme_.color(Token::Text), 1, Qt::DashLine));
        painter.drawLine(QLineF(bars.left(), height(*alpha_), bars.right(), height(*alpha_)));
        painter.drawText(QRectF(bars.right() + 4, height(*alpha_) - line / 2.0, right, line),
                         Qt::AlignLeft | Qt::AlignVCenter, alpha);
    }
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        const double middle = bars.left() + (static_cast<double>(i) + 0.5) * pitch;
        const QRectF cell(middle - pitch / 2, 0, pitch, line);
        painter.setPen(theme_.color(Token::MutedText));
        painter.drawText(cell.translated(0, bars.bottom() + 4), Qt::AlignCenter,
                         QString::number(i + 1));
        if (std::isnan(seen_[i])) {
            painter.setPen(QPen(theme_.color(Token::Border), 1));
            painter.drawLine(
                QLineF(middle - thick / 2, bars.bottom(), middle + thick / 2, bars.bottom()));
            continue;
        }
        const bool device = static_cast<int>(i) < split_;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.color(device ? Token::Device : Token::Cloud));
        painter.drawRoundedRect(QRectF(QPointF(middle - thick / 2, height(seen_[i])),
                                       QPointF(middle + thick / 2, bars.bottom())),
                                2, 2);
        const QString said = numberText(seen_[i], 2);
        const double wide = QFontMetrics(theme_.captionFont()).horizontalAdvance(said) + 4;
        const QRectF place(middle - wide / 2, height(seen_[i]) - line - 1, wide, line);
        painter.fillRect(place, theme_.color(Token::Surface));  // over the threshold's line
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(place, Qt::AlignCenter, said);
    }
}

}  // namespace splitee
