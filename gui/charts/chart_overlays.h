// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the curves of a chart: names at the ends of lines, marks of changes, the crosshair
// with its values.
#pragma once

#include <qcustomplot.h>

#include <limits>
#include <vector>

#include "gui/widgets/theme.h"

namespace splitee {

/// A setting that changed while the run played: drawn as a thin dashed vertical with a chip.
struct Mark {
    double round = 0;
    QString text;  ///< "o 5 → 8"
};

/// Names lines where they end, right of the axes, moved apart where they would overlap.
class EndLabels : public QCPLayerable {
    Q_OBJECT
public:
    struct Label {
        QString text;
        QColor color;
        double value = 0;    ///< on the value axis
        bool quiet = false;  ///< a reference, not a run
    };
    EndLabels(QCPAxisRect& rect, const Theme& theme);
    void clear() { labels_.clear(); }
    void add(Label label) { labels_.push_back(std::move(label)); }
    /// Each stands at its value or nowhere, the first added first: for labels of rows, which would
    /// name another row elsewhere.
    void setPinned(bool pinned) { pinned_ = pinned; }
    /// Pixels that the widest label needs.
    [[nodiscard]] int width() const;
    /// What all of them need, one under the other.
    [[nodiscard]] int height() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    struct Place {
        const Label* label;
        double y;
    };
    [[nodiscard]] QFont fontOf(const Label& label) const;
    [[nodiscard]] std::vector<Place> pinnedPlaces(double height) const;
    [[nodiscard]] std::vector<Place> spreadPlaces(double height) const;
    QCPAxisRect& rect_;
    const Theme& theme_;
    std::vector<Label> labels_;
    bool pinned_ = false;
};

/// Verticals through all axis rects of a chart; the chips stand in the first.
class ChangeMarks : public QCPLayerable {
    Q_OBJECT
public:
    ChangeMarks(QCustomPlot& plot, const Theme& theme);
    void set(std::vector<Mark> marks) { marks_ = std::move(marks); }
    [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
    /// Pixels at the left of the first row of chips where something else stands.
    void setTaken(int width) { taken_ = width; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    const Theme& theme_;
    std::vector<Mark> marks_;
    int taken_ = 0;
};

/// A vertical under the mouse, and what the curves say there in the corner away from it. On a layer
/// of its own, so that moving it redraws nothing else.
class Crosshair : public QCPLayerable {
    Q_OBJECT
public:
    struct Value {
        QColor color;
        QString label, value;
    };
    Crosshair(QCustomPlot& plot, const Theme& theme);
    /// NaN hides it.
    void set(double position, QString title, std::vector<Value> values);
    [[nodiscard]] double position() const { return position_; }
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    void drawBox(QCPPainter& painter, const QRect& inside, bool left);
    const Theme& theme_;
    double position_ = std::numeric_limits<double>::quiet_NaN();
    QString title_;
    std::vector<Value> values_;
};

}  // namespace splitee
