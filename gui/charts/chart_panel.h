// SPDX-License-Identifier: GPL-3.0-or-later
// Base class of the charts: a header and one plot, with zoom and pan, Follow, crosshair, marks of
// changes, and a table in place of the plot.
#pragma once

#include <QImage>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "gui/charts/chart_overlays.h"
#include "gui/run/run_history.h"
#include "gui/run/time_line_model.h"
#include "gui/widgets/chart_table.h"
#include "gui/widgets/panel_header.h"

namespace splitee {

class ChartExporter;
class RoundAxis;
class RoundBands;
class VisibleTable;

/// The rounds that an axis shows, and how finely.
struct RoundView {
    double from = 0, to = 1;
    std::size_t most = 1000;  ///< points that the width can tell apart
    bool logarithmic = false;
};

class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ~ChartPanel() override;

    /// The histories must outlive the chart or the next call. Calls refresh().
    void setRuns(std::vector<const RunHistory*> runs);
    void setMarks(std::vector<Mark> marks);
    /// Where the samples come from, for charts over rounds; empty: from one source.
    void setBands(std::vector<TimeLineBand> bands);
    /// [sources] of one sample, null or absent where there is none.
    void setBandPictures(const std::vector<QImage>& pictures);
    /// A round that the window shows in place of the newest, NaN: none. Charts of rounds mark it,
    /// and their crosshair rests on it.
    void setPinned(double round);
    /// The same runs as they were after a round, for charts that show them at one; empty: as they
    /// are now. They must outlive the chart or the next call.
    void setPast(std::vector<const RunHistory*> runs);
    /// Shows these rounds, and follows no more.
    void showRounds(double from, double to);
    [[nodiscard]] bool isOverRounds() const { return overRounds_; }
    /// Policies that are not shown, whichever runs there are: neither drawn nor exported.
    void setHidden(const std::set<std::string>& policies);
    /// Draws what the histories hold now: one queued replot. A chart that is not visible waits
    /// until it is.
    void refresh();

    [[nodiscard]] QString title() const { return header_->title(); }
    /// How many rounds are shown by how many points: "2 500 points of 10 000 rounds".
    [[nodiscard]] QString note() const { return header_->note(); }
    [[nodiscard]] bool follows() const { return follows_; }
    [[nodiscard]] bool hasLogRounds() const;
    [[nodiscard]] QCustomPlot& plot() const { return *plot_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] ChartExporter& exporter() { return *exporter_; }
    /// What is visible, as a table.
    [[nodiscard]] virtual ChartTable visibleTable() const = 0;

    /// Where the plot is, its visibleTable(): refreshed while it streams, but calmly; Ctrl+C copies
    /// it.
    void setShownAsTable(bool on);
    [[nodiscard]] bool isShownAsTable() const;
    [[nodiscard]] VisibleTable* tableView() const {
        return tableView_;
    }  ///< nullptr before it was first shown

    /// Brings the plot up to date where refresh() still waits for the chart to be seen.
    void drawUnseen();
    /// Shortens the titles of the values to the room beside their axes, in a plot of that height in
    /// pixels.
    void fitTitles(int plotHeight);
    /// Gives the band under the rounds the room that a plot of that height has for it.
    void fitBands(int plotHeight);
    /// Round of the crosshair; NaN while none is shown.
    [[nodiscard]] double crosshair() const { return crosshair_->position(); }
    [[nodiscard]] const Crosshair& values() const { return *crosshair_; }
    [[nodiscard]] const ChangeMarks& marks() const { return *marks_; }
    [[nodiscard]] const RoundBands& bands() const { return *bands_; }

public slots:
    /// Shows the whole run while it grows; zooming or moving by hand ends it.
    void setFollow(bool on);
    void setLogRounds(bool on);
    /// A crosshair that follows another chart's; NaN hides it.
    void setCrosshair(double round);

signals:
    void crosshairMoved(double round);
    void followChanged(bool on);
    /// The user zoomed or moved the axis of rounds.
    void roundsMoved(double from, double to);
    /// A round was clicked; `wanted`: twice, to open its explanation.
    void roundChosen(std::int64_t round, bool wanted);
    /// One sentence for the message bar.
    void failed(const QString& message);
    /// The file that an export asked for.
    void written(const QString& path);

protected:
    ChartPanel(const Theme& theme, const QString& title, bool overRounds, QWidget* parent);

