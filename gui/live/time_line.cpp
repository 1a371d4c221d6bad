// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/time_line.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/charts/source_band.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/own_keys.h"
#include "gui/widgets/place_tip.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr double kHandle = 6, kGroove = 4, kMarkHeight = 10;  // pixels; the first a radius
constexpr int kLineHeight = 18, kMarkReach = 5;               // of a mark, to either side
constexpr std::size_t kMostTold = 6;                          // marks in one tooltip

QString roundWords(std::int64_t round) { return numberText(static_cast<double>(round)); }

}  // namespace

TimeLine::TimeLine(const Theme& theme, QWidget* parent) : QAbstractSlider(parent), theme_(theme) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time line: the round that is shown"));
    setSingleStep(1);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    // From a screen reader.
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (!setting_) choose(value);
    });
}

void TimeLine::setRun(std::int64_t rounds, std::vector<TimeLineMark> marks,
                      std::vector<TimeLineBand> bands) {
    const bool tall = model_.bands().empty() != bands.empty();
    model_.setRounds(rounds);
    model_.setMarks(std::move(marks));
    model_.setBands(std::move(bands));
    setPageStep(
        static_cast<int>(std::min<std::int64_t>(model_.page(), std::numeric_limits<int>::max())));
    setEnabled(rounds > 0);
    if (tall) updateGeometry();
    describe();
    update();
}

void TimeLine::setPictures(std::vector<QImage> pictures) {
    pictures_ = std::move(pictures);
    update();
}

void TimeLine::setRounds(std::int64_t played, std::int64_t shown) {
    const bool moved = model_.isLive() != (shown == 0) || (shown > 0 && model_.shown() != shown);
    if (!moved && model_.played() == played) return;
    model_.setPlayed(played);
    model_.setShown(shown);
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    setting_ = true;
    setRange(std::min(1, static_cast<int>(std::min(played, kMost))),
             static_cast<int>(std::min(played, kMost)));
    setValue(static_cast<int>(std::min(model_.shown(), kMost)));
    setting_ = false;
    if (moved) describe();
    update();
}

void TimeLine::describe() {
    QStringList said;
    if (!model_.isLive())
        said += tr("round %1 of %2 is shown")
                    .arg(roundWords(model_.shown()), roundWords(model_.rounds()));
    else if (model_.rounds() > 0)
        said += tr("the newest round is shown");
    for (const TimeLineModel::Cluster& cluster : model_.clusters(line().width()))
        said += marksText(cluster);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
}

int TimeLine::stripHeight() const {
    return model_.bands().empty() ? 0 : QFontMetrics(theme_.captionFont()).height() + 4;
}

QSize TimeLine::sizeHint() const { return {400, stripHeight() + kLineHeight}; }
QSize TimeLine::minimumSizeHint() const { return {80, stripHeight() + kLineHeight}; }

// Where rounds stand; the handle reaches over its ends.
QRectF TimeLine::line() const {
    return {kHandle + 1, static_cast<double>(height() - kLineHeight),
            std::max(1.0, width() - 2 * kHandle - 2), static_cast<double>(kLineHeight)};
}

double TimeLine::placeOf(std::int64_t round) const {
    return line().left() + model_.placeOf(round, line().width());
}

void TimeLine::paintBands(QPainter& painter) const {
    painter.setFont(theme_.captionFont());
    BandLook look;
    look.sources = sourcesOf(model_.bands());
    for (const TimeLineBand& band : model_.bands()) {
        look.place = QRectF(placeOf(band.first == 1 ? 0 : band.first), 0, 0, stripHeight() - 2);
        look.place.setRight(placeOf(band.last) - 1);
        if (look.place.width() < 1) continue;
        look.picture = band.rising < pictures_.size() ? pictures_[band.rising] : QImage();
        paintBand(painter, band, look, theme_);
    }
}

void TimeLine::paintLine(QPainter& painter) const {
    const QRectF line = this->line();
    const double middle = line.center().y(), played = placeOf(model_.played());
    const QRectF groove(line.left(), middle - kGroove / 2, line.width(), kGroove);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(Token::Border));
    painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
    if (model_.played() > 0) {
        painter.setBrush(theme_.color(Token::Accent));
        painter.drawRoundedRect(QRectF(groove.topLeft(), QPointF(played, groove.bottom())),
                                kGroove / 2, kGroove / 2);
    }
    for (const TimeLineModel::Cluster& cluster : model_.clusters(line.width())) {
        painter.setPen(QPen(theme_.color(Token::Surface), 4));  // stands off the groove
        const QLineF mark(line.left() + cluster.place, middle - kMarkHeight / 2,
                          line.left() + cluster.place, middle + kMarkHeight / 2);
        painter.drawLine(mark);
        painter.setPen(QPen(theme_.color(Token::Offload), cluster.count > 1 ? 3 : 2));
        painter.drawLine(mark);
    }
    if (model_.played() < 1) return;
    const double shown = placeOf(model_.shown());
    const QColor accent = theme_.color(Token::Accent);
    if (!model_.isLive()) {
        painter.setPen(QPen(accent, 1.5));
        painter.drawLine(QLineF(shown, 0, shown, middle));
    }
    painter.setPen(QPen(accent, 2));
    painter.setBrush(model_.isLive() ? theme_.color(Token::Surface) : accent);
    painter.drawEllipse(QPointF(shown, middle), kHandle - 1, kHandle - 1);
}

void TimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintBands(painter);
    paintLine(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme_.color(Token::Accent), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

int TimeLine::clusterAt(const QPoint& at) const {
    const auto clusters = model_.clusters(line().width());
    int nearest = -1;
    double least = kMarkReach + 1;
    for (std::size_t i = 0; i < clusters.size(); ++i)
        if (const double away = std::abs(line().left() + clusters[i].place - at.x());
            away < least) {
            least = away;
            nearest = static_cast<int>(i);
        }
    return nearest;
}

QString TimeLine::marksText(const TimeLineModel::Cluster& cluster) const {
    QStringList told;
    const auto& marks = model_.marks();
    for (std::size_t i = cluster.first; i < cluster.first + std::min(cluster.count, kMostTold); ++i)
        told += tr("from round %1: %2").arg(roundWords(marks[i].round), marks[i].text);
    if (cluster.count > kMostTold)
        told += tr("and %n more changes", nullptr, static_cast<int>(cluster.count - kMostTold));
    return told.join(QLatin1Char('\n'));
}

QString TimeLine::tipAt(const QPoint& at) const {
    QStringList told;
    const std::int64_t round = model_.roundAt(at.x() - line().left(), line().width());
    const auto anywhere = static_cast<std::int64_t>((at.x() - line().left()) / line().width() *
                                                    static_cast<double>(model_.rounds()));
    if (round > 0) told += tr("Click: show round %1").arg(roundWords(round));
    if (round == 0) told += tr("Not played yet. Click: show the newest round");
    if (const int cluster = clusterAt(at); cluster >= 0)
        told += marksText(model_.clusters(line().width())[static_cast<std::size_t>(cluster)]);
    else if (const int band = model_.bandAt(std::max<std::int64_t>(anywhere, 1)); band >= 0) {
        const TimeLineBand& shown = model_.bands()[static_cast<std::size_t>(band)];
        told += tr("rounds %1 to %2: %3")
                    .arg(roundWords(shown.first), roundWords(shown.last), shown.name);
    }
    return told.join(QLatin1Char('\n'));
}

// Right and Left are keys of the window too: here they move by a round.
bool TimeLine::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})) return true;
    if (event->type() == QEvent::FontChange) updateGeometry();
    if (showsTip(
            event, *this, [this](const QPoint& at) { return tipAt(at).isEmpty() ? -1 : at.x(); },
            [this](int x) {
                return tipAt({x, 0});
            },
            [this](int x) { return QRect(x - 2, 0, 5, height()); }))
        return true;
    return QAbstractSlider::event(event);
}

void TimeLine::chooseAt(const QPointF& at) {
    const std::int64_t round = model_.roundAt(at.x() - line().left(), line().width());
    if (round == 0) emit liveWanted();
    if (round > 0) choose(round);
}

void TimeLine::choose(std::int64_t round) {
    if (model_.played() < 1) return;
    round = std::clamp<std::int64_t>(round, 1, model_.played());
    if (model_.isLive() || round != model_.shown()) emit roundChosen(round);
}

void TimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) chooseAt(event->position());
}

void TimeLine::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) chooseAt(event->position());
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    const bool far = event->modifiers() & Qt::ControlModifier;
    const std::int64_t shown = model_.shown();
    const auto goOn = [&](std::int64_t round) {
        if (model_.isLive()) return;
        if (shown == model_.played())
            emit liveWanted();
        else
            choose(round);
    };
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            if (!far) return choose(shown - 1);
            return choose(std::max<std::int64_t>(model_.markBeside(shown, false), 1));
        case Qt::Key_Right:
        case Qt::Key_Up:
            if (!far) return goOn(shown + 1);
            if (const std::int64_t next = model_.markBeside(shown, true); next > 0) goOn(next);
            return;
        case Qt::Key_PageDown:  // as of any slider
            return choose(shown - model_.page());
        case Qt::Key_PageUp:
            return goOn(shown + model_.page());
        case Qt::Key_Home:
            return choose(1);
        case Qt::Key_End:
            return emit liveWanted();
        default:
            event->ignore();
    }
}

// The page scrolls, and no value changes under the pointer.
void TimeLine::wheelEvent(QWheelEvent* event) { event->ignore(); }

}  // namespace splitee
