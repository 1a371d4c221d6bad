// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real program as a process.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <fstream>
#include <string>

namespace splitee::test {

struct Finished {
    int code;
    QString out, err;
};

inline Finished program(const QStringList& arguments, const QString& folder = {}) {
    QProcess process;
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(QStringLiteral(SPLITEE_PROGRAM), arguments);
    if (!process.waitForFinished(300'000)) return {-1, {}, QStringLiteral("did not end")};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline QJsonObject jsonOf(const Finished& done) {
    return QJsonDocument::fromJson(done.out.toUtf8()).object();
}

inline std::string bytesOf(const QString& path) {
    std::ifstream in(path.toStdString(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void put(const QString& path, const std::string& bytes) {
    std::ofstream(path.toStdString(), std::ios::binary) << bytes;
}

}  // namespace splitee::test
