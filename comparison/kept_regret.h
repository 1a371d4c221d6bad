// SPDX-License-Identifier: GPL-3.0-or-later
// The regret of stored runs, round by round. It is known where the exit tables that they replayed
// can be opened.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/run/regret.h"
#include "engine/world/world.h"
#include "storage/session/session.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Adds up the rounds of one run. Nothing is known without a world, or from a round on that it does
/// not have: a session may come from anywhere.
class KeptRegret {
public:
    KeptRegret(const StoredRun& run, World* world)
        : KeptRegret(run, world, regretAgainst(run.experiment, run.spec.policy)) {}
    KeptRegret(const StoredRun& run, World* world, RegretAgainst against);
    void add(const RoundRecord& round);
    [[nodiscard]] std::optional<double> pseudo() const {
        return meter_ ? meter_->pseudo() : std::nullopt;
    }
    [[nodiscard]] std::optional<double> realised() const {
        return meter_ ? meter_->realised() : std::nullopt;
    }

private:
    World* world_;
    std::optional<RegretMeter> meter_;
};

/// Worlds of runs one after the other. Runs that follow each other were mostly played on the same
/// tables: those are kept open.
class RegretWorlds {
public:
    explicit RegretWorlds(Session& session) : session_(session) {}
    /// nullptr for a live run, and where the tables are gone or are not what the run says. Valid
    /// until the next call. May block.
    [[nodiscard]] World* of(const StoredRun& run);

private:
    Session& session_;
    std::string opened_;  // what the tables were opened for
    std::optional<TableSource> tables_;
    std::unique_ptr<ReplayWorld> world_;
};

}  // namespace splitee
