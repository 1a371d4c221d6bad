// SPDX-License-Identifier: GPL-3.0-or-later
// Editor of a schedule: band, rows and what is wrong with them, beside the line that holds its
// text.
#pragma once

#include <QWidget>

#include <cstdint>

class QLabel;
class QLayout;
class QLineEdit;
class QTableView;
class QToolButton;

namespace splitee {

class ScheduleBand;
class ScheduleModel;
class Setup;
class Theme;

class ScheduleEditor : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it. `line` shows the set-up's schedule as text and gives it what is entered
    /// there.
    ScheduleEditor(Setup& setup, const Theme& theme, QLineEdit& line, QWidget* parent = nullptr);

    [[nodiscard]] ScheduleModel& model() { return *model_; }
    [[nodiscard]] const ScheduleBand& band() const { return *band_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    /// The sentence under the rows, empty where nothing is wrong.
    [[nodiscard]] QString fault() const;

private:
    void layOutTable(Setup& setup);
    [[nodiscard]] QLayout* buttons();
    void showModel();
    void chooseRow(int row);
    [[nodiscard]] int chosenRow() const;

    const Theme& theme_;
    QLineEdit& line_;
    ScheduleModel* model_;
    ScheduleBand* band_;
    QTableView* table_;
    QLabel* hint_;
    QLabel* fault_;
    QToolButton* remove_;
};

}  // namespace splitee
