// SPDX-License-Identifier: GPL-3.0-or-later
// LiveWindow is a window with a network at work, for tests: a folder, a session, and the program
// without a window to compare with.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

#include "gui/app/main_window.h"
#include "gui/widgets/theme.h"

namespace splitee::test {

/// Milliseconds; the network has to be loaded, perhaps on a busy machine.
inline constexpr int kPatience = 60'000;

class LiveWindow : public QObject {
protected:
    void open();
    void close();
    void load(std::int64_t rounds);
    void waitFor(RunController::State state);
    void compareWithTheHeadlessProgram();
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] static QByteArray bytesOf(const QString& path);  ///< empty where there is no file
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    ExperimentFile file_;  // of a window that is closed
};

}  // namespace splitee::test
