// SPDX-License-Identifier: GPL-3.0-or-later
// Painter of the network track.
#pragma once

#include <QPainter>

#include "gui/track/network_track.h"

namespace splitee {

/// Where things stand. From top to bottom: names of the sides and the split, exits (or shares),
/// blocks, shares, a sentence.
struct TrackGeometry {
    /// `rows`: lines of captions under the blocks.
    TrackGeometry(const TrackState& state, const Theme& theme, const QRect& area, int rows = 1);

    [[nodiscard]] double centre(int layer) const { return left + pitch * (layer - 0.5); }
    /// Between the layers; `split` may be a fraction while it moves.
    [[nodiscard]] double border(double split) const { return left + pitch * split; }
    [[nodiscard]] QRectF block(int layer) const;
    [[nodiscard]] QRectF gauge(int layer) const;
    /// Where the sample stands: an image, or the room for a text.
    [[nodiscard]] QRectF sampleCard() const;
    [[nodiscard]] int layerAt(const QPoint& point) const;  ///< 0: none
    /// Whether every layer has room for numbers.
    [[nodiscard]] bool roomy() const { return pitch >= 44; }

    const TrackState& state;
    QRectF card;
    int line = 0;            ///< height of a caption
    double sampleWidth = 0;  ///< of the column at the left
    double left = 0, pitch = 1;
    double exitsTop = 0, exitsBottom = 0, blocksMiddle = 0, blocksHeight = 0, sharesTop = 0,
           sentenceTop = 0;
    double greatest = 1;  ///< cost of the most expensive block
};

class TrackPainter {
public:
    TrackPainter(const TrackState& state, const Theme& theme, const QRect& area, int rows = 1);
    void paint(QPainter& painter) const;
    /// The card, the sides and the blocks with their wires alone: what stands before a round.
    void paintNetwork(QPainter& painter) const;

private:
    void paintSides(QPainter& painter) const;
    void paintWires(QPainter& painter) const;
    void paintSample(QPainter& painter) const;
    void paintBlock(QPainter& painter, int layer) const;
    void paintExit(QPainter& painter, int layer) const;
    void paintAnswer(QPainter& painter, int layer) const;
    /// ".66": a confidence in few digits.
    [[nodiscard]] static QString confidenceText(double confidence);
    [[nodiscard]] QString answerText(int layer) const;
    [[nodiscard]] QRectF answerCard(int layer) const;
    void paintShare(QPainter& painter, int layer) const;
    void paintBorder(QPainter& painter) const;
    void paintOffload(QPainter& painter) const;
    void paintWords(QPainter& painter) const;
    [[nodiscard]] double paintRate(QPainter& painter, const QRectF& row) const;

    [[nodiscard]] bool offloaded() const { return showsSample() && !state_.round->exited; }
    /// What the round paid for it, and where that stands: beside the border, in the row of shares.
    [[nodiscard]] QString offloadText() const;
    [[nodiscard]] QRectF offloadChip() const;
    [[nodiscard]] bool onDevice(int layer) const { return layer <= state_.split(); }
    /// Whether the round computed this layer, anywhere.
    [[nodiscard]] bool computed(int layer) const;
    [[nodiscard]] QColor side(int layer) const {
        return theme_.color(onDevice(layer) || state_.split() < 0 ? Token::Device : Token::Cloud);
    }
    [[nodiscard]] bool showsSample() const { return state_.round && !state_.fast; }
    /// The exit that answered: the one the sample left at, or the last one after an offload.
    [[nodiscard]] int answering() const {
        return state_.round->exited ? state_.round->split : state_.exits();
    }

    const TrackState& state_;
    const Theme& theme_;
    TrackGeometry at_;
};

}  // namespace splitee
