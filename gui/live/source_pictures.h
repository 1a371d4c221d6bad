// SPDX-License-Identifier: GPL-3.0-or-later
// SourcePictures are small pictures of one sample of a live run, as each source of its schedule
// shows it. They are read beside the window.
#pragma once

#include <QImage>
#include <QObject>

#include <vector>

#include "gui/background/latest_work.h"

namespace splitee {

class RunController;

class SourcePictures : public QObject {
    Q_OBJECT
public:
    static constexpr int kSide = 48;  ///< pixels at most, for a strip at twice the scale

    /// `controller` must outlive it.
    explicit SourcePictures(RunController& controller, QObject* parent = nullptr);
    /// [sources]; null where there is none. Empty for tables and texts.
    [[nodiscard]] const std::vector<QImage>& pictures() const { return pictures_; }

signals:
    void changed();

private:
    void request();

    RunController& controller_;
    std::vector<QImage> pictures_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
