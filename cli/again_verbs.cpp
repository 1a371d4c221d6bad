// SPDX-License-Identifier: GPL-3.0-or-later
// again: repeats a logged run and compares its rounds. resume: continues an interrupted run.
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "cli/terminal.h"
#include "cli/verbs.h"
#include "sources/kept_source.h"
#include "storage/session/run_again.h"

namespace splitee {
namespace {

struct AgainFlags {
    std::string session;
    std::int64_t run = 0;
    int threads = 1;
};

std::string name(const StoredRun& run) {
    return "run " + std::to_string(run.id) + " (" + printable(run.spec.policy) + ", seed " +
           std::to_string(run.spec.seed) + ")";
}

int againNow(const AgainFlags& flags) {
    auto session = Session::openReadOnly(flags.session);
    if (!session) return report(session.error());
    const auto run = session->runs().find(flags.run);
    if (!run) return report(run.error());
    if (run->rounds == 0) return report({name(*run) + " keeps no rounds to compare with"});
    const auto source = reopenSource(*session, *run, flags.threads);
    if (!source) return report(source.error());
    const auto world = worldOn(*source);
    if (!world) return report(world.error());
    Result<RunAgain> again;
    {
        ProgressLine progress;
        again = playAgain(*session, *run, **world, progress.sink(), cancelledByUser());
    }
    if (!again)
        return report(again.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    if (!again->difference) {
        std::printf("%s: identical, %lld rounds\n", name(*run).c_str(),
                    static_cast<long long>(again->rounds));
        return kExitFine;
    }
    const std::string cause = likelyCause(run->provenance, source->provenance);
    std::printf("%s: differs from round %lld on: %s\nlikely cause: %s\n", name(*run).c_str(),
                static_cast<long long>(again->difference->round), again->difference->what.c_str(),
                cause.empty() ? "the session was changed by hand, or the program" : cause.c_str());
    return kExitFailed;
}

// Plays one run to its end; false: it was cancelled.
Result<bool> resumeOne(Session& session, std::int64_t number, int threads) {
    const auto run = session.runs().find(number);
    if (!run) return tl::unexpected(run.error());
    const auto source = reopenSource(session, *run, threads);
    if (!source) return tl::unexpected(source.error());
    const std::string cause = likelyCause(run->provenance, source->provenance);
    if (source->provenance.dataHash != run->provenance.dataHash ||
        source->provenance.modelHash != run->provenance.modelHash)
        return fail(name(*run) + " cannot go on: " + cause);
    if (!cause.empty() && run->rounds > 0)  // logged live rounds are not computed again
        std::fprintf(stderr, "splitee: note: since %s began, %s\n", name(*run).c_str(),
                     cause.c_str());
    const auto world = worldOn(*source);
    if (!world) return tl::unexpected(world.error());
    std::optional<RecalledWorld> recalled;
    if (source->live) recalled.emplace(**world, recallOf(session, run->id));
    World& played = recalled ? static_cast<World&>(*recalled) : **world;
    Result<RunStatus> status;
    {
        ProgressLine progress;
        status = resumeRun(session, *run, played, recalled ? &*recalled : nullptr, progress.sink(),
                           cancelledByUser());
    }
    if (!status) return tl::unexpected(status.error());
    if (*status == RunStatus::Stopped) return false;
    if (run->rounds == 0)
        std::printf("%s: played to its end\n", name(*run).c_str());
    else
        std::printf("%s: went on from round %lld to its end\n", name(*run).c_str(),
                    static_cast<long long>(run->rounds));
    return true;
}

// A run that cannot go on does not keep the others from it.
int resumeNow(const AgainFlags& flags) {
    auto session = Session::open(flags.session);
    if (!session) return report(session.error());
    std::vector<std::int64_t> runs{flags.run};
    if (flags.run == 0) {
        auto open = session->runs().unfinished();
        if (!open) return report(open.error());
        runs = std::move(*open);
        if (runs.empty()) std::printf("session %s: every run is finished\n", flags.session.c_str());
    }
    int code = kExitFine;
    for (const std::int64_t run : runs) {
        const auto ended = resumeOne(*session, run, flags.threads);
        if (!ended)
            code = report(ended.error());
        else if (!*ended || (run != runs.back() && cancelledByUser().stop_requested()))
            return report({"cancelled: the rounds so far are kept"}, kExitCancelled);
    }
    return code;
}

}  // namespace

void addAgainVerbs(Command program) {
    const auto flags = std::make_shared<AgainFlags>();
    const Command again = program.addCommand(
        "again",
        "Repeat a kept run from its record: identical, or the first round that differs and why");
    const Command resume = program.addCommand(
        "resume", "Go on with runs that were killed, stopped or not begun, bit for bit");
    for (const Command& verb : {again, resume}) {
        verb.option("--session", flags->session, "The session file").required();
        verb.option("--threads", flags->threads, "Compute threads of a live run")
            .showDefault()
            .between(1, 64);
    }
    again.option("run", flags->run, "The run's number, as in splitee runs").required();
    resume
        .option("run", flags->run,
                "The run's number; without it every run that was asked for and is not finished")
        .between(1, std::numeric_limits<int>::max());
    again.onRun([flags] { return againNow(*flags); });
    resume.onRun([flags] { return resumeNow(*flags); });
}

}  // namespace splitee
