// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal for the stderr of a program, which then tells of its progress several times a second.
#pragma once

#include <QProcess>
#include <QTest>

#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace splitee::test {

class Terminal {
public:
    Terminal() : here_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        if (here_ < 0 || ::grantpt(here_) != 0 || ::unlockpt(here_) != 0)
            qFatal("no pseudo terminal");
        there_ = ::open(::ptsname(here_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal() {
        ::close(there_);
        ::close(here_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// The program's stderr goes here; before it is started.
    void takeStderrOf(QProcess& process) {
        process.setChildProcessModifier([there = there_] { ::dup2(there, STDERR_FILENO); });
    }
    /// Waits until these words have been written, for a minute at most.
    [[nodiscard]] bool says(const QByteArray& words) {
        return QTest::qWaitFor(
            [&] {
                char piece[4096];
                for (pollfd ready{here_, POLLIN, 0}; ::poll(&ready, 1, 0) > 0;) {
                    const auto count = ::read(here_, piece, sizeof piece);
                    if (count <= 0) break;
                    written_.append(piece, count);
                }
                return written_.contains(words);
            },
            60'000);
    }

private:
    int here_, there_ = -1;
    QByteArray written_;
};

}  // namespace splitee::test
