// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/exit_observer.h"

#include <algorithm>
#include <utility>

#include "gui/background/low_priority.h"
#include "sources/read_exits.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr int kToldEvery = 250;  // milliseconds

// Reads the tables of a source one after the other.
class SourceReading {
public:
    SourceReading(ObservedSource source, std::shared_ptr<const KnownExits> before,
                  const ExitCache* cache, ReadingGate& gate, const ProgressSink& progress,
                  const std::stop_token& stop)
        : before_(std::move(before)),
          cache_(cache),
          gate_(gate),
          progress_(progress),
          stop_(stop),
          known_(std::make_shared<KnownExits>()) {
        known_->source = std::move(source);
        for (const auto& samples : known_->source.samples) total_ += samples->size();
    }

    Result<std::shared_ptr<const KnownExits>> all() {
        for (std::size_t k = 0; k < known_->source.samples.size(); ++k)
            if (auto added = add(k); !added) return tl::unexpected(added.error());
        known_->tables = std::make_shared<const TableSource>(std::move(tables_));
        return known_;
    }
    [[nodiscard]] const std::string& notKept() const { return notKept_; }

private:
    Result<void> add(std::size_t k) {
        const ObservedSource& source = known_->source;
        std::string key =
            exitKey(*source.live->model, *source.samples[k], source.names[k], source.seed);
        auto table = tableOf(key, source.samples[k]);
        if (!table) return tl::unexpected(table.error());
        if (k > 0)
            if (auto same = checkSameSamples(tables_.recorded.front(), *table); !same) return same;
        known_->hashes.push_back(tableHash(*table));
        tables_.hash += (k == 0 ? "" : "+") + known_->hashes.back();
        done_ += table->samples();
        tables_.recorded.push_back(std::move(*table));
        known_->keys.push_back(std::move(key));
        return {};
    }

    // A schedule may name one distortion twice, as "clean" where it comes back to it.
    Result<ExitTable> tableOf(const std::string& key,
                              const std::shared_ptr<const Dataset>& samples) {
        const auto in = [&key](const std::vector<std::string>& keys) {
            return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
        };
        if (const std::size_t k = in(known_->keys); k < known_->keys.size())
            return tables_.recorded[k];
        if (before_)
            if (const std::size_t k = in(before_->keys); k < before_->keys.size())
                return before_->tables->recorded[k];
        auto read = readExits(
            *known_->source.live->model, samples, cache_, key,
            [this](const std::stop_token& stop) { gate_.wait(stop); },
            [this](const Progress& at) {
                if (progress_)
                    progress_({at.activity, done_ + at.done, total_, at.unit, at.detail});
            },
            stop_);
        if (!read) return tl::unexpected(read.error());
        if (notKept_.empty()) notKept_ = read->notKept;
        return std::move(read->table);
    }

    std::shared_ptr<const KnownExits> before_;
    const ExitCache* cache_;
    ReadingGate& gate_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    std::shared_ptr<KnownExits> known_;
    TableSource tables_;
    std::int64_t done_ = 0, total_ = 0;
    std::string notKept_;
};

}  // namespace

bool ObservedSource::sameBut(const ObservedSource& other) const {
    return live->model->info().hash == other.live->model->info().hash &&
           dataHash == other.dataHash && seed == other.seed &&
           live->images->name() == other.live->images->name() &&
           live->images->size() == other.live->images->size();
}

std::shared_ptr<const TableSource> KnownExits::of(const std::vector<std::string>& names) const {
    if (names == source.names) return tables;
    std::vector<std::size_t> places;  // panels ask often: nothing is copied for what is not known
    for (const std::string& name : names) {
        const auto found = std::ranges::find(source.names, name);
        if (found == source.names.end()) return nullptr;
        places.push_back(static_cast<std::size_t>(found - source.names.begin()));
    }
    TableSource some;
    for (const std::size_t place : places) {
        some.hash += (some.hash.empty() ? "" : "+") + hashes[place];
        some.recorded.push_back(tables->recorded[place]);
    }
    return std::make_shared<const TableSource>(std::move(some));
}

void ReadingGate::setShut(bool shut) {
    {
        const std::scoped_lock lock(mutex_);
        shut_ = shut;
    }
    changed_.notify_all();
}

void ReadingGate::wait(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [this] { return !shut_; });
}

bool ReadingGate::isShut() const {
    const std::scoped_lock lock(mutex_);
    return shut_;
}

void ExitObserver::setOn(bool on) {
    if (std::exchange(on_, on) == on) return;
    if (on && source_ && !tables()) return read();
    reading_.abandon();
    emit changed();
}

void ExitObserver::observe(ObservedSource source) {
    reading_.abandon();
    failed_ = false;
    error_.clear();
    source_ = std::move(source);
    if (known_ && !known_->source.sameBut(*source_)) known_.reset();
    if (tables()) {
        emit changed();
        emit tablesKnown();
    } else if (on_) {
        read();
    } else {
        emit changed();
    }
}

void ExitObserver::stop() {
    reading_.abandon();
    source_.reset();
    failed_ = false;
    error_.clear();
    emit changed();
}

void ExitObserver::setGivesWay(bool on) {
    if (gate_.isShut() == on) return;
    gate_.setShut(on);
    rate_.restart();
    if (reading_.busy()) emit changed();
}

void ExitObserver::read() {
    done_ = 0;
    total_ = 0;
    for (const auto& samples : source_->samples) total_ += samples->size();
    rate_.restart();
    reading_.start(
        [this, source = *source_, before = known_, cache = cache_](
            const std::stop_token& stop, const ProgressSink& progress) -> Result<Answer> {
            lowerPriority();
            const std::scoped_lock turn(turn_);
            SourceReading reading(source, before, cache ? &*cache : nullptr, gate_, progress, stop);
            auto known = reading.all();
            if (!known) return tl::unexpected(known.error());
            return Answer{std::move(*known), reading.notKept()};
        },
        [this](const Result<Answer>& answer) { onRead(answer); },
        [this](const Progress& at) {
            done_ = at.done;
            rate_.add(at.done);
            if (told_.isValid() && told_.elapsed() < kToldEvery) return;
            told_.start();
            emit changed();
        });
    told_.invalidate();
    emit changed();
}

void ExitObserver::onRead(const Result<Answer>& answer) {
    failed_ = !answer;
    if (answer)
        known_ = answer->known;
    else
        error_ = answer.error().message;
    emit changed();
    if (!answer) return;
    if (!answer->notKept.empty()) emit notKept(QString::fromStdString(answer->notKept));
    emit tablesKnown();
}

ExitObserver::State ExitObserver::state() const {
    if (reading_.busy()) return gate_.isShut() ? State::Waiting : State::Reading;
    if (failed_) return State::Failed;
    return tables() ? State::Known : State::Off;
}

bool ExitObserver::readsTexts() const {
    return source_ && source_->live->model->info().takesTexts();
}

std::shared_ptr<const TableSource> ExitObserver::tables() const {
    const auto all = known();
    return all && all->source.names == source_->names ? all->tables : nullptr;
}

std::shared_ptr<const KnownExits> ExitObserver::known() const {
    return source_ && known_ && known_->source.sameBut(*source_) ? known_ : nullptr;
}

}  // namespace splitee
