// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/visible_table.h"

#include <QHeaderView>

#include <utility>

#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kCalmMilliseconds = 500;  // numbers that change faster cannot be read
constexpr int kLeastColumn = 72;

}  // namespace

VisibleTable::VisibleTable(const Theme& theme, std::function<ChartTable()> read, QWidget* parent)
    : TextTableView(parent),
      theme_(theme),
      read_(std::move(read)),
      rows_(new TextTableModel(this)) {
    setModel(rows_);
    horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    soon_.setSingleShot(true);
    soon_.setInterval(kCalmMilliseconds);
    connect(&soon_, &QTimer::timeout, this, [this] {
        if (!isHidden()) fill();
    });
    connect(&theme_, &Theme::changed, this, &VisibleTable::applyTheme);
    applyTheme();
}

void VisibleTable::fill() { rows_->set(read_()); }

void VisibleTable::fillSoon() {
    if (!soon_.isActive()) soon_.start();
}

void VisibleTable::applyTheme() {
    QPalette colours = palette();
    colours.setColor(QPalette::Base, theme_.color(Token::Surface));
    setPalette(colours);
    setFont(theme_.bodyFont());
}

}  // namespace splitee
