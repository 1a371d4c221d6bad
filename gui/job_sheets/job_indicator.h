// SPDX-License-Identifier: GPL-3.0-or-later
// Indicator of jobs in the status bar: what runs, how far it is, and a way to the list.
#pragma once

#include <QToolButton>

namespace splitee {

class JobQueue;

class JobIndicator : public QToolButton {
    Q_OBJECT
public:
    /// `queue` must outlive it. Hidden while nothing runs, waits or is paused.
    explicit JobIndicator(JobQueue& queue, QWidget* parent = nullptr);

private:
    void refresh();

    JobQueue& queue_;
};

}  // namespace splitee
