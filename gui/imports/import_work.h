// SPDX-License-Identifier: GPL-3.0-or-later
// Work of an import beside the window: a network is tried, imported and written, each on a thread
// of its own.
#pragma once

#include <QObject>

#include <memory>

#include "gui/background/task.h"
#include "gui/background/work_rate.h"
#include "inference/importing.h"
#include "sources/network_import.h"

namespace splitee {

/// Where an import stands.
struct ImportStand {
    std::string activity;  ///< as Progress has it
    std::int64_t done = 0,
                 total = 0;  ///< total 0: not known
    std::string unit;        ///< "images", "exits"
    double perSecond = 0;    ///< of the last seconds; 0: not known yet
};

class ImportWork : public QObject {
    Q_OBJECT
public:
    explicit ImportWork(QObject* parent = nullptr) : QObject(parent) {}

    /// What the network says by itself, on images of `side` pixels a side (0: to be found). Takes
    /// the place of an earlier request.
    void probe(const std::string& network, int side);
    /// The classes of a dataset, as openDataset() takes it, or of a path.
    void readClasses(const std::string& dataset);
    /// Where busy() is false.
    void start(const ImportWords& words);
    /// Where busy() is false. The file is written whole or not at all.
    void write(const std::string& path, std::shared_ptr<const ImportReport> report);
    /// Of an import: nothing of it is kept; cancelled() follows soon.
    void cancel();

    [[nodiscard]] bool busy() const { return task_.busy(); }
    [[nodiscard]] bool probing() const { return probing_.busy(); }
    [[nodiscard]] bool cancelling() const { return cancelling_; }
    [[nodiscard]] const ImportStand& stand() const { return stand_; }

signals:
    void probed(const NetworkProbe& probe);
    void refused(const QString& sentence);  ///< by probe()
    void classesRead(const QString& dataset, const QStringList& classes);
    void classesMissing(const QString& sentence);
    void progressed();
    void imported(const std::shared_ptr<const ImportReport>& report);
    void written(const QString& path);
    void cancelled();
    void failed(const QString& sentence);  ///< by start() or write()

private:
    void onProgress(const Progress& at);

    ImportStand stand_;
    WorkRate rate_;
    bool cancelling_ = false;
    // Declare as the last members: members die in reverse order, so the threads are joined first.
    Task probing_, classes_, task_;
};

}  // namespace splitee
