// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/rows_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace splitee {
namespace {

constexpr int kTextWidth = 420;

}  // namespace

RowsDialog::RowsDialog(const QString& file, const std::vector<GroupColumn>& groups, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Choose rows"));
    auto* words = new QLabel(tr("%1 holds several distortions or models. A replay plays one of "
                                "them: choose its rows.")
                                 .arg(file),
                             this);
    words->setTextFormat(Qt::PlainText);  // it quotes the name of a file
    words->setWordWrap(true);
    words->setMinimumWidth(kTextWidth);
    auto* form = new QFormLayout;
    for (const GroupColumn& group : groups) {
        const QString name = QString::fromStdString(group.name);
        auto* values = new QComboBox(this);
        values->setAccessibleName(name);
        for (const std::string& value : group.values)
            values->addItem(value.empty() ? tr("(empty)") : QString::fromStdString(value),
                            QString::fromStdString(value));
        values->addItem(tr("all rows"), QStringLiteral("*"));
        auto* label = new QLabel(name, this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(values);
        form->addRow(label, values);
        columns_.push_back(group.name);
        values_.push_back(values);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Open)->setText(tr("Open these rows"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit chosen(choices()); });
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addLayout(form);
    column->addWidget(buttons);
}

std::vector<RowChoice> RowsDialog::choices() const {
    std::vector<RowChoice> choices;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        choices.push_back({columns_[k], values_[k]->currentData().toString().toStdString()});
    return choices;
}

}  // namespace splitee
