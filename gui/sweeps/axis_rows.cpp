// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/axis_rows.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/sweeps/axis_row.h"

namespace splitee {
namespace {

constexpr int kSpacing = 8, kRowSpacing = 4;  // all rows have room in the least window
constexpr const char* kFirstKeys[] = {"alpha",   "offload", "mu",
                                      "lambda1", "lambda2", "beta"};  // offered in this order

}  // namespace

AxisRows::AxisRows(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      column_(new QVBoxLayout),
      add_(new QPushButton(tr("Vary another parameter"), this)) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kSpacing);
    column_->setSpacing(kRowSpacing);
    all->addLayout(column_);
    add_->setObjectName(QStringLiteral("link"));
    all->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QPushButton::clicked, this, [this] { add().values().setFocus(); });
    updateButton();
}

AxisRow& AxisRows::add() {
    auto* row = new AxisRow(theme_, this);
    const auto taken = [&](const std::string& key) {
        return std::ranges::any_of(rows_,
                                   [&](const AxisRow* other) { return other->key() == key; });
    };
    for (const char* key : kFirstKeys)
        if (!taken(key)) {
            row->setKey(key);
            break;
        }
    rows_.push_back(row);
    column_->addWidget(row);
    row->show();
    connect(row, &AxisRow::changed, this, &AxisRows::changed);
    connect(row, &AxisRow::entered, this, &AxisRows::entered);
    connect(
        row, &AxisRow::removeWanted, this, [this, row] { remove(row); },
        Qt::QueuedConnection);  // its button is still pressed
    updateButton();
    emit rowsChanged();
    return *row;
}

void AxisRows::remove(AxisRow* row) {
    if (std::erase(rows_, row) == 0) return;
    column_->removeWidget(row);
    row->hide();
    row->deleteLater();
    add_->setFocus();
    updateButton();
    emit rowsChanged();
}

void AxisRows::setAxes(const std::vector<SweepAxis>& axes) {
    while (!rows_.empty()) remove(rows_.back());
    for (const SweepAxis& axis : axes) add().setAxis(axis);
}

Result<std::vector<SweepAxis>> AxisRows::axes() const {
    std::vector<SweepAxis> axes;
    for (const AxisRow* row : rows_) {
        auto axis = row->axis();
        if (!axis) return tl::unexpected(axis.error());
        axes.push_back(std::move(*axis));
    }
    return axes;
}

std::vector<QWidget*> AxisRows::controls() const {
    std::vector<QWidget*> order;
    for (const AxisRow* row : rows_)
        for (QWidget* control : row->controls()) order.push_back(control);
    order.push_back(add_);
    return order;
}

void AxisRows::focusFirst() {
    if (!rows_.empty()) rows_.front()->values().setFocus(Qt::PopupFocusReason);
}

void AxisRows::updateButton() {
    add_->setEnabled(rows_.size() < kMost);
    add_->setToolTip(rows_.size() < kMost
                         ? tr("Its values are combined with those of the others")
                         : tr("A sheet has room for %1; a sweep file may have more").arg(kMost));
}

}  // namespace splitee
