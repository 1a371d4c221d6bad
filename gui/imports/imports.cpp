// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/imports.h"

#include <QFileDialog>

#include <algorithm>

#include "gui/imports/attach_sheet.h"
#include "gui/imports/import_sheet.h"

namespace splitee {

Imports::Imports(Theme& theme, QWidget& page) : QObject(&page), page_(page) {
    sheet_ = new ImportSheet(work_, theme, &page);
    attach_ = new AttachSheet(work_, theme, &page);
    connect(sheet_, &ImportSheet::exitsWanted, attach_, &AttachSheet::open);
    connect(attach_, &AttachSheet::backWanted, sheet_, &ImportSheet::openAgain);
    connect(sheet_, &ImportSheet::imported, this, &Imports::imported);
    connect(attach_, &AttachSheet::trainingWanted, this, &Imports::attachWanted);
}

bool Imports::takes(const QString& path) {
    constexpr const char* kEndings[] = {".pt", ".pth", ".ts"};
    return std::ranges::any_of(kEndings, [&](const char* ending) {
        return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

void Imports::open(const QString& path) {
    if (work_.busy())
        return emit failed(
            tr("A network is being imported already: wait for its end, or cancel it"));
    attach_->hide();
    sheet_->open(path);
}

void Imports::openByDialog() {
    auto* dialog = new QFileDialog(&page_, tr("Import a network"), {},
                                   tr("TorchScript networks (*.pt *.pth *.ts);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Imports::open);
    dialog->open();
}

}  // namespace splitee
