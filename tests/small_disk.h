// SPDX-License-Identifier: GPL-3.0-or-later
// A disk of a test's own that is soon full: bash in a mount namespace in which $DISK is a small
// tmpfs that nobody else sees.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

#include <optional>

namespace splitee::test {

/// What `script` prints there, both streams; none where nobody may mount. It may grow the disk
/// (`mount -o remount,size=100m "$DISK"`) or write-protect it (`.. remount,ro ..`). Its variables:
/// $DISK and those of `environment`.
inline std::optional<QString> onSmallDisk(
    const QString& script, const QString& size,
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment()) {
    const QTemporaryDir folder;
    const QString mounted = QStringLiteral("mounted here\n");
    environment.insert(QStringLiteral("DISK"), folder.path());
    environment.insert(QStringLiteral("SIZE"), size);
    QStringList command = geteuid() == 0 ? QStringList() : QStringList{"--user", "--map-root-user"};
    command << QStringLiteral("--mount") << QStringLiteral("bash") << QStringLiteral("-c")
            << QStringLiteral(
                   "mount -t tmpfs -o size=$SIZE none \"$DISK\" && echo mounted here && cd "
                   "\"$DISK\"\n") +
                   script;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("unshare"), command);
    if (!process.waitForFinished(300'000)) return QStringLiteral("did not end");
    const QString out = QString::fromUtf8(process.readAll());
    if (!out.startsWith(mounted)) return {};
    return out.mid(mounted.size());
}

}  // namespace splitee::test
