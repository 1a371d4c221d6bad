// SPDX-License-Identifier: GPL-3.0-or-later
// again: repeats a logged run and compares its rounds. resume: continues an interrupted run.
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "comparison/figures_again.h"
#include "comparison/kept_summary.h"
#include "engine/run/policy_entry.h"
#include "sources/kept_source.h"
#include "storage/session/run_again.h"

namespace splitee {
namespace {

struct AgainFlags {
    SessionWords words;
    int threads = 1;
    bool json = false;
};

std::string name(const StoredRun& run) {
    return "run " + std::to_string(run.id) + " (" +
           printable(entryPlayed(run.experiment, run.spec.policy)) + ", seed " +
           std::to_string(run.spec.seed) + ")";
}

// What a repeated run came to.
struct Repeated {
    RunAgain again;
    std::string cause;     // of a difference
    bool figures = false;  // are compared, since no rounds are kept; a difference has no round
};

// Of a run whose rounds were not kept.
Result<RunAgain> repeatFigures(const StoredRun& run, World& world, const ProgressSink& progress) {
    auto again = playFiguresAgain(run, world, {}, progress, cancelledByUser());
    if (!again) return tl::unexpected(again.error());
    if (again->difference.empty()) return RunAgain{again->rounds, {}};
    return RunAgain{again->rounds, RunDifference{0, std::move(again->difference)}};
}

Result<Repeated> repeat(Session& session, const StoredRun& run, int threads) {
    const bool figures = run.rounds == 0;
    if (figures && playedRounds(run) == 0)
        return fail(name(run) + " keeps neither rounds nor figures to compare with");
    const auto source = reopenSource(session, run, threads);
    if (!source) return tl::unexpected(source.error());
    const auto world = worldOn(*source);
    if (!world) return tl::unexpected(world.error());
    ProgressLine progress;
    auto again = figures ? repeatFigures(run, **world, progress.sink())
                         : playAgain(session, run, **world, progress.sink(), cancelledByUser());
    if (!again) return tl::unexpected(again.error());
    std::string cause = likelyCause(run.provenance, source->provenance);
    if (cause.empty()) cause = "the session was changed by hand, or the program";
    return Repeated{std::move(*again), std::move(cause), figures};
}

void print(const StoredRun& run, const Repeated& repeated) {
    const auto& difference = repeated.again.difference;
    if (!difference && repeated.figures)
        std::printf("%s: identical figures over %lld rounds, which were not kept\n",
                    name(run).c_str(), static_cast<long long>(repeated.again.rounds));
    else if (!difference)
        std::printf("%s: identical, %lld rounds\n", name(run).c_str(),
                    static_cast<long long>(repeated.again.rounds));
    else if (repeated.figures)
        std::printf("%s: differs: %s\nlikely cause: %s\n", name(run).c_str(),
                    printable(difference->what).c_str(), printable(repeated.cause).c_str());
    else
        std::printf("%s: differs from round %lld on: %s\nlikely cause: %s\n", name(run).c_str(),
                    static_cast<long long>(difference->round), printable(difference->what).c_str(),
                    printable(repeated.cause).c_str());
}

nlohmann::json toJson(const StoredRun& run, const Repeated& repeated) {
    const auto& difference = repeated.again.difference;
    nlohmann::json out{{"run", run.id},
                       {"policy", run.spec.policy},
                       {"seed", run.spec.seed},
                       {"source", sourceJson(run)},
                       {"rounds", repeated.again.rounds},
                       {"compared", repeated.figures ? "figures" : "rounds"},
                       {"identical", !difference},
                       {"difference", nullptr}};
    if (difference)
        out["difference"] = {{"round", repeated.figures ? nlohmann::json(nullptr)
                                                        : nlohmann::json(difference->round)},
                             {"what", difference->what},
                             {"likely_cause", repeated.cause}};
    return out;
}

int againNow(const AgainFlags& flags) {
    const auto named = namedRuns(flags.words, RunWords::Several);
    if (!named) return report(named.error(), kExitUsage);
    auto session = Session::openReadOnly(named->session);
    if (!session) return report(session.error());
    auto runs = readRuns(*session, *named);
    if (!runs) return report(runs.error());
    if (named->all)
        std::erase_if(*runs, [](const StoredRun& run) { return playedRounds(run) == 0; });
    if (runs->empty())
        return report({"session " + named->session + " has no run that keeps rounds or figures"});
    bool identical = true;
    nlohmann::json all = nlohmann::json::array();
    for (const StoredRun& run : *runs) {
        const auto repeated = repeat(*session, run, flags.threads);
        if (!repeated)
            return report(repeated.error(),
                          cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
        identical = identical && !repeated->again.difference;
        if (flags.json)
            all.push_back(toJson(run, *repeated));
        else
            print(run, *repeated);
    }
    if (flags.json)
        printJson({{"session", named->session}, {"identical", identical}, {"runs", all}});
    return identical ? kExitFine : kExitFailed;
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
                     printable(cause).c_str());
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
int resumeNow(const NamedRuns& named, int threads) {
    // Writing would make a session of a mistyped name.
    if (auto there = Session::openReadOnly(named.session); !there) return report(there.error());
    auto session = Session::open(named.session);
    if (!session) return report(session.error());
    std::vector<std::int64_t> runs = named.runs;
    if (named.all) {
        auto open = session->runs().unfinished();
        if (!open) return report(open.error());
        runs = std::move(*open);
        if (runs.empty())
            std::printf("session %s: every run is finished\n", printable(named.session).c_str());
    }
    int code = kExitFine;
    for (const std::int64_t run : runs) {
        const auto ended = resumeOne(*session, run, threads);
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
    const auto resumed = std::make_shared<AgainFlags>();
    addSessionWords(again, "again", flags->words, RunWords::Several);
    addSessionWords(resume, "resume", resumed->words, RunWords::AnyOrUnfinished);
    for (const auto& [verb, threads] :
         {std::pair(again, &flags->threads), std::pair(resume, &resumed->threads)})
        verb.option("--threads", *threads, "Compute threads of a live run")
            .showDefault()
            .between(1, 64);
    again.flag("--json", flags->json, "One JSON object on stdout");
    again.onRun([flags] { return againNow(*flags); });
    resume.onRun([resumed] {
        const auto named = namedRuns(resumed->words, RunWords::AnyOrUnfinished);
        return named ? resumeNow(*named, resumed->threads) : report(named.error(), kExitUsage);
    });
}

}  // namespace splitee
