// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/source_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

#include "datasets/open_dataset.h"
#include "gui/background/work_rate.h"
#include "gui/setup/dataset_picker.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_field.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr int kSourceNumberWidth = 120;
constexpr double kLeastAmount = .01, kMostSeverity = 5, kMostAmount = 10;
constexpr QLatin1String kOtherFile("file");

struct ReadSource {
    std::string name;
    InputKind kind = InputKind::Image;
};

// A network says what it takes; it is not built.
Result<ReadSource> readNetworkKind(const std::string& name) {
    const auto model = readModel(name);
    if (!model) return tl::unexpected(model.error());
    return ReadSource{name, (*model)->takesTexts() ? InputKind::Text : InputKind::Image};
}

Result<ReadSource> readSamplesKind(const std::string& wanted) {
    const auto name = datasetName(wanted);
    if (!name) return tl::unexpected(name.error());
    return ReadSource{*name, inputKindOf(*name)};
}

}  // namespace

SourceForm::SourceForm(bool writes, QWidget* parent)
    : FormGrid(parent),
      network_(new QComboBox(this)),
      samples_(new DatasetPicker(this)),
      part_(new QComboBox(this)),
      distortion_(new QComboBox(this)),
      severity_(new NumberField({1, kMostSeverity, 2, 0, 3}, {}, this)) {
    for (QComboBox* box : {network_, part_, distortion_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->installEventFilter(new WheelGuard(box));
    }
    addField(tr("Network"), network_,
             tr("A model file (.mee), or one that comes with the program"));
    addField(tr("Samples"), samples_, tr("The images or texts that it is shown"));
    part_->addItem(tr("Test"), QStringLiteral("test"));
    part_->addItem(tr("Validation"), QStringLiteral("validation"));
    part_->addItem(tr("Training"), QStringLiteral("train"));
    part_->addItem(tr("All"), QStringLiteral("all"));
    addField(
        tr("Part"), part_,
        tr("Samples that the network was not trained on, the test part, show what it is worth"));
    fillDistortions(*distortion_);
    addField(tr("Distortion"), distortion_, tr("What is done to every sample"));
    severity_->setFixedWidth(kSourceNumberWidth);
    severity_->show(3);
    addField(tr("Severity"), severity_, tr("How strong the distortion is"), nullptr, true);
    if (writes) {
        out_ = addPlace(tr("Save as"), tr("The exit table (.exits, or .csv) that is written"),
                        tr("Save the exit table"), tr("Exit tables (*.exits *.csv)"),
                        QStringLiteral("exits"));
        replace_ = new QCheckBox(tr("Replace the file that is there"), this);
        replace_->setObjectName(QStringLiteral("replace"));
        addBelow({replace_});
        replace_->hide();
        connect(out_, &QLineEdit::textChanged, this, [this] {
            replace_->setChecked(false);
            replace_->setVisible(QFileInfo(out_->text().trimmed()).isFile());
            emit changed();
        });
        connect(this, &FormGrid::placeChosen, replace_, [this] { replace_->setChecked(true); });
        connect(replace_, &QCheckBox::toggled, this, &SourceForm::changed);
    }
    connect(network_, &QComboBox::activated, this, &SourceForm::chooseNetwork);
    connect(samples_, &DatasetPicker::chosen, this, &SourceForm::takeSamples);
    connect(part_, &QComboBox::activated, this, &SourceForm::changed);
    connect(distortion_, &QComboBox::activated, this, [this] {
        showSeverity();
        proposePlace();
        emit changed();
    });
    connect(severity_, &NumberField::edited, this, [this] {
        proposePlace();
        emit changed();
    });
    fillNetworks();
    showSeverity();
    proposePlace();
}

void SourceForm::fillNetworks() {
    network_->clear();
    for (const std::string& name : bundledNames("models", ".mee"))
        network_->addItem(QString::fromStdString(name).section(QLatin1Char(':'), 1),
                          QString::fromStdString(name));
    if (!model_.isEmpty() && network_->findData(model_) < 0) {
        network_->addItem(QFileInfo(model_).fileName(), model_);
        network_->setItemData(network_->count() - 1, model_, Qt::ToolTipRole);
    }
    network_->addItem(tr("A model file…"), kOtherFile);
    network_->setCurrentIndex(model_.isEmpty() ? -1 : network_->findData(model_));
}

void SourceForm::chooseNetwork(int at) {
    const QString name = network_->itemData(at).toString();
    fillNetworks();  // what is shown stays until another is read
    if (name != kOtherFile) return takeNetwork(name);
    auto* dialog = new QFileDialog(this, tr("Network"), {}, tr("Networks (*.mee);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceForm::takeNetwork);
    dialog->open();
}

void SourceForm::show(const std::string& model, const std::string& dataset) {
    if (!dataset.empty()) {
        showKind(inputKindOf(dataset));
        samples_->showDataset(QString::fromStdString(dataset));
    }
    if (!model.empty()) takeNetwork(QString::fromStdString(model));
}

void SourceForm::takeNetwork(const QString& name) {
    readingNetwork_ = true;
    refusal_.clear();
    emit changed();
    networkWork_.start([wanted = name.toStdString()] { return readNetworkKind(wanted); },
                       [this](const Result<ReadSource>& read) {
                           readingNetwork_ = false;
                           if (read) {
                               model_ = QString::fromStdString(read->name);
                               fillNetworks();
                               showKind(read->kind);
                               proposePlace();
                           } else {
                               refusal_ = QString::fromStdString(read.error().message);
                           }
                           emit changed();
                       });
}

void SourceForm::takeSamples(const QString& name) {
    readingSamples_ = true;
    refusal_.clear();
    emit changed();
    samplesWork_.start([wanted = name.toStdString()] { return readSamplesKind(wanted); },
                       [this](const Result<ReadSource>& read) {
                           readingSamples_ = false;
                           if (read) {
                               showKind(read->kind);
                               samples_->showDataset(QString::fromStdString(read->name));
                               proposePlace();
                           } else {
                               refusal_ = QString::fromStdString(read.error().message);
                           }
                           emit changed();
                       });
}

// Samples and distortions of the other kind mean nothing.
void SourceForm::showKind(InputKind kind) {
    if (kind == kind_) return;
    kind_ = kind;
    samples_->showDataset({});
    samples_->setKind(kind);
    distortion_->clear();
    fillDistortions(*distortion_, kind);
    showSeverity();
}

void SourceForm::showSeverity() {
    const auto distortion = parseDistortion(distortion_->currentData().toString().toStdString());
    const bool clean = !distortion || distortion->kind == DistortionKind::Clean;
    setFieldShown(severity_, !clean);
    if (clean) return;
    const bool corruption = distortion->kind == DistortionKind::Corruption;
    const double least = corruption ? 1 : kLeastAmount;
    const double most = corruption                                     ? kMostSeverity
                        : inputOf(distortion->kind) == InputKind::Text ? 1
                                                                       : kMostAmount;
    severity_->setRange(least, most, 0);
    severity_->show(distortion->amount);
}

std::string SourceForm::distortionText() const {
    auto distortion = parseDistortion(distortion_->currentData().toString().toStdString());
    if (!distortion) return "clean";
    if (distortion->kind != DistortionKind::Clean) distortion->amount = severity_->value();
    return toText(*distortion);
}

// As a schedule finds the tables of a network: NETWORK-DISTORTION.exits.
void SourceForm::proposePlace() {
    if (out_ == nullptr || out_->text() != proposed_) return;
    const bool bundled = model_.startsWith(QLatin1String("builtin:"));
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = QStringLiteral("network");
    if (bundled)
        name = model_.section(QLatin1Char(':'), 1);
    else if (!model_.isEmpty()) {
        folder = QFileInfo(model_).path();
        name = QFileInfo(model_).completeBaseName();
    }
    if (folder.isEmpty() || !QDir(folder).exists()) folder = QDir::homePath();
    std::string distortion = distortionText();
    std::ranges::replace_if(
        distortion, [](char c) { return c == ':' || c == '/' || c == '@'; }, '-');
    proposed_ =
        QStringLiteral("%1/%2-%3.exits").arg(folder, name, QString::fromStdString(distortion));
    out_->setText(proposed_);
}

LiveRequest SourceForm::live() const {
    LiveRequest live;
    live.model = model_.toStdString();
    live.dataset = samples_->dataset().toStdString();
    live.part = part_->currentData().toString().toStdString();
    live.distortion = distortionText();
    live.threads = spareThreads();
    return live;
}

std::string SourceForm::out() const {
    return out_ == nullptr ? std::string() : out_->text().trimmed().toStdString();
}

QString SourceForm::problem() const {
    if (readingNetwork_ || readingSamples_) return tr("The files are being read");
    if (!refusal_.isEmpty()) return refusal_;
    if (model_.isEmpty()) return tr("Choose a network");
    if (samples_->dataset().isEmpty()) return tr("Choose what the network is shown");
    if (out_ != nullptr && out_->text().trimmed().isEmpty())
        return tr("Say where the exit table goes");
    if (replace_ != nullptr && replace_->isVisibleTo(this) && !replace_->isChecked())
        return tr("The file %1 exists already: name another, or let it be replaced")
            .arg(QFileInfo(out_->text().trimmed()).fileName());
    return {};
}

}  // namespace splitee
