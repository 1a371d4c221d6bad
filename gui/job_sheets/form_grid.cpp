// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/form_grid.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "gui/widgets/number_field.h"

namespace splitee {
namespace {

constexpr int kNameWidth = 104, kMostPath = 4096;

}  // namespace

FormGrid::FormGrid(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(8);
    grid_->setColumnMinimumWidth(0, kNameWidth);
    grid_->setColumnStretch(1, 1);
}

QLabel* FormGrid::named(const QString& name, QWidget* control, const QString& help) {
    auto* label = new QLabel(name, this);
    label->setObjectName(QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(control);
    label->setToolTip(help);
    control->setToolTip(help);
    control->setAccessibleName(name);
    if (auto* number = qobject_cast<NumberField*>(control)) number->setTexts(name, help);
    return label;
}

void FormGrid::addField(const QString& name, QWidget* control, const QString& help, QWidget* beside,
                        bool narrow) {
    const int row = grid_->rowCount();
    grid_->addWidget(named(name, control, help), row, 0);
    grid_->addWidget(control, row, 1, 1, beside == nullptr ? 2 : 1,
                     narrow ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
    if (beside != nullptr) grid_->addWidget(beside, row, 2);
}

QWidget* FormGrid::addLine(const std::vector<Part>& parts) {
    auto* line = new QWidget(this);
    auto* controls = new QHBoxLayout(line);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(8);
    const int row = grid_->rowCount();
    for (const Part& part : parts) {
        QLabel* label = named(part.name, part.control, part.help);
        if (&part == &parts.front())
            grid_->addWidget(label, row, 0);
        else
            controls->addWidget(label);
        controls->addWidget(part.control);
        controls->addSpacing(8);
    }
    controls->addStretch(1);
    grid_->addWidget(line, row, 1, 1, 2);
    return line;
}

void FormGrid::addBelow(const std::vector<QWidget*>& controls) {
    if (controls.size() == 1) {
        grid_->addWidget(controls.front(), grid_->rowCount(), 1, 1, 2);
        return;
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(16);
    for (QWidget* control : controls) line->addWidget(control);
    line->addStretch(1);
    grid_->addLayout(line, grid_->rowCount(), 1, 1, 2);
}

void FormGrid::setFieldShown(QWidget* control, bool shown) {
    control->setVisible(shown);
    for (QLabel* label : findChildren<QLabel*>())
        if (label->buddy() == control) label->setVisible(shown);
}

QLineEdit* FormGrid::addPlace(const QString& name, const QString& help, const QString& title,
                              const QString& filter, const QString& suffix) {
    auto* field = new QLineEdit(this);
    field->setMaxLength(kMostPath);
    field->setAcceptDrops(false);  // a file that is dropped is for the window
    auto* browse = new QPushButton(tr("Browse…"), this);
    browse->setToolTip(help);
    browse->setAccessibleName(QStringLiteral("%1: %2").arg(name, browse->text()));
    addField(name, field, help, browse);
    connect(browse, &QPushButton::clicked, this, [this, field, title, filter, suffix] {
        auto* dialog = new QFileDialog(this, title, field->text(), filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suffix);
        connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString& path) {
            field->setText(path);
            emit placeChosen();
        });
        dialog->open();
    });
    return field;
}

}  // namespace splitee
