// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of small pictures: one image under every corruption, each with the final exit's answer and
// the exit at which the image would leave.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "datasets/distortion.h"
#include "gui/setup/preview_worker.h"

namespace splitee {

class Theme;

class DistortionTiles : public QWidget {
    Q_OBJECT
public:
    /// Clean, then all corruptions and scenes by families.
    explicit DistortionTiles(const Theme& theme, QWidget* parent = nullptr);

    /// Of all corruptions, 1..5; what is shown stays until what is new comes.
    void setSeverity(double severity);
    [[nodiscard]] double severity() const { return severity_; }
    /// A sample leaves at the first exit that is as certain as this.
    void setAlpha(double alpha);
    /// The one that plays, outlined; nothing where it is none of these.
    void setChosen(const std::optional<Distortion>& chosen);
    /// Another image, or another network: every picture is to be made again; `forget` it at once.
    void restart(bool forget);

    [[nodiscard]] int count() const { return static_cast<int>(tiles_.size()); }
    /// Under which distortion, with its severity.
    [[nodiscard]] Distortion distortion(int tile) const;
    /// What is shown of a tile; null before it first came.
    [[nodiscard]] const Preview* seen(int tile) const;
    [[nodiscard]] QRect place(int tile) const { return tiles_[at(tile)].place; }
    /// The tile whose picture is to be made next: those that can be seen first; -1: all are there.
    [[nodiscard]] int nextStale() const;
    void show(int tile, const Preview& preview);
    using QWidget::show;
    /// "cat 0.98, leaves at exit 3": of a tile, for its tooltip and screen readers.
    [[nodiscard]] QString words(int tile) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// As parseDistortion() reads it.
    void chosen(const QString& distortion);
    /// By the keyboard: to be scrolled into view.
    void currentMoved(const QRect& place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Tile {
        Distortion distortion;
        int family = 0;  // of CorruptionFamily, -1: clean
        bool stale = true;
        std::optional<Preview> seen;
        QRect place;
    };
    struct Heading {
        int family = 0;
        QRect place;
    };
    [[nodiscard]] static std::size_t at(int tile) { return static_cast<std::size_t>(tile); }
    // Places all tiles and headings in this width; returns the height.
    int layOut(int width, std::vector<QRect>& places, std::vector<Heading>& headings) const;
    [[nodiscard]] int tileAt(const QPoint& point) const;
    void moveTo(int tile);
    void choose(int tile);
    void paintTile(QPainter& painter, int tile) const;

    const Theme& theme_;
    double severity_ = 3, alpha_ = 0.7;
    std::optional<Distortion> chosen_;
    std::vector<Tile> tiles_;
    std::vector<Heading> headings_;
    int current_ = 0;
};

}  // namespace splitee
