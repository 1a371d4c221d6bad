// SPDX-License-Identifier: GPL-3.0-or-later
// JobsWindow is a window for tests of jobs: a folder of signs to learn from, the sheets, and a
// training as a person starts it.
#pragma once

#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/job_sheets/job_form_sheets.h"
#include "gui/job_sheets/job_row.h"
#include "gui/job_sheets/jobs.h"
#include "gui/job_sheets/jobs_sheet.h"
#include "gui/job_sheets/train_form.h"
#include "gui/setup/dataset_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"
#include "sign_folder.h"

namespace splitee::test {

inline constexpr int kPatienceForJobs =
    240'000;  ///< milliseconds; LibTorch is loaded, perhaps slowly
inline constexpr int kOwnSigns = 640;

class JobsWindow : public QObject {
protected:
    void makeImages() {
        images_ = std::make_unique<QTemporaryDir>();
        writeSigns(signs(), kOwnSigns);
    }
    void dropImages() { images_.reset(); }
    void openWindow() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
        jobs().queue().setProgram(QStringLiteral(SPLITEE_PROGRAM));
        window_->resize(1280, 800);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void closeWindow() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }
    void openAgain() {
        window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
        jobs().queue().setProgram(QStringLiteral(SPLITEE_PROGRAM));
        window_->show();
    }
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString signs() const { return images_->filePath(QStringLiteral("signs")); }
    [[nodiscard]] Jobs& jobs() { return window_->jobs(); }
    [[nodiscard]] TrainForm& form() { return jobs().trainSheet().form(); }
    [[nodiscard]] JobsSheet& list() { return jobs().list(); }
    [[nodiscard]] MessageBar& messages() { return window_->messages(); }
    [[nodiscard]] static QString outOf(const Job& job) {
        return QString::fromStdString(fileOf(job.plan()));
    }
    static QPushButton* button(QWidget& in, const char* name) {
        return in.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    static void enter(QWidget& in, const char* name, double value) {
        for (auto* field : in.findChildren<NumberField*>())
            if (field->accessibleName() == QLatin1String(name)) {
                field->show(value);
                emit field->edited(value);
                return;
            }
        QFAIL(name);
    }
    static void write(QWidget& in, const char* name, const QString& text) {
        for (auto* field : in.findChildren<QLineEdit*>())
            if (field->accessibleName() == QLatin1String(name)) return field->setText(text);
        QFAIL(name);
    }
    static bool waitFor(const Job& job, Job::State state) {
        return QTest::qWaitFor([&] { return job.state() == state; }, kPatienceForJobs);
    }
    void discard(JobRow& row) {
        QVERIFY(button(row, "discard")->isVisible());
        button(row, "discard")->click();
        auto* question = window_->findChild<QMessageBox*>(QStringLiteral("discardQuestion"));
        QVERIFY(question != nullptr);
        button(*question, "discardNow")->click();
    }
    // By the sheet, as a person does it: a narrow network on the folder of signs.
    Job* startTraining(int epochs, const QString& out = {}) {
        window_->actions().train->trigger();
        if (form().data().dataset().isEmpty()) emit form().data().chosen(signs());
        if (!QTest::qWaitFor([&] { return !form().reading(); }, kPatienceForJobs)) return nullptr;
        enter(form(), "Width", .1);
        enter(form(), "Epochs", epochs);
        write(form(), "Save as", out.isEmpty() ? path("mine.mee") : out);
        const std::size_t before = jobs().queue().jobs().size();
        jobs().trainSheet().startButton().click();
        const auto all = jobs().queue().jobs();
        return all.size() == before + 1 ? all.back() : nullptr;
    }

    std::unique_ptr<QTemporaryDir> images_, folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace splitee::test
