// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/file_reader.h"

#include <utility>

namespace splitee {

void FileReader::start(Work work, std::function<void(const ReadFile&)> then) {
    const std::uint64_t number = ++last_;
    readings_.push_back(
        {number, std::jthread([this, number, work = std::move(work), then = std::move(then)] {
             const auto read = work();
             QMetaObject::invokeMethod(
                 this, [this, number, read, then] { finished(number, read, then); });
         })});
    want(number);
}

void FileReader::cancel() { want(0); }

void FileReader::want(std::uint64_t number) {
    if (std::exchange(wanted_, number) != number) emit busyChanged();
}

void FileReader::finished(std::uint64_t number, const Result<ReadFile>& read,
                          const std::function<void(const ReadFile&)>& then) {
    readings_.remove_if([number](const Reading& one) {
        return one.number == number;
    });  // its thread has nothing left to do but to end
    if (number != wanted_) return;
    want(0);
    if (read)
        then(*read);
    else
        emit failed(QString::fromStdString(read.error().message));
}

}  // namespace splitee
