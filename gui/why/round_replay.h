// SPDX-License-Identifier: GPL-3.0-or-later
// One round of a run, told in full: what was known before it, what it revealed, what it cost. Past
// rounds are played again, from the waypoint before them where there is one.
#pragma once

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "engine/run/run_player.h"
#include "engine/run/schedule.h"
#include "engine/world/recalled_world.h"
#include "gui/run/run_controller.h"
#include "sources/sample_world.h"
#include "storage/session/session.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Which round of which run.
struct RoundQuestion {
    Experiment experiment;  ///< as it was played, changes included
    RunSpec run;
    std::shared_ptr<const TableSource> tables;  ///< of a replay
    std::int64_t round = 1;
    // Of a live run, which is told from what its session keeps:
    std::shared_ptr<const LiveSource> live = {};
    KeptRun kept = {};
    std::vector<double> depth = {};                        ///< [L]
    std::vector<std::string> classNames = {};              ///< or none
    std::shared_ptr<const TableSource> known = {};         ///< what every exit says, if it is known
    std::vector<KeptRun> beside = {};                      ///< runs that played the same samples
    std::shared_ptr<const HistoryWaypoint> waypoint = {};  ///< before the round; null: from round 1
};

/// What one exit says of the round's sample, whether the round asked it or not.
struct ExitAnswer {
    double confidence = std::numeric_limits<double>::quiet_NaN();  ///< NaN: not known
    int prediction = -1;
    [[nodiscard]] bool known() const { return !std::isnan(confidence); }
};

/// All that decided a round, and what came of it.
struct RoundAccount {
    Experiment experiment;
    RunSpec run;
    RoundRecord record;
    std::int32_t label = kUnknownLabel;
    std::optional<Text> text = {};  ///< of a live run on texts: what the network was shown
    std::vector<double> depth;      ///< [L]
    std::vector<double> seen;       ///< [L] confidences that the round revealed, NaN where not
    std::vector<ArmView> arms;      ///< [L] what the policy weighed, or empty
    std::vector<std::int64_t>
        chosen;  ///< [L + 1] rounds before this one by their split layer, or empty where not known
    Conditions conditions;                     ///< in force in the round
    CostTable costs;                           ///< likewise
    std::optional<Image> image = {};           ///< of a live run on images, likewise
    std::vector<std::string> classNames = {};  ///< or none
    /// [L] of a replay all, likewise of a live run whose exits are known; else those that some run
    /// of this round revealed.
    std::vector<ExitAnswer> exitAnswers = {};
    [[nodiscard]] int exits() const { return static_cast<int>(depth.size()); }
    /// [L] confidences that exits have of the sample, seen or not; empty while one is not known.
    [[nodiscard]] std::vector<double> said() const;
    /// The exit that gave the answer.
    [[nodiscard]] int answering() const { return record.exited ? record.split : exits(); }
};

/// Plays runs again, round by round the same as the first time, and keeps the last one for the
/// question after it.
class RoundReplay {
public:
    /// Empty where `givenUp` said so on the way. Blocks: some 4 million rounds a second.
    [[nodiscard]] Result<std::optional<RoundAccount>> account(const RoundQuestion& question,
                                                              const std::function<bool()>& givenUp);

private:
    [[nodiscard]] bool isSameRun(const RoundQuestion& question) const;
    [[nodiscard]] bool mayGoOn(const RoundQuestion& question) const;
    [[nodiscard]] Result<void> begin(const RoundQuestion& question);
    [[nodiscard]] Result<void> openWorld(const RoundQuestion& question);
    [[nodiscard]] static bool tellKnown(const RoundQuestion& question, RoundAccount& account);
    [[nodiscard]] Result<std::optional<RoundAccount>> play(const RoundQuestion& question,
                                                           const std::function<bool()>& givenUp);
    [[nodiscard]] Result<void> tellSample(const RoundQuestion& question, RoundAccount& account);
    [[nodiscard]] Result<void> tellExits(const RoundQuestion& question, RoundAccount& account);

    RoundQuestion played_;
    std::optional<Session> session_;        // of a live run
    std::unique_ptr<SampleWorld> samples_;  // likewise
    std::unique_ptr<World> world_;
    std::unique_ptr<RunPlayer> player_;
    std::vector<std::int64_t> chosen_;
    std::vector<RoundRecord> records_;
};

}  // namespace splitee
