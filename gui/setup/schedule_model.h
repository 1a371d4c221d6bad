// SPDX-License-Identifier: GPL-3.0-or-later
// ScheduleModel is the schedule of a set-up as a table: round, what changes, from, to, end of the
// ramp. Table, band and text show the same entries, also while one of them is typed.
#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/schedule.h"
#include "engine/run/schedule_rows.h"

namespace splitee {

class Setup;

class ScheduleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { AtRound, What, From, To, Until, ColumnCount };
    /// `setup` must outlive it.
    explicit ScheduleModel(Setup& setup, QObject* parent = nullptr);

    /// Samples of the source: rounds of a run where the set-up does not say; 0: not known.
    void setPass(std::int64_t samples);
    /// Of a run; none where it is not known.
    [[nodiscard]] std::optional<std::int64_t> rounds() const;

    /// As it is shown, with what is being typed.
    [[nodiscard]] QString text() const { return QString::fromStdString(shown().text()); }
    [[nodiscard]] std::size_t changes() const { return shown().size(); }
    [[nodiscard]] ScheduleRow row(int at) const;
    /// What it says, if it can be read.
    [[nodiscard]] std::optional<Schedule> schedule() const;
    /// The first entry with a fault, -1: none; and the engine's sentence.
    [[nodiscard]] int faultyRow() const;
    [[nodiscard]] QString fault(int row) const;
    /// Whether the set-up holds another schedule, for this one has a fault.
    [[nodiscard]] bool isHeldBack() const;

    /// Shows a text that is being typed; the set-up keeps what it has.
    void showText(const QString& text);
    /// Shows a cell as it is being typed.
    void showTyped(const QModelIndex& cell, const QString& text);
    /// What was typed and not entered is gone.
    void endTyping();
    /// Gives the set-up what is shown, if it has no fault.
    void add();
    void remove(int row);
    /// Another thing changes in that row, by an amount to begin with.
    void setWhat(int row, const ScheduleRow& what);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void shownChanged();

private:
    [[nodiscard]] const ScheduleEntries& shown() const { return typed_ ? *typed_ : entries_; }
    [[nodiscard]] ScheduleRow changed(const QModelIndex& cell, const QString& text) const;
    [[nodiscard]] QString valueBefore(const ScheduleRow& row) const;
    void refresh();
    void reset(ScheduleEntries entries);
    void check();
    void enter(const QString& step);

    Setup& setup_;
    std::int64_t pass_ = 0;
    std::string known_;  // the set-up's, when it was last looked at
    ScheduleEntries entries_;
    std::optional<ScheduleEntries> typed_;
    std::vector<std::string> faults_;  // of shown()
};

/// "Offload o" for offload, "fog" for fog, in the user's language.
[[nodiscard]] QString whatChanges(const ScheduleRow& row);

}  // namespace splitee
