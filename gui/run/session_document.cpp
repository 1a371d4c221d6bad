// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/session_document.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "engine/run/policy_entry.h"
#include "sources/kept_source.h"
#include "storage/session/session_copy.h"

namespace splitee {
namespace {

constexpr int kMostBeside = 100;                    // windows of one day
constexpr int kOldLockDays = 2;                     // no window plays that long unattended
constexpr std::int64_t kMostBesideEachOther = 100;  // runs, as entriesIn() allows

// One lock for all names of a session.
std::filesystem::path oneName(const std::filesystem::path& named) {
    std::error_code error;
    std::filesystem::path file = std::filesystem::weakly_canonical(named, error);
    return error ? named : file;
}

QString lockName(const std::filesystem::path& file) {
    return QString::fromStdString(file.string() + ".lock");
}

bool mayGoOn(const StoredRun& run) {
    return run.rounds > 0 && (run.status == RunStatus::Interrupted ||
                              run.status == RunStatus::Stopped || run.status == RunStatus::Failed);
}

// The run of an entry holds its own parameters, and a list that means the same.
bool sameExperiment(const Experiment& one, const Experiment& other) {
    return one == other || ((hasOwnParameters(one.policies) || hasOwnParameters(other.policies)) &&
                            playedAlone(one) == playedAlone(other));
}

std::string entryOfRun(const StoredRun& run) { return wholeEntry(run.experiment, run.spec.policy); }

// Played side by side by a window: one seed, one schedule, the same rounds.
bool playedLike(const StoredRun& run, const StoredRun& other) {
    return run.rounds == other.rounds && sameExperiment(run.experiment, other.experiment) &&
           run.spec.seed == other.spec.seed && run.provenance.source == other.provenance.source &&
           run.provenance.distortion == other.provenance.distortion;
}

bool goesWith(const StoredRun& run, const StoredRun& other) {
    return run.status == other.status && playedLike(run, other);
}

// A full disk may hold the end of one run and no longer that of the next: they ended together, as
// soon as there is room.
Result<void> endWhatWasLeftOpen(const std::filesystem::path& session,
                                const std::vector<StoredRun>& runs, const StoredRun& ended) {
    std::vector<std::int64_t> open;
    for (const StoredRun& run : runs)
        if (run.status == RunStatus::Running && playedLike(run, ended) &&
            std::abs(run.id - ended.id) <= kMostBesideEachOther)
            open.push_back(run.id);
    if (open.empty()) return {};
    auto store = Session::open(session);
    if (!store) return tl::unexpected(store.error());
    for (const std::int64_t id : open)
        (void)store->runs().finish(id, ended.status, ended.message,
                                   "");  // refused where another program plays it
    return {};
}

Result<CutShort> together(const std::filesystem::path& session, const std::vector<StoredRun>& runs,
                          std::size_t at) {
    const StoredRun& run = runs[at];
    std::set<std::string> policies{
        entryOfRun(run)};  // each once: what comes next may be the same experiment played again
    std::size_t first = at, last = at;
    while (first > 0 && goesWith(runs[first - 1], run) &&
           policies.insert(entryOfRun(runs[first - 1])).second)
        --first;
    while (last + 1 < runs.size() && goesWith(runs[last + 1], run) &&
           policies.insert(entryOfRun(runs[last + 1])).second)
        ++last;
    // Where a plain policy plays, its run has the list as it was written: the shortest.
    std::size_t plainest = at;
    for (std::size_t k = first; k <= last; ++k)
        if (runs[k].experiment.policies.size() < runs[plainest].experiment.policies.size())
            plainest = k;
    auto file = experimentOf(runs[plainest]);
    if (!file) return tl::unexpected(file.error());
    CutShort found{session, std::move(*file), {}, run.rounds, run.experiment.rounds};
    for (std::size_t k = first; k <= last; ++k) found.runs.push_back(runs[k].id);
    return found;
}

}  // namespace

Result<std::optional<CutShort>> lastCutShort(const std::filesystem::path& session) {
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    const auto runs = store->runs().all();
    if (!runs) return tl::unexpected(runs.error());
    if (runs->empty() || !mayGoOn(runs->back()) || runs->back().marks.trashed ||
        runs->back().status != RunStatus::Interrupted || runs->back().experiment.seeds != 1)
        return std::nullopt;
    auto found = together(session, *runs, runs->size() - 1);
    if (!found) return tl::unexpected(found.error());
    return *found;
}

Result<CutShort> cutShortWith(const std::filesystem::path& session, std::int64_t run, bool idle) {
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    const auto runs = store->runs().all();
    if (!runs) return tl::unexpected(runs.error());
    const auto at = std::ranges::find(*runs, run, &StoredRun::id);
    if (at == runs->end())
        return fail("session " + session.string() + " has no run " + std::to_string(run));
    const std::string name = "run " + std::to_string(run);
    StoredRun ended = *at;
    if (idle && ended.status == RunStatus::Running) {
        ended.status = RunStatus::Interrupted;
        ended.message = "the session had no room for its end";
    }
    if (!mayGoOn(ended))
        return fail(name + " cannot go on: it is " + std::string(toText(at->status)) +
                    (at->rounds == 0 ? " and keeps no rounds" : ""));
    if (at->experiment.seeds != 1 || at->spec.seed != at->experiment.seed)
        return fail(name +
                    " is one of many seeds, which no window plays: use splitee resume --session " +
                    session.string() + " " + std::to_string(run));
    if (auto closed = endWhatWasLeftOpen(session, *runs, ended); !closed)
        return tl::unexpected(closed.error());
    const auto now = store->runs().all();
    if (!now) return tl::unexpected(now.error());
    if (!mayGoOn((*now)[static_cast<std::size_t>(at - runs->begin())]))
        return fail(name + " cannot go on: another program is playing it");
    return together(session, *now, static_cast<std::size_t>(at - runs->begin()));
}

// A folder that may not be written has no locks: writing to the session will fail there with a
// sentence of its own.
std::unique_ptr<QLockFile> SessionDocument::lockOf(const std::filesystem::path& file,
                                                   bool& mine) const {
    auto lock = std::make_unique<QLockFile>(lockName(file));
    lock->setStaleLockTime(0);  // only the end of its window frees it
    mine = lock->tryLock(0) || lock->error() != QLockFile::LockFailedError;
    return lock;
}

std::optional<FarLock> SessionDocument::farLockOf(const std::filesystem::path& named) {
    const QString name = lockName(oneName(named));
    qint64 process = 0;
    QString host, program;
    if (!QLockFile(name).getLockInfo(&process, &host, &program)) return std::nullopt;
    const int days =
        static_cast<int>(QFileInfo(name).lastModified().daysTo(QDateTime::currentDateTime()));
    if (host == QSysInfo::machineHostName() && days < kOldLockDays) return std::nullopt;
    return FarLock{host, days};
}

Result<void> SessionDocument::takeOver(const std::filesystem::path& named) {
    if (farLockOf(named)) QFile::remove(lockName(oneName(named)));
    return writeTo(named);
}

Result<void> SessionDocument::writeTo(const std::filesystem::path& named) {
    const std::filesystem::path file = oneName(named);
    if (file == file_) return {};
    bool mine = false;
    auto lock = lockOf(file, mine);
    const auto far = mine ? std::nullopt : farLockOf(file);
    if (far)
        return fail("session " + file.string() + " was locked " + std::to_string(far->days) +
                    " days ago by a window on host " + far->host.toStdString() +
                    ": if that is gone, take the session over; runs made here are kept in " +
                    file_.string());
    if (!mine)
        return fail("session " + file.string() +
                    " is open in another window: it may be looked at here, but runs made here are "
                    "kept in " +
                    file_.string());
    lock_ = std::move(lock);
    file_ = file;
    emit fileChanged();
    return {};
}

bool SessionDocument::use(const std::filesystem::path& named) {
    const auto taken = writeTo(named);
    if (!taken)
        emit refused(QString::fromStdString(taken.error().message), named,
                     farLockOf(named).has_value());
    return taken.has_value();
}

void SessionDocument::writeToFree(const std::filesystem::path& file) {
    for (int beside = 1; beside <= kMostBeside; ++beside) {
        std::string name = file.stem().string();
        if (beside > 1) name.append("-").append(std::to_string(beside));
        if (writeTo(file.parent_path() / name.append(file.extension().string()))) return;
    }
    file_ = file;
    emit fileChanged();
}

void SessionDocument::saveTo(const std::filesystem::path& to, bool andTake) {
    if (saving()) return;
    percent_ = -1;
    copying_.start(
        [from = file_, to](const std::stop_token& stop, const ProgressSink& progress) {
            return copySession(from, to, progress, stop);
        },
        [this, to, andTake](const Result<void>& copied) {
            if (!copied) return emit failed(QString::fromStdString(copied.error().message));
            if (andTake)
                if (auto taken = writeTo(to); !taken)
                    return emit failed(QString::fromStdString(taken.error().message));
            emit saved(QString::fromStdString(to.string()));
        },
        [this](const Progress& at) {
            const int percent = at.total > 0 ? static_cast<int>(100 * at.done / at.total) : 0;
            if (std::exchange(percent_, percent) != percent) emit progressed(percent);
        });
}

// A session that cannot be read is told of when it is opened.
void SessionDocument::lookForCutShort(const std::vector<std::filesystem::path>& sessions) {
    looking_.start(
        [sessions](const std::stop_token& stop) -> Result<std::optional<CutShort>> {
            for (const auto& session : sessions) {
                if (stop.stop_requested()) return fail("cancelled");
                const auto runs = lastCutShort(session);
                if (runs && *runs) return *runs;
            }
            return std::nullopt;
        },
        [this](const Result<std::optional<CutShort>>& runs) {
            if (runs && *runs) emit found(**runs);
        });
}

void SessionDocument::requestCutShort(const std::filesystem::path& session, std::int64_t run,
                                      bool idle) {
    looking_.start([session, run, idle] { return cutShortWith(session, run, idle); },
                   [this](const Result<CutShort>& runs) {
                       if (runs)
                           emit wanted(*runs);
                       else
                           emit failed(QString::fromStdString(runs.error().message));
                   });
}

}  // namespace splitee
