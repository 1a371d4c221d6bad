// SPDX-License-Identifier: GPL-3.0-or-later
// Bands over seeds of the runs as they stand, changes and schedule included: what the regret
// chart shows behind its curves.
#pragma once

#include <QObject>

#include <memory>
#include <string>

#include "gui/background/latest_work.h"
#include "gui/run/seed_replay.h"

namespace splitee {

class RunController;

/// Bands over seeds, and the line C ln t that no learner which sees only its own arm can stay below
/// in the long run.
struct RegretBands {
    SeedReplay replay;
    double constant = 0;     ///< C by Lai and Robbins; 0 where conditions change and there is none
    std::string constantOf;  ///< the policy whose costs C is for; "" where it is the same for all
};

/// Computes in the background whenever the source is opened or a setting of the runs changes.
class SeedBands : public QObject {
    Q_OBJECT
public:
    /// `controller` must outlive it.
    explicit SeedBands(RunController& controller, QObject* parent = nullptr);

    /// Whether an answer is still to come.
    [[nodiscard]] bool computing() const { return computing_; }

signals:
    void changed(std::shared_ptr<const splitee::RegretBands> bands);  ///< null: none

private:
    void requestBands();

    RunController& controller_;
    int number_ = 0;
    bool computing_ = false;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
