// SPDX-License-Identifier: GPL-3.0-or-later
// Three large figures of a run against always computing the final exit: cost, accuracy, offload
// rate.
#pragma once

#include <QWidget>

#include <array>
#include <optional>

#include "gui/run/seed_replay.h"
#include "gui/widgets/theme.h"

namespace splitee {

class FigureCard;

class Figures : public QWidget {
    Q_OBJECT
public:
    explicit Figures(const Theme& theme, QWidget* parent = nullptr);

    using QWidget::show;
    /// NaN: not known. Captions say over what; that of the accuracy is empty where there are no
    /// labels.
    void show(double costChangePercent, double accuracyChangePoints, double offloadPercent,
              const QString& costCaption = {}, const QString& accuracyCaption = {},
              const QString& offloadCaption = {});
    /// The same three over seeds, as mean ± half of the 95 % interval, where they are known.
    void showSpreads(const std::array<std::optional<Spread>, 3>& spreads,
                     std::int64_t seeds = kBandSeeds);
    /// Nothing has been played yet.
    void clear();
    [[nodiscard]] QString text(
        int card) const;  ///< 0 cost, 1 accuracy, 2 offloaded: for a screen reader
    /// Whether the words of a card stand beside its figure, else below it.
    [[nodiscard]] bool isBeside(int card) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    std::array<FigureCard*, 3> cards_;
};

}  // namespace splitee
