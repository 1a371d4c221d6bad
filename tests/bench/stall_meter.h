// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread keeps its event loop waiting. Only in the bench: an application that
// measures its own notify().
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <vector>

namespace splitee::test {

class MeteredApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_ > 0 || !metering_) return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className();
        const int type = event->type();
        ++depth_;
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        --depth_;
        milliseconds_.push_back(took);
        if (took > kSlow) slow_.push_back({since_.elapsed(), took, name, type});
        if (took > worst_) {
            worst_ = took;
            worstOf_ = name + ", event type " + QByteArray::number(type);
        }
        return done;
    }

    /// An event that took long, and when it ended.
    struct Slow {
        qint64 at;  ///< milliseconds since the metering began
        double milliseconds;
        QByteArray receiver;
        int type;
    };
    static constexpr double kSlow = 30;  // milliseconds

    void meter(bool on) {
        if (on && !metering_) since_.start();
        metering_ = on;
    }
    [[nodiscard]] const std::vector<Slow>& slow() const { return slow_; }
    void forget() {
        milliseconds_.clear();
        worst_ = 0;
        worstOf_.clear();
        slow_.clear();
    }
    [[nodiscard]] std::size_t events() const { return milliseconds_.size(); }
    [[nodiscard]] double worst() const { return worst_; }
    [[nodiscard]] const QByteArray& worstOf() const { return worstOf_; }
    [[nodiscard]] std::ptrdiff_t above(double limit) const {
        return std::ranges::count_if(milliseconds_, [limit](double took) { return took > limit; });
    }
    /// Of the time in which anything was done, per cent in events that took longer than the limit.
    [[nodiscard]] double busyShareAbove(double limit) const {
        double all = 0, over = 0;
        for (const double took : milliseconds_) {
            all += took;
            if (took > limit) over += took;
        }
        return all > 0 ? 100 * over / all : 0;
    }

private:
    bool metering_ = false;
    int depth_ = 0;
    std::vector<double> milliseconds_;
    QElapsedTimer since_;
    std::vector<Slow> slow_;
    double worst_ = 0;
    QByteArray worstOf_;
};

}  // namespace splitee::test
