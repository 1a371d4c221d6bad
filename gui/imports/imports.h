// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of networks from outside in the window: the sheet that imports one, the sheet that
// attaches exits, and their work.
#pragma once

#include <QObject>

#include "gui/imports/import_work.h"

namespace splitee {

class AttachSheet;
class ImportSheet;
class Theme;

class Imports : public QObject {
    Q_OBJECT
public:
    /// The sheets lie over `page`, which owns it.
    Imports(Theme& theme, QWidget& page);

    /// Whether a file's name is that of a network from outside.
    [[nodiscard]] static bool takes(const QString& path);
    /// The sheet for this file.
    void open(const QString& path);
    void openByDialog();

    [[nodiscard]] ImportSheet& sheet() { return *sheet_; }
    [[nodiscard]] AttachSheet& attachSheet() { return *attach_; }
    [[nodiscard]] ImportWork& work() { return work_; }

signals:
    /// A model file is there, to be opened live; `dataset`: images that it knows, or "".
    void imported(const QString& model, const QString& dataset);
    /// Exits are to be trained for a network, which takes long.
    void attachWanted(const ImportWords& words);
    void failed(const QString& sentence);

private:
    QWidget& page_;
    ImportSheet* sheet_;
    AttachSheet* attach_;
    // Declare as the last member: members die in reverse order, so the threads are joined first.
    ImportWork work_;
};

}  // namespace splitee
