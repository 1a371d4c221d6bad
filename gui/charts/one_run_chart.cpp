// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/one_run_chart.h"

#include <QActionGroup>

namespace splitee {

OneRunChart::OneRunChart(const Theme& theme, const QString& title, bool overRounds, QWidget* parent)
    : ChartPanel(theme, title, overRounds, parent),
      name_(title),
      choices_(menu().addMenu(tr("Policy"))) {}

const RunHistory* OneRunChart::shown() const {
    return run_ < static_cast<int>(runs().size()) ? runs()[static_cast<std::size_t>(run_)]
                                                  : nullptr;
}

void OneRunChart::setRun(int index) {
    run_ = index;
    runsChanged();
    recolour();
    refresh();
}

void OneRunChart::runsChanged() {
    if (run_ >= static_cast<int>(runs().size())) run_ = 0;
    const RunHistory* run = shown();
    setTitle(run == nullptr || runs().size() == 1
                 ? name_
                 : QStringLiteral("%1: %2").arg(name_, run->label()));
    offerRuns();
}

void OneRunChart::offerRuns() {
    choices_->clear();
    delete group_;
    group_ = new QActionGroup(this);
    for (int i = 0; i < static_cast<int>(runs().size()); ++i) {
        QAction* action = group_->addAction(runs()[static_cast<std::size_t>(i)]->label());
        action->setCheckable(true);
        action->setChecked(i == run_);
        // Queued: the action goes with the choice.
        connect(
            action, &QAction::triggered, this, [this, i] { setRun(i); }, Qt::QueuedConnection);
        choices_->addAction(action);
    }
    choices_->menuAction()->setVisible(runs().size() > 1);
}

}  // namespace splitee
