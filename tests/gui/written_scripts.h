// SPDX-License-Identifier: GPL-3.0-or-later
// TorchScript archives in a folder, made by a program of its own: this one links no LibTorch.
#pragma once

#include <QProcess>
#include <QString>

namespace splitee::test {

/// three.pt and side.pt have exits; one.pt and deep.pt have one. All tell 16 classes apart.
inline bool writeScripts(const QString& folder) {
    return QProcess::execute(QStringLiteral(SPLITEE_WRITE_SCRIPTS), {folder}) == 0;
}

}  // namespace splitee::test
