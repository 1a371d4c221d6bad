// SPDX-License-Identifier: GPL-3.0-or-later
// ExitObserver reads what every exit says of a live source's samples, beside the run: ground truth
// for the pictures. No policy ever sees it.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gui/background/task.h"
#include "gui/background/work_rate.h"
#include "sources/exit_cache.h"
#include "sources/live_source.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// A live source and its samples as each name of its schedule has them.
struct ObservedSource {
    std::shared_ptr<const LiveSource> live;
    std::string dataHash;
    std::uint64_t seed = 0;
    std::vector<std::string> names;  ///< "clean", "fog:3"; the first one is the run's own
    std::vector<std::shared_ptr<const Dataset>> samples;  ///< by name

    /// The same network on the same data with the same noise.
    [[nodiscard]] bool sameBut(const ObservedSource& other) const;
};

/// What every exit says, by the names of an ObservedSource.
struct KnownExits {
    ObservedSource source;
    std::vector<std::string> keys;    ///< of an ExitCache
    std::vector<std::string> hashes;  ///< of the tables
    std::shared_ptr<const TableSource> tables;

    /// Those tables alone, in this order; null where one is not known.
    [[nodiscard]] std::shared_ptr<const TableSource> of(
        const std::vector<std::string>& names) const;
};

/// Shut while a run needs the processors.
class ReadingGate {
public:
    void setShut(bool shut);
    /// Waits while it is shut, until a stop.
    void wait(const std::stop_token& stop);
    [[nodiscard]] bool isShut() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    bool shut_ = false;
};

class ExitObserver : public QObject {
    Q_OBJECT
public:
    enum class State {
        Off,      ///< nothing is observed, or reading was switched off
        Reading,  ///< on a thread of low priority
        Waiting,  ///< gives way to the run
        Known,
        Failed  ///< error() says why
    };

    explicit ExitObserver(QObject* parent = nullptr) : QObject(parent) {}

    /// Where tables are kept; without it, none are. For the next source.
    void setCache(ExitCache cache) { cache_ = std::move(cache); }
    [[nodiscard]] const std::optional<ExitCache>& cache() const { return cache_; }
    /// Off at first. Off ends what is being read, and keeps what was; on takes it up.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return on_; }

    /// Reads the tables of this source that are not known yet; what was read for another is
    /// dropped.
    void observe(ObservedSource source);
    /// Nothing is observed any more.
    void stop();
    void setGivesWay(bool on);

    [[nodiscard]] State state() const;
    /// Or waits to go on.
    [[nodiscard]] bool isReading() const { return reading_.busy(); }
    /// Samples, of all tables.
    [[nodiscard]] std::int64_t done() const { return done_; }
    [[nodiscard]] std::int64_t total() const { return total_; }
    [[nodiscard]] bool readsTexts() const;
    /// 0: not known yet.
    [[nodiscard]] double perSecond() const { return rate_.perSecond(); }
    [[nodiscard]] const std::string& error() const { return error_; }
    /// Of the source that is observed: all its tables, or null.
    [[nodiscard]] std::shared_ptr<const TableSource> tables() const;
    /// Of the same network, data and seed, perhaps under fewer names than observed, or null.
    [[nodiscard]] std::shared_ptr<const KnownExits> known() const;

signals:
    void changed();                         ///< the state, or how far it is
    void tablesKnown();                     ///< tables() has them now
    void notKept(const QString& sentence);  ///< they are known, but not for the next time

private:
    struct Answer {
        std::shared_ptr<const KnownExits> known;
        std::string notKept;
    };
    void read();
    void onRead(const Result<Answer>& answer);

    bool on_ = false, failed_ = false;
    std::optional<ExitCache> cache_;
    std::optional<ObservedSource> source_;
    std::shared_ptr<const KnownExits> known_;  // perhaps of a source before, which may come again
    std::int64_t done_ = 0, total_ = 0;
    WorkRate rate_;
    QElapsedTimer told_;  // how far it is
    std::string error_;
    ReadingGate gate_;
    std::mutex turn_;  // of one thread: what was abandoned keeps its rows before the next one looks
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task reading_;
};

}  // namespace splitee
