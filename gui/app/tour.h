// SPDX-License-Identifier: GPL-3.0-or-later
// Guided tour: a few callouts over the real widgets, for someone who read neither paper.
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

namespace splitee {

class Theme;

struct TourStop {
    std::function<QWidget*()>
        target;  ///< asked when the stop is reached; none: the callout stands in the middle
    QString title, text;
    bool handsOn = false;  ///< the widget takes the mouse: one tries it out
};

/// Covers the whole window while it runs, but for the widget that is explained. Right or Enter goes
/// on, Left back, Escape ends.
class Tour : public QWidget {
    Q_OBJECT
public:
    Tour(const Theme& theme, std::vector<TourStop> stops, QWidget* window);

    void begin();
    void next();
    void back();
    void end();
    [[nodiscard]] int at() const { return at_; }
    [[nodiscard]] const std::vector<TourStop>& stops() const { return stops_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int stop);
    void openHole();
    [[nodiscard]] QRect targetRect() const;
    [[nodiscard]] QRect callout() const;

    const Theme& theme_;
    std::vector<TourStop> stops_;
    int at_ = 0;
    QPointer<QWidget> before_;
};

}  // namespace splitee
