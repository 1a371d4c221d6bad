// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/live_source_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>

#include "gui/run/setup.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kLeast = 0.01, kSlider = 3, kFirst = 1;  // amounts of a distortion

// Datasets that lie in a folder of the user's.
constexpr const char* kFolderKinds[] = {"folder:", "cifar10:"};

}  // namespace

LiveSourceForm::LiveSourceForm(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      dataset_(new QComboBox(this)),
      distortion_(new QComboBox(this)),
      severity_(new NumberField({kLeast, kMaxDistortionAmount, 2, kSlider, kFirst}, {}, this)),
      preview_(new PreviewView(setup, theme, this)) {
    for (QComboBox* box : {dataset_, distortion_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->installEventFilter(new WheelGuard(box));
    }
    const std::pair<QString, DistortionKind> kinds[] = {
        {tr("None"), DistortionKind::Clean},
        {tr("Gaussian blur"), DistortionKind::GaussianBlur},
        {tr("Gaussian noise"), DistortionKind::GaussianNoise},
        {tr("Salt (wrapped noise)"), DistortionKind::LegacyWrap}};
    for (const auto& [name, kind] : kinds) distortion_->addItem(name, static_cast<int>(kind));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*form, tr("Dataset"), dataset_,
           tr("The images that the network is shown: its test part.\nSigns are made by the "
              "program; others lie in a folder."));
    addRow(*form, tr("Distortion"), distortion_,
           tr("What is done to every image. It may change while the run plays.\nSource: I-SplitEE "
              "(arXiv 2401.10541); noise as in CIFAR-10-C."));
    addRow(*form, tr("Severity"), severity_, QString());
    form->addRow(preview_);
    connect(dataset_, &QComboBox::activated, this, &LiveSourceForm::chooseDataset);
    connect(distortion_, &QComboBox::activated, this, &LiveSourceForm::setDistortion);
    connect(severity_, &NumberField::edited, this, &LiveSourceForm::setDistortion);
    connect(&setup_, &Setup::changed, this, &LiveSourceForm::refresh);
    refresh();
}

void LiveSourceForm::addRow(QFormLayout& form, const QString& label, QWidget* control,
                            const QString& help) {
    auto* words = new QLabel(label, this);
    words->setMinimumWidth(76);
    words->setBuddy(control);
    words->setToolTip(help);
    control->setToolTip(help);
    control->setAccessibleName(label);
    form.addRow(words, control);
}

void LiveSourceForm::fillDatasets() {
    dataset_->clear();
    dataset_->addItem(tr("Signs"), QStringLiteral("signs"));
    const QString now = QString::fromStdString(setup_.file().dataset);
    for (const char* kind : kFolderKinds)
        if (now.startsWith(QLatin1String(kind)))
            dataset_->addItem(QFileInfo(now.section(QLatin1Char(':'), 1)).fileName(), now);
    dataset_->addItem(tr("A folder of images…"), QLatin1String(kFolderKinds[0]));
    dataset_->addItem(tr("CIFAR-10, binary version…"), QLatin1String(kFolderKinds[1]));
    dataset_->setCurrentIndex(now.isEmpty() ? -1 : dataset_->findData(now));
}

void LiveSourceForm::refresh() {
    setVisible(isLive(setup_.file()));
    if (!isLive(setup_.file())) return;
    fillDatasets();
    const std::string& text = setup_.file().distortion;
    const auto distortion = parseDistortion(text.empty() ? "clean" : text);
    if (!distortion) return;  // an invalid experiment: opening it reports the error
    const bool clean = distortion->kind == DistortionKind::Clean;
    distortion_->setCurrentIndex(distortion_->findData(static_cast<int>(distortion->kind)));
    severity_->setEnabled(!clean);
    if (!clean) severity_->show(distortion->amount);
    QString help = tr("How strong it is, from %1 to %2.")
                       .arg(shortText(kLeast), shortText(kMaxDistortionAmount)) +
                   QLatin1Char('\n');
    switch (distortion->kind) {
        case DistortionKind::Clean:
            help = tr("Choose a distortion first: clean images have no severity.");
            break;
        case DistortionKind::GaussianBlur:
            help += tr("Standard deviation in pixels (I-SplitEE).");
            break;
        case DistortionKind::GaussianNoise:
            help += tr(
                "1 is a standard deviation of 4 % of the pixels' range: severity 1 of CIFAR-10-C.");
            break;
        case DistortionKind::LegacyWrap:
            help += tr(
                "Standard deviation of noise that wraps to white, as a published script makes it.");
            break;
    }
    severity_->setTexts(tr("Severity"), help);
    severity_->setToolTip(help);
}

void LiveSourceForm::chooseDataset(int at) {
    const QString name = dataset_->itemData(at).toString();
    fillDatasets();  // what is shown stays until another is found
    for (const char* kind : kFolderKinds) {
        if (name != QLatin1String(kind)) continue;
        auto* dialog = new QFileDialog(this, tr("Folder of the images"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, name](const QString& folder) { setDataset(name + folder); });
        return dialog->open();
    }
    setDataset(name);
}

void LiveSourceForm::setDataset(const QString& name) {
    ExperimentFile next = setup_.file();
    if (next.dataset == name.toStdString()) return;
    next.dataset = name.toStdString();
    setup_.edit(next, tr("Choose dataset"));
}

void LiveSourceForm::setDistortion() {
    ExperimentFile next = setup_.file();
    const auto kind = static_cast<DistortionKind>(distortion_->currentData().toInt());
    next.distortion =
        toText(Distortion{kind, kind == DistortionKind::Clean ? 0 : severity_->value()});
    if (next.distortion != setup_.file().distortion)
        setup_.edit(next, tr("Change distortion"), "distortion");
}

}  // namespace splitee
