// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the user opens beside the window: of several requests the newest counts, and nobody
// waits for the others.
#pragma once

#include <QObject>

#include <cstdint>
#include <functional>
#include <list>
#include <thread>

#include "gui/run/read_file.h"

namespace splitee {

class FileReader : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Result<ReadFile>()>;

    explicit FileReader(QObject* parent = nullptr) : QObject(parent) {}

    /// Does `work` on a thread of its own; then `then` in this thread, or failed(). Takes the place
    /// of what is being read.
    void start(Work work, std::function<void(const ReadFile&)> then);
    /// What is being read comes to nothing.
    void cancel();
    [[nodiscard]] bool busy() const { return wanted_ != 0; }

signals:
    void busyChanged();
    void failed(const QString& sentence);

private:
    struct Reading {
        std::uint64_t number;
        std::jthread thread;
    };
    void finished(std::uint64_t number, const Result<ReadFile>& read,
                  const std::function<void(const ReadFile&)>& then);
    void want(std::uint64_t number);

    std::uint64_t last_ = 0, wanted_ = 0;  // requests are numbered from 1; 0: none is wanted
    std::list<Reading> readings_;  // also those that came to nothing, until they are through
};

}  // namespace splitee
