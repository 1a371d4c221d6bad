// SPDX-License-Identifier: GPL-3.0-or-later
// Centre of the live page: the network, the figures and the charts of the runs that play.
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "gui/charts/chart_panel.h"
#include "gui/widgets/dock_area.h"

class QLabel;
class QScrollArea;

namespace splitee {

class ExitsPanel;
class Figures;
class NetworkTrack;
class PolicyLegend;
class RegretChart;
class RoundsPanel;
class RunHistory;
class SeedBands;
class RunController;
class Setup;
class ShownRound;
class SourcePictures;
class TableCharts;
class Theme;
class WhyPanel;
struct RegretBands;

class RunView : public QWidget {
    Q_OBJECT
public:
    /// `shown`: the round that all of it shows; all must outlive it.
    RunView(Setup& setup, RunController& controller, ShownRound& shown,
            const SourcePictures& pictures, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<ChartPanel*>& charts() const { return charts_; }
    [[nodiscard]] NetworkTrack& track() { return *track_; }
    [[nodiscard]] Figures& figures() { return *figures_; }
    [[nodiscard]] DockArea& docks() { return *docks_; }
    /// Hides and shows policies in all charts.
    [[nodiscard]] PolicyLegend& legend() { return *legend_; }
    [[nodiscard]] RoundsPanel& rounds() { return *rounds_; }
    [[nodiscard]] WhyPanel& why() { return *why_; }
    [[nodiscard]] ExitsPanel& exits() { return *exits_; }
    [[nodiscard]] TableCharts& tableCharts() { return *tableCharts_; }

    /// A chart of the runs, in a dock of its own: it gets the runs, the marks and every refresh.
    void addChart(const QString& name, ChartPanel* chart, bool open = false);

    /// Whether the bands over seeds are still being computed.
    [[nodiscard]] bool computesBands() const;
    /// Opens the panel that explains a round.
    void showWhy();
    void setFollow(bool on);
    void setLogRounds(bool on);
    /// Whether zooming or moving one chart of rounds moves all of them.
    void setLinked(bool on);
    /// The split border jumps instead of gliding.
    void setReducedMotion(bool on) { still_ = on; }
    /// What to do next, where nothing has been played yet.
    void setHint(const QString& text);

signals:
    void failed(const QString& sentence);

private:
    void layOut();
    void addFurtherCharts(const Theme& theme);
    void begin();
    void clear();
    [[nodiscard]] std::vector<const RunHistory*> runs() const;
    void showMeasured();
    void showKnown();
    void showMarks();
    void refresh();
    void refreshCharts(bool all);
    void pin();
    void showPast();
    void link(ChartPanel& chart);
    [[nodiscard]] const std::vector<RunHistory>& shownRuns() const;
    void showTrack();
    void showFigures();
    void showSpreads(const RunHistory& first);
    void showSample();
    [[nodiscard]] QString transferText(const RoundRecord& round) const;
    [[nodiscard]] double accuracyAgainstFinal() const;

    RunController& controller_;
    ShownRound& shown_;
    NetworkTrack* track_;
    Figures* figures_;
    QLabel* hint_;
    PolicyLegend* legend_;
    DockArea* docks_;
    WhyPanel* why_;
    RoundsPanel* rounds_;
    SeedBands* seeds_;
    ExitsPanel* exits_;
    RegretChart* regret_;
    TableCharts* tableCharts_;
    QScrollArea* scroll_;
    std::vector<ChartPanel*> charts_;
    std::vector<Mark> marks_;
    std::shared_ptr<const RegretBands>
        bands_;  ///< of the runs as they stand; null while none are known
    bool still_ = false, linked_ = true;
    std::size_t turn_ = 0;
};

}  // namespace splitee
