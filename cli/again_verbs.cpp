// again: does a kept run come out the same? resume: goes on with one that was cut short.
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/live_source.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/kept_tables.h"
#include "storage/provenance.h"
#include "storage/run_again.h"

namespace splitee {
namespace {

struct AgainFlags {
    std::string session;
    std::int64_t run = 0;
    LiveFlags live;
};

// What a run was played in, opened again, and what it is made of now.
struct ReopenedWorld {
    TableSource tables;
    std::optional<LiveSource> live;
    std::unique_ptr<World> world;
    RunProvenance provenance;
};

Result<ReopenedWorld> reopenLive(const StoredRun& run, LiveFlags flags) {
    const std::string& source = run.provenance.source;   // "MODEL on DATASET"
    const std::size_t on = source.rfind(" on ");
    if (on == std::string::npos) return fail("run " + std::to_string(run.id) + " does not say what it was played on: '" + source + "'");
    flags.model = source.substr(0, on);
    flags.dataset = source.substr(on + 4);
    flags.distortion = run.provenance.distortion;
    auto opened = openLiveSource(flags, run.experiment.seed);
    if (!opened) return tl::unexpected(opened.error());
    ReopenedWorld reopened;
    reopened.live = std::move(*opened);
    auto world = reopened.live->model->liveWorld(reopened.live->dataset, 0, flags.threads);
    if (!world) return tl::unexpected(world.error());
    reopened.world = std::move(*world);
    reopened.provenance.modelHash = reopened.live->model->hash();
    reopened.provenance.dataHash = reopened.live->dataset->hash();
    reopened.provenance.libraries = ", LibTorch " + reopened.live->model->file().provenance.torch;
    return reopened;
}

Result<ReopenedWorld> reopen(SessionStore& session, const StoredRun& run, const AgainFlags& flags) {
    ReopenedWorld reopened;
    if (!run.provenance.modelHash.empty()) {
        auto live = reopenLive(run, flags.live);
        if (!live) return live;
        reopened = std::move(*live);
    } else {
        auto tables = tablesOf(session, run);
        if (!tables) return tl::unexpected(tables.error());
        reopened.tables = std::move(*tables);
        reopened.world = std::make_unique<ReplayWorld>(reopened.tables.all());
        reopened.provenance.dataHash = reopened.tables.hash;
    }
    const RunProvenance own = ownProvenance();
    reopened.provenance.program = own.program;
    reopened.provenance.cpu = own.cpu;
    reopened.provenance.threads = flags.live.threads;
    reopened.provenance.libraries = own.libraries + reopened.provenance.libraries;
    if (auto valid = validate(run.experiment, *reopened.world); !valid) return tl::unexpected(valid.error());
    return reopened;
}

std::string name(const StoredRun& run) {
    return "run " + std::to_string(run.id) + " (" + run.spec.policy + ", seed " + std::to_string(run.spec.seed) + ")";
}

int againNow(const AgainFlags& flags) {
    auto session = SessionStore::openReadOnly(flags.session);
    if (!session) return report(session.error());
    const auto run = session->run(flags.run);
    if (!run) return report(run.error());
    if (run->rounds == 0) return report({name(*run) + " keeps no rounds to compare with"});
    auto reopened = reopen(*session, *run, flags);
    if (!reopened) return report(reopened.error());
    Result<RunAgain> again;
    {
        ProgressLine progress;
        again = playAgain(*session, *run, *reopened->world, progress.sink(), cancelledByUser());
    }
    if (!again) return report(again.error(), cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    if (!again->difference) {
        std::printf("%s: identical, %lld rounds\n", name(*run).c_str(), static_cast<long long>(again->rounds));
        return kExitFine;
    }
    const std::string cause = likelyCause(run->provenance, reopened->provenance);
    std::printf("%s: differs from round %lld on: %s\nlikely cause: %s\n", name(*run).c_str(), static_cast<long long>(again->difference->round),
                again->difference->what.c_str(), cause.empty() ? "the session was changed by hand, or the program" : cause.c_str());
    return kExitFailed;
}

int resumeNow(const AgainFlags& flags) {
    auto session = SessionStore::open(flags.session);
    if (!session) return report(session.error());
    const auto run = session->run(flags.run);
    if (!run) return report(run.error());
    auto reopened = reopen(*session, *run, flags);
    if (!reopened) return report(reopened.error());
    if (reopened->provenance.dataHash != run->provenance.dataHash || reopened->provenance.modelHash != run->provenance.modelHash)
        return report({name(*run) + " cannot go on: " + likelyCause(run->provenance, reopened->provenance)});
    std::optional<RecalledWorld> recalled;
    if (reopened->live) recalled.emplace(*reopened->world, recallOf(*session, run->id));
    World& world = recalled ? static_cast<World&>(*recalled) : *reopened->world;
    Result<RunStatus> status;
    {
        ProgressLine progress;
        status = resumeRun(*session, *run, world, recalled ? &*recalled : nullptr, progress.sink(), cancelledByUser());
    }
    if (!status) return report(status.error());
    if (*status == RunStatus::Stopped) return report({"cancelled: the rounds so far are kept"}, kExitCancelled);
    std::printf("%s: went on from round %lld to its end\n", name(*run).c_str(), static_cast<long long>(run->rounds));
    return kExitFine;
}

}  // namespace

void addAgainVerbs(CLI::App& app, int& exitCode) {
    const auto flags = std::make_shared<AgainFlags>();
    auto* again = app.add_subcommand("again", "Repeat a kept run from its record: identical, or the first round that differs and why");
    auto* resume = app.add_subcommand("resume", "Go on with a run that was killed, stopped or failed, bit for bit");
    for (auto* verb : {again, resume}) {
        verb->add_option("--session", flags->session, "The session file")->required();
        verb->add_option("run", flags->run, "The run's number, as in splitee runs")->required();
        verb->add_option("--part", flags->live.part, "Part of a live run's dataset: train, validation or test")->capture_default_str();
        verb->add_option("--threads", flags->live.threads, "Compute threads of a live run")->capture_default_str()->check(CLI::Range(1, 64));
    }
    again->callback([flags, &exitCode] { exitCode = againNow(*flags); });
    resume->callback([flags, &exitCode] { exitCode = resumeNow(*flags); });
}

}  // namespace splitee
