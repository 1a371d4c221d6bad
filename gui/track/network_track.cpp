// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/track/network_track.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "gui/run/experiment_fields.h"
#include "gui/track/track_painter.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr int kGlideMilliseconds = 150;
constexpr int kLeastHeightOfTexts = 196;

}  // namespace

int TrackState::split() const {
    if (fast && !shares.empty()) {
        const auto most = std::ranges::max_element(shares);
        if (*most > 0) return static_cast<int>(most - shares.begin()) + 1;
    }
    return round ? round->split : -1;
}

QString TrackState::className(int index) const {
    return index >= 0 && index < classNames.size() ? classNames[index]
                                                   : NetworkTrack::tr("class %1").arg(index);
}

QString TrackState::sentence() const {
    if (split() < 0) return NetworkTrack::tr("No rounds yet.");
    if (fast && !shares.empty())
        return NetworkTrack::tr("Lately %1 % of the rounds split after layer %2 of %3.")
            .arg(numberText(100 * *std::ranges::max_element(shares)))
            .arg(split())
            .arg(exits());
    const RoundRecord& r = *round;
    const QString answer =
        className(r.prediction) + (r.correct < 0    ? QString()
                                   : r.correct == 1 ? NetworkTrack::tr(", correct")
                                                    : NetworkTrack::tr(", wrong"));
    const QString sample = numberText(static_cast<double>(r.sample));
    if (r.exited)
        return NetworkTrack::tr("Sample %1 left on the device at exit %2: %3. Cost %4 λ.")
            .arg(sample)
            .arg(r.split)
            .arg(answer, shortText(r.cost()));
    const QString sent =
        NetworkTrack::tr(
            "Sample %1 was offloaded after layer %2: %3. Cost %4 λ + %5 λ for offloading.")
            .arg(sample)
            .arg(r.split)
            .arg(answer, shortText(r.computeCost), shortText(r.offloadCost));
    return transfer.isEmpty() ? sent : sent + QLatin1Char(' ') + transfer;
}

NetworkTrack::NetworkTrack(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setAccessibleName(tr("Network track"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setMouseTracking(true);
    glide_.setDuration(kGlideMilliseconds);
    glide_.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        state_.border = value.toDouble();
        update();
    });
    connect(&theme_, &Theme::changed, this, [this] { update(); });
    stateChanged();
}

void NetworkTrack::setNetwork(std::vector<double> depth, const QString& device,
                              const QString& cloud, bool texts) {
    const bool other = texts != state_.texts;
    TrackState next;
    next.texts = texts;
    next.depth = std::move(depth);
    next.device = device;
    next.cloud = cloud;
    next.classNames = state_.classNames;
    next.fast = state_.fast;
    state_ = std::move(next);
    if (other) {
        setMinimumHeight(texts ? kLeastHeightOfTexts : 0);  // for a few lines of the text
        updateGeometry();
    }
    stateChanged();
}

void NetworkTrack::setClassNames(const QStringList& names) {
    state_.classNames = names;
    stateChanged();
}

void NetworkTrack::setRound(const RoundRecord& record, std::span<const double> seen, double alpha) {
    state_.round = record;
    state_.seen.assign(seen.begin(), seen.end());
    state_.alpha = alpha;
    stateChanged();
}

void NetworkTrack::setDistribution(std::span<const double> shareOfSplits) {
    state_.shares.assign(shareOfSplits.begin(), shareOfSplits.end());
    stateChanged();
}

void NetworkTrack::setFast(bool fast) {
    state_.fast = fast;
    stateChanged();
}

void NetworkTrack::setThumbnail(const QImage& image) {
    state_.thumbnail = image;
    update();
}

void NetworkTrack::setText(const TextLine& text, double piecesPerSecond) {
    state_.text = text;
    state_.piecesPerSecond = piecesPerSecond;
    stateChanged();
}

void NetworkTrack::setTransfer(const QString& text) {
    state_.transfer = text;
    update();
}

void NetworkTrack::stateChanged() {
    const int split = state_.split();
    QString said =
        split >= 0 ? tr("Split after layer %1 of %2. ").arg(split).arg(state_.exits()) : QString();
    said += state_.sentence();
    if (state_.showsText()) said += QLatin1Char(' ') + tr("The text: %1").arg(state_.text.whole());
    setAccessibleDescription(said);
    setToolTip(state_.sentence());  // it may be elided
    if (split >= 0) {
        const bool first = glide_.endValue().isNull() || !isVisible();
        if (animated_ && !first) {
            if (glide_.endValue().toDouble() != split) {
                glide_.stop();
                glide_.setStartValue(state_.border);
                glide_.setEndValue(static_cast<double>(split));
                glide_.start();
            }
        } else {
            glide_.stop();
            glide_.setEndValue(static_cast<double>(split));
            state_.border = split;
        }
    }
    update();
}

void NetworkTrack::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    TrackPainter(state_, theme_, rect()).paint(painter);
}

bool NetworkTrack::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int layer = TrackGeometry(state_, theme_, rect()).layerAt(help->pos());
    if (layer == 0 && state_.showsText() &&
        TrackGeometry(state_, theme_, rect()).sampleCard().contains(help->pos())) {
        QToolTip::showText(help->globalPos(), tipOf(state_.text), this);
        return true;
    }
    if (layer == 0) {
        QToolTip::showText(help->globalPos(), toolTip() + QLatin1Char('\n') + costUnitHelp(), this);
        return true;
    }
    const auto i = static_cast<std::size_t>(layer - 1);
    QString text = tr("Layer %1 of %2: %3 of the network's depth %4")
                       .arg(layer)
                       .arg(state_.exits())
                       .arg(shortText(state_.depth[i] - (i > 0 ? state_.depth[i - 1] : 0)),
                            shortText(state_.depth.back()));
    if (i < state_.seen.size() && !std::isnan(state_.seen[i]) && !state_.fast)
        text += tr("\nConfidence %1").arg(numberText(state_.seen[i], 3));
    if (i < state_.shares.size())
        text +=
            tr("\nSplit here in %1 % of recent rounds").arg(numberText(100 * state_.shares[i], 1));
    QToolTip::showText(help->globalPos(), text + QLatin1Char('\n') + costUnitHelp(), this);
    return true;
}

}  // namespace splitee
