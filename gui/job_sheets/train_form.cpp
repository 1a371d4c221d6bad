// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/train_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

#include <array>

#include "datasets/open_dataset.h"
#include "gui/background/work_rate.h"
#include "gui/setup/dataset_names.h"
#include "gui/setup/dataset_picker.h"
#include "gui/widgets/number_field.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr int kTrainNumberWidth = 120, kMostClassesNamed = 5, kTrainingThreads = 2;
constexpr std::array<int, 8> kSides{32, 96, 128, 160, 192, 224, 256, 320};

// What is learned from.
struct ReadData {
    std::string name;
    InputKind kind = InputKind::Image;
    std::vector<std::string> classes;
};

Result<ReadData> readData(const std::string& wanted) {
    const auto name = datasetName(wanted);
    if (!name) return tl::unexpected(name.error());
    const auto path = bundledTexts(*name);  // the program trains on files
    if (!path) return tl::unexpected(path.error());
    auto classes = classesOf(*path);
    if (!classes) return tl::unexpected(classes.error());
    return ReadData{*path, inputKindOf(*path), std::move(*classes)};
}

template <class Settings>
FieldInfo fieldOf(std::string_view key) {
    FieldInfo found;
    const Settings standard{};
    Settings::visitFields(standard, [&](const auto&, const FieldInfo& info) {
        if (info.key == key) found = info;
    });
    return found;
}

}  // namespace

TrainForm::TrainForm(QWidget* parent)
    : FormGrid(parent),
      network_(new QComboBox(this)),
      data_(new DatasetPicker(this)),
      classes_(new QLabel(this)),
      side_(new QComboBox(this)),
      replace_(new QCheckBox(tr("Replace the file that is there"), this)),
      goOn_(new QCheckBox(tr("Go on from its checkpoint, with the same settings"), this)) {
    network_->addItem(tr("MobileNetV2, for images"),
                      QString::fromStdString(std::string(kMobileNetwork)));
    network_->addItem(tr("Encoder, for texts"),
                      QString::fromStdString(std::string(kEncoderNetwork)));
    for (const int side : kSides) side_->addItem(tr("%1 px").arg(side), side);
    for (QComboBox* box : {network_, side_}) box->installEventFilter(new WheelGuard(box));
    addField(tr("Network"), network_,
             tr("A convolutional network with an exit at seven of its blocks, or a text encoder "
                "with one after each layer"));
    addField(tr("Learn from"), data_,
             tr("Images in a folder a class, CIFAR-10, or texts with labels: in a folder, a file "
                "or an archive"));
    classes_->setObjectName(QStringLiteral("muted"));
    classes_->setTextFormat(Qt::PlainText);
    classes_->setWordWrap(true);
    addBelow({classes_});
    width_ = number(fieldOf<TrainSettings>("width"), 1, 2);
    imageLine_ = addLine(
        {{tr("Width"),
          tr("Channels, as a multiple of MobileNetV2's: a smaller network is faster and learns "
             "less"),
          width_},
         {tr("Image side"), tr("Images of a folder are resized to this width and height"), side_}});
    layers_ = number(fieldOf<EncoderSettings>("layers"), 12);
    hidden_ = number(fieldOf<EncoderSettings>("hidden"), 128);
    textLine_ =
        addLine({{tr("Layers"), tr("Each has an exit after it"), layers_},
                 {tr("Hidden width"),
                  tr("Values that a token has between two layers; a multiple of 4"), hidden_}});
    epochs_ = number(fieldOf<TrainSettings>("epochs"), 30);
    seed_ = number(fieldOf<TrainSettings>("seed"), 1);
    addLine({{tr("Epochs"), tr("Passes over the training samples; the best one is kept"), epochs_},
             {tr("Seed"),
              tr("Fixes first weights, order and augmentation: the same seed gives the same "
                 "network"),
              seed_}});
    out_ = addPlace(tr("Save as"), tr("The model file (.mee) that is made"), tr("Save the network"),
                    tr("Networks (*.mee)"), QStringLiteral("mee"));
    replace_->setObjectName(QStringLiteral("replace"));
    goOn_->setObjectName(QStringLiteral("goOn"));
    addBelow({replace_, goOn_});
    for (QCheckBox* box : {replace_, goOn_}) box->hide();
    connect(network_, &QComboBox::activated, this, [this] {
        data_->showDataset({});
        classNames_.clear();
        refusal_.clear();
        epochs_->show(static_cast<double>(
            TrainPlan::defaultsOf(network_->currentData().toString().toStdString()).epochs));
        showNetwork();
    });
    connect(data_, &DatasetPicker::chosen, this, &TrainForm::takeData);
    connect(side_, &QComboBox::activated, this, &TrainForm::changed);
    connect(out_, &QLineEdit::textChanged, this, [this] {
        replace_->setChecked(false);
        goOn_->setChecked(false);
        updatePlace();
    });
    connect(this, &FormGrid::placeChosen, replace_, [this] { replace_->setChecked(true); });
    for (QCheckBox* box : {replace_, goOn_})
        connect(box, &QCheckBox::toggled, this, &TrainForm::changed);
    showNetwork();
    proposePlace();
}

