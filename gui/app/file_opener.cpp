// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/file_opener.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSaveFile>

#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/live/run_actions.h"
#include "gui/run/session_document.h"
#include "gui/run/setup.h"
#include "gui/setup/source_picker.h"

namespace splitee {

FileOpener::FileOpener(Setup& setup, SessionDocument& document, MessageBar& messages,
                       const RunActions& actions, QWidget& window)
    : QObject(&window),
      setup_(setup),
      document_(document),
      messages_(messages),
      window_(window),
      recent_(new RecentFiles(&window)) {
    connect(actions.open, &QAction::triggered, this, &FileOpener::openByDialog);
    connect(actions.saveExperiment, &QAction::triggered, this, &FileOpener::saveExperiment);
    connect(recent_, &RecentFiles::chosen, this, &FileOpener::open);
    connect(&reader_, &FileReader::failed, &messages, &MessageBar::show);
    connect(&reader_, &FileReader::failed, this, &FileOpener::failed);
    connect(&reader_, &FileReader::busyChanged, this, &FileOpener::busyChanged);
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileOpener::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (drag->mimeData()->hasUrls()) drag->acceptProposedAction();
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QList<QUrl> urls = drop->mimeData()->urls();
        if (urls.isEmpty()) return true;
        drop->acceptProposedAction();
        open(urls.front().toLocalFile());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

// Where another source is chosen while the file is read, that is the newer request.
void FileOpener::open(const QString& path) {
    if (browsesSessions_ && isSession(path.toStdString())) return emit sessionOpened(path);
    reader_.start([name = path.toStdString(), now = setup_.file()] { return readFile(name, now); },
                  [this, before = setup_.file()](const ReadFile& read) {
                      if (sameSource(setup_.file(), before)) onFileRead(read);
                  });
}

void FileOpener::openNetwork(const QString& name) {
    reader_.start(
        [name = name.toStdString(), now = setup_.file()] { return readNetwork(name, now); },
        [this, before = setup_.file()](const ReadFile& read) {
            if (!sameSource(setup_.file(), before)) return;
            emit filesRead(read.opened);
            changeSource(read, tr("Choose source"));
        });
}

void FileOpener::openRun(const std::filesystem::path& session, std::int64_t run) {
    reader_.start([session, run] { return readRun(session, run); },
                  [this](const ReadFile& read) {
                      emit filesRead(read.opened);
                      emit experimentOpened(read.file);
                      if (!read.remark.empty()) messages_.show(QString::fromStdString(read.remark));
                  });
}

void FileOpener::onFileRead(const ReadFile& read) {
    const QString path = QString::fromStdString(read.name);
    recent_->add(path);
    emit filesRead(read.opened);
    if (read.sweep) return emit sweepOpened(*read.sweep, QFileInfo(path).fileName());
    if (read.session) {
        const bool taken = document_.use(*read.session);
        emit sessionOpened(path);
        if (!taken) return;
    }
    if (!read.whole) {
        if (changeSource(read, tr("Open %1").arg(QFileInfo(path).fileName()))) emit sourceChanged();
        return;
    }
    // Without a source it is a session without runs, or one whose last run cannot be played again.
    if (hasSource(read.file)) emit experimentOpened(read.file);
    if (!read.remark.empty()) messages_.show(QString::fromStdString(read.remark));
}

// One step to undo. Whether there is something to play on.
bool FileOpener::changeSource(const ReadFile& read, const QString& what) {
    const ExperimentFile next = read.on(setup_.file());
    messages_.dismiss();
    if (toJson(next) != toJson(setup_.file())) setup_.edit(next, what);
    if (hasSource(next)) return true;
    messages_.show(tr("Choose the images for %1 under Dataset").arg(sourceLabel(next.model)));
    return false;
}

void FileOpener::openByDialog() {
    const QString path =
        QFileDialog::getOpenFileName(&window_, tr("Open"), {},
                                     tr("Exit tables, networks, experiments, sweeps, sessions "
                                        "(*.csv *.exits *.mee *.json *.splitee);;All files (*)"));
    if (!path.isEmpty()) open(path);
}

void FileOpener::saveExperiment() {
    const QString path =
        QFileDialog::getSaveFileName(&window_, tr("Save experiment"),
                                     QStringLiteral("experiment.json"), tr("Experiments (*.json)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const std::string text = toJson(setup_.file());
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        messages_.show(tr("Cannot write experiment %1: %2").arg(path, file.errorString()));
}

}  // namespace splitee
