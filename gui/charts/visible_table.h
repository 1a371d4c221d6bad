// SPDX-License-Identifier: GPL-3.0-or-later
// Table view of what a chart shows: read anew while rounds stream in, but at most twice a second.
#pragma once

#include <QTimer>

#include <functional>

#include "gui/widgets/text_table.h"

namespace splitee {

class Theme;

class VisibleTable : public TextTableView {
    Q_OBJECT
public:
    /// `read` gives what is visible now.
    VisibleTable(const Theme& theme, std::function<ChartTable()> read, QWidget* parent);

    void fill();
    void fillSoon();

private:
    void applyTheme();

    const Theme& theme_;
    std::function<ChartTable()> read_;
    TextTableModel* rows_;
    QTimer soon_;
};

}  // namespace splitee
