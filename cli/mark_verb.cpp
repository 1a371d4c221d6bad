// SPDX-License-Identifier: GPL-3.0-or-later
// mark: what people say of runs: stars, tags, names, notes, the trash.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/run_json.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

namespace splitee {
namespace {

struct MarkFlags {
    SessionWords words;
    bool star = false, noStar = false, trash = false, restore = false, json = false;
    std::vector<std::string> tags, untags;
    std::string name, note;
};

std::string without(const std::string& tags, const std::string& removed) {
    const std::string list = ", " + tidyTags(removed) + ", ";
    std::string kept, rest = tags;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(", "), rest.size());
        const std::string tag = rest.substr(0, comma);
        rest.erase(0, std::min(comma + 2, rest.size()));
        if (list.find(", " + tag + ", ") == std::string::npos)
            kept += (kept.empty() ? "" : ", ") + tag;
    }
    return kept;
}

RunMarks changed(const Command& verb, const MarkFlags& flags, RunMarks marks) {
    if (flags.star || flags.noStar) marks.starred = flags.star;
    if (flags.trash || flags.restore) marks.trashed = flags.trash;
    if (verb.given("--name")) marks.name = flags.name;
    if (verb.given("--note")) marks.note = flags.note;
    for (const std::string& tag : flags.untags) marks.tags = without(marks.tags, tag);
    for (const std::string& tag : flags.tags) marks.tags = tidyTags(marks.tags + "," + tag);
    return marks;
}

Result<void> check(const Command& verb, const MarkFlags& flags) {
    if (flags.star && flags.noStar) return fail("--star and --no-star exclude each other");
    if (flags.trash && flags.restore) return fail("--trash and --restore exclude each other");
    const bool any = flags.star || flags.noStar || flags.trash || flags.restore ||
                     verb.given("--name") || verb.given("--note") || !flags.tags.empty() ||
                     !flags.untags.empty();
    if (any) return {};
    return fail(
        "name what to mark: --star, --tag, --name, --note or --trash, or their opposites "
        "--no-star, "
        "--untag and --restore");
}

int markNow(const Command& verb, const MarkFlags& flags) {
    const auto named = namedRuns(flags.words, RunWords::Several);
    if (!named) return report(named.error(), kExitUsage);
    if (auto valid = check(verb, flags); !valid) return report(valid.error(), kExitUsage);
    // Writing makes a session where there is none: marks need one.
    if (auto there = Session::openReadOnly(named->session); !there) return report(there.error());
    auto session = Session::open(named->session);
    if (!session) return report(session.error());
    auto runs = readRuns(*session, *named);
    if (!runs) return report(runs.error());
    const auto marked = session->inTransaction([&]() -> Result<void> {
        for (StoredRun& run : *runs) {
            run.marks = changed(verb, flags, std::move(run.marks));
            if (auto set = session->marks().set(run.id, run.marks); !set) return set;
        }
        return {};
    });
    if (!marked) return report(marked.error());
    if (flags.json) {
        nlohmann::json all = nlohmann::json::array();
        for (const StoredRun& run : *runs) all.push_back(runJson(run));
        printJson(all);
        return kExitFine;
    }
    std::printf("%s: %s marked\n", printable(named->session).c_str(),
                counted(static_cast<std::int64_t>(runs->size()), "run").c_str());
    return kExitFine;
}

}  // namespace

void addMarkVerb(Command program) {
    const auto flags = std::make_shared<MarkFlags>();
    const Command verb = program.addCommand(
        "mark", "Star, tag, name or note runs, or put them into the trash: no part of a digest");
    addSessionWords(verb, "mark", flags->words, RunWords::Several);
    verb.flag("--star", flags->star, "Star them");
    verb.flag("--no-star", flags->noStar, "Take the star away");
    verb.option("--tag", flags->tags, "Add a tag; may be given several times").oneValueEach();
    verb.option("--untag", flags->untags, "Remove a tag; may be given several times")
        .oneValueEach();
    verb.option("--name", flags->name, "What you call them; '' for no name");
    verb.option("--note", flags->note, "What you noted; '' for none");
    verb.flag("--trash", flags->trash, "Into the trash: kept, but left out of tables and reports");
    verb.flag("--restore", flags->restore, "Out of the trash");
    verb.flag("--json", flags->json, "The runs as they are then, as JSON on stdout");
    verb.footer("Example: splitee mark my.splitee 3 4 --star --tag 'for the paper'");
    verb.onRun([verb, flags] { return markNow(verb, *flags); });
}

}  // namespace splitee
