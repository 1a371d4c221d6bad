// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/file_opener.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSaveFile>

#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/imports/imports.h"
#include "gui/live/run_actions.h"
#include "gui/run/session_document.h"
#include "gui/run/setup.h"
#include "gui/setup/rows_dialog.h"

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
    connect(actions.openFolder, &QAction::triggered, this, &FileOpener::openFolderByDialog);
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
    if (Imports::takes(path)) return emit networkToImport(path);
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

void FileOpener::openImported(const QString& model, const QString& dataset) {
    reader_.start([name = model.toStdString(), images = dataset.toStdString(),
                   now = setup_.file()] { return readNetwork(name, now, images); },
                  [this, before = setup_.file()](const ReadFile& read) {
                      if (sameSource(setup_.file(), before)) onFileRead(read);
                  });
}

void FileOpener::openProfile(const QString& path) {
    reader_.start([name = path.toStdString()] { return readProfile(name); },
                  [this](const ReadFile& read) { onFileRead(read); });
}

void FileOpener::openImages(const QString& name, const QString& part) {
    reader_.start([name = name.toStdString(), part = part.toStdString(),
                   now = setup_.file()] { return readImages(name, part, now, ShownTo::SetUpsOwn); },
                  [this, before = setup_.file()](const ReadFile& read) {
                      if (!sameSource(setup_.file(), before)) return;
                      emit filesRead(read.opened);
                      changeSource(read, tr("Choose dataset"));
                  });
}

void FileOpener::openRun(const std::filesystem::path& session, std::int64_t run) {
    reader_.start([session, run] { return readRun(session, run); },
                  [this](const ReadFile& read) {
                      emit filesRead(read.opened);
                      emit experimentOpened(read.file);
                      if (!read.remark.empty())
                          messages_.inform(QString::fromStdString(read.remark));
                  });
}

void FileOpener::onFileRead(const ReadFile& read) {
    const QString path = QString::fromStdString(read.name);
    if (!read.groups.empty()) return chooseRows(read);
    recent_->add(path);
    emit filesRead(read.opened);
    if (read.sweep) return emit sweepOpened(*read.sweep, QFileInfo(path).fileName());
    if (read.profile) return emit profileOpened(*read.profile, QFileInfo(path).fileName());
    if (read.session) {
        const bool taken = document_.use(*read.session);
        if (taken && hasSource(read.file)) emit experimentOpened(read.file);
        emit sessionOpened(path);  // its runs are what is asked for: they come to the front
        if (taken && !read.remark.empty()) messages_.inform(QString::fromStdString(read.remark));
        return;
    }
    if (!read.whole) {
        const bool playable = changeSource(read, tr("Open %1").arg(QFileInfo(path).fileName()));
        playable ? emit sourceChanged() : emit imagesMissing();
        return;
    }
    // Without a source it is a session without runs, or one whose last run cannot be played again.
    if (hasSource(read.file)) emit experimentOpened(read.file);
    if (!read.remark.empty()) messages_.inform(QString::fromStdString(read.remark));
}

// One step to undo. Whether there is something to play on.
bool FileOpener::changeSource(const ReadFile& read, const QString& what) {
    const ExperimentFile next = read.on(setup_.file());
    messages_.dismiss();
    if (toJson(next) != toJson(setup_.file())) setup_.edit(next, what);
    if (!read.remark.empty()) messages_.inform(QString::fromStdString(read.remark));
    return hasSource(next);
}

// The table is read again with the rows that are chosen.
void FileOpener::chooseRows(const ReadFile& read) {
    const QString path = QString::fromStdString(read.name);
    auto* dialog = new RowsDialog(QFileInfo(path).fileName(), read.groups, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RowsDialog::chosen, this,
            [this, name = read.name](const std::vector<RowChoice>& choices) {
                open(QString::fromStdString(withRowChoices(name, choices)));
            });
    dialog->open();
}

void FileOpener::openByDialog() {
    const QString path =
        QFileDialog::getOpenFileName(&window_, tr("Open"), {},
                                     tr("Exit tables, networks, experiments, sweeps, costs, "
                                        "sessions (*.csv *.exits *.mee *.pt *.pth *.ts *.json "
                                        "*.splitee);;Archives of "
                                        "images (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz "
                                        "*.bin *.xz);;Texts (*.tsv *.csv *.txt *.jsonl *.review "
                                        "*.gz *.bz2 *.xz *.zip *.tar);;All files (*)"));
    if (!path.isEmpty()) open(path);
}

void FileOpener::openFolderByDialog() {
    auto* dialog = new QFileDialog(&window_, tr("Folder of images or texts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &FileOpener::open);
    dialog->open();
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
