// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the curves of a chart: names at the ends of lines, marks of changes, the crosshair
// with its values.
#pragma once

#include <qcustomplot.h>

#include <functional>
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
        /// What stands for the text where that has no room, the longest first.
        QStringList shorter = {};
    };
    EndLabels(QCPAxisRect& rect, const Theme& theme);
    void clear() { labels_.clear(); }
    void add(Label label) { labels_.push_back(std::move(label)); }
    /// Each stands at its value or nowhere, the first added first: for labels of rows, which would
    /// name another row elsewhere.
    void setPinned(bool pinned) { pinned_ = pinned; }
    [[nodiscard]] QStringList texts() const;
    /// Shortens all labels alike, no more than those need that can be shortened to fit in `most`
    /// pixels.
    void fit(int most);
    [[nodiscard]] bool areShortened() const { return shortened_ > 0; }
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
    [[nodiscard]] QString shownOf(const Label& label) const;
    [[nodiscard]] std::vector<Place> pinnedPlaces(double height) const;
    [[nodiscard]] std::vector<Place> spreadPlaces(double height) const;
    QCPAxisRect& rect_;
    const Theme& theme_;
    std::vector<Label> labels_;
    bool pinned_ = false;
    qsizetype shortened_ = 0;  // 0: no label; n: to its n-th shorter text, or the last it has
};

/// Verticals through all axis rects of a chart; each has its chip beside it in a strip above the
/// first, where no data are. A chip without room is left out.
class ChangeMarks : public QCPLayerable {
    Q_OBJECT
public:
    ChangeMarks(QCustomPlot& plot, const Theme& theme);
    void set(std::vector<Mark> marks) { marks_ = std::move(marks); }
    [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
    /// Pixels at the left of the strip's lowest row where something else stands.
    void setTaken(int width) { taken_ = width; }
    /// Pixels that the strip needs; 0 where nothing stands in it.
    [[nodiscard]] int stripHeight() const;

    struct Chip {
        QRectF place;
        double line = 0;  ///< x of its own vertical
        QString text;
    };
    /// As they are drawn now.
    [[nodiscard]] std::vector<Chip> chips() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] std::vector<const Mark*> visibleMarks() const;
    [[nodiscard]] int rowHeight() const;
    const Theme& theme_;
    std::vector<Mark> marks_;
    int taken_ = 0;
};

/// A vertical under the mouse, and what the curves say there in the corner that has the least of
/// them. On a layer of its own, so that moving it redraws nothing else.
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
    /// A round that stays marked wherever the crosshair is; NaN: none.
    void setPinned(double round) { pinned_ = round; }
    [[nodiscard]] double pinned() const { return pinned_; }
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }
    /// What a chart draws that is no graph: how much of it lies in a place, in pixels of a line.
    void setOther(std::function<double(const QRectF&)> covered) { other_ = std::move(covered); }
    /// Of the values; empty while they are not shown.
    [[nodiscard]] QRectF box() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    void drawBox(QCPPainter& painter, const QRectF& box);
    [[nodiscard]] QSize boxSize() const;
    [[nodiscard]] double covered(const QRectF& place) const;
    const Theme& theme_;
    std::function<double(const QRectF&)> other_;
    void drawPinned(QCPPainter& painter) const;
    [[nodiscard]] bool showsBox() const;
    double position_ = std::numeric_limits<double>::quiet_NaN(), pinned_ = position_;
    QString title_;
    std::vector<Value> values_;
};

}  // namespace splitee