NumberField* TrainForm::number(const FieldInfo& info, double standard, int decimals) {
    auto* field = new NumberField({info.min, info.max, decimals, 0, standard}, {}, this);
    field->show(standard);
    field->setFixedWidth(kTrainNumberWidth);
    connect(field, &NumberField::edited, this, &TrainForm::changed);
    return field;
}

bool TrainForm::learnsTexts() const {
    return network_->currentData().toString().toStdString() == kEncoderNetwork;
}

void TrainForm::showNetwork() {
    const bool texts = learnsTexts();
    data_->setKind(texts ? InputKind::Text : InputKind::Image);
    setFieldShown(side_, !texts && data_->dataset().startsWith(QLatin1String("folder:")));
    setFieldShown(width_, !texts);
    imageLine_->setVisible(!texts);
    for (QWidget* field : {layers_, hidden_}) setFieldShown(field, texts);
    textLine_->setVisible(texts);
    showClasses();
    emit changed();
}

void TrainForm::showClasses() {
    QString words;
    if (reading_)
        words = tr("reading …");
    else if (!classNames_.isEmpty())
        words =
            tr("%1 classes: %2")
                .arg(classNames_.size())
                .arg(classNames_.mid(0, kMostClassesNamed).join(QStringLiteral(", ")) +
                     (classNames_.size() > kMostClassesNamed ? QStringLiteral(", …") : QString()));
    classes_->setText(words);
    classes_->setVisible(!words.isEmpty());
}

void TrainForm::takeData(const QString& name) {
    reading_ = true;
    refusal_.clear();
    showClasses();
    emit changed();
    work_.start(
        [wanted = name.toStdString()] { return readData(wanted); },
        [this](const Result<ReadData>& read) {
            reading_ = false;
            if (!read) {
                refusal_ = QString::fromStdString(read.error().message);
                showClasses();
                return emit changed();
            }
            const bool texts = read->kind == InputKind::Text;
            if (texts != learnsTexts()) {
                network_->setCurrentIndex(texts ? 1 : 0);
                epochs_->show(static_cast<double>(TrainPlan::defaultsOf(plan().network).epochs));
            }
            classNames_.clear();
            for (const std::string& one : read->classes) classNames_ << QString::fromStdString(one);
            data_->setKind(read->kind);
            data_->showDataset(QString::fromStdString(read->name));
            proposePlace();
            showNetwork();
        });
}

// Beside what is learned from, under its name; a place that was typed stays.
void TrainForm::proposePlace() {
    if (out_->text() != proposed_) return;
    const QString dataset = data_->dataset();
    const QString path = dataset.section(QLatin1Char(':'), 1).section(QLatin1Char('#'), 0, 0);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = QStringLiteral("network");
    if (path.startsWith(QLatin1Char('/'))) {
        folder = QFileInfo(path).path();
        name = QFileInfo(path).completeBaseName();
    } else if (!dataset.isEmpty()) {
        name = datasetLabel(dataset.toStdString()).replace(QLatin1Char(' '), QLatin1Char('-'));
    }
    if (folder.isEmpty() || !QDir(folder).exists()) folder = QDir::homePath();
    proposed_ = QStringLiteral("%1/%2.mee").arg(folder, name);
    out_->setText(proposed_);
}

void TrainForm::updatePlace() {
    const QString path = out_->text().trimmed(), checkpoint = path + QStringLiteral(".checkpoint");
    goOn_->setVisible(QFileInfo(checkpoint).isFile());
    replace_->setVisible(QFileInfo(path).isFile() || QFileInfo(checkpoint).isFile());
    emit changed();
}

TrainPlan TrainForm::plan() const {
    TrainPlan plan;
    plan.network = network_->currentData().toString().toStdString();
    plan.settings = TrainPlan::defaultsOf(plan.network);
    plan.settings.epochs = static_cast<std::int64_t>(epochs_->value());
    plan.settings.seed = static_cast<std::uint64_t>(seed_->value());
    if (learnsTexts()) {
        plan.encoder.layers = static_cast<std::int64_t>(layers_->value());
        plan.encoder.hidden = static_cast<std::int64_t>(hidden_->value());
    } else {
        plan.settings.width = width_->value();
        if (!side_->isHidden() && side_->currentData().toInt() != kSides.front())
            plan.side = side_->currentData().toInt();
    }
    plan.dataset = data_->dataset().toStdString();
    plan.out = out_->text().trimmed().toStdString();
    plan.resume = goOn_->isVisibleTo(this) && goOn_->isChecked();
    plan.overwrite = !plan.resume && replace_->isVisibleTo(this) && replace_->isChecked();
    plan.threads = std::min(kTrainingThreads, spareThreads());
    return plan;
}

QString TrainForm::problem() const {
    if (reading_) return tr("The data are being read");
    if (!refusal_.isEmpty()) return refusal_;
    if (data_->dataset().isEmpty()) return tr("Choose what the network learns from");
    if (out_->text().trimmed().isEmpty()) return tr("Say where the model file goes");
    if (!replace_->isHidden() && !replace_->isChecked() && !goOn_->isChecked())
        return tr("The file %1 exists already: name another, or let it be replaced")
            .arg(QFileInfo(out_->text().trimmed()).fileName());
    if (const auto valid = checkPlan(plan()); !valid)
        return QString::fromStdString(valid.error().message);
    return {};
}

}  // namespace splitee
