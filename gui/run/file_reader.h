// SPDX-License-Identifier: GPL-3.0-or-later
// Reader of the files that the user opens, on a thread beside the window. Of several requests the
// newest counts, and nobody waits for the others.
#pragma once

#include <QObject>

#include <functional>

#include "gui/background/task.h"
#include "gui/run/read_file.h"

namespace splitee {

class FileReader : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Result<ReadFile>()>;

    explicit FileReader(QObject* parent = nullptr);

    /// Does `work` on a thread of its own; then `then` in this thread, or failed(). Takes the place
    /// of what is being read.
    void start(Work work, std::function<void(const ReadFile&)> then);
    /// What is being read is dropped.
    void cancel() { reading_.abandon(); }
    [[nodiscard]] bool busy() const { return reading_.busy(); }

signals:
    void busyChanged();
    void failed(const QString& sentence);

private:
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
