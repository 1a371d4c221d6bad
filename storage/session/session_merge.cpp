// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_merge.h"

#include <algorithm>
#include <map>
#include <string>

#include "storage/session/run_identity.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"
#include "storage/session/session_digest.h"

namespace splitee {
namespace {

constexpr std::int64_t kMergePage = 65536;
constexpr std::int64_t kMostMerged = 1'000'000;  // that a session is read with

// A run that `out` holds by now.
struct Known {
    std::int64_t id = 0;
    bool rounds = false;
    DigestValue figures{};
    std::size_t session = 0;  // where it came from: 0 is `out` itself
    std::int64_t number = 0;  // there
};

DigestValue digestOf(const std::string& figures) {
    Digest digest;
    digest.add(figures);
    return digest.value();
}

std::string runOf(std::int64_t number, const std::string& file) {
    return "run " + std::to_string(number) + " of " + file;
}

class Merger {
public:
    Merger(Session& out, std::int64_t total, const ProgressSink& progress,
           const std::stop_token& stop)
        : out_(out), total_(total), progress_(progress), stop_(stop), files_{out.file()} {}

    Result<void> learnOut() {
        return out_.runs().forEach([&](const StoredRun& run) -> Result<void> {
            if (run.status == RunStatus::Finished)
                known_.try_emplace(identityOf(run),
                                   Known{run.id, run.rounds > 0,
                                         digestOf(comparableFigures(run.summary)), 0, run.id});
            return {};
        });
    }

    Result<void> join(Session& input) {
        files_.push_back(input.file());
        if (auto tables = joinTables(input); !tables) return tables;
        if (auto views = joinViews(input); !views) return views;
        return input.runs().forEach([&](const StoredRun& run) { return joinRun(input, run); });
    }

    [[nodiscard]] const MergeReport& report() const { return report_; }

private:
    Result<void> joinTables(Session& input) {
        const auto names = input.tables().names();
        if (!names) return tl::unexpected(names.error());
        const auto before = out_.tables().names();
        if (!before) return tl::unexpected(before.error());
        for (const std::string& name : *names) {
            const auto table = input.tables().load(name);
            if (!table)
                return fail("cannot join session " + input.file() + ": " + table.error().message);
            if (auto kept = out_.tables().keep(*table); !kept) return tl::unexpected(kept.error());
        }
        const auto after = out_.tables().names();
        if (!after) return tl::unexpected(after.error());
        report_.tables +=
            static_cast<std::int64_t>(after->size()) - static_cast<std::int64_t>(before->size());
        return {};
    }

    Result<void> joinRun(Session& input, const StoredRun& run) {
        if (stop_.stop_requested()) return fail("cancelled: " + out_.file() + " is as it was");
        if (progress_) progress_({"joining sessions", ++seen_, total_, "runs", ""});
        if (run.status != RunStatus::Finished) {
            ++report_.unfinished;
            return {};
        }
        if (auto valid = checkFields(run.experiment); !valid)
            return fail("cannot join session " + input.file() + ": its run " +
                        std::to_string(run.id) + " is damaged: " + valid.error().message);
        const DigestValue identity = identityOf(run);
        const auto found = known_.find(identity);
        if (found != known_.end()) return joinSame(input, run, found->second);
        if (static_cast<std::int64_t>(known_.size()) >= kMostMerged)
            return fail("cannot join session " + input.file() +
                        ": there would be more than 1,000,000 runs; join fewer sessions");
        const auto id = out_.runs().add(run);
        if (!id) return tl::unexpected(id.error());
        known_.emplace(identity,
                       Known{*id, run.rounds > 0, digestOf(comparableFigures(run.summary)),
                             files_.size() - 1, run.id});
        ++report_.added;
        return copyRounds(input, run.id, *id);
    }

    Result<void> joinSame(Session& input, const StoredRun& run, Known& known) {
        const auto conflict = [&](const std::string& what) {
            return fail("cannot join sessions: " + runOf(run.id, input.file()) + " and " +
                        runOf(known.number, files_[known.session]) + " are the same run (" +
                        describe(run) + "), but " + what +
                        ": one of them was made by another version of the program or is damaged");
        };
        if (digestOf(comparableFigures(run.summary)) != known.figures) {
            const auto other = out_.runs().find(known.id);
            return other ? conflict(firstDifference(run.summary, other->summary))
                         : tl::unexpected(other.error());
        }
        ++report_.same;
        if (auto marked = joinMarks(run, known); !marked) return marked;
        if (run.rounds == 0) return {};
        if (!known.rounds) {
            known.rounds = true;
            return copyRounds(input, run.id, known.id);
        }
        const auto theirs = roundsDigest(input, run.id, stop_);
        if (!theirs) return tl::unexpected(theirs.error());
        const auto ours = roundsDigest(out_, known.id, stop_);
        if (!ours) return tl::unexpected(ours.error());
        return *theirs == *ours ? Result<void>() : conflict("their rounds differ");
    }

