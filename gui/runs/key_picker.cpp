// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/key_picker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

#include "gui/runs/run_words.h"

namespace splitee {
namespace {

constexpr int kPickerWidth = 280, kPickerHeight = 340;

}  // namespace

KeyPicker::KeyPicker(const QString& help, const std::function<bool(const RunKey&)>& offers,
                     QWidget* parent)
    : QMenu(parent), find_(new QLineEdit), list_(new QListWidget) {
    // What people look for first stands first: measures, then settings, marks and facts.
    for (const RunKeyKind kind :
         {RunKeyKind::Measure, RunKeyKind::Setting, RunKeyKind::Mark, RunKeyKind::Fact})
        for (std::size_t key = 0; key < runKeys().size(); ++key)
            if (runKeys()[key].kind == kind && offers(runKeys()[key])) offered_.push_back(key);
    auto* contents = new QWidget;
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(find_);
    column->addWidget(list_);
    find_->setPlaceholderText(tr("Find"));
    find_->setToolTip(tr("A few letters of what you look for"));
    find_->setAccessibleName(tr("Find"));
    list_->setAccessibleName(help);
    list_->setToolTip(help);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFixedSize(kPickerWidth, kPickerHeight);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(contents);
    addAction(action);
    connect(find_, &QLineEdit::textChanged, this, &KeyPicker::fill);
    connect(list_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        if (filling_) return;
        const auto key = static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong());
        std::erase(chosen_, key);
        if (item->checkState() == Qt::Checked) chosen_.push_back(key);
        emit changed(chosen_);
    });
    fill();
}

void KeyPicker::setChosen(const std::vector<std::size_t>& keys) {
    chosen_ = keys;
    fill();
}

void KeyPicker::fill() {
    filling_ = true;
    list_->clear();
    std::vector<std::size_t> listed;
    for (const std::size_t key : chosen_)
        if (key >= runKeys().size()) listed.push_back(key);
    listed.insert(listed.end(), offered_.begin(), offered_.end());
    for (const std::size_t key : listed) {
        const QString label = keyLabel(key);
        if (!label.contains(find_->text(), Qt::CaseInsensitive)) continue;
        auto* item = new QListWidgetItem(label, list_);
        item->setData(Qt::UserRole, static_cast<qulonglong>(key));
        item->setToolTip(keyHelp(key));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::find(chosen_, key) != chosen_.end() ? Qt::Checked
                                                                             : Qt::Unchecked);
    }
    filling_ = false;
}

void KeyPicker::showEvent(QShowEvent* event) {
    QMenu::showEvent(event);
    find_->clear();
    find_->setFocus(Qt::PopupFocusReason);
}

}  // namespace splitee
