// SPDX-License-Identifier: GPL-3.0-or-later
// Table model of runs. Filter, groups and sorting are those of RunTable, so that ten thousand runs
// follow every key.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

#include "comparison/run_table.h"

namespace splitee {

class Theme;

/// Of round columns: by key, what each run has.
using RoundValues =
    std::vector<std::pair<std::size_t, std::vector<std::pair<std::int64_t, double>>>>;

class RunTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kStar = 0, kTitle = 1;  ///< the first two columns

    explicit RunTableModel(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] const RunTable& table() const { return table_; }
    /// `another`: of another session than before.
    void setRows(std::vector<RunRow> rows, bool another = false);
    void addRoundValues(const RoundValues& values);
    void setFilter(const RunFilter& filter);
    /// `columns`: after the title, in this order.
    void setLook(const std::vector<std::size_t>& columns, const std::vector<std::size_t>& groupBy,
                 const std::vector<SortKey>& order);
    void setMarks(const std::vector<std::pair<std::int64_t, RunMarks>>& marks);

    /// What a column shows: kTitleKey for the title, "starred" for the star.
    [[nodiscard]] std::size_t keyOf(int column) const;
    /// The runs of a row.
    [[nodiscard]] std::vector<std::int64_t> runsOf(int row) const;
    /// The colour of a policy: by its place among all policies, so that it never changes.
    [[nodiscard]] QColor colorOf(const RunRow& row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    /// A name or tags were typed into a cell; a name of a group is given to all of its runs.
    void marksEdited(const std::vector<std::pair<std::int64_t, RunMarks>>& marks);

private:
    void rearrange(RunTableLook look);
    void shown();
    [[nodiscard]] QString textAt(int row, int column) const;
    [[nodiscard]] QString groupTitle(std::size_t at) const;
    [[nodiscard]] QString scheduleTip(std::size_t at) const;
    [[nodiscard]] QString playedOn(std::size_t at) const;
    [[nodiscard]] QStringList differing(std::size_t at) const;
    [[nodiscard]] QVariant star(int row, int role) const;
    [[nodiscard]] QString tip(int row, int column) const;

    const Theme& theme_;
    RunTable table_;
    std::vector<std::size_t> columns_;  // keys after the title, as they were chosen
    std::vector<std::size_t>
        shown_;  // of all columns: in groups the seeds and what they are grouped by come first
    std::vector<int> best_;  // row of the best value of a column, −1: none
    mutable std::vector<std::optional<QStringList>>
        differing_;  // [rows] of groups, as they were looked at
};

}  // namespace splitee
