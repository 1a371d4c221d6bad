// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/file_reader.h"

#include <utility>

namespace splitee {

FileReader::FileReader(QObject* parent) : QObject(parent) {
    connect(&reading_, &Task::busyChanged, this, &FileReader::busyChanged);
}

void FileReader::start(Work work, std::function<void(const ReadFile&)> then) {
    reading_.start(std::move(work), [this, then = std::move(then)](const Result<ReadFile>& read) {
        if (read)
            then(*read);
        else
            emit failed(QString::fromStdString(read.error().message));
    });
}

}  // namespace splitee
