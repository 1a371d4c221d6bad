// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPanel's other face: what is visible, as a table.
#include <QHeaderView>
#include <QVBoxLayout>

#include "gui/charts/chart_panel.h"
#include "gui/widgets/text_table.h"

namespace splitee {
namespace {

constexpr int kCalmMilliseconds = 500;  // numbers that change faster cannot be read
constexpr int kLeastColumn = 72;

}  // namespace

bool ChartPanel::isShownAsTable() const { return tableView_ != nullptr && !tableView_->isHidden(); }

void ChartPanel::setShownAsTable(bool on) {
    if (on == isShownAsTable()) return;
    if (tableView_ == nullptr) {
        tableView_ = new TextTableView(this);
        tableModel_ = new TextTableModel(this);
        tableView_->setModel(tableModel_);
        tableView_->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
        tableView_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        tableView_->hide();
        tableSoon_.setSingleShot(true);
        tableSoon_.setInterval(kCalmMilliseconds);
        connect(&tableSoon_, &QTimer::timeout, this, &ChartPanel::fillTable);
        for (int i = 0; i < layout()->count();
             ++i)  // beside the plot; a dock may have taken the header away
            if (QLayout* framed = layout()->itemAt(i)->layout()) framed->addWidget(tableView_);
        styleTable();
    }
    tableAction_->setChecked(on);
    tableView_->setAccessibleName(tr("%1, as a table").arg(title()));
    plot_->setVisible(!on);
    tableView_->setVisible(on);
    if (on) fillTable();
    refresh();
}

void ChartPanel::fillTable() {
    if (!isShownAsTable()) return;
    tableModel_->set(visibleTable());
}

void ChartPanel::styleTable() {
    if (tableView_ == nullptr) return;
    QPalette palette = tableView_->palette();
    palette.setColor(QPalette::Base, theme_.color(Token::Surface));
    tableView_->setPalette(palette);
    tableView_->setFont(theme_.bodyFont());
}

}  // namespace splitee
