// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to find one's way: the guided tour, F1, the palette, and exporting what has the keyboard.
#include <QApplication>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolTip>

#include "gui/app/command_palette.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/panel_help.h"
#include "gui/app/tour.h"
#include "gui/compare/compare_view.h"
#include "gui/live/figures.h"
#include "gui/live/run_view.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/setup_panel.h"
#include "gui/track/network_track.h"
#include "gui/widgets/dock.h"

namespace splitee {
namespace {

constexpr int kHelpMilliseconds = 20'000;

}  // namespace

void MainWindow::buildHelp() {
    palette_ = new CommandPalette(*menuBar(), this);
    connect(actions_.palette, &QAction::triggered, palette_, &CommandPalette::open);
    connect(actions_.exportChart, &QAction::triggered, this, &MainWindow::exportChart);
    connect(actions_.help, &QAction::triggered, this, &MainWindow::helpOnFocus);
    connect(actions_.tour, &QAction::triggered, this, &MainWindow::startTour);
    for (const QString& name : view_->docks().names()) {
        auto* dock = view_->docks().findChild<Dock*>(name);
        dock->setWhatsThis(panelHelp(name));
        for (ChartPanel* chart : dock->findChildren<ChartPanel*>()) {
            chart->setWhatsThis(panelHelp(name));
            connect(chart, &ChartPanel::written, this, [this](const QString& path) {
                statusBar()->showMessage(tr("Written to %1").arg(path), kNoticeMilliseconds);
            });
        }
    }
    const auto chart = [this](const QString& name) {
        return [this, name]() -> QWidget* { return view_->docks().findChild<QWidget*>(name); };
    };
    tour_ = new Tour(
        theme_,
        {
            {[this]() -> QWidget* { return &view_->track(); }, tr("The split layer"),
             tr("A network is cut in two. The layers on the left run on the device, the rest runs "
                "in the cloud. The upright line is the split: "
                "the layer where the device stops and looks at its answer.")},
            {[this]() -> QWidget* { return &view_->track(); }, tr("Leave or offload"),
             tr("The bar over a layer is how sure its exit is. If it passes the threshold α, the "
                "sample leaves here with this answer. If not, it is "
                "sent on to the cloud: better answers, but every sending costs o on top.")},
            {[this]() -> QWidget* { return &view_->figures(); }, tr("Does it pay?"),
             tr("All is measured against always computing the whole network: what is saved, what "
                "accuracy that costs, and how many samples were "
                "sent to the cloud.")},
            {chart(QStringLiteral("split")), tr("Where the split was"),
             tr("Round by round, which layer was tried. At first all of them are; then the dark "
                "row shows where the learner has settled. When costs "
                "or images change, watch it move.")},
            {chart(QStringLiteral("arms")), tr("Why it moved"),
             tr("A dot is the mean reward of a layer, the bar how uncertain that still is. The "
                "learner takes the layer whose bar reaches highest: one "
                "that is good, or one that it knows too little of.")},
            {[this]() -> QWidget* {
                 return panel_->findChild<QWidget*>(QStringLiteral("offload"));
             },
             tr("Change a cost"),
             tr("Now make sending dearer: move this slider while it runs. The learner goes on "
                "under the new cost, the charts mark the round, and you "
                "see how fast it finds a new split.")},
        },
        this);
}

void MainWindow::startTour() {
    tabs_->setCurrentIndex(0);
    if (pages_->currentWidget() != view_) {  // it tells of a run, so there has to be one
        const auto examples = bundledExamples();
        if (examples.empty()) return;
        start(examples.front());
    } else if (controller_.round() == 0) {
        controller_.play();
    }
    tour_->begin();
}

void MainWindow::exportChart() {
    ChartPanel* wanted = nullptr;
    for (ChartPanel* chart : onRunsPage() ? comparison_->charts() : view_->charts()) {
        if (!chart->isVisible()) continue;
        if (wanted == nullptr || chart->isAncestorOf(QApplication::focusWidget()) ||
            chart == QApplication::focusWidget())
            wanted = chart;
    }
    if (wanted != nullptr)
        wanted->exportByDialog();
    else
        messages_->show(
            tr("No chart is open: start an example or open a chart from the View menu"));
}

// A control's own words, or those of what it lies in.
void MainWindow::helpOnFocus() {
    QWidget* focus = QApplication::focusWidget();
    for (QWidget* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
        // Qt breaks lines only of rich text.
        const QString told = widget->whatsThis();
        const QString help = !told.isEmpty() ? QStringLiteral("<p>%1</p>").arg(told.toHtmlEscaped())
                                             : widget->toolTip();
        if (help.isEmpty()) continue;
        const QString name = told.isEmpty() ? focus->accessibleName() : QString();
        QToolTip::showText(focus->mapToGlobal(QPoint(0, focus->height())),
                           name.isEmpty() ? help : name + QLatin1Char('\n') + help, focus, {},
                           kHelpMilliseconds);
        return;
    }
    tour_->isVisible() ? tour_->next() : startTour();
}

}  // namespace splitee
