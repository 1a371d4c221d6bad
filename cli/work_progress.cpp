// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work_progress.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "engine/fields.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 2> kProgressForms{"line", "json"};
constexpr auto kJsonPause = std::chrono::milliseconds(200);

}  // namespace

void addProgressFlag(const Command& verb, std::string& form) {
    verb.option("--progress", form,
                "Progress on stderr: line, for people, or json, an object a line for programs")
        .showDefault();
}

Result<void> checkProgressFlag(const std::string& form) {
    if (std::ranges::find(kProgressForms, form) != kProgressForms.end()) return {};
    return fail("progress is '" + form + "', but must be " + listed(kProgressForms));
}

WorkProgress::WorkProgress(const std::string& form) {
    if (form == "line") line_.emplace();
}

ProgressSink WorkProgress::sink() {
    if (line_) return line_->sink();
    return [this](const Progress& progress) { show(progress); };
}

std::function<void(const TrainStand&)> WorkProgress::standSink() {
    if (line_) return {};
    return [this](const TrainStand& stand) {
        if (stand.accuracyPerExit.empty()) {
            stand_ = stand;  // goes with the progress that follows
            return;
        }
        stand_.reset();
        print(last_, &stand);
    };
}

void WorkProgress::show(const Progress& progress) {
    const auto now = Clock::now();
    const bool begins = progress.activity != last_.activity;
    if (begins) {
        start_ = now;
        firstDone_ = progress.done;
    }
    const bool ends = progress.total > 0 && progress.done >= progress.total;
    last_ = progress;
    if (!begins && !ends && now - printed_ < kJsonPause) return;
    printed_ = now;
    print(progress, stand_ ? &*stand_ : nullptr);
    stand_.reset();
}

void WorkProgress::print(const Progress& progress, const TrainStand* stand) {
    nlohmann::json out{{"activity", progress.activity},
                       {"done", progress.done},
                       {"total", progress.total},
                       {"unit", progress.unit}};
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(progress.done - firstDone_) / seconds : 0;
    if (rate > 0) {
        out["rate"] = rate;
        if (progress.total > 0)
            out["eta_s"] = static_cast<double>(progress.total - progress.done) / rate;
    }
    if (stand != nullptr) {
        out["epoch"] = stand->epoch;
        out["epochs"] = stand->epochs;
        out["loss"] = stand->loss;
        if (!stand->lossPerExit.empty()) out["loss_per_exit"] = stand->lossPerExit;
        out["best_epoch"] = stand->bestEpoch;
        if (!stand->accuracyPerExit.empty()) out["accuracy_per_exit"] = stand->accuracyPerExit;
    }
    std::fprintf(
        stderr, "%s\n",
        out.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace).c_str());  // ASCII
    std::fflush(stderr);
}

}  // namespace splitee
