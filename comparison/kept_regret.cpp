// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/kept_regret.h"

#include "storage/session/kept_tables.h"

namespace splitee {

KeptRegret::KeptRegret(const StoredRun& run, World* world, RegretAgainst against) : world_(world) {
    if (world != nullptr) meter_.emplace(run.experiment, run.spec, *world, against);
}

void KeptRegret::add(const RoundRecord& round) {
    if (!meter_) return;
    const bool there = round.row >= 0 && round.row < world_->samples() && round.split >= 0 &&
                       round.split <= world_->exits();
    if (there && (round.split > 0 || !meter_->pseudo()))
        meter_->add(round);
    else
        meter_.reset();
}

World* RegretWorlds::of(const StoredRun& run) {
    if (!run.provenance.modelHash.empty()) return nullptr;
    // All that tablesOf() looks at.
    const std::string wanted = run.provenance.source + '\n' + run.provenance.dataHash + '\n' +
                               run.experiment.temperature + '\n' + run.experiment.schedule;
    if (wanted != opened_) {
        opened_ = wanted;
        world_.reset();
        tables_.reset();
        if (auto found = tablesOf(session_, run)) tables_ = std::move(*found);
        if (tables_) world_ = std::make_unique<ReplayWorld>(tables_->all());
    }
    if (!world_) return nullptr;
    Experiment experiment = run.experiment;
    experiment.policies = run.spec.policy;
    return validate(experiment, *world_) ? world_.get() : nullptr;
}

}  // namespace splitee
