// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_runs.h"

#include <QtGlobal>

#include <cmath>
#include <limits>

#include "engine/policies/policy_info.h"
#include "storage/session/own_provenance.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"
#include "storage/tables/table_file.h"

namespace splitee::test {
namespace {

class Keep final : public RoundSink {
public:
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override {
        records.insert(records.end(), rounds.begin(), rounds.end());
        return {};
    }
    std::vector<RoundRecord> records;
};

/// Means and radii as UCB has them after the rounds.
std::vector<ArmView> armsOf(std::span<const RoundRecord> records, int exits, double beta) {
    std::vector<ArmView> arms(static_cast<std::size_t>(exits));
    for (const RoundRecord& record : records) {
        if (record.split == 0) return {};
        ArmView& arm = arms[static_cast<std::size_t>(record.split - 1)];
        arm.mean += (record.reward - arm.mean) / static_cast<double>(++arm.pulls);
    }
    for (ArmView& arm : arms) {
        arm.radius = arm.pulls > 0
                         ? beta * std::sqrt(std::log(static_cast<double>(records.size())) /
                                            static_cast<double>(arm.pulls))
                         : std::numeric_limits<double>::infinity();
        arm.index = arm.mean + arm.radius;
    }
    return arms;
}

}  // namespace

const ExitTable& cifarTable() {
    static const ExitTable kTable = [] {
        auto table = readTable(SPLITEE_RESOURCES "/tables/cifar10-clean.exits");
        if (!table) qFatal("%s", table.error().message.c_str());
        return std::move(*table);
    }();
    return kTable;
}

std::vector<RoundRecord> playedRecords(const Experiment& experiment, const std::string& policy,
                                       World& world) {
    Keep keep;
    RoundSink* sinks[]{&keep};
    const auto status = runOnce(experiment, {policy, experiment.seed}, world, sinks, {}, {});
    if (!status) qFatal("%s", status.error().message.c_str());
    return std::move(keep.records);
}

std::int64_t keepRun(Session& store, const Experiment& experiment, const RunSpec& spec,
                     KeptFigures figures, double seconds, const std::string& source) {
    RunProvenance provenance = ownProvenance();
    provenance.source = source;
    provenance.dataHash = tableHash(cifarTable());
    ReplayWorld world(cifarTable());
    const auto id = store.runs().begin(experiment, spec, provenance);
    if (!id) qFatal("%s", id.error().message.c_str());
    RunWriter writer(store, *id);
    SummarySink summary(experiment, spec, world);
    RoundSink* sinks[] = {&writer, &summary};
    const auto status = runOnce(experiment, spec, world, sinks, {}, {});
    const std::string kept =
        figures == KeptFigures::All ? summaryJson(summary.summary(seconds)) : std::string();
    if (!status || !store.runs().finish(*id, *status, "", kept)) qFatal("a run is not kept");
    return *id;
}

std::vector<std::int64_t> keepRuns(const std::filesystem::path& path,
                                   const std::vector<std::string>& policies, std::uint64_t seeds,
                                   const std::vector<double>& offloads, std::int64_t rounds,
                                   const std::string& source) {
    auto store = Session::open(path);
    if (!store) qFatal("%s", store.error().message.c_str());
    std::vector<std::int64_t> ids;
    for (const double offload : offloads)
        for (const std::string& policy : policies)
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                Experiment experiment;
                experiment.policies = policy;
                experiment.offload = offload;
                experiment.rounds = rounds;
                ids.push_back(
                    keepRun(*store, experiment, {policy, seed}, KeptFigures::All, 0.1, source));
            }
    return ids;
}

PlayedRuns::PlayedRuns(Experiment experiment, const std::vector<std::string>& policies,
                       const ExitTable& table)
    : table_(table), experiment_(std::move(experiment)) {
    for (const std::string& policy : policies) {
        worlds_.push_back(std::make_unique<ReplayWorld>(table_));
        records_.push_back(playedRecords(experiment_, policy, *worlds_.back()));
        const double finalCost =
            makeCostTable(experiment_.costWeights(), table_.depth, ExitsEvaluated::AtSplit)
                .gamma(table_.exits);
        const auto label = findPolicy(policy)->label;
        histories_.push_back(std::make_unique<RunHistory>(
            policy, QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size())),
            static_cast<int>(histories_.size()), table_.exits, finalCost));
        histories_.back()->measureAgainst(experiment_, experiment_.seed, *worlds_.back());
    }
}

std::vector<const RunHistory*> PlayedRuns::pointers() const {
    std::vector<const RunHistory*> runs;
    for (const auto& history : histories_) runs.push_back(history.get());
    return runs;
}

void PlayedRuns::advanceTo(std::int64_t round) {
    for (std::size_t i = 0; i < histories_.size(); ++i) {
        RunHistory& history = *histories_[i];
        const auto from = static_cast<std::size_t>(history.rounds());
        const std::size_t to = std::min(static_cast<std::size_t>(round), records_[i].size());
        if (to <= from) continue;
        history.append(std::span(records_[i]).subspan(from, to - from));
        if (history.policy().starts_with("splitee"))
            history.arms = armsOf(std::span(records_[i]).first(to), table_.exits, experiment_.beta);
        const RoundRecord& last = history.last;
        history.seen.assign(static_cast<std::size_t>(table_.exits),
                            std::numeric_limits<double>::quiet_NaN());
        const auto confidences = table_.confidencesOf(last.row);
        if (last.split > 0)
            history.seen[static_cast<std::size_t>(last.split - 1)] =
                confidences[static_cast<std::size_t>(last.split - 1)];
        if (!last.exited) history.seen.back() = confidences.back();
    }
}

}  // namespace splitee::test
