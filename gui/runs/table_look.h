// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of the run table (filter, groups, columns, order), as a saved view or the settings store
// it.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

#include "comparison/run_table.h"

namespace splitee {

struct TableLook {
    QString filter;
    std::vector<std::size_t> groupBy, columns;  ///< places in runKeys()
    std::vector<SortKey> order;

    friend bool operator==(const TableLook&, const TableLook&) = default;
};

/// Every run by itself, the newest first, and what one looks for first.
[[nodiscard]] TableLook standardLook();

[[nodiscard]] QByteArray toJson(const TableLook& look);
/// Keys that this program does not know are left out; what cannot be read is the standard look.
[[nodiscard]] TableLook lookFromJson(const QByteArray& json);

}  // namespace splitee
