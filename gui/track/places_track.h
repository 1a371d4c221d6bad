// SPDX-License-Identifier: GPL-3.0-or-later
// Picture of a network with one exit: the places where more exits can be attached, to be checked by
// click or keyboard, with what is computed up to each and what would cross its cut.
#pragma once

#include <QWidget>

#include <vector>

#include "gui/track/network_track.h"

namespace splitee {

class TrackPainter;
struct TrackGeometry;

/// One place, in the network's order.
struct TrackPlace {
    QString name;
    double share = 0;      ///< of the network's computing up to here, 0..1
    double megaflops = 0;  ///< up to here, for one image
    double kilobytes = 0;  ///< that cross the cut behind it
    bool checked = false;

    friend bool operator==(const TrackPlace&, const TrackPlace&) = default;
};

class PlacesTrack : public QWidget {
    Q_OBJECT
public:
    explicit PlacesTrack(const Theme& theme, QWidget* parent = nullptr);

    void setPlaces(std::vector<TrackPlace> places);
    /// Those of these indices and no others; without checkedChanged().
    void check(const std::vector<std::size_t>& places);
    [[nodiscard]] const std::vector<TrackPlace>& places() const { return places_; }
    /// Indices, rising.
    [[nodiscard]] std::vector<std::size_t> checked() const;
    /// The place that the keyboard acts on, in words.
    [[nodiscard]] QString sentence() const;
    /// Where a click checks that place.
    [[nodiscard]] QPoint pointOf(std::size_t place) const;

    [[nodiscard]] QSize sizeHint() const override { return {860, 216}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, 176}; }

signals:
    void checkedChanged();  ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] TrackGeometry geometryNow() const;
    [[nodiscard]] QString words(const TrackPlace& place) const;
    void toggle(std::size_t place);
    void moveTo(int place);
    void describe();
    void paintExitOf(QPainter& painter, const TrackGeometry& at, int layer) const;
    void paintCaptions(QPainter& painter, const TrackGeometry& at) const;

    const Theme& theme_;
    std::vector<TrackPlace> places_;
    TrackState state_;  // a block for each place, and one for the network's end
    int current_ = 0;
};

}  // namespace splitee
