// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/schedule_band.h"

#include <QLinearGradient>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/run/experiment_fields.h"
#include "gui/setup/schedule_model.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kGutter = 26, kLane = 20, kLaneGap = 3, kMostLanes = 6;
constexpr double kStretchGap = 4, kStaleOpacity = 0.35;

// The last word of a title is its symbol: "Threshold α".
QString symbolOf(const std::string& key) {
    return key == "offload_factor" ? QStringLiteral("o ×")
                                   : fieldTitle(key).section(QLatin1Char(' '), -1);
}

QString sourceTitle(const std::string& name) {
    if (name.empty()) return {};
    const ScheduleRow row = rowOf(name + "@1");
    const QString amount = QString::fromStdString(row.to);
    return amount.isEmpty() ? whatChanges(row)
                            : whatChanges(row) + QLatin1Char(' ') + shortText(amount.toDouble());
}

}  // namespace

ScheduleBand::ScheduleBand(const ScheduleModel& model, const Theme& theme, QWidget* parent)
    : QWidget(parent), model_(model), theme_(theme) {
    setObjectName(QStringLiteral("scheduleBand"));
    setAccessibleName(tr("Schedule over the run"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&model_, &ScheduleModel::shownChanged, this, &ScheduleBand::refresh);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
    refresh();
}

// Where the rows cannot be read the last band that could stays, faded.
void ScheduleBand::refresh() {
    auto read = model_.schedule();
    current_ = read.has_value();
    if (read) {
        schedule_ = std::move(*read);
        starts_ = schedule_->switches();
        starts_.insert(starts_.begin(), 1);
        const std::int64_t last = starts_.back();
        rounds_ = std::max<std::int64_t>(model_.rounds().value_or(last + last / 4 + 1), 1);
        settings_.clear();
        for (const std::string_view key : kSettings) {
            const double first = schedule_->at(1).setting(key);
            if (std::ranges::any_of(starts_, [&](std::int64_t round) {
                    return schedule_->at(round).setting(key) != first;
                }))
                settings_.emplace_back(key);
        }
    }
    setVisible(schedule_ && (!settings_.empty() || schedule_->sources().size() > 1));
    updateGeometry();
    update();
}

void ScheduleBand::mark(int row) {
    marked_ = row;
    update();
}

double ScheduleBand::placeOf(std::int64_t round) const {
    const double share =
        rounds_ > 1 ? static_cast<double>(round - 1) / static_cast<double>(rounds_ - 1) : 0;
    return kGutter + std::clamp(share, 0.0, 1.0) * (width() - kGutter - 2);
}

QSize ScheduleBand::sizeHint() const {
    const bool sources = schedule_ && schedule_->sources().size() > 1;
    const int lanes = std::min(kMostLanes, static_cast<int>(settings_.size()) + (sources ? 1 : 0));
    return {180, std::max(1, lanes) * (kLane + kLaneGap) +
                     QFontMetrics(theme_.captionFont()).height() + 2};
}

QRectF ScheduleBand::lane(std::size_t number) const {
    return {static_cast<double>(kGutter), static_cast<double>(number) * (kLane + kLaneGap),
            static_cast<double>(width() - kGutter - 2), static_cast<double>(kLane)};
}

void ScheduleBand::paintSources(QPainter& painter, const QRectF& place) const {
    const auto tint = [&](std::size_t source) {
        return mixed(theme_.color(Token::Surface), theme_.color(Token::Text),
                     std::min(0.06 + 0.09 * static_cast<double>(source), 0.42));
    };
    const QFontMetrics metrics(painter.font());
    for (std::size_t k = 0; k < starts_.size(); ++k) {
        const std::int64_t last = k + 1 < starts_.size() ? starts_[k + 1] - 1 : rounds_;
        const Conditions now = schedule_->at(last);
        QRectF part = place;
        part.setLeft(placeOf(starts_[k]));
        part.setRight(placeOf(last + 1));
        QLinearGradient shade(part.topLeft(), part.topRight());
        shade.setColorAt(0, tint(now.source));
        shade.setColorAt(1, tint(now.share > 0 ? now.rising : now.source));
        painter.fillRect(part, shade);
        const QString name =
            sourceTitle(schedule_->sources()[now.share > 0 ? now.rising : now.source]);
        part.adjust(kStretchGap, 0, -kStretchGap, 0);
        if (name.isEmpty() || metrics.horizontalAdvance(name) > part.width()) continue;
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(part, Qt::AlignVCenter | Qt::AlignLeft, name);
    }
}

void ScheduleBand::paintSetting(QPainter& painter, const QRectF& place,
                                const std::string& key) const {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const std::int64_t round : starts_) {
        const double value = schedule_->at(round).setting(key);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    const auto heightOf = [&](double value) {
        return high > low ? place.bottom() - 3 - (value - low) / (high - low) * (place.height() - 6)
                          : place.center().y();
    };
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(QRectF(0, place.top(), kGutter - 4, place.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, symbolOf(key));
    painter.fillRect(place, mixed(theme_.color(Token::Surface), theme_.color(Token::Text), 0.05));
    QPolygonF line;
    double before = schedule_->at(1).setting(key);
    for (std::size_t k = 0; k < starts_.size(); ++k) {
        const std::int64_t last = k + 1 < starts_.size() ? starts_[k + 1] : rounds_;
        const double first = schedule_->at(starts_[k]).setting(key);
        const double end = schedule_->at(last > starts_[k] ? last - 1 : last).setting(key);
        line << QPointF(placeOf(starts_[k]), heightOf(before))
             << QPointF(placeOf(starts_[k]), heightOf(first))
             << QPointF(placeOf(last), heightOf(end));
        before = end;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.color(Token::Accent), 2));
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ScheduleBand::paintMark(QPainter& painter) const {
    if (marked_ < 0 || marked_ >= static_cast<int>(model_.changes())) return;
    const ScheduleRow row = model_.row(marked_);
    bool is = false;
    const qint64 first = QString::fromStdString(row.first).toLongLong(&is);
    if (!is) return;
    const qint64 last = QString::fromStdString(row.last).toLongLong(&is);
    const double left = placeOf(std::max<qint64>(first, 1));
    const double right = is && last > first ? placeOf(last) : left + 1;
    const double bottom = height() - QFontMetrics(painter.font()).height() - 2;
    QColor wash = theme_.color(Token::Accent);
    wash.setAlphaF(0.22F);
    painter.fillRect(QRectF(left - 1, 0, right - left + 2, bottom), wash);
}

void ScheduleBand::paintEvent(QPaintEvent*) {
    if (!schedule_) return;
    QPainter painter(this);
    painter.setFont(theme_.captionFont());
    painter.setOpacity(current_ ? 1 : kStaleOpacity);
    std::size_t number = 0;
    if (schedule_->sources().size() > 1) paintSources(painter, lane(number++));
    for (const std::string& key : settings_) {
        if (number >= kMostLanes) break;
        paintSetting(painter, lane(number++), key);
    }
    paintMark(painter);
    const QFontMetrics metrics(painter.font());
    const QRectF caption(kGutter, height() - metrics.height(), width() - kGutter - 2,
                         metrics.height());
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(caption, Qt::AlignLeft, QStringLiteral("1"));
    if (model_.rounds())
        painter.drawText(caption, Qt::AlignRight, numberText(static_cast<double>(rounds_)));
}

// The change whose start is nearest.
void ScheduleBand::mousePressEvent(QMouseEvent* event) {
    int nearestRow = -1;
    double nearest = std::numeric_limits<double>::infinity();
    for (int row = 0; row < static_cast<int>(model_.changes()); ++row) {
        bool is = false;
        const qint64 first = QString::fromStdString(model_.row(row).first).toLongLong(&is);
        const double distance =
            std::abs(placeOf(is ? std::max<qint64>(first, 1) : 1) - event->position().x());
        if (distance >= nearest) continue;
        nearest = distance;
        nearestRow = row;
    }
    if (nearestRow >= 0) emit rowChosen(nearestRow);
}

}  // namespace splitee
