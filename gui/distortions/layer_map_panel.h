// SPDX-License-Identifier: GPL-3.0-or-later
// Panel that maps the learned layer over two parameters that the user chooses.
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/background/latest_work.h"
#include "gui/distortions/layer_map.h"
#include "gui/run/opened_tables.h"

class QComboBox;
class QLabel;
class QProgressBar;

namespace splitee {

class LayerMapChart;
class Theme;

class LayerMapPanel : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it. It follows the set-up and the tables that are open.
    LayerMapPanel(Setup& setup, RunController& controller, const Theme& theme,
                  QWidget* parent = nullptr);

    [[nodiscard]] LayerMapChart& chart() { return *chart_; }
    [[nodiscard]] QString words() const;
    /// Varies these, by their keys.
    void choose(const std::string& x, const std::string& y);

signals:
    void mapped();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setupChanged();
    void fillAxes();
    void request();
    void receive(int number, const Result<std::shared_ptr<const LayerMap>>& map);
    void showMap();
    void setBoth(int cell);
    [[nodiscard]] int cellOfSetup() const;
    [[nodiscard]] const MapAxis* axisOf(const QComboBox& box) const;

    Setup& setup_;
    OpenedTables tables_;
    LayerMapChart* chart_;
    QComboBox *x_, *y_, *policy_;
    QProgressBar* progress_;
    QLabel* words_;
    std::vector<MapAxis> axes_;
    std::optional<std::pair<std::string, bool>> axesOf_;  // the table, and costs by layer or not
    Experiment asked_;
    MapAxis askedX_, askedY_;
    std::shared_ptr<const TableSource> askedTables_;
    std::shared_ptr<const LayerMap> map_;
    QString fault_;
    int number_ = 0;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
