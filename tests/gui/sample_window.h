// SPDX-License-Identifier: GPL-3.0-or-later
// Track, figures and four charts together, fed with real rounds.
#pragma once

#include "gui/charts/arms_chart.h"
#include "gui/charts/cost_accuracy_chart.h"
#include "gui/charts/regret_chart.h"
#include "gui/charts/split_chart.h"
#include "gui/live/figures.h"
#include "gui/track/network_track.h"
#include "played_runs.h"

namespace splitee::test {

struct SampleWindow : QWidget {
    explicit SampleWindow(const Theme& theme);
    void feed(PlayedRuns& runs);
    [[nodiscard]] std::vector<ChartPanel*> charts() { return {&split, &arms, &regret, &costs}; }

    NetworkTrack track;
    Figures figures;
    SplitChart split;
    ArmsChart arms;
    RegretChart regret;
    CostAccuracyChart costs;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& theme_;
};

}  // namespace splitee::test
