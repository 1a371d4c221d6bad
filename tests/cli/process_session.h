// SPDX-License-Identifier: GPL-3.0-or-later
// Processes in a POSIX session of their own, so that a test can kill one with all that it started.
#pragma once

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <signal.h>
#include <unistd.h>

#include "program.h"

namespace splitee::test {

/// Starts `command` in `folder` as the head of a session of its own. SPLITEE names the program.
inline void startApart(QProcess& process, const QTemporaryDir& folder, const QString& command,
                       const QStringList& arguments) {
    process.setWorkingDirectory(folder.path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SPLITEE", QStringLiteral(SPLITEE_PROGRAM));
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { setsid(); });
    process.start(command, arguments);
}

/// Kills every process of that session (field 6 of /proc/PID/stat) with SIGKILL.
inline void killAll(pid_t session) {
    for (bool found = true; found;) {
        found = false;
        for (const QString& pid : QDir("/proc").entryList(QDir::Dirs)) {
            if (pid.toInt() == 0) continue;  // /proc/net and the like
            const auto stat = bytesOf("/proc/" + pid + "/stat");
            const auto bracket = stat.rfind(')');
            if (bracket == std::string::npos) continue;
            const auto fields = QString::fromStdString(stat.substr(bracket + 2)).split(' ');
            if (fields.value(3).toInt() != session || fields.value(0) == "Z") continue;
            kill(pid.toInt(), SIGKILL);
            found = true;
        }
    }
}

}  // namespace splitee::test
