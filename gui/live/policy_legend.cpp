// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/policy_legend.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

#include "gui/run/run_history.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kLegendHeight = 24, kChipPadding = 8, kChipGap = 6;

}  // namespace

PolicyChip::PolicyChip(const Theme& theme, std::string policy, const QString& label, int style,
                       QWidget* parent)
    : QAbstractButton(parent), theme_(theme), policy_(std::move(policy)), style_(style) {
    setText(label);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("%1 in all charts").arg(label));
    setToolTip(tr("Hide or show %1 in all charts; its run is not affected").arg(label));
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize PolicyChip::sizeHint() const {
    return {2 * kChipPadding + kSwatch + kChipGap +
                QFontMetrics(theme_.captionFont()).horizontalAdvance(text()) + 2,
            kLegendHeight};
}

QSize PolicyChip::minimumSizeHint() const { return {2 * kChipPadding + kSwatch, kLegendHeight}; }

void PolicyChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor surface = theme_.color(Token::Surface), border = theme_.color(Token::Border);
    painter.setPen(QPen(hasFocus() ? theme_.color(Token::Accent) : border, 1));
    painter.setBrush(!isChecked()   ? Qt::transparent
                     : underMouse() ? mixed(surface, theme_.color(Token::Text), 0.07)
                                    : surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kLegendHeight / 2.0 - 1,
                            kLegendHeight / 2.0 - 1);
    QPen pen = theme_.policyPen(style_);
    if (!isChecked()) pen.setColor(border);
    painter.setPen(pen);
    painter.drawLine(QPointF(kChipPadding, height() / 2.0),
                     QPointF(kChipPadding + kSwatch, height() / 2.0));
    QFont font = theme_.captionFont();
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(theme_.color(isChecked() ? Token::Text : Token::MutedText));
    const QRect place = rect().adjusted(kChipPadding + kSwatch + kChipGap, 0, -kChipPadding, 0);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, place.width() + 2));
}

PolicyLegend::PolicyLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), row_(new QHBoxLayout(this)) {
    setAccessibleName(tr("Policies shown in the charts"));
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(6);
    row_->addStretch(1);
    hide();
}

void PolicyLegend::setRuns(const std::vector<const RunHistory*>& runs) {
    const auto same = [](const PolicyChip* chip, const RunHistory* run) {
        return chip->policy() == run->policy() && chip->text() == run->label();
    };
    if (!runs.empty() && std::ranges::equal(chips_, runs, same))
        return;  // who has the keyboard keeps it
    for (PolicyChip* chip : chips_) delete chip;
    chips_.clear();
    for (const RunHistory* run : runs) {
        auto* chip = new PolicyChip(theme_, run->policy(), run->label(), run->style(), this);
        chip->setChecked(!hidden_.contains(run->policy()));
        connect(chip, &QAbstractButton::toggled, this,
                [this, chip](bool shown) { toggled(*chip, shown); });
        row_->insertWidget(static_cast<int>(chips_.size()), chip);
        chips_.push_back(chip);
    }
    setVisible(!runs.empty());
}

void PolicyLegend::toggled(const PolicyChip& chip, bool shown) {
    if (shown)
        hidden_.erase(chip.policy());
    else
        hidden_.insert(chip.policy());
    emit hiddenChanged();
}

}  // namespace splitee
