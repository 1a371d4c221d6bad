// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/session/session_check.h"

namespace splitee {
namespace {

struct CheckFlags {
    SessionWords words;
    std::string session, recover;
    bool json = false;
};

void list(const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences)
        std::printf("  %s\n", printable(sentence).c_str());
    if (sentences.size() == SessionCheck::kMostFaults) std::printf("  ... and perhaps more\n");
}

int recoverNow(const CheckFlags& flags) {
    const auto stop = cancelledByUser();
    Result<SessionRecovery> saved;
    {
        ProgressLine progress;
        saved = recoverSession(flags.session, flags.recover, progress.sink(), stop);
    }
    if (!saved) return report(saved.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    if (flags.json) {
        printJson({{"session", flags.session},
                   {"recovered_to", flags.recover},
                   {"runs", saved->runs},
                   {"rounds", saved->rounds},
                   {"exit_tables", saved->tables},
                   {"lost", saved->lost}});
        return kExitFine;
    }
    std::printf("%s: %s, %s and %s recovered\n", printable(flags.recover).c_str(),
                counted(saved->runs, "run").c_str(), counted(saved->rounds, "round").c_str(),
                counted(saved->tables, "exit table").c_str());
    list(saved->lost);
    return kExitFine;
}

int checkNow(const CheckFlags& flags) {
    if (!flags.recover.empty()) return recoverNow(flags);
    const auto stop = cancelledByUser();
    Result<SessionCheck> found;
    {
        ProgressLine progress;
        found = checkSession(flags.session, progress.sink(), stop);
    }
    if (!found) return report(found.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    if (flags.json) {
        printJson({{"session", flags.session},
                   {"runs", found->runs},
                   {"rounds", found->rounds},
                   {"exit_tables", found->tables},
                   {"whole", found->faults.empty()},
                   {"faults", found->faults}});
        return found->faults.empty() ? kExitFine : kExitFailed;
    }
    std::printf("%s: %s, %s, %s: %s\n", printable(flags.session).c_str(),
                counted(found->runs, "run").c_str(), counted(found->rounds, "round").c_str(),
                counted(found->tables, "exit table").c_str(),
                found->faults.empty() ? "whole" : "damaged");
    list(found->faults);
    if (found->faults.empty()) return kExitFine;
    std::printf("save what can be read: splitee check --recover NEW.splitee %s\n",
                printable(flags.session).c_str());
    return kExitFailed;
}

}  // namespace

void addCheckVerb(Command program) {
    const Command verb = program.addCommand(
        "check", "Is a session whole? --recover saves what can be read of one that is not");
    const auto flags = std::make_shared<CheckFlags>();
    addSessionWords(verb, "check", flags->words, RunWords::None);
    verb.option("--recover", flags->recover, "A new session for what can be read").fileNotStdout();
    verb.flag("--json", flags->json, "One JSON object on stdout");
    verb.onRun([flags] {
        const auto named = namedRuns(flags->words, RunWords::None);
        if (!named) return report(named.error(), kExitUsage);
        flags->session = named->session;
        return checkNow(*flags);
    });
}

}  // namespace splitee
