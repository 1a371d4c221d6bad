// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/live_source_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

#include "datasets/open_dataset.h"
#include "gui/run/setup.h"
#include "gui/setup/dataset_picker.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/source_picker.h"
#include "gui/setup/text_preview.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "sources/live_source.h"

namespace splitee {
namespace {

constexpr double kLeast = 0.01, kSlider = 3, kFirst = 1;  // amounts of a distortion
constexpr double kMostShare = 1, kShareSlider = 0.5;      // and of one of texts

// As an ExperimentFile names them, with their places in Split.
struct Part {
    QLatin1String name;
    Split split;
};
constexpr Part kParts[] = {{QLatin1String(""), Split::Test},
                           {QLatin1String("validation"), Split::Validation},
                           {QLatin1String("train"), Split::Train},
                           {QLatin1String("all"), Split::All}};

QString partName(Split split) {
    switch (split) {
        case Split::Train:
            return LiveSourceForm::tr("Training");
        case Split::Validation:
            return LiveSourceForm::tr("Validation");
        case Split::All:
            return LiveSourceForm::tr("All");
        case Split::Test:
            break;
    }
    return LiveSourceForm::tr("Test");
}

QString countText(std::int64_t count, InputKind kind) {
    const QString number = numberText(static_cast<double>(count));
    if (kind == InputKind::Text)
        return count == 1 ? LiveSourceForm::tr("1 text")
                          : LiveSourceForm::tr("%1 texts").arg(number);
    return count == 1 ? LiveSourceForm::tr("1 image") : LiveSourceForm::tr("%1 images").arg(number);
}

}  // namespace

LiveSourceForm::LiveSourceForm(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      dataset_(new DatasetPicker(this)),
      partLabel_(nullptr),
      part_(new QComboBox(this)),
      count_(new QLabel(this)),
      distortion_(new QComboBox(this)),
      severity_(new NumberField({kLeast, kMaxDistortionAmount, 2, kSlider, kFirst}, {}, this)),
      preview_(new PreviewView(setup, theme, this)),
      textPreview_(new TextPreview(setup, theme, this)) {
    for (QComboBox* box : {part_, distortion_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->installEventFilter(new WheelGuard(box));
    }
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*form, tr("Dataset"), dataset_,
           tr("The samples that the network is shown.\nSigns and some texts come with the program; "
              "others lie in a file, a folder or an archive: drop it on the window."));
    partLabel_ =
        addRow(*form, tr("Part"), part_,
               tr("Which samples play. Those that the network was not trained on, the test "
                  "part, show what it is worth."));
    count_->setWordWrap(true);
    count_->setFont(theme.captionFont());
    form->addRow(QString(), count_);
    addRow(*form, tr("Distortion"), distortion_,
           tr("What is done to every sample. It may change while the run plays.\nSource: I-SplitEE "
              "(arXiv 2401.10541), CIFAR-10-C and "
              "ImageNet-C (arXiv 1903.12261); scenes are our own."));
    addRow(*form, tr("Severity"), severity_, QString());
    form->addRow(preview_);
    form->addRow(textPreview_);
    connect(dataset_, &DatasetPicker::chosen, this,
            [this](const QString& name) { emit imagesWanted(name, QString()); });
    connect(part_, &QComboBox::activated, this, [this] {
        const QString part = part_->currentData().toString();
        fillParts();  // what is shown stays until it is read
        if (part.toStdString() != setup_.file().part)
            emit imagesWanted(QString::fromStdString(setup_.file().dataset), part);
    });
    connect(distortion_, &QComboBox::activated, this, &LiveSourceForm::setDistortion);
    connect(severity_, &NumberField::edited, this, &LiveSourceForm::setDistortion);
    connect(&setup_, &Setup::changed, this, &LiveSourceForm::refresh);
    refresh();
}

QLabel* LiveSourceForm::addRow(QFormLayout& form, const QString& label, QWidget* control,
                               const QString& help) {
    auto* words = new QLabel(label, this);
    words->setMinimumWidth(76);
    words->setBuddy(control);
    words->setToolTip(help);
    control->setToolTip(help);
    control->setAccessibleName(label);
    form.addRow(words, control);
    return words;
}

// A dataset in one piece, and one that was not read yet, has no parts to choose.
void LiveSourceForm::fillParts() {
    const ExperimentFile& file = setup_.file();
    const bool known = opened_.dataset == file.dataset && opened_.parts.all > 0;
    part_->clear();
    for (const Part& part : kParts) {
        const bool now = file.part == part.name.data();
        const std::int64_t count = opened_.parts.of(part.split);
        if (now || (known && count > 0))
            part_->addItem(known ? tr("%1: %2").arg(partName(part.split), countText(count, kind()))
                                 : partName(part.split),
                           part.name);
        if (now) part_->setCurrentIndex(part_->count() - 1);
    }
    const bool several = part_->count() > 1 || !file.part.empty();
    part_->setVisible(several);
    partLabel_->setVisible(several);
    const bool same = opened_.dataset == file.dataset && opened_.part == file.part;
    QString words;
    if (same && opened_.parts.all > 0)
        words = tr("%1 of %2 play")
                    .arg(numberText(static_cast<double>(opened_.size)),
                         countText(opened_.parts.all, kind()));
    else if (same)
        words = tr("%1 play").arg(countText(opened_.size, kind()));
    if (same && !opened_.remarks.isEmpty()) words += QStringLiteral(" · ") + tr("some left out");
    count_->setText(words);
    count_->setToolTip(same ? opened_.remarks : QString());
    count_->setVisible(!words.isEmpty());
}

void LiveSourceForm::setFiles(const LiveFiles& files) {
    if (files.model) {
        model_ = files.modelName;
        takes_ = files.model->takesTexts() ? InputKind::Text : InputKind::Image;
    }
    takeFiles(files);
}

void LiveSourceForm::setSource(const ExperimentFile& file, const LiveSource& source) {
    const NetworkInfo& network = source.model->info();
    model_ = file.model;
    takes_ = network.takesTexts() ? InputKind::Text : InputKind::Image;
    takeFiles({file.model,
               file.dataset,
               file.part.empty() ? kTestPart : file.part,
               {},
               source.images,
               network.classNames});
}

void LiveSourceForm::takeFiles(const LiveFiles& files) {
    if (files.images) {
        QStringList remarks;
        for (const std::string& remark : files.images->remarks())
            remarks << QString::fromStdString(remark);
        opened_ = {files.datasetName, files.part == kTestPart ? "" : files.part,
                   files.images->size(), files.images->parts(), remarks.join(QLatin1Char('\n'))};
    }
    preview_->setFiles(files);
    textPreview_->setFiles(files);
    refresh();
}

// As its network says, where that was read; else as its dataset does.
InputKind LiveSourceForm::kind() const {
    const ExperimentFile& file = setup_.file();
    if (file.model == model_) return takes_;
    return inputKindOf(file.dataset);
}

void LiveSourceForm::showKind() {
    const InputKind now = kind();
    if (now == shown_) return;
    shown_ = now;
    dataset_->setKind(now);
    fillDistortions(*distortion_, now);
    preview_->setVisible(now == InputKind::Image);
    textPreview_->setVisible(now == InputKind::Text);
}

void LiveSourceForm::refresh() {
    setVisible(isLive(setup_.file()));
    if (!isLive(setup_.file())) return;
    showKind();
    dataset_->showDataset(QString::fromStdString(setup_.file().dataset));
    fillParts();
    const std::string& text = setup_.file().distortion;
    const auto distortion = parseDistortion(text.empty() ? "clean" : text);
    if (!distortion) return;  // an invalid experiment: opening it reports the error
    distortion_->setCurrentIndex(itemOfDistortion(*distortion_, *distortion));
    refreshSeverity(*distortion);
}

void LiveSourceForm::refreshSeverity(const Distortion& distortion) {
    const bool clean = distortion.kind == DistortionKind::Clean;
    const bool share = inputOf(distortion.kind) == InputKind::Text;
    const bool severity = distortion.kind == DistortionKind::Corruption;
    const double least = severity ? 1 : kLeast;
    const double most = severity ? kSeverities : share ? kMostShare : kMaxDistortionAmount;
    severity_->setEnabled(!clean);
    severity_->setRange(least, most, severity ? kSeverities : share ? kShareSlider : kSlider);
    if (!clean) severity_->show(distortion.amount);
    QString help = tr("How strong it is, from %1 to %2.").arg(shortText(least), shortText(most)) +
                   QLatin1Char('\n');
    switch (distortion.kind) {
        case DistortionKind::Corruption:
            help += tr("Severity 1 to 5 as it was published, and between.");
            break;
        case DistortionKind::Clean:
            help = tr("Choose a distortion first: clean samples have no severity.");
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
        case DistortionKind::Typos:
            help += tr("The share of letters that are left out, doubled, swapped or mistyped.");
            break;
        case DistortionKind::DroppedWords:
            help += tr("The share of words that are missing; one is always left.");
            break;
    }
    severity_->setTexts(tr("Severity"), help);
    severity_->setToolTip(help);
}

void LiveSourceForm::setDistortion() {
    auto distortion = parseDistortion(distortion_->currentData().toString().toStdString());
    if (!distortion) return;
    if (distortion->kind == DistortionKind::Corruption)
        distortion->amount = std::clamp<double>(severity_->value(), 1, kSeverities);
    else if (inputOf(distortion->kind) == InputKind::Text) {
        // A share that was chosen stays; that of another kind means nothing here.
        const auto now = parseDistortion(setup_.file().distortion);
        if (now && inputOf(now->kind) == InputKind::Text)
            distortion->amount = std::min(severity_->value(), kMostShare);
    } else if (distortion->kind != DistortionKind::Clean)
        distortion->amount = severity_->value();
    chooseDistortion(setup_, toText(*distortion));
}

}  // namespace splitee
