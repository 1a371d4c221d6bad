// SPDX-License-Identifier: GPL-3.0-or-later
// again: repeats a logged run and compares its rounds. resume: continues an interrupted run.
#include <cstdio>
#include <memory>
#include <optional>

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
                static_cast<long long>(again->difference->round),
                printable(again->difference->what).c_str(),
                cause.empty() ? "the session was changed by hand, or the program"
                              : printable(cause).c_str());
    return kExitFailed;
}

int resumeNow(const AgainFlags& flags) {
    auto session = Session::open(flags.session);
    if (!session) return report(session.error());
    const auto run = session->runs().find(flags.run);
    if (!run) return report(run.error());
    const auto source = reopenSource(*session, *run, flags.threads);
    if (!source) return report(source.error());
    if (source->provenance.dataHash != run->provenance.dataHash ||
        source->provenance.modelHash != run->provenance.modelHash)
        return report(
            {name(*run) + " cannot go on: " + likelyCause(run->provenance, source->provenance)});
    if (const std::string cause = likelyCause(run->provenance, source->provenance);
        !cause.empty())  // logged live rounds are not computed again
        std::fprintf(stderr, "splitee: note: since %s began, %s\n", name(*run).c_str(),
                     printable(cause).c_str());
    const auto world = worldOn(*source);
    if (!world) return report(world.error());
    std::optional<RecalledWorld> recalled;
    if (source->live) recalled.emplace(**world, recallOf(*session, run->id));
    World& played = recalled ? static_cast<World&>(*recalled) : **world;
    Result<RunStatus> status;
    {
        ProgressLine progress;
        status = resumeRun(*session, *run, played, recalled ? &*recalled : nullptr, progress.sink(),
                           cancelledByUser());
    }
    if (!status) return report(status.error());
    if (*status == RunStatus::Stopped)
        return report({"cancelled: the rounds so far are kept"}, kExitCancelled);
    std::printf("%s: went on from round %lld to its end\n", name(*run).c_str(),
                static_cast<long long>(run->rounds));
    return kExitFine;
}

}  // namespace

void addAgainVerbs(Command program) {
    const auto flags = std::make_shared<AgainFlags>();
    const Command again = program.addCommand(
        "again",
        "Repeat a kept run from its record: identical, or the first round that differs and why");
    const Command resume = program.addCommand(
        "resume", "Go on with a run that was killed, stopped or failed, bit for bit");
    for (const Command& verb : {again, resume}) {
        verb.option("--session", flags->session, "The session file").required();
        verb.option("run", flags->run, "The run's number, as in splitee runs").required();
        verb.option("--threads", flags->threads, "Compute threads of a live run")
            .showDefault()
            .between(1, 64);
    }
    again.onRun([flags] { return againNow(*flags); });
    resume.onRun([flags] { return resumeNow(*flags); });
}

}  // namespace splitee
