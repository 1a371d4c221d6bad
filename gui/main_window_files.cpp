// The menus of the window, and how files come in and go out.
#include <QActionGroup>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenuBar>
#include <QMimeData>
#include <QSaveFile>
#include <QUndoGroup>

#include <algorithm>
#include <limits>
#include <optional>

#include "gui/main_window.h"
#include "gui/message_bar.h"
#include "gui/recent_files.h"
#include "gui/run_view.h"
#include "gui/source_picker.h"
#include "gui/theme.h"
#include "sources/run_source.h"
#include "storage/session_store.h"

namespace splitee {
namespace {

bool isSession(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

}  // namespace

void MainWindow::buildMenus() {
    auto* file = menuBar()->addMenu(tr("&File"));
    file->addAction(actions_.open);
    file->addMenu(recent_);
    connect(recent_, &RecentFiles::chosen, this, &MainWindow::openFile);
    file->addActions({actions_.saveExperiment, actions_.exportChart});
    file->addSeparator();
    file->addAction(actions_.openSession);
    file->addSeparator();
    file->addAction(actions_.quit);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = undo_->createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = undo_->createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(actions_.reset);

    auto* run = menuBar()->addMenu(tr("&Run"));
    run->addActions({actions_.run, actions_.step, actions_.runTo, actions_.restart, actions_.stop});
    run->addSeparator();
    run->addAction(actions_.why);

    auto* look = menuBar()->addMenu(tr("&View"));
    look->addActions({actions_.follow, actions_.logRounds});
    look->addSeparator();
    int place = 0;
    for (QAction* toggle : view_->docks().toggles()) {
        if (++place <= 9) toggle->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + place)));
        look->addAction(toggle);
    }
    connect(look->addAction(tr("&Reset layout")), &QAction::triggered, &view_->docks(), &DockArea::resetLayout);
    look->addSeparator();
    auto* themes = look->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, Theme::Mode> modes[] = {{tr("As the &system"), Theme::Mode::System}, {tr("&Light"), Theme::Mode::Light}, {tr("&Dark"), Theme::Mode::Dark}};
    for (const auto& [text, mode] : modes) {
        QAction* action = themes->addAction(text, this, [this, mode = mode] { theme_.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(theme_.mode() == mode);
        group->addAction(action);
    }
    look->addAction(actions_.reduceMotion);
    menuBar()->addMenu(tr("&Help"))->addActions({actions_.palette, actions_.help, actions_.tour, actions_.welcome});
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

void MainWindow::openFile(const QString& path) {
    if (isSession(path)) return onRunsPage() ? showRunsOf(path) : openSessionFile(path);
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("json")) {
        const auto file = readExperimentFile(path.toStdString());
        if (!file) return messages_->show(QString::fromStdString(file.error().message));
        return openSource(*file, QString(), path);
    }
    ExperimentFile next = setup_.file();
    const QString what = tr("Open %1").arg(QFileInfo(path).fileName());
    if (ending == QLatin1String("mee")) {
        if (const auto chosen = onNetwork(next, path.toStdString()); !chosen) return messages_->show(QString::fromStdString(chosen.error().message));
        else next = *chosen;
        if (!hasSource(next)) {
            messages_->show(tr("Choose the images that %1 shall see, under Dataset").arg(QFileInfo(path).fileName()));
            return setup_.edit(next, what);
        }
    } else {
        next.table = path.toStdString();
        next.model = next.dataset = next.distortion = "";
        next.experiment.schedule.clear();   // it spoke of other sources
    }
    openSource(next, what, path);
}

// Read once off the GUI thread before anything else is given up for it: a bad file changes nothing. `what` is the step to undo,
// empty where another experiment takes the place of this one.
void MainWindow::openSource(const ExperimentFile& file, const QString& what, const QString& path) {
    reading_ = std::jthread([this, file, what, path] {
        const auto checked = checkSource(file);
        QMetaObject::invokeMethod(this, [this, file, what, path, checked] {
            if (!checked) return messages_->show(QString::fromStdString(checked.error().message));
            recent_->add(path);
            if (what.isEmpty()) return loadAndOpen(file, false);
            messages_->dismiss();
            if (toJson(file) != toJson(setup_.file())) setup_.edit(file, what);
            open(false);
        });
    });
}

void MainWindow::openSessionFile(const QString& path) {
    auto session = SessionStore::openReadOnly(path.toStdString());
    if (!session) return messages_->show(QString::fromStdString(session.error().message));
    std::optional<StoredRun> last;
    const auto read = session->eachRun([&](const StoredRun& run) -> Result<void> {
        last = run;
        return {};
    });
    if (!read) return messages_->show(QString::fromStdString(read.error().message));
    controller_.setSession(path.toStdString());
    if (!last) {
        recent_->add(path);
        return refresh();
    }
    ExperimentFile file;
    file.experiment = last->experiment;
    const std::string& source = last->provenance.source;
    if (const std::size_t on = source.find(" on "); !last->provenance.modelHash.empty() && on != std::string::npos) {
        file.model = source.substr(0, on);
        file.dataset = source.substr(on + 4);
        file.distortion = last->provenance.distortion;
    } else {
        file.table = source;
    }
    openSource(file, QString(), path);
}

void MainWindow::openByDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("Exit tables, networks, experiments, sessions (*.csv *.exits *.mee *.json *.splitee);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

void MainWindow::saveExperiment() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save experiment"), QStringLiteral("experiment.json"), tr("Experiments (*.json)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const std::string text = toJson(setup_.file());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        messages_->show(tr("Cannot write experiment %1: %2").arg(path, file.errorString()));
}

void MainWindow::chooseSession() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Keep the next runs in"), QString::fromStdString(controller_.session().string()),
                                                      tr("Sessions (*.splitee)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    controller_.setSession(path.toStdString());
    refresh();
}

void MainWindow::runTo() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Run to round"));
    dialog->setLabelText(tr("Play up to this round, then pause:"));
    const std::int64_t last = std::min<std::int64_t>(controller_.rounds(), std::numeric_limits<int>::max());
    dialog->setIntRange(static_cast<int>(std::min(controller_.round() + 1, last)), static_cast<int>(last));
    dialog->setIntValue(static_cast<int>(std::min(controller_.round() + 1000, last)));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int round) { controller_.runTo(round); });
    dialog->open();
}

}  // namespace splitee
