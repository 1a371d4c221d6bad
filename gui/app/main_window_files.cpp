// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window, and how files come in and go out.
#include <QActionGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenuBar>
#include <QMimeData>
#include <QSaveFile>
#include <QUndoGroup>

#include <algorithm>
#include <limits>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/live/run_view.h"
#include "gui/run/read_file.h"
#include "gui/run/session_document.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

// Whether two set-ups name the same source; what is done to its images may differ.
bool sameSource(const ExperimentFile& one, const ExperimentFile& other) {
    return one.table == other.table && one.model == other.model && one.dataset == other.dataset;
}

}  // namespace

void MainWindow::buildMenus() {
    auto* file = menuBar()->addMenu(tr("&File"));
    file->addAction(actions_.open);
    file->addMenu(recent_);
    connect(recent_, &RecentFiles::chosen, this, &MainWindow::openFile);
    file->addActions({actions_.saveExperiment, actions_.exportChart});
    file->addSeparator();
    addSessionMenu(*file);
    file->addSeparator();
    file->addAction(tr("Start a s&weep…"), this, &MainWindow::startSweep)
        ->setToolTip(tr("Play many runs from this set-up, into the session"));
    file->addSeparator();
    file->addAction(actions_.quit);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = undo_->createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = undo_->createRedoAction(this, tr("&Redo"));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(actions_.reset);

    auto* run = menuBar()->addMenu(tr("&Run"));
    run->addActions({actions_.run, actions_.step, actions_.runTo, actions_.restart, actions_.stop});
    run->addSeparator();
    run->addAction(actions_.why);

    menuBar()
        ->addMenu(tr("R&uns"))
        ->addActions(runs_->table().actions());  // so that the palette finds them too

    auto* look = menuBar()->addMenu(tr("&View"));
    look->addActions({actions_.follow, actions_.logRounds});
    look->addSeparator();
    int place = 0;
    for (QAction* toggle : view_->docks().toggles()) {
        if (++place <= 9)
            toggle->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + place)));
        look->addAction(toggle);
    }
    connect(look->addAction(tr("&Reset layout")), &QAction::triggered, &view_->docks(),
            &DockArea::resetLayout);
    look->addSeparator();
    auto* themes = look->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, Theme::Mode> modes[] = {{tr("As the &system"), Theme::Mode::System},
                                                     {tr("&Light"), Theme::Mode::Light},
                                                     {tr("&Dark"), Theme::Mode::Dark}};
    for (const auto& [text, mode] : modes) {
        QAction* action =
            themes->addAction(text, this, [this, mode = mode] { theme_.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(theme_.mode() == mode);
        group->addAction(action);
    }
    look->addAction(actions_.reduceMotion);
    menuBar()
        ->addMenu(tr("&Help"))
        ->addActions({actions_.palette, actions_.help, actions_.tour, actions_.welcome});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    event->acceptProposedAction();
    openFile(urls.front().toLocalFile());
}

// Read off the GUI thread before anything is given up for it: a bad file changes nothing. Where
// another source is chosen while it is read, that is the newer wish.
void MainWindow::openFile(const QString& path) {
    if (onRunsPage() && isSession(path.toStdString())) return showRunsOf(path);
    reader_.start([name = path.toStdString(), now = setup_.file()] { return readFile(name, now); },
                  [this, before = setup_.file()](const ReadFile& read) {
                      if (sameSource(setup_.file(), before)) takeFile(read);
                  });
}

void MainWindow::takeFile(const ReadFile& read) {
    const QString path = QString::fromStdString(read.name);
    recent_->add(path);
    controller_.setOpenedFiles(read.opened);
    if (read.sweep) return openSweep(*read.sweep, QFileInfo(path).fileName());
    if (read.session) {
        const auto taken = document_->take(*read.session);
        showRunsOf(path);
        if (!taken) return messages_->show(QString::fromStdString(taken.error().message));
    }
    if (!read.whole) {
        if (changeSource(read, tr("Open %1").arg(QFileInfo(path).fileName()))) open(false);
        return;
    }
    if (hasSource(read.file))
        loadAndOpen(
            read.file,
            false);  // else a session without runs, or with one that is not to be played any more
    else
        refresh();
    if (!read.remark.empty()) messages_->show(QString::fromStdString(read.remark));
}

// A source from the list is for the next run, as the rest of the set-up is.
void MainWindow::chooseNetwork(const QString& name) {
    reader_.start(
        [name = name.toStdString(), now = setup_.file()] { return readNetwork(name, now); },
        [this, before = setup_.file()](const ReadFile& read) {
            if (!sameSource(setup_.file(), before)) return;
            controller_.setOpenedFiles(read.opened);
            changeSource(read, tr("Choose source"));
        });
}

// One step to undo. Whether there is something to play on.
bool MainWindow::changeSource(const ReadFile& read, const QString& what) {
    const ExperimentFile next = read.on(setup_.file());
    messages_->dismiss();
    if (toJson(next) != toJson(setup_.file())) setup_.edit(next, what);
    if (hasSource(next)) return true;
    messages_->show(
        tr("Choose the images that %1 shall see, under Dataset").arg(sourceLabel(next.model)));
    return false;
}

void MainWindow::openByDialog() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open"), {},
                                     tr("Exit tables, networks, experiments, sweeps, sessions "
                                        "(*.csv *.exits *.mee *.json *.splitee);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

void MainWindow::saveExperiment() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save experiment"), QStringLiteral("experiment.json"), tr("Experiments (*.json)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const std::string text = toJson(setup_.file());
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        messages_->show(tr("Cannot write experiment %1: %2").arg(path, file.errorString()));
}

void MainWindow::chooseSession() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Keep the next runs in"), QString::fromStdString(controller_.session().string()),
        tr("Sessions (*.splitee)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    takeSession(path.toStdString());
    refresh();
}

void MainWindow::runTo() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Run to round"));
    dialog->setLabelText(tr("Play up to this round, then pause:"));
    const std::int64_t last =
        std::min<std::int64_t>(controller_.rounds(), std::numeric_limits<int>::max());
    dialog->setIntRange(static_cast<int>(std::min(controller_.round() + 1, last)),
                        static_cast<int>(last));
    dialog->setIntValue(static_cast<int>(std::min(controller_.round() + 1000, last)));
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this](int round) { controller_.runTo(round); });
    dialog->open();
}

}  // namespace splitee
