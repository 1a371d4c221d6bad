// SPDX-License-Identifier: GPL-3.0-or-later
// Map of compared runs over two settings that one chooses: what lies across, what upwards, which
// figure, and whose.
#pragma once

#include <QWidget>

#include "comparison/setting_grid.h"
#include "gui/compare/group_look.h"

class QComboBox;
class QLabel;

namespace splitee {

class SettingMapChart;

class SettingMapPanel : public QWidget {
    Q_OBJECT
public:
    explicit SettingMapPanel(const Theme& theme, QWidget* parent = nullptr);

    void show(ComparedRunsPtr compared);
    using QWidget::show;
    /// As if they were chosen, by their keys.
    void choose(const std::string& x, const std::string& y, GridFigure figure);
    [[nodiscard]] SettingMapChart& chart() { return *chart_; }
    [[nodiscard]] QString words() const;

private:
    void offer(QComboBox& box, const std::vector<std::string>& settings, std::size_t first);
    void refresh();

    QComboBox *x_, *y_, *figure_, *policy_;
    SettingMapChart* chart_;
    QLabel* words_;
    ComparedRunsPtr compared_;
};

}  // namespace splitee
