// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/repeat_runs.h"

#include "sources/kept_source.h"
#include "storage/session/run_again.h"

namespace splitee {
namespace {

RepeatedRun repeat(Session& session, std::int64_t id, const ProgressSink& progress,
                   const std::stop_token& stop) {
    RepeatedRun told{id, 0, 0, {}, {}, {}};
    const auto give = [&](const Error& error) {
        told.error = error.message;
        return told;
    };
    const auto run = session.runs().find(id);
    if (!run) return give(run.error());
    if (run->rounds == 0)
        return give({"run " + std::to_string(id) + " keeps no rounds to compare with"});
    const auto source = reopenSource(session, *run);
    if (!source) return give(source.error());
    const auto world = worldOn(*source);
    if (!world) return give(world.error());
    const auto again = playAgain(session, *run, **world, progress, stop);
    if (!again) return give(again.error());
    told.rounds = again->rounds;
    if (!again->difference) return told;
    told.differs = again->difference->round;
    told.how = again->difference->what;
    told.cause = likelyCause(run->provenance, source->provenance);
    return told;
}

}  // namespace

void RepeatRuns::start(const std::filesystem::path& session,
                       const std::vector<std::int64_t>& runs) {
    cancel();
    busy_ = true;
    thread_ = std::jthread([this, session, runs, number = ++number_](const std::stop_token& stop) {
        std::vector<RepeatedRun> told;
        auto store = Session::openReadOnly(session);
        if (!store) told.push_back({0, 0, 0, {}, {}, store.error().message});
        for (const std::int64_t run : store ? runs : std::vector<std::int64_t>()) {
            if (stop.stop_requested()) break;
            int shown = -1;
            const auto progress = [&](const Progress& at) {
                const int percent = at.total > 0 ? static_cast<int>(100 * at.done / at.total) : 0;
                if (percent == shown) return;
                shown = percent;
                QMetaObject::invokeMethod(this, [this, number, run, percent] {
                    if (number == number_) emit progressed(run, percent);
                });
            };
            RepeatedRun one = repeat(*store, run, progress, stop);
            if (!stop.stop_requested()) told.push_back(std::move(one));
        }
        QMetaObject::invokeMethod(
            this, [this, number, told = std::move(told), cancelled = stop.stop_requested()] {
                if (number != number_) return;
                busy_ = false;
                emit repeated(told, cancelled);
            });
    });
}

void RepeatRuns::cancel() { thread_.request_stop(); }

}  // namespace splitee
