// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session_words.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace splitee {
namespace {

std::optional<std::int64_t> runNumber(const std::string& word) {
    std::int64_t number = 0;
    const char* end = word.data() + word.size();
    const auto [stopped, error] = std::from_chars(word.data(), end, number);
    return error == std::errc() && stopped == end && number > 0 ? std::optional(number)
                                                                : std::nullopt;
}

std::string usage(const SessionWords& words, RunWords takes) {
    const std::string runs = takes == RunWords::None      ? ""
                             : takes == RunWords::One     ? " RUN"
                             : takes == RunWords::Several ? " RUN .."
                                                          : " [RUN ..]";
    return "splitee " + words.verb + " SESSION" + runs;
}

}  // namespace

void addSessionWords(const Command& verb, const std::string& name, SessionWords& words,
                     RunWords takes) {
    words.verb = name;
    const std::string runs = takes == RunWords::None ? ""
                             : takes == RunWords::One
                                 ? ", then the run's number, as splitee runs lists it"
                             : takes == RunWords::AnyOrAll
                                 ? ", then numbers of runs, as splitee runs lists them; none: all"
                             : takes == RunWords::AnyOrUnfinished
                                 ? ", then numbers of runs; none: all that are not finished"
                                 : ", then numbers of runs, as splitee runs lists them";
    verb.option("session", words.words, "The session file" + runs);
    verb.option("--session", words.session, "The session file; then all words are runs").fileName();
    if (takes == RunWords::Several) verb.flag("--all", words.all, "All runs of the session");
}

Result<NamedRuns> namedRuns(const SessionWords& words, RunWords takes) {
    NamedRuns named{words.session, {}, words.all};
    auto word = words.words.begin();
    if (named.session.empty()) {
        if (word == words.words.end() || word->empty())
            return fail("name the session, as in " + usage(words, takes));
        named.session = *word++;
    }
    for (; word != words.words.end(); ++word) {
        const auto number = runNumber(*word);
        if (takes == RunWords::None)
            return fail("'" + word->substr(0, 100) +
                        "' is one word too many: " + usage(words, takes));
        if (!number)
            return fail("run '" + word->substr(0, 100) +
                        "' is not a number from 1 on: " + usage(words, takes));
        if (std::ranges::find(named.runs, *number) == named.runs.end())
            named.runs.push_back(*number);
    }
    if (words.all && !named.runs.empty())
        return fail("--all and numbers of runs exclude each other: name one or the other");
    if (takes == RunWords::AnyOrAll || takes == RunWords::AnyOrUnfinished)
        named.all = named.runs.empty();
    const bool none = named.runs.empty() && !named.all && takes != RunWords::None;
    if (none)
        return fail("name a run of " + named.session + ", as in " + usage(words, takes) +
                    (takes == RunWords::Several ? ", or --all" : ""));
    if (takes == RunWords::One && named.runs.size() > 1)
        return fail("one run at a time, as in " + usage(words, takes));
    return named;
}

Result<std::vector<StoredRun>> readRuns(Session& session, const NamedRuns& named) {
    if (named.all) return session.runs().all();
    std::vector<StoredRun> runs;
    for (const std::int64_t number : named.runs) {
        auto run = session.runs().find(number);
        if (!run) return tl::unexpected(run.error());
        runs.push_back(std::move(*run));
    }
    return runs;
}

}  // namespace splitee
