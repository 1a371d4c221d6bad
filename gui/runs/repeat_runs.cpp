// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/repeat_runs.h"

#include "comparison/figures_again.h"
#include "sources/kept_source.h"
#include "storage/session/run_again.h"

namespace splitee {
namespace {

RepeatedRun repeat(Session& session, std::int64_t id, const ProgressSink& progress,
                   const std::stop_token& stop) {
    RepeatedRun told{id, 0, 0, {}, {}, false, {}};
    const auto give = [&](const Error& error) {
        told.error = error.message;
        return told;
    };
    const auto run = session.runs().find(id);
    if (!run) return give(run.error());
    const auto source = reopenSource(session, *run);
    if (!source) return give(source.error());
    const auto world = worldOn(*source);
    if (!world) return give(world.error());
    if (run->rounds == 0) {
        auto again = playFiguresAgain(*run, **world, {}, progress, stop);
        if (!again) return give(again.error());
        told.figures = true;
        told.rounds = again->rounds;
        told.differs = again->difference.empty() ? 0 : 1;
        told.how = std::move(again->difference);
        told.cause = likelyCause(run->provenance, source->provenance);
        return told;
    }
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
    struct Repeated {
        std::vector<RepeatedRun> runs;
        bool cancelled = false;
    };
    told_ = {};
    task_.start(
        [session, runs](const std::stop_token& stop, const ProgressSink& progress) {
            Repeated told;
            auto store = Session::openReadOnly(session);
            if (!store) told.runs.push_back({0, 0, 0, {}, {}, false, store.error().message});
            for (const std::int64_t run : store ? runs : std::vector<std::int64_t>()) {
                if (stop.stop_requested()) break;
                const auto ofRun = [&](Progress at) {
                    at.detail = std::to_string(run);
                    if (progress) progress(at);
                };
                RepeatedRun one = repeat(*store, run, ofRun, stop);
                if (!stop.stop_requested()) told.runs.push_back(std::move(one));
            }
            told.cancelled = stop.stop_requested();
            return told;
        },
        [this](const Result<Repeated>& told) {
            if (told)
                emit repeated(told->runs, told->cancelled);
            else
                emit repeated({{0, 0, 0, {}, {}, false, told.error().message}}, false);
        },
        [this](const Progress& at) {
            const std::pair<std::int64_t, int> now{
                std::stoll(at.detail),
                at.total > 0 ? static_cast<int>(100 * at.done / at.total) : 0};
            if (std::exchange(told_, now) != now) emit progressed(now.first, now.second);
        });
}

}  // namespace splitee
