// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/run.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "engine/rng.h"
#include "engine/run/run_player.h"

namespace splitee {
namespace {

constexpr std::chrono::milliseconds kHandOver(
    20);  // a killed run loses no more than what it played in this time

}  // namespace

std::string_view toText(RunStatus status) {
    switch (status) {
        case RunStatus::Running:
            return "running";
        case RunStatus::Finished:
            return "finished";
        case RunStatus::Stopped:
            return "stopped";
        case RunStatus::Failed:
            return "failed";
        case RunStatus::Queued:
            return "queued";
        case RunStatus::Interrupted:
            return "interrupted";
    }
    return "";
}

Result<std::vector<RunSpec>> runsOf(const Experiment& experiment) {
    auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    std::vector<RunSpec> runs;
    for (const std::string& key : *keys)
        for (std::int64_t k = 0; k < experiment.seeds; ++k)
            runs.push_back({key, experiment.seed + static_cast<std::uint64_t>(k)});
    return runs;
}

SampleOrder::SampleOrder(const Experiment& experiment, std::uint64_t seed, std::int64_t samples,
                         std::uint64_t pass)
    : shuffled_(experiment.order == "shuffle"),
      seed_(seed),
      samples_(static_cast<std::size_t>(samples)),
      position_(samples_),
      pass_(pass),
      rows_(samples_) {
    std::iota(rows_.begin(), rows_.end(), 0U);
}

void SampleOrder::beginPass() {
    position_ = 0;
    if (shuffled_) shuffleRows(pass_++);
}

void SampleOrder::shuffleRows(std::uint64_t pass) {
    std::iota(rows_.begin(), rows_.end(), 0U);
    Rng rng(seed_, "order", pass);
    shuffle(rows_, rng);
}

SampleOrder SampleOrder::withoutRows() const {
    SampleOrder order;
    order.shuffled_ = shuffled_;
    order.seed_ = seed_;
    order.samples_ = samples_;
    order.position_ = position_;
    order.pass_ = pass_;
    return order;
}

SampleOrder SampleOrder::withRows() const {
    SampleOrder order = withoutRows();
    order.rows_.resize(samples_);
    if (shuffled_ && position_ < samples_)  // in the middle of a pass
        order.shuffleRows(pass_ - 1);
    else
        std::iota(order.rows_.begin(), order.rows_.end(), 0U);
    return order;
}

void SampleOrder::fill(std::span<std::uint32_t> rows) {
    while (!rows.empty()) {
        if (position_ == rows_.size()) beginPass();
        const std::size_t part = std::min(rows.size(), rows_.size() - position_);
        std::copy_n(rows_.begin() + static_cast<std::ptrdiff_t>(position_), part, rows.begin());
        position_ += part;
        rows = rows.subspan(part);
    }
}

std::int64_t roundsOf(const Experiment& experiment, const World& world) {
    return experiment.rounds > 0 ? experiment.rounds : world.samples();
}

Result<RunStatus> runOnce(const Experiment& experiment, const RunSpec& run, World& world,
                          std::span<RoundSink* const> sinks, const ProgressSink& progress,
                          std::stop_token stop, int batch) {
    const auto made = RunPlayer::of(experiment, run, world);
    if (!made) return tl::unexpected(made.error());
    RunPlayer& player = **made;
    std::vector<RoundRecord> records;
    std::int64_t step = 1;
    while (player.round() < player.rounds()) {
        const auto start = std::chrono::steady_clock::now();
        const auto played = player.advance(step, records);
        const auto took = std::chrono::steady_clock::now() - start;
        for (RoundSink* sink : sinks)
            if (auto taken = sink->consume(records); !taken) return tl::unexpected(taken.error());
        records.clear();
        if (!played) return tl::unexpected(played.error());  // the rounds before are kept
        if (progress)
            progress({run.policy + ", seed " + std::to_string(run.seed), player.round(),
                      player.rounds(), "rounds", ""});
        if (stop.stop_requested() && player.round() < player.rounds()) return RunStatus::Stopped;
        step = took < kHandOver / 2 ? std::min<std::int64_t>(2 * step, std::max(1, batch))
               : took > kHandOver   ? std::max<std::int64_t>(1, step / 2)
                                    : step;
    }
    return RunStatus::Finished;
}

}  // namespace splitee
