// SPDX-License-Identifier: GPL-3.0-or-later
// Exits read beside live runs, and the folder that keeps them.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>

#include "engine/world/exit_table.h"
#include "sources/live_source.h"

class TestReadExits : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<splitee::LiveSource> source_;
    std::unique_ptr<splitee::ExitTable> expected_;

    [[nodiscard]] std::filesystem::path path(const char* name) const;

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theTableIsThatOfTableBuild();
    void whatDecidesTheBitsIsTheKey();
    void aStopKeepsWhatIsRead();
    void aStopWithoutAFolderKeepsNothing();
    void aKeptTableIsNotReadAgain();
    void aDamagedFileIsReadAgain_data();
    void aDamagedFileIsReadAgain();
    void anotherTableUnderTheKeyIsReadAgain();
    void theFolderIsBounded();
    void onlyTablesAreCleared();
    void aFolderThatCannotBeWrittenIsTold();
};
