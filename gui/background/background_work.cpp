// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/background_work.h"

#include <atomic>
#include <chrono>

#include "engine/current_stop.h"

namespace splitee {
namespace {

constexpr std::chrono::milliseconds kProgressEvery{50};

// An answer on its way to the thread of its owner. invokeMethod() may destroy its function on the
// calling thread, after it was called: so the answer is taken out there, and ends there.
class Handover {
public:
    explicit Handover(BackgroundWork::Answer answer)
        : answer_(new BackgroundWork::Answer(std::move(answer))) {}
    ~Handover() { delete answer_.load(); }  // it was never delivered
    Handover(const Handover&) = delete;
    Handover& operator=(const Handover&) = delete;
    /// Once.
    [[nodiscard]] std::unique_ptr<BackgroundWork::Answer> take() {
        return std::unique_ptr<BackgroundWork::Answer>(answer_.exchange(nullptr));
    }

private:
    std::atomic<BackgroundWork::Answer*> answer_;
};

}  // namespace

ProgressSink BackgroundWork::sinkTo(QObject& owner, const std::function<bool()>& wanted) const {
    if (!progressed_) return {};
    using Clock = std::chrono::steady_clock;
    return [&owner, wanted, progressed = progressed_, percent = std::int64_t{-1},
            last = Clock::time_point()](const Progress& at) mutable {
        const std::int64_t now = at.total > 0 ? 100 * at.done / at.total : -1;
        if (now == percent && Clock::now() - last < kProgressEvery) return;
        percent = now;
        last = Clock::now();
        QMetaObject::invokeMethod(&owner, [wanted, progressed, at] {
            if (wanted()) progressed(at);
        });
    };
}

void BackgroundWork::carryOut(QObject& owner, const std::stop_token& stop,
                              const std::function<bool()>& wanted,
                              const std::function<void(const Answer&)>& finished) {
    try {
        const CurrentStop current(stop);  // for the readers that the work calls
        auto answer = std::make_shared<Handover>(run_(stop, sinkTo(owner, wanted)));
        QMetaObject::invokeMethod(
            &owner, [finished, answer = std::move(answer)] { finished(*answer->take()); });
    } catch (...) {
        // The work itself does not throw. Where there is no memory for an answer of some bytes,
        // nobody is left to be told.
        return;
    }
}

}  // namespace splitee
