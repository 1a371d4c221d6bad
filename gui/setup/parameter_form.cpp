// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/parameter_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

#include "gui/run/setup.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

// What is worth sliding over; the box takes the whole range.
double sliderTop(const std::string& key) {
    if (key == "mu" || key == "alpha") return 1;
    if (key == "lambda1" || key == "lambda2") return 5;
    if (key == "offload_factor") return 4;
    return key == "offload" ? 20 : 0;
}

QString symbol(const QString& unit) {
    if (unit == QLatin1String("lambda")) return QStringLiteral("λ");
    if (unit == QLatin1String("1/lambda") || unit == QLatin1String("rounds")) return {};
    return unit;
}

QString helpOf(const ExperimentField& field) {
    QString help = field.help;
    if (!field.unit.isEmpty()) help += ParameterForm::tr("\nUnit: %1.").arg(field.unit);
    if (field.kind == FieldKind::Number || field.kind == FieldKind::Integer)
        help +=
            ParameterForm::tr("\nFrom %1 to %2.").arg(shortText(field.min), shortText(field.max));
    return help;
}

}  // namespace

ParameterForm::ParameterForm(Setup& setup, const std::vector<std::string>& keys, QWidget* parent)
    : ParameterForm(
          setup, keys,
          {[&setup](const std::string& key) { return fieldValue(setup.experiment(), key); },
           [&setup](const std::string& key, const QVariant& value) {
               setup.editField(key, value);
           }},
          parent) {}

ParameterForm::ParameterForm(Setup& setup, const std::vector<std::string>& keys, FieldAccess access,
                             QWidget* parent)
    : QWidget(parent), setup_(setup), access_(std::move(access)) {
    auto* form = form_ = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const std::string& key : keys) {
        const ExperimentField field = experimentField(key);
        switch (field.kind) {
            case FieldKind::Number:
            case FieldKind::Integer:
                addNumber(*form, field);
                break;
            case FieldKind::Choice:
                addChoice(*form, field);
                break;
            case FieldKind::Text:
                addText(*form, field);
                break;
        }
    }
    connect(&setup_, &Setup::changed, this, &ParameterForm::refresh);
    refresh();
}

QWidget* ParameterForm::control(const std::string& key) const {
    const auto row = std::ranges::find(rows_, key, &Row::key);
    return row == rows_.end() ? nullptr : row->control;
}

void ParameterForm::addNumber(QFormLayout& form, const ExperimentField& field) {
    const bool whole = field.kind == FieldKind::Integer;
    auto* number = new NumberField(
        {field.min, field.max, whole ? 0 : 3, sliderTop(field.key), field.standard.toDouble()},
        symbol(field.unit), this);
    number->setTexts(field.label, helpOf(field));
    if (field.key == "rounds") number->setLeastText(tr("one pass"));
    connect(number, &NumberField::edited, this,
            [this, key = field.key](double value) { access_.edit(key, value); });
    add(form, field, number, [number](const QVariant& value) { number->show(value.toDouble()); });
}

void ParameterForm::addChoice(QFormLayout& form, const ExperimentField& field) {
    auto* choice = new QComboBox(this);
    for (const QString& one : field.choices) choice->addItem(choiceName(one), one);
    choice->installEventFilter(new WheelGuard(choice));
    connect(choice, &QComboBox::activated, this,
            [this, choice, key = field.key](int at) { access_.edit(key, choice->itemData(at)); });
    add(form, field, choice,
        [choice](const QVariant& value) { choice->setCurrentIndex(choice->findData(value)); });
}

void ParameterForm::addText(QFormLayout& form, const ExperimentField& field) {
    auto* line = new QLineEdit(this);
    line->setAcceptDrops(false);  // files are for the window
    connect(line, &QLineEdit::editingFinished, this,
            [this, line, key = field.key] { access_.edit(key, line->text()); });
    add(form, field, line, [line](const QVariant& value) {
        if (line->text() != value.toString()) line->setText(value.toString());
        line->setCursorPosition(0);
    });
}

void ParameterForm::add(QFormLayout& form, const ExperimentField& field, QWidget* control,
                        std::function<void(const QVariant&)> show) {
    auto* label = new QLabel(fieldTitle(field.key), this);
    label->setToolTip(helpOf(field));
    label->setBuddy(control);
    label->setMinimumWidth(76);
    if (control->toolTip().isEmpty()) control->setToolTip(helpOf(field));
    control->setAccessibleName(field.label);
    control->setObjectName(QString::fromStdString(field.key));
    form.addRow(label, control);
    rows_.push_back({field.key, control, label, std::move(show)});
}

void ParameterForm::setShown(const std::string& key, bool shown) {
    if (QWidget* row = control(key)) form_->setRowVisible(row, shown);
}

void ParameterForm::showInForce(const std::string& key, std::optional<double> value) {
    const auto row = std::ranges::find(rows_, key, &Row::key);
    if (row == rows_.end()) return;
    const ExperimentField field = experimentField(key);
    const QString now = value ? tr("now %1").arg(shortText(*value)) : QString();
    const QString title = fieldTitle(key);
    row->label->setText(value ? title + QLatin1Char('\n') + now : title);
    row->label->setToolTip(value ? helpOf(field) + QLatin1Char('\n') +
                                       tr("The schedule has set it to %1 for now; the field holds "
                                          "what the run began with.")
                                           .arg(shortText(*value))
                                 : helpOf(field));
    row->control->setAccessibleDescription(now);
}

void ParameterForm::refresh() {
    for (const Row& row : rows_) row.show(access_.value(row.key));
}

}  // namespace splitee
