// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/dataset_picker.h"

#include <QFileDialog>

#include "gui/setup/dataset_names.h"
#include "gui/widgets/number_field.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

// What the list offers beside datasets.
constexpr QLatin1String kFolder("folder"), kArchive("archive"), kTexts("texts");

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

void DatasetPicker::setKind(InputKind kind) {
    if (kind == kind_) return;
    kind_ = kind;
    fill();
}

void DatasetPicker::showDataset(const QString& dataset) {
    dataset_ = dataset;
    fill();
}

void DatasetPicker::offer(const QString& dataset) {
    if (findData(dataset) < 0) addItem(datasetTitle(dataset.toStdString()), dataset);
}

void DatasetPicker::fill() {
    clear();
    if (!none_.isEmpty()) addItem(none_, QString());
    if (kind_ == InputKind::Image) addItem(tr("Signs"), QStringLiteral("signs"));
    if (kind_ == InputKind::Text)
        for (const std::string& name : bundledNames("texts", ".tsv"))
            offer(QStringLiteral("text:") + QString::fromStdString(name));
    if (dataset_.contains(QLatin1Char(':'))) offer(dataset_);
    if (kind_ == InputKind::Image) {
        addItem(tr("A folder of images or CIFAR-10…"), kFolder);
        addItem(tr("An archive of images or CIFAR-10…"), kArchive);
    } else {
        addItem(tr("A file or archive of texts…"), kTexts);
        addItem(tr("A folder of texts…"), kFolder);
    }
    setCurrentIndex(dataset_.isEmpty() && none_.isEmpty() ? -1 : findData(dataset_));
}

void DatasetPicker::choose(int at) {
    const QString name = itemData(at).toString();
    fill();  // what is shown stays until another is read
    if (name == kFolder) return chooseFolder();
    if (name == kArchive)
        return chooseFile(
            tr("Archive of the images"),
            tr("Archives (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)"));
    if (name == kTexts)
        return chooseFile(tr("Texts"), tr("Texts and archives (*.tsv *.csv *.txt *.jsonl *.review "
                                          "*.gz *.bz2 *.xz *.zip *.tar *.tgz)"));
    if (name != dataset_) emit chosen(name);
}

void DatasetPicker::chooseFolder() {
    auto* dialog = new QFileDialog(
        this, kind_ == InputKind::Image ? tr("Folder of the images") : tr("Folder of the texts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &DatasetPicker::chosen);
    dialog->open();
}

void DatasetPicker::chooseFile(const QString& title, const QString& files) {
    auto* dialog =
        new QFileDialog(this, title, QString(), files + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DatasetPicker::chosen);
    dialog->open();
}

}  // namespace splitee
