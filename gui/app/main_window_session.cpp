// SPDX-License-Identifier: GPL-3.0-or-later
// The window's session: which file it is, saved under another name, and runs of it that go on.
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/run/session_document.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_text.h"

namespace splitee {

void MainWindow::buildSession(const std::filesystem::path& session) {
    connect(document_, &SessionDocument::taken, this, [this] {
        controller_.setSession(document_->file());
        setWindowTitle(tr("%1 – SplitEE Workbench")
                           .arg(QString::fromStdString(document_->file().stem().string())));
    });
    connect(document_, &SessionDocument::failed, messages_, &MessageBar::show);
    connect(document_, &SessionDocument::found, this, &MainWindow::offerToGoOn);
    connect(document_, &SessionDocument::progressed, this, [this](int percent) {
        messages_->offer(tr("Saving the session: %1 %").arg(percent), tr("Cancel"),
                         [this] { document_->cancelSaving(); });
    });
    connect(document_, &SessionDocument::saved, this, [this](const QString& file) {
        messages_->dismiss();
        refresh();
        const bool taken = QString::fromStdString(document_->file().string()) == file;
        statusBar()->showMessage(taken ? tr("Saved as %1; the next runs are kept there").arg(file)
                                       : tr("A copy is in %1").arg(file),
                                 kNoticeMilliseconds);
    });
    document_->takeFree(session);
    if (document_->file() != session)
        messages_->show(tr("Session %1 is open in another window: runs made here are kept in %2")
                            .arg(QString::fromStdString(session.filename().string()),
                                 QString::fromStdString(document_->file().filename().string())));
}

void MainWindow::addSessionMenu(QMenu& file) {
    file.addAction(actions_.openSession);
    QAction* saveAs = file.addAction(tr("Save session &as…"), this, [this] { saveSession(true); });
    saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    saveAs->setToolTip(tr("Copy the session to another file, and keep the next runs there"));
    QAction* copy =
        file.addAction(tr("Save a &copy of the session…"), this, [this] { saveSession(false); });
    copy->setToolTip(tr("Copy the session as it is now; this one goes on"));
}

// Runs that play now are kept where they began.
void MainWindow::takeSession(const std::filesystem::path& session) {
    if (auto taken = document_->take(session); !taken)
        messages_->show(QString::fromStdString(taken.error().message));
}

void MainWindow::saveSession(bool andTake) {
    auto* dialog =
        new QFileDialog(this, andTake ? tr("Save session as") : tr("Save a copy of the session"),
                        QString(), tr("Sessions (*.splitee)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is written over
    dialog->setDefaultSuffix(QStringLiteral("splitee"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, andTake](const QString& path) {
        document_->saveTo(path.toStdString(), andTake);
    });
    dialog->open();
}

void MainWindow::lookForCutShort(const std::vector<std::filesystem::path>& sessions) {
    document_->lookForCutShort(sessions);
}

void MainWindow::offerToGoOn(const CutShort& runs) {
    if (controller_.state() != RunController::State::Empty)
        return;  // something else was begun meanwhile
    messages_->offer(tr("A run on %1 was cut short at round %2 of %3. Nothing of it is lost.")
                         .arg(sourceText(runs.file), numberText(static_cast<double>(runs.round)),
                              numberText(static_cast<double>(runs.rounds))),
                     tr("Go on"), [this, runs] { goOn(runs); });
}

void MainWindow::goOn(const CutShort& runs) {
    takeSession(runs.session);
    if (document_->file() != runs.session) return;  // another window has it
    setup_.load(runs.file);
    openSoon_.stop();  // it would begin new runs
    sendSoon_.stop();
    sent_ = setup_.file();
    controller_.goOn(runs.file, runs.runs);
    showRuns(true);
}

}  // namespace splitee
