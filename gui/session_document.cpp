#include "gui/session_document.h"

#include <algorithm>

#include "sources/kept_source.h"
#include "storage/session_copy.h"

namespace splitee {
namespace {

constexpr int kMostBeside = 100;   // windows of one day

bool goesWith(const StoredRun& run, const StoredRun& last) {
    return run.status == RunStatus::Interrupted && run.experiment == last.experiment && run.rounds == last.rounds &&
           run.spec.seed == last.spec.seed && run.provenance.source == last.provenance.source && run.provenance.distortion == last.provenance.distortion;
}

}  // namespace

Result<std::optional<CutShort>> lastCutShort(const std::filesystem::path& session) {
    auto store = SessionStore::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    std::vector<StoredRun> runs;   // the last ones that belong together
    const auto read = store->eachRun([&](const StoredRun& run) -> Result<void> {
        if (!runs.empty() && !goesWith(run, runs.back())) runs.clear();
        if (run.status == RunStatus::Interrupted && run.rounds > 0) runs.push_back(run);
        else runs.clear();
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    if (runs.empty()) return std::nullopt;
    auto file = experimentOf(runs.front());
    if (!file) return tl::unexpected(file.error());
    CutShort found{session, std::move(*file), {}, runs.front().rounds, runs.front().experiment.rounds};
    for (const StoredRun& run : runs) found.runs.push_back(run.id);
    return found;
}

SessionDocument::SessionDocument(QObject* parent) : QObject(parent) {}

SessionDocument::~SessionDocument() { cancelSaving(); }

// A folder that may not be written has no locks: writing to the session will fail there with a sentence of its own.
std::unique_ptr<QLockFile> SessionDocument::lockOf(const std::filesystem::path& file, bool& mine) const {
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string() + ".lock"));
    lock->setStaleLockTime(0);   // only the end of its window frees it
    mine = lock->tryLock(0) || lock->error() != QLockFile::LockFailedError;
    return lock;
}

Result<void> SessionDocument::take(const std::filesystem::path& file) {
    if (file == file_) return {};
    bool mine = false;
    auto lock = lockOf(file, mine);
    if (!mine) return fail("session " + file.string() + " is open in another window: it may be looked at here, but runs made here are kept in " + file_.string());
    lock_ = std::move(lock);
    file_ = file;
    emit taken();
    return {};
}

void SessionDocument::takeFree(const std::filesystem::path& file) {
    for (int beside = 1; beside <= kMostBeside; ++beside) {
        const std::string number = beside == 1 ? "" : "-" + std::to_string(beside);
        if (take(file.parent_path() / (file.stem().string() + number + file.extension().string()))) return;
    }
    file_ = file;
    emit taken();
}

void SessionDocument::saveTo(const std::filesystem::path& to, bool andTake) {
    if (saving_) return;
    saving_ = true;
    copying_ = std::jthread([this, from = file_, to, andTake](const std::stop_token& stop) {
        int told = -1;
        const auto copied = copySession(from, to, [&](const Progress& progress) {
            const int percent = progress.total > 0 ? static_cast<int>(100 * progress.done / progress.total) : 0;
            if (percent == told) return;
            told = percent;
            QMetaObject::invokeMethod(this, [this, percent] { emit progressed(percent); });
        }, stop);
        QMetaObject::invokeMethod(this, [this, to, andTake, copied] {
            saving_ = false;
            if (!copied) return emit failed(QString::fromStdString(copied.error().message));
            if (andTake)
                if (auto taken = take(to); !taken) return emit failed(QString::fromStdString(taken.error().message));
            emit saved(QString::fromStdString(to.string()));
        });
    });
}

void SessionDocument::cancelSaving() { copying_.request_stop(); }

void SessionDocument::lookForCutShort(const std::vector<std::filesystem::path>& sessions) {
    looking_ = std::jthread([this, sessions](const std::stop_token& stop) {
        for (const auto& session : sessions) {
            if (stop.stop_requested()) return;
            const auto runs = lastCutShort(session);   // a session that cannot be read is told of when it is opened
            if (!runs || !*runs) continue;
            QMetaObject::invokeMethod(this, [this, found = **runs] { emit this->found(found); });
            return;
        }
    });
}

}  // namespace splitee
