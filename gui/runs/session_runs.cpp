// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/session_runs.h"

#include <chrono>
#include <memory>
#include <utility>

namespace splitee {
namespace {

constexpr std::chrono::milliseconds kHandOverEvery{500};

struct ReadSession {
    std::vector<RunRow> rows;
    std::vector<SavedView> views;
};

// A file that is not there yet has no runs; views that cannot be read are none.
Result<ReadSession> readSession(const std::filesystem::path& session, const ProgressSink& progress,
                                const std::stop_token& stop) {
    std::error_code error;
    if (!std::filesystem::exists(session, error)) return ReadSession{};
    auto rows = readRows(session, progress, stop);
    if (!rows) return tl::unexpected(rows.error());
    ReadSession read{std::move(*rows), {}};
    if (auto store = Session::openReadOnly(session))
        read.views = store->marks().views().value_or(std::vector<SavedView>());
    return read;
}

// The values of some runs, on their way to the window.
struct FollowedPart {
    std::vector<std::int64_t> runs;
    std::vector<std::vector<double>> values;
};

}  // namespace

SessionRuns::~SessionRuns() {
    readingStop_.request_stop();
    followingStop_.request_stop();
}

void SessionRuns::read(const std::filesystem::path& session) {
    readingStop_.request_stop();
    followingStop_.request_stop();
    readingStop_ = std::stop_source();
    session_ = session;
    reading_ = true;
    queue_.add(
        readingStop_.get_token(),
        [session](const std::stop_token& stop, const ProgressSink& progress) {
            return readSession(session, progress, stop);
        },
        [this](Result<ReadSession> read) {
            reading_ = false;
            if (!read) emit failed(QString::fromStdString(read.error().message));
            ReadSession shown = read ? std::move(*read) : ReadSession();
            emit loaded(shown.rows, shown.views);
        },
        [this](const Progress& at) { emit progressed(at.done, at.total); });
}

void SessionRuns::follow(const std::vector<std::int64_t>& runs,
                         const std::vector<RoundColumn>& columns) {
    followingStop_.request_stop();
    followingStop_ = std::stop_source();
    const auto work = [this, session = session_, runs, columns](const std::stop_token& stop,
                                                                const ProgressSink& progress) {
        auto part = std::make_shared<FollowedPart>();
        auto since = std::chrono::steady_clock::now();
        const auto handOver = [&] {
            QMetaObject::invokeMethod(this, [this, part, columns, stop] {
                if (!stop.stop_requested()) emit followed(part->runs, columns, part->values);
            });
            part = std::make_shared<FollowedPart>();
            since = std::chrono::steady_clock::now();
        };
        const auto done = followRounds(
            session, runs, columns,
            [&](std::int64_t run, const std::vector<double>& values) {
                part->runs.push_back(run);
                part->values.push_back(values);
                if (std::chrono::steady_clock::now() - since > kHandOverEvery) handOver();
            },
            progress, stop);
        handOver();
        return done;
    };
    queue_.add(
        followingStop_.get_token(), work,
        [this](const Result<void>& done) {
            if (!done) emit failed(QString::fromStdString(done.error().message));
            emit followedAll();
        },
        [this](const Progress& at) { emit progressed(at.done, at.total); });
}

void SessionRuns::change(Change what, std::function<void()> then) {
    ++writing_;
    queue_.add(
        [session = session_, what = std::move(what)]() -> Result<void> {
            auto store = Session::open(session);
            if (!store) return tl::unexpected(store.error());
            return what(*store);
        },
        [this, then = std::move(then)](const Result<void>& done) {
            --writing_;
            if (!done) return emit notWritten(QString::fromStdString(done.error().message));
            if (then) then();
            emit written();
        });
}

void SessionRuns::write(const MarkedRuns& marks) {
    change([marks](Session& store) {
        return store.inTransaction([&]() -> Result<void> {
            for (const auto& [run, mark] : marks)
                if (auto set = store.marks().set(run, mark); !set) return set;
            return {};
        });
    });
}

void SessionRuns::emptyTrash() {
    const auto removed = std::make_shared<std::int64_t>();
    change(
        [removed](Session& store) -> Result<void> {
            const auto runs = store.marks().emptyTrash();
            if (!runs) return tl::unexpected(runs.error());
            *removed = *runs;
            return {};
        },
        [this, removed] { emit trashEmptied(*removed); });
}

void SessionRuns::keepView(const SavedView& view) {
    change([view](Session& store) { return store.marks().keepView(view); });
}

void SessionRuns::removeView(const std::string& name) {
    change([name](Session& store) { return store.marks().removeView(name); });
}

}  // namespace splitee
