// SPDX-License-Identifier: GPL-3.0-or-later
// Picture of the network from device to cloud: the split layer now, and the path of the current
// sample.
#pragma once

#include <QImage>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>
#include <span>
#include <vector>

#include "engine/run/run.h"
#include "gui/run/text_line.h"
#include "gui/widgets/theme.h"

namespace splitee {

/// All that the track shows.
struct TrackState {
    std::vector<double> depth;  ///< [L] d_i; blocks are sized by d_i - d_(i-1)
    QString device, cloud;      ///< names of the two sides
    std::optional<RoundRecord> round;
    std::vector<double> seen;  ///< [L] confidences, NaN where not seen
    double alpha = 0;
    std::vector<double> shares;  ///< [L] of recent rounds by split layer, or empty
    QImage thumbnail;
    bool texts = false;          ///< whether the network takes texts
    TextLine text;               ///< the sample, of such a network
    double piecesPerSecond = 0;  ///< that it reads; 0: not known
    QStringList classNames;
    QString transfer;  ///< what the offload took: "6.1 kB · 24 ms"
    bool fast = false;
    double border = 0;  ///< place of the split, in layers; between two of them while it moves

    [[nodiscard]] int exits() const { return static_cast<int>(depth.size()); }
    /// The split to draw: the round's, or at speed the one chosen most; -1: none yet.
    [[nodiscard]] int split() const;
    [[nodiscard]] QString className(int index) const;
    /// Whether there is a text to show: not at speed.
    [[nodiscard]] bool showsText() const { return texts && round && !fast && !text.read.isEmpty(); }
    /// What happened, in one sentence.
    [[nodiscard]] QString sentence() const;
};

class NetworkTrack : public QWidget {
    Q_OBJECT
public:
    explicit NetworkTrack(const Theme& theme, QWidget* parent = nullptr);

    /// A new network: nothing has been played on it yet. `depth`: [L], rising; `texts`: whether it
    /// takes texts.
    void setNetwork(std::vector<double> depth, const QString& device, const QString& cloud,
                    bool texts = false);
    void setClassNames(const QStringList& names);
    /// The last round; `seen`: [L] confidences it revealed, NaN elsewhere; `alpha` as it was in
    /// force.
    void setRound(const RoundRecord& record, std::span<const double> seen, double alpha);
    /// [L] shares of the recent rounds by split layer.
    void setDistribution(std::span<const double> shareOfSplits);
    /// Rounds go by too fast to follow: the shares take the place of the sample. Off at first.
    void setFast(bool fast);
    void setThumbnail(const QImage& image);
    /// The sample of a network for texts, and how many pieces of such it reads a second (0: not
    /// known).
    void setText(const TextLine& text, double piecesPerSecond);
    /// What the last offload took, where it is known; empty shows its cost.
    void setTransfer(const QString& text);
    /// Whether the border glides to a new split (150 ms) or jumps. Off at first; leave it off where
    /// less motion is wanted.
    void setAnimated(bool on) { animated_ = on; }

    [[nodiscard]] const TrackState& state() const { return state_; }
    [[nodiscard]] QSize sizeHint() const override { return {960, state_.texts ? 224 : 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, 168}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void stateChanged();

    const Theme& theme_;
    TrackState state_;
    bool animated_ = false;
    QVariantAnimation glide_;
};

}  // namespace splitee
