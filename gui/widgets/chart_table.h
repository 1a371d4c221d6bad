// SPDX-License-Identifier: GPL-3.0-or-later
// A table as text: what charts export and tables show.
#pragma once

#include <QStringList>

namespace splitee {

/// A chart as a table: what is visible of it, one row a point.
struct ChartTable {
    QStringList columns;
    QList<QStringList> rows;
};

}  // namespace splitee
