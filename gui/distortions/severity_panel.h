// SPDX-License-Identifier: GPL-3.0-or-later
// Panel of what corruptions do at every severity: a chart over the severities of one of them, and a
// map of the split layer over all.
#pragma once

#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "gui/background/latest_work.h"
#include "gui/background/work_rate.h"
#include "gui/distortions/severity_study.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace splitee {

class Setup;
class SeverityChart;
class SeverityMap;
class Theme;

class SeverityPanel : public QWidget {
    Q_OBJECT
public:
    /// Follows the set-up, which must outlive it. It computes where it is told to, and what is
    /// known anew when costs or policies change.
    SeverityPanel(Setup& setup, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] SeverityChart& chart() { return *chart_; }
    [[nodiscard]] SeverityMap& map() { return *map_; }
    [[nodiscard]] QString words() const;
    /// Reads the cells that are not known yet, those of the current row first. A second call stops
    /// it; what was read stays.
    void startOrStop();
    /// Of kSeverityRows * kSeverityColumns.
    [[nodiscard]] int known() const;

signals:
    void progressed();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Cell {
        std::shared_ptr<const ExitTable> answers;
        std::vector<SeverityFigures> figures;  // [policies], of played_
    };
    void setupChanged();
    void readNext();
    void receive(const Distortion& distortion, const Result<Cell>& cell);
    void replayAll();
    void showKnown();
    void updateWords();
    [[nodiscard]] std::optional<Distortion> nextUnknown() const;
    [[nodiscard]] const Cell* cellOf(const Distortion& distortion) const;

    Setup& setup_;
    QBoxLayout* pictures_ = nullptr;
    SeverityChart* chart_;
    SeverityMap* map_;
    QScrollArea* scroll_;
    QComboBox* policy_;
    QPushButton* go_;
    QProgressBar* progress_;
    QLabel* words_;
    LiveRequest asked_;  // without its distortion
    std::uint64_t seed_ = 1;
    Experiment played_;
    std::map<std::string, Cell> cells_;  // by the text of the distortion
    bool reads_ = false;
    QString fault_;
    int number_ = 0;  // of the request whose answer is wanted
    WorkRate rate_;
    std::shared_ptr<SeverityReader> reader_ = std::make_shared<SeverityReader>();
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
