// Does it pay? Three large figures against always computing the final exit.
#pragma once

#include <QWidget>

#include <array>

#include "gui/theme.h"

namespace splitee {

class FigureCard;

class Figures : public QWidget {
    Q_OBJECT
public:
    explicit Figures(const Theme& theme, QWidget* parent = nullptr);

    using QWidget::show;
    /// NaN: not known (no labels, no reference). Captions say over what, or with which interval: "−61.1 to −62.5 over 20 seeds".
    void show(double costChangePercent, double accuracyChangePoints, double offloadPercent, const QString& costCaption = {},
              const QString& accuracyCaption = {}, const QString& offloadCaption = {});
    /// Nothing has been played yet.
    void clear();
    [[nodiscard]] QString text(int card) const;    ///< 0 cost, 1 accuracy, 2 offloaded: as a screen reader says it

private:
    std::array<FigureCard*, 3> cards_;
};

}  // namespace splitee
