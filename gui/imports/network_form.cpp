// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/network_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

#include "engine/plain_text.h"
#include "gui/setup/dataset_picker.h"
#include "gui/widgets/number_field.h"

namespace splitee {
namespace {

constexpr int kFormLabelWidth = 96, kFormNumberWidth = 110, kMostPixels = 1024, kMostNamed = 4;
constexpr int kMostTypedClasses = 1 << 20, kMostTypedPixels = 60;
constexpr std::size_t kMostQuoted = 60;

// What networks of these kinds were trained with, on pixels scaled to 0..1.
struct Pixels {
    const char *name, *mean, *deviation;
};
constexpr std::array<Pixels, 3> kPixels{
    Pixels{nullptr, "0", "1"}, Pixels{"ImageNet", "0.485,0.456,0.406", "0.229,0.224,0.225"},
    Pixels{"CIFAR-10", "0.4914,0.4822,0.4465", "0.2470,0.2435,0.2616"}};

QString inPlain(QString text) { return text.remove(QLatin1Char(' ')); }

QLineEdit* typedField(const QString& name, int most, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setMaxLength(most);
    field->setAcceptDrops(false);  // a file that is dropped is for the window
    return field;
}

}  // namespace

NetworkForm::NetworkForm(QWidget* parent)
    : QWidget(parent),
      images_(new DatasetPicker(this)),
      classes_(typedField(tr("Classes"), kMostTypedClasses, this)),
      side_(new NumberField({1, kMostPixels, 0, 0, 32}, tr("px"), this)),
      pixels_(new QComboBox(this)),
      mean_(typedField(tr("Mean"), kMostTypedPixels, this)),
      deviation_(typedField(tr("Standard deviation"), kMostTypedPixels, this)),
      out_(typedField(tr("Model file"), 4096, this)),
      replace_(new QCheckBox(tr("Replace the file that is there"), this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, kFormLabelWidth);
    grid->setColumnStretch(1, 1);
    images_->offerNone(tr("None"));
    field(*grid, tr("Images"), images_,
          tr("Images that the network knows: their folders name its classes, and every exit is "
             "validated on them"));
    auto* file = new QPushButton(tr("File…"), this);
    file->setToolTip(tr("A text file with one class a line"));
    connect(file, &QPushButton::clicked, this, &NetworkForm::chooseClasses);
    field(*grid, tr("Classes"), classes_,
          tr("In the order of the network's answers: names with commas between them, or a text "
             "file with one a line"),
          file);
    side_->show(32);
    side_->setFixedWidth(kFormNumberWidth);
    field(*grid, tr("Image side"), side_, tr("Width and height of its images in pixels"));
    addPixels(*grid);
    auto* place = new QPushButton(tr("Browse…"), this);
    place->setToolTip(tr("Where the model file goes"));
    connect(place, &QPushButton::clicked, this, &NetworkForm::choosePlace);
    field(*grid, tr("Save as"), out_, tr("The model file (.mee) that is made"), place);
    replace_->setObjectName(QStringLiteral("replace"));
    replace_->hide();
    grid->addWidget(replace_, grid->rowCount(), 1);
    connect(images_, &DatasetPicker::chosen, this, &NetworkForm::imagesWanted);
    connect(side_, &NumberField::edited, this, &NetworkForm::sideChanged);
    connect(classes_, &QLineEdit::textChanged, this, &NetworkForm::changed);
    connect(out_, &QLineEdit::textChanged, this, [this] {
        replace_->setChecked(false);
        updatePlace();
    });
    connect(replace_, &QCheckBox::toggled, this, &NetworkForm::changed);
}

QWidget* NetworkForm::field(QGridLayout& grid, const QString& name, QWidget* control,
                            const QString& help, QWidget* beside) {
    const int row = grid.rowCount();
    auto* label = new QLabel(name, this);
    label->setObjectName(QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(control);
    label->setToolTip(help);
    control->setToolTip(help);
    control->setAccessibleName(name);
    if (auto* number = qobject_cast<NumberField*>(control)) number->setTexts(name, help);
    grid.addWidget(label, row, 0);
    const bool narrow = control->maximumWidth() < QWIDGETSIZE_MAX;
    grid.addWidget(control, row, 1, 1, beside == nullptr ? 2 : 1,
                   narrow ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
    if (beside != nullptr) grid.addWidget(beside, row, 2);
    return label;
}

void NetworkForm::addPixels(QGridLayout& grid) {
    for (const Pixels& each : kPixels)
        pixels_->addItem(each.name == nullptr ? tr("0 to 1") : QString::fromLatin1(each.name));
    pixels_->addItem(tr("Other"));
    pixels_->installEventFilter(new WheelGuard(pixels_));
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString help =
        tr("Pixels scaled to 0..1 enter as (pixel − mean) / deviation: a number, "
           "or three by commas for red, green and blue, as in its training");
    row->addWidget(pixels_);
    const std::pair<QString, QLineEdit*> fields[] = {{tr("mean"), mean_},
                                                     {tr("deviation"), deviation_}};
    for (const auto& [name, typed] : fields) {
        auto* label = new QLabel(name, line);
        label->setObjectName(QStringLiteral("muted"));
        label->setBuddy(typed);
        typed->setToolTip(help);
        row->addWidget(label);
        row->addWidget(typed, 1);
        connect(typed, &QLineEdit::textChanged, this, [this] {
            showPixels();
            emit changed();
        });
    }
    connect(pixels_, &QComboBox::activated, this, &NetworkForm::choosePixels);
    field(grid, tr("Pixels"), line, help);
    pixels_->setAccessibleName(tr("Pixels"));
    pixels_->setToolTip(help);
    choosePixels(0);
}

void NetworkForm::choosePixels(int at) {
    if (at >= static_cast<int>(kPixels.size())) {
        mean_->setFocus();
        return;
    }
    mean_->setText(QString::fromLatin1(kPixels[static_cast<std::size_t>(at)].mean));
    deviation_->setText(QString::fromLatin1(kPixels[static_cast<std::size_t>(at)].deviation));
}

void NetworkForm::showPixels() {
    int at = 0;
    for (; at < static_cast<int>(kPixels.size()); ++at) {
        const Pixels& each = kPixels[static_cast<std::size_t>(at)];
        if (inPlain(mean_->text()) == QLatin1String(each.mean) &&
            inPlain(deviation_->text()) == QLatin1String(each.deviation))
            break;
    }
    pixels_->setCurrentIndex(at);
}

void NetworkForm::begin(const QString& network) {
    const bool other = network != network_;
    network_ = network;
    probe_.reset();
    if (!other) return;
    classes_->clear();
    const QFileInfo file(network);
    out_->setText(file.path() + QLatin1Char('/') + file.completeBaseName() +
                  QStringLiteral(".mee"));
    updatePlace();
}

void NetworkForm::showProbe(const NetworkProbe& probe) {
    probe_ = probe;
    side_->show(probe.side);
    emit changed();
}

void NetworkForm::showImages(const QString& dataset, const QStringList& classes) {
    images_->showDataset(dataset);
    imageClasses_ = classes;
    QString first = classes.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (classes.size() > kMostNamed) first += QStringLiteral(", …");
    classes_->setPlaceholderText(classes.isEmpty() ? QString()
                                                   : tr("as in the images: %1").arg(first));
    emit changed();
}

void NetworkForm::setLocked(bool locked) {
    for (QWidget* control : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        control->setEnabled(!locked);
}

int NetworkForm::side() const { return static_cast<int>(side_->value()); }

ImportWords NetworkForm::words() const {
    ImportWords words;
    words.network = network_.toStdString();
    words.classes = classes_->text().trimmed().toStdString();
    words.side = side();
    words.mean = inPlain(mean_->text()).toStdString();
    words.deviation = inPlain(deviation_->text()).toStdString();
    words.dataset = images_->dataset().toStdString();
    words.out = out_->text().trimmed().toStdString();
    return words;
}

QString NetworkForm::classProblem() const {
    const auto typed = classes_->text().trimmed().toStdString();
    qsizetype count = imageClasses_.size();
    if (!typed.empty()) {
        const auto names = classNamesFrom(typed);
        if (!names)
            return QString::fromStdString('"' + shownText(typed, kMostQuoted) + "\" " +
                                          names.error().message);
        count = static_cast<qsizetype>(names->size());
    }
    if (count == 0)
        return tr("Name the %1 classes, or choose the images whose folders name them")
            .arg(probe_->classes);
    if (count != probe_->classes)
        return tr("The network tells %1 classes apart, but %2 are named")
            .arg(probe_->classes)
            .arg(count);
    return {};
}

QString NetworkForm::problem() const {
    if (!probe_) return tr("The network is not known yet");
    if (QString wrong = classProblem(); !wrong.isEmpty()) return wrong;
    ImportWords checked = words();
    if (checked.classes.empty()) checked.classes = "a,b";  // those of the images are read later
    if (const auto request = importRequest(checked, AskedBy::Form); !request)
        return QString::fromStdString(request.error().message);
    if (checked.out.empty()) return tr("Say where the model file goes");
    if (replace_->isVisibleTo(this) && !replace_->isChecked())
        return tr("The file %1 exists already: name another, or let it be replaced")
            .arg(QFileInfo(QString::fromStdString(checked.out)).fileName());
    return {};
}

void NetworkForm::focusFirst() { classes_->setFocus(Qt::PopupFocusReason); }

void NetworkForm::chooseClasses() {
    auto* dialog = new QFileDialog(this, tr("Names of the classes"), {},
                                   tr("Text files (*.txt *.names *.labels);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, classes_, &QLineEdit::setText);
    dialog->open();
}

void NetworkForm::choosePlace() {
    auto* dialog =
        new QFileDialog(this, tr("Save the model file"), out_->text(), tr("Networks (*.mee)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("mee"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        out_->setText(path);
        replace_->setChecked(true);  // the dialog has asked
    });
    dialog->open();
}

void NetworkForm::updatePlace() {
    replace_->setVisible(QFileInfo(out_->text().trimmed()).isFile());
    emit changed();
}

}  // namespace splitee
