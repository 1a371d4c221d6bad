// SPDX-License-Identifier: GPL-3.0-or-later
// Bar chart of the exits' confidences for one sample against the threshold; exits that were not
// observed have an outline where it is known what they say, else a gap.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace splitee {

class Theme;

class ConfidenceBars : public QWidget {
    Q_OBJECT
public:
    explicit ConfidenceBars(const Theme& theme, QWidget* parent = nullptr);
    /// `seen`: [L], NaN where not seen; `said`: [L] of every exit, or empty where that is not
    /// known; `split`: where device work stopped, 0: nowhere; `alpha`: empty where it does not
    /// decide.
    void show(std::vector<double> seen, std::vector<double> said, int split,
              std::optional<double> alpha);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::vector<std::size_t> toldOf(double pitch, double wide) const;

    const Theme& theme_;
    std::vector<double> seen_, said_;
    int split_ = 0;
    std::optional<double> alpha_;
};

}  // namespace splitee
