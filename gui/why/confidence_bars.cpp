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

void ConfidenceBars::show(std::vector<double> seen, std::vector<double> said, int split,
                          std::optional<double> alpha) {
    seen_ = std::move(seen);
    said_ = std::move(said);
    split_ = split;
    alpha_ = alpha;
    QStringList told;
    for (std::size_t i = 0; i < seen_.size(); ++i)
        if (!std::isnan(seen_[i]))
            told += tr("exit %1: %2").arg(i + 1).arg(numberText(seen_[i], 3));
    setAccessibleDescription(told.join(QStringLiteral(", ")));
    setToolTip(said_.empty()
                   ? tr("Confidence of every exit that this round revealed; exits without a bar "
                        "were not seen.")
                   : tr("Confidence of every exit that this round revealed; an outline is what an "
                        "exit says that was not seen."));
    update();
}

// Of the split and the last exit that was seen; of two that would overprint, the split.
std::vector<std::size_t> ConfidenceBars::toldOf(double pitch, double wide) const {
    std::vector<std::size_t> told;
    const auto seen = [this](std::size_t i) { return i < seen_.size() && !std::isnan(seen_[i]); };
    std::size_t last = seen_.size();
    while (last > 0 && !seen(last - 1)) --last;
    const auto split = static_cast<std::size_t>(std::max(split_, 0));
    if (split > 0 && seen(split - 1)) told.push_back(split - 1);
    if (last > 0 && (told.empty() || static_cast<double>(last - split) * pitch >= 2 * wide))
        told.push_back(last - 1);
    return told;
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
    // Where bars stand close, the split and the last exit that was seen are told; the rest is in
    // the description.
    const QFontMetrics metrics(theme_.captionFont());
    const double wide = metrics.horizontalAdvance(QStringLiteral("0.00")) + 4;
    const bool roomy = pitch >= wide;
    const std::vector<std::size_t> told = toldOf(pitch, wide);
    const auto every = static_cast<std::size_t>(
        std::ceil((metrics.horizontalAdvance(QString::number(seen_.size())) + 4) / pitch));
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        const double middle = bars.left() + (static_cast<double>(i) + 0.5) * pitch;
        const QRectF cell(middle - pitch / 2, 0, pitch, line);
        painter.setPen(theme_.color(Token::MutedText));
        if (i % every == 0)
            painter.drawText(cell.adjusted(-pitch, 0, pitch, 0).translated(0, bars.bottom() + 4),
                             Qt::AlignCenter, QString::number(i + 1));
        if (std::isnan(seen_[i])) {
            const bool known = i < said_.size();
            painter.setPen(QPen(theme_.color(known ? Token::MutedText : Token::Border), 1));
            painter.setBrush(Qt::NoBrush);
            const double top = known ? height(said_[i]) : bars.bottom();
            painter.drawRect(QRectF(QPointF(middle - thick / 2, top),
                                    QPointF(middle + thick / 2, bars.bottom())));
            continue;
        }
        const bool device = static_cast<int>(i) < split_;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.color(device ? Token::Device : Token::Cloud));
        painter.drawRoundedRect(QRectF(QPointF(middle - thick / 2, height(seen_[i])),
                                       QPointF(middle + thick / 2, bars.bottom())),
                                2, 2);
        if (!roomy && !std::ranges::count(told, i)) continue;
        const QString said = numberText(seen_[i], 2);
        const double left =
            std::clamp(middle - wide / 2, bars.left(), std::max(bars.left(), bars.right() - wide));
        const QRectF place(left, height(seen_[i]) - line - 1, wide, line);
        painter.fillRect(place, theme_.color(Token::Surface));  // over the threshold's line
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(place, Qt::AlignCenter, said);
    }
}

}  // namespace splitee
