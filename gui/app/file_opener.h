// SPDX-License-Identifier: GPL-3.0-or-later
// Controller that opens files and folders (dialogs, drop, recent files), networks and images, and
// saves the experiment. Files are read on a thread of their own before the set-up changes: a bad
// file changes nothing.
#pragma once

#include <QObject>

#include <filesystem>

#include "gui/run/file_reader.h"

class QWidget;

namespace splitee {

class MessageBar;
class RecentFiles;
class SessionDocument;
class Setup;
struct RunActions;

class FileOpener : public QObject {
    Q_OBJECT
public:
    /// Connects open, openImages and saveExperiment of `actions` and takes files dropped onto
    /// `window`. All must outlive it but for `window`, which owns it.
    FileOpener(Setup& setup, SessionDocument& document, MessageBar& messages,
               const RunActions& actions, QWidget& window);

    /// An exit table, a network, an experiment, a sweep, a profile of costs or a session, detected
    /// by content. A newer request replaces the one that is being read.
    void open(const QString& path);
    /// A path, or builtin:NAME. One step to undo, for the next run.
    void openNetwork(const QString& name);
    /// The same with images that it knows: as openDataset() takes them, "" for those of the set-up.
    void openImported(const QString& model, const QString& dataset);
    /// Costs of layers; no other file.
    void openProfile(const QString& path);
    /// Images for the network of the set-up: a dataset as openDataset() takes it, or a path. One
    /// step to undo.
    void openImages(const QString& name, const QString& part);
    /// The set-up of a run of a session.
    void openRun(const std::filesystem::path& session, std::int64_t run);
    /// Drops what is being read.
    void cancel() { reader_.cancel(); }
    [[nodiscard]] bool busy() const { return reader_.busy(); }

    [[nodiscard]] RecentFiles& recent() { return *recent_; }
    /// While on, open() of a session only emits sessionOpened(): for the page of runs.
    void setBrowsesSessions(bool on) { browsesSessions_ = on; }

signals:
    /// The files of a source that was read: whoever plays it next need not read them again.
    void filesRead(const OpenedFiles& files);
    void experimentOpened(const ExperimentFile& file);  ///< to replace the set-up
    void sourceChanged();  ///< the set-up has another source, and can be played
    void imagesMissing();  ///< the set-up has another network, and no images for it
    void sweepOpened(const Sweep& sweep, const QString& name);
    void profileOpened(const ReadProfile& profile, const QString& name);
    void networkToImport(const QString& path);  ///< one from outside
    void sessionOpened(const QString& path);
    void busyChanged();
    void failed(const QString& sentence);  ///< the file was not opened

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openByDialog();
    void openFolderByDialog();
    void chooseRows(const ReadFile& read);
    void saveExperiment();
    void onFileRead(const ReadFile& read);
    bool changeSource(const ReadFile& read, const QString& what);

    Setup& setup_;
    SessionDocument& document_;
    MessageBar& messages_;
    QWidget& window_;
    RecentFiles* recent_;
    bool browsesSessions_ = false;
    FileReader reader_;
};

}  // namespace splitee
