// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/session/session_merge.h"

namespace splitee {
namespace {

struct MergeFlags {
    std::string out;
    std::vector<std::string> sessions;
    bool json = false;
};

int mergeNow(const MergeFlags& flags) {
    const auto stop = cancelledByUser();
    Result<MergeReport> merged;
    {
        ProgressLine progress;
        merged = mergeSessions(flags.out, {flags.sessions.begin(), flags.sessions.end()},
                               progress.sink(), stop);
    }
    if (!merged)
        return report(merged.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    if (flags.json) {
        printJson({{"session", flags.out},
                   {"sources", flags.sessions},
                   {"runs_added", merged->added},
                   {"runs_there_already", merged->same},
                   {"unfinished_left_out", merged->unfinished},
                   {"exit_tables_added", merged->tables}});
        return kExitFine;
    }
    std::printf("%s: %s added, %lld there already, %s added\n", printable(flags.out).c_str(),
                counted(merged->added, "run").c_str(), static_cast<long long>(merged->same),
                counted(merged->tables, "exit table").c_str());
    if (merged->unfinished > 0)
        std::printf("left out: %s\n", counted(merged->unfinished, "unfinished run").c_str());
    return kExitFine;
}

}  // namespace

void addMergeVerb(Command program) {
    const Command verb =
        program.addCommand("merge",
                           "Join sessions, such as the shards of a sweep: the same run "
                           "twice is one run, a conflict is an error");
    const auto flags = std::make_shared<MergeFlags>();
    verb.option("sessions", flags->sessions, "The sessions to join; they stay as they are")
        .required();
    verb.option("--out", flags->out, "The session to join into: created, or added to")
        .required()
        .fileNotStdout();
    verb.flag("--json", flags->json, "One JSON object on stdout");
    verb.footer(
        "Example: splitee merge --out all.splitee part1.splitee part2.splitee\n"
        "All or nothing: on an error or Ctrl-C the session to join into stays as it was. "
        "Unfinished runs are left out.");
    verb.onRun([flags] { return mergeNow(*flags); });
}

}  // namespace splitee
