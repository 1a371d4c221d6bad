// SPDX-License-Identifier: GPL-3.0-or-later
// TextWindow: a window for each test, with a small network for texts and its texts beside.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "gui/app/main_window.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/theme.h"

namespace splitee::test {

/// Milliseconds; LibTorch is loaded, perhaps slowly.
inline constexpr int kTextPatience = 60'000;

class TextWindow : public QObject {
protected:
    /// texts.tsv and small.mee, of three layers.
    void makeFiles();
    void openWindow();
    void closeWindow();

    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString made(const char* name) const {
        return made_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] const ExperimentFile& file() { return window_->setup().file(); }
    [[nodiscard]] LiveSourceForm& form() { return window_->panel().source().live(); }
    [[nodiscard]] TextPreview& preview() { return form().textPreview(); }
    void waitFor(RunController::State state) {
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, kTextPatience);
    }
    [[nodiscard]] ExperimentFile textExperiment(const char* model, std::int64_t rounds) const;
    /// Shown, and not played yet.
    void open(const ExperimentFile& experiment);
    void load(std::int64_t rounds) { open(textExperiment("small.mee", rounds)); }
    /// Of the test part, as the window opens them.
    [[nodiscard]] Text textOf(std::int64_t row) const;

    std::unique_ptr<QTemporaryDir> made_, folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace splitee::test
