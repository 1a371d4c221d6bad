// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/dataset_picker.h"

#include <QFileDialog>
#include <QFileInfo>

#include "gui/widgets/number_field.h"

namespace splitee {
namespace {

// What the list offers beside datasets.
constexpr QLatin1String kFolder("folder"), kArchive("archive");

}  // namespace

DatasetPicker::DatasetPicker(QWidget* parent) : QComboBox(parent) {
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    installEventFilter(new WheelGuard(this));
    connect(this, &QComboBox::activated, this, &DatasetPicker::choose);
    fill();
}

void DatasetPicker::offerNone(const QString& words) {
    none_ = words;
    fill();
}

void DatasetPicker::showDataset(const QString& dataset) {
    dataset_ = dataset;
    fill();
}

void DatasetPicker::fill() {
    clear();
    if (!none_.isEmpty()) addItem(none_, QString());
    addItem(tr("Signs"), QStringLiteral("signs"));
    if (dataset_.contains(QLatin1Char(':')))
        addItem(QFileInfo(dataset_.section(QLatin1Char(':'), 1)).fileName(), dataset_);
    addItem(tr("A folder of images or CIFAR-10…"), kFolder);
    addItem(tr("An archive of images or CIFAR-10…"), kArchive);
    setCurrentIndex(dataset_.isEmpty() && none_.isEmpty() ? -1 : findData(dataset_));
}

void DatasetPicker::choose(int at) {
    const QString name = itemData(at).toString();
    fill();  // what is shown stays until another is read
    if (name == kFolder) return chooseFolder();
    if (name == kArchive) return chooseArchive();
    if (name != dataset_) emit chosen(name);
}

void DatasetPicker::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder of the images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &DatasetPicker::chosen);
    dialog->open();
}

void DatasetPicker::chooseArchive() {
    auto* dialog =
        new QFileDialog(this, tr("Archive of the images"), QString(),
                        tr("Archives (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)") +
                            QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DatasetPicker::chosen);
    dialog->open();
}

}  // namespace splitee
