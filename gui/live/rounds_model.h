// SPDX-License-Identifier: GPL-3.0-or-later
// Table model of the last rounds of one run, newest first.
#pragma once

#include <QAbstractTableModel>

#include <deque>
#include <functional>
#include <span>

#include "engine/run/run.h"

namespace splitee {

class RoundsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 1000;
    enum Column {
        Round,
        Sample,
        Split,
        Exit,
        Offloaded,
        Prediction,
        Right,
        Compute,
        Offload,
        Reward,
        Sentence,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// The last rounds of a run, the oldest first; rounds that are shown already stay where they
    /// are. `exits`: L.
    void set(std::span<const RoundRecord> rounds, int exits);
    /// Says the text that a round was played on, and the names of classes; none: numbers.
    void setWords(std::function<QString(const RoundRecord&)> textOf, const QStringList& classes);
    [[nodiscard]] const RoundRecord& round(int row) const {
        return rounds_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const RoundRecord& round, int column) const;

    std::deque<RoundRecord> rounds_;  // newest first
    int exits_ = 0;
    std::function<QString(const RoundRecord&)> textOf_;
    QStringList classes_;
};

}  // namespace splitee