    /// Those that are shown.
    [[nodiscard]] const std::vector<const RunHistory*>& runs() const { return runs_; }
    [[nodiscard]] bool isHidden(const std::string& policy) const {
        return hidden_.contains(policy);
    }
    /// Whether a run of this policy is there, shown or hidden.
    [[nodiscard]] bool plays(const std::string& policy) const;
    /// A switch of the chart's own in its menu, on at first.
    QAction* addOption(const QString& text);
    [[nodiscard]] RoundView view() const;
    /// Of one axis rect, about, in pixels: known before the plot is laid out.
    [[nodiscard]] int axesHeight() const;
    /// Adds axes under those that are there; `right`: room for names at line ends.
    QCPAxisRect* addAxes(const QString& xTitle, const QString& yTitle);
    /// Of the values; what is not shown for want of room is shown in an export that has it.
    static void setValueTitle(QCPAxisRect& rect, const QString& title) {
        rect.axis(QCPAxis::atLeft)->setProperty(kTitle, title);
    }
    EndLabels* addEndLabels(QCPAxisRect& rect);
    void setTitle(const QString& title);
    /// Beside the title, for charts that are not over rounds; `shorter` where it has no room.
    void setNote(const QString& text, const QString& shorter = {}) {
        header_->setNote(text, shorter);
    }
    [[nodiscard]] QMenu& menu() { return *menu_; }
    /// Of the chart's own words in the strip above the axes, so that no chip stands on them.
    void setCornerTaken(int width) { marks_->setTaken(width); }

    /// How much of what a chart draws besides graphs lies in a place, in pixels of a line.
    [[nodiscard]] virtual double covered(const QRectF&) const { return 0; }
    /// The runs are others now.
    virtual void runsChanged() {}
    /// Puts the visible data into the plot and sets value ranges; returns how many points stand for
    /// the rounds.
    virtual std::int64_t fill() = 0;
    /// The theme is another: pens and brushes of the chart's own. fill() follows.
    virtual void recolour() {}
    [[nodiscard]] virtual QString crosshairTitle(double position) const;
    [[nodiscard]] virtual std::vector<Crosshair::Value> valuesAt(double position) const = 0;
    /// Description of the chart's content for a screen reader.
    [[nodiscard]] virtual QString describe() const = 0;

    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr const char* kTitle = "fullTitle";
    [[nodiscard]] int axesHeight(int plotHeight) const;
    [[nodiscard]] int allAxesHeight(int plotHeight) const;
    void chooseRuns();
    void chooseShown();
    void buildMenu();
    void styleAxes();
    void applyTheme();
    void updateNote(std::int64_t points);
    void updateMargins();
    void chooseRound(const QPoint& at, bool wanted);
    [[nodiscard]] std::int64_t mostRounds() const;

    const Theme& theme_;
    bool overRounds_;
    bool follows_ = true, stale_ = true;
    std::vector<const RunHistory*> allRuns_, past_, runs_;
    std::set<std::string> hidden_;
    QPoint pressed_;
    PanelHeader* header_;
    QToolButton* followButton_;
    QMenu* menu_;
    QAction* followAction_ = nullptr;
    QAction* logAction_ = nullptr;
    QAction* tableAction_ = nullptr;
    VisibleTable* tableView_ = nullptr;
    QCustomPlot* plot_;
    RoundAxis* roundAxis_;
    ChartExporter* exporter_;
    QCPMarginGroup* margins_ = nullptr;
    std::vector<EndLabels*> labels_;
    ChangeMarks* marks_ = nullptr;
    RoundBands* bands_ = nullptr;
    Crosshair* crosshair_ = nullptr;
};

}  // namespace splitee
