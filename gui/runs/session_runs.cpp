// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/session_runs.h"

#include <chrono>
#include <memory>
#include <utility>

namespace splitee {
namespace {

constexpr std::chrono::milliseconds kHandOverEvery{500};

}  // namespace

SessionRuns::SessionRuns() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

SessionRuns::~SessionRuns() {
    readingStop_.request_stop();
    followingStop_.request_stop();
    thread_ = {};  // joins
}

void SessionRuns::read(const std::filesystem::path& session) {
    readingStop_.request_stop();
    followingStop_.request_stop();
    readingStop_ = std::stop_source();
    session_ = session;
    reading_ = true;
    post([this, session, stop = readingStop_.get_token()] {
        if (stop.stop_requested()) return;
        std::error_code error;
        auto rows = std::make_shared<std::vector<RunRow>>();
        std::vector<SavedView> views;
        Result<void> result;
        if (std::filesystem::exists(session, error)) {
            auto read = readRows(
                session,
                [this](const Progress& at) {
                    QMetaObject::invokeMethod(this,
                                              [this, at] { emit progressed(at.done, at.total); });
                },
                stop);
            if (read)
                *rows = std::move(*read);
            else
                result = tl::unexpected(read.error());
            if (auto store = Session::openReadOnly(session); result && store)
                views = store->marks().views().value_or(std::vector<SavedView>());
        }
        QMetaObject::invokeMethod(this, [this, stop, rows, views, result] {
            if (stop.stop_requested()) return;
            reading_ = false;
            if (!result) emit failed(QString::fromStdString(result.error().message));
            emit loaded(*rows, views);
        });
    });
}

void SessionRuns::follow(const std::vector<std::int64_t>& runs,
                         const std::vector<RoundColumn>& columns) {
    followingStop_.request_stop();
    followingStop_ = std::stop_source();
    post([this, session = session_, runs, columns, stop = followingStop_.get_token()] {
        auto sofar = std::make_shared<
            std::pair<std::vector<std::int64_t>, std::vector<std::vector<double>>>>();
        auto since = std::chrono::steady_clock::now();
        const auto handOver = [&] {
            QMetaObject::invokeMethod(this, [this, sofar, columns, stop] {
                if (!stop.stop_requested()) emit followed(sofar->first, columns, sofar->second);
            });
            sofar = std::make_shared<
                std::pair<std::vector<std::int64_t>, std::vector<std::vector<double>>>>();
            since = std::chrono::steady_clock::now();
        };
        const auto done = followRounds(
            session, runs, columns,
            [&](std::int64_t run, const std::vector<double>& values) {
                sofar->first.push_back(run);
                sofar->second.push_back(values);
                if (std::chrono::steady_clock::now() - since > kHandOverEvery) handOver();
            },
            [this](const Progress& at) {
                QMetaObject::invokeMethod(this, [this, at] { emit progressed(at.done, at.total); });
            },
            stop);
        handOver();
        QMetaObject::invokeMethod(this, [this, done, stop] {
            if (stop.stop_requested()) return;
            if (!done) emit failed(QString::fromStdString(done.error().message));
            emit followedAll();
        });
    });
}

void SessionRuns::change(std::function<Result<void>(Session&)> what) {
    post([this, session = session_, what = std::move(what)] {
        auto store = Session::open(session);
        const auto done = store ? what(*store) : Result<void>(tl::unexpected(store.error()));
        QMetaObject::invokeMethod(this, [this, done] {
            if (done)
                emit written();
            else
                emit failed(QString::fromStdString(done.error().message));
        });
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
    change([this](Session& store) -> Result<void> {
        const auto removed = store.marks().emptyTrash();
        if (!removed) return tl::unexpected(removed.error());
        QMetaObject::invokeMethod(this, [this, runs = *removed] { emit trashEmptied(runs); });
        return {};
    });
}

void SessionRuns::keepView(const SavedView& view) {
    change([view](Session& store) { return store.marks().keepView(view); });
}

void SessionRuns::removeView(const std::string& name) {
    change([name](Session& store) { return store.marks().removeView(name); });
}

void SessionRuns::post(Work work) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    wanted_.notify_one();
}

// All that waits is done before it ends: marks are not lost when the window closes.
void SessionRuns::run(const std::stop_token& stop) {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            wanted_.wait(lock, stop, [this] { return !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace splitee
