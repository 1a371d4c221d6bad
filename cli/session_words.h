// SPDX-License-Identifier: GPL-3.0-or-later
// SESSION [RUN ..]: the words after a verb that name a session and runs in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "storage/session/session.h"

namespace splitee {

/// What was typed. `--session S` may name the session too; then every word is a run.
struct SessionWords {
    std::string verb;     ///< "show", for errors
    std::string session;  ///< of --session
    std::vector<std::string> words;
    bool all = false;  ///< --all
};

enum class RunWords {
    None,            ///< SESSION alone
    One,             ///< SESSION RUN
    Several,         ///< SESSION RUN .., or --all
    AnyOrAll,        ///< SESSION [RUN ..]: without a number it is all of them
    AnyOrUnfinished  ///< the same with all that are not finished
};

/// Adds the words, --session and, where runs may be several, --all to `verb`.
void addSessionWords(const Command& verb, const std::string& name, SessionWords& words,
                     RunWords takes);

/// Runs of a session by their numbers, in the order they were named.
struct NamedRuns {
    std::string session;
    std::vector<std::int64_t> runs;
    bool all = false;  ///< all of them: `runs` is empty
};

/// The error, bad usage, says what is missing or is no number.
[[nodiscard]] Result<NamedRuns> namedRuns(const SessionWords& words, RunWords takes);

/// Reads them. The error names a run that the session lacks.
[[nodiscard]] Result<std::vector<StoredRun>> readRuns(Session& session, const NamedRuns& named);

}  // namespace splitee