    // Somebody's marks are not lost, and never replace others.
    Result<void> joinMarks(const StoredRun& run, const Known& known) {
        if (run.marks == RunMarks{}) return {};
        const auto ours = out_.runs().find(known.id);
        if (!ours) return tl::unexpected(ours.error());
        return ours->marks == RunMarks{} ? out_.marks().set(known.id, run.marks) : Result<void>();
    }

    Result<void> joinViews(Session& input) {
        const auto theirs = input.marks().views();
        if (!theirs) return tl::unexpected(theirs.error());
        const auto ours = out_.marks().views();
        if (!ours) return tl::unexpected(ours.error());
        for (const SavedView& view : *theirs) {
            if (std::ranges::find(*ours, view.name, &SavedView::name) != ours->end()) continue;
            if (auto kept = out_.marks().keepView(view); !kept) return kept;
        }
        return {};
    }

    Result<void> copyRounds(Session& input, std::int64_t from, std::int64_t to) {
        RunWriter writer(out_, to);
        for (std::int64_t first = 1;;) {
            const auto page = input.rounds().read(from, first, kMergePage);
            if (!page) return tl::unexpected(page.error());
            const auto recalled = input.rounds().recalled(from, first, kMergePage);
            if (!recalled) return tl::unexpected(recalled.error());
            std::vector<SeenExits> seen;
            for (const RecalledRound& round : *recalled) seen.push_back(round.seen);
            if (!page->empty())
                if (auto written = writer.write(*page, seen); !written) return written;
            if (static_cast<std::int64_t>(page->size()) < kMergePage) return {};
            if (stop_.stop_requested()) return fail("cancelled: " + out_.file() + " is as it was");
            first = page->back().round + 1;
        }
    }

    Session& out_;
    std::int64_t total_, seen_ = 0;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    std::map<DigestValue, Known> known_;
    std::vector<std::string> files_;
    MergeReport report_;
};

bool sameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

void removeMerged(const std::filesystem::path& path) {
    std::error_code error;
    for (const char* ending : {"", "-wal", "-shm"})
        std::filesystem::remove(path.string() + ending, error);
}

Result<MergeReport> mergeInto(const std::filesystem::path& path,
                              const std::vector<std::filesystem::path>& inputs, std::int64_t total,
                              const ProgressSink& progress, const std::stop_token& stop) {
    auto out = Session::open(path, Session::Access::Write);
    if (!out) return tl::unexpected(out.error());
    Merger merger(*out, total, progress, stop);
    auto merged = out->inTransaction([&]() -> Result<void> {
        if (auto learned = merger.learnOut(); !learned) return learned;
        for (const auto& file :
             inputs) {  // one open at a time: an array of jobs leaves more than a process may open
            auto input = Session::open(file, Session::Access::ReadOnly);
            if (!input) return tl::unexpected(input.error());
            if (auto joined = merger.join(*input); !joined) return joined;
        }
        return {};
    });
    if (!merged) return tl::unexpected(merged.error());
    return merger.report();
}

}  // namespace

Result<MergeReport> mergeSessions(const std::filesystem::path& out,
                                  const std::vector<std::filesystem::path>& inputs,
                                  const ProgressSink& progress, std::stop_token stop) {
    std::int64_t total = 0;
    for (const auto& input : inputs) {  // all of them before anything is written
        if (sameFile(out, input))
            return fail("cannot join session " + input.string() +
                        " into itself: name another file to join into");
        auto session = Session::open(input, Session::Access::ReadOnly);
        if (!session) return tl::unexpected(session.error());
        const auto count = session->runs().count();
        if (!count) return tl::unexpected(count.error());
        total += *count;
    }
    std::error_code error;
    const bool existed = std::filesystem::exists(out, error);
    auto merged = mergeInto(out, inputs, total, progress, stop);
    if (!merged && !existed) removeMerged(out);
    return merged;
}

}  // namespace splitee
