// SPDX-License-Identifier: GPL-3.0-or-later
// Table of texts, for export and for tables on the screen.
#pragma once

#include <QStringList>

namespace splitee {

/// A chart as a table: what is visible of it, one row a point.
struct ChartTable {
    QStringList columns;
    QList<QStringList> rows;
};

}  // namespace splitee
