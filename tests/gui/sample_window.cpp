// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_window.h"

#include <QGridLayout>
#include <QPainter>

#include "gui/widgets/number_text.h"

namespace splitee::test {

SampleWindow::SampleWindow(const Theme& theme)
    : track(theme),
      figures(theme),
      split(theme),
      arms(theme),
      regret(theme),
      costs(theme),
      theme_(theme) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(8);
    grid->addWidget(&track, 0, 0, 1, 2);
    grid->addWidget(&figures, 1, 0, 1, 2);
    grid->addWidget(&split, 2, 0);
    grid->addWidget(&arms, 2, 1);
    grid->addWidget(&regret, 3, 0);
    grid->addWidget(&costs, 3, 1);
    grid->setRowStretch(2, 1);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    track.setClassNames(
        {"plane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"});
}

void SampleWindow::feed(PlayedRuns& runs) {
    const RunHistory& first = runs.history(0);
    if (track.state().depth != runs.table().depth)
        track.setNetwork(runs.table().depth, "Device", "Cloud");
    track.setRound(first.last, first.seen, runs.experiment().alpha);
    track.setDistribution(first.recentShares());
    figures.show(first.costChangePercent(), first.accuracyChangePoints(), first.offloadPercent(),
                 QStringLiteral("%1 λ per sample").arg(numberText(first.costMean(), 2)),
                 QStringLiteral("%1 % accuracy").arg(numberText(100 * first.accuracy(), 1)),
                 QStringLiteral("last %1 rounds: %2 %")
                     .arg(RunHistory::kWindow)
                     .arg(numberText(first.recentOffloadPercent())));
    for (ChartPanel* chart : charts()) chart->setRuns(runs.pointers());
}

void SampleWindow::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme_.color(Token::Background));
}

}  // namespace splitee::test
