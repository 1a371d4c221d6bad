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

// A first row, and what it varies.
struct FirstAxis {
    const char *key, *values;
};
constexpr FirstAxis kUsualAxis{"alpha", "0.5..0.9/5"},
    kLayerCostsAxis{"offload_factor", "0.25..4/9/log"};

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
    connect(add_, &QPushButton::clicked, this, [this] { add().focusValues(); });
    updateButton();
}

AxisRow& AxisRows::add() {
    auto* row = new AxisRow(theme_, this);
    row->offerOffload(!layerCosts_);
    const auto taken = [&](const std::string& key) {
        return std::ranges::any_of(rows_,
                                   [&](const AxisRow* other) { return other->key() == key; });
    };
    for (const char* key : firstKeys())
        if (!taken(key)) {
            row->setKey(key);
            break;
        }
    rows_.push_back(row);
    column_->addWidget(row);
    row->show();
    connect(row, &AxisRow::changed, this, [this] {
        tellSources();
        emit changed();
    });
    connect(row, &AxisRow::entered, this, &AxisRows::entered);
    connect(
        row, &AxisRow::removeWanted, this, [this, row] { remove(row); },
        Qt::QueuedConnection);  // its button is still pressed
    tellSources();
    updateButton();
    emit rowsChanged();
    return *row;
}

void AxisRows::setSources(const std::vector<std::string>& sources) {
    sources_ = sources;
    tellSources();
}

// The sources that a row chooses take the place of the set-up's.
void AxisRows::tellSources() {
    std::vector<std::string> played = sources_;
    for (const AxisRow* row : rows_)
        if (row->key() == kSourceAxis)
            if (const auto axis = row->axis()) {
                played.clear();
                for (const AxisValue& value : axis->values)
                    played.push_back(std::get<std::string>(value));
            }
    for (AxisRow* row : rows_) row->setSources(row->key() == kSourceAxis ? sources_ : played);
}

std::vector<const char*> AxisRows::firstKeys() const {
    if (layerCosts_) return {"offload_factor", "alpha", "mu", "lambda1", "lambda2", "beta"};
    return {"alpha", "offload", "mu", "lambda1", "lambda2", "beta"};
}

void AxisRows::setLayerCosts(bool on) {
    const FirstAxis &before = layerCosts_ ? kLayerCostsAxis : kUsualAxis,
                    &after = on ? kLayerCostsAxis : kUsualAxis;
    layerCosts_ = on;
    for (AxisRow* row : rows_) row->offerOffload(!on);
    if (rows_.empty()) add().values().setText(QString::fromLatin1(after.values));
    if (rows_.size() != 1 || rows_.front()->key() != before.key ||
        rows_.front()->values().text() != QLatin1String(before.values))
        return;
    rows_.front()->setKey(after.key);
    rows_.front()->values().setText(QString::fromLatin1(after.values));
}

void AxisRows::remove(AxisRow* row) {
    if (std::erase(rows_, row) == 0) return;
    column_->removeWidget(row);
    row->hide();
    row->deleteLater();
    add_->setFocus();
    tellSources();
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

bool AxisRows::varies(std::string_view key) const {
    return std::ranges::any_of(rows_, [&](const AxisRow* row) { return row->key() == key; });
}

void AxisRows::focusFirst() {
    if (!rows_.empty()) rows_.front()->focusValues();
}

void AxisRows::updateButton() {
    add_->setEnabled(rows_.size() < kMost);
    add_->setToolTip(rows_.size() < kMost
                         ? tr("Its values are combined with those of the others")
                         : tr("A sheet has room for %1; a sweep file may have more").arg(kMost));
}

}  // namespace splitee
