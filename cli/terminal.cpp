// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>
#include <thread>

namespace splitee {
namespace {

std::atomic<int> signals{0};
static_assert(std::atomic<int>::is_always_lock_free, "written from a signal handler");

void onSignal(int /*number*/) {
    if (signals.fetch_add(1) > 0) _exit(kExitCancelled);
}

constexpr auto kTerminalPause = std::chrono::milliseconds(100);
constexpr auto kLogPause = std::chrono::seconds(15);
constexpr auto kPatience = std::chrono::seconds(1);  // shorter work shows no progress

}  // namespace

std::string counted(std::int64_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

void holdStandardStreams() {
    for (int place = STDIN_FILENO; place <= STDERR_FILENO; ++place) {
        struct stat status {};
        // open() takes the lowest free place, which is this one.
        if (fstat(place, &status) != 0 && errno == EBADF) (void)open("/dev/null", O_RDONLY);
    }
}

int finishOutput(int code) {
    errno = 0;
    const bool flushed = std::fflush(stdout) == 0;
    if (code != kExitFine || (flushed && std::ferror(stdout) == 0)) return code;
    const std::string why = errno == 0 ? "" : " (" + std::generic_category().message(errno) + ")";
    return report({"cannot write to standard output" + why +
                   ": what it said is incomplete, send it elsewhere or make room"});
}

int report(const Error& error, int code) {
    std::fprintf(stderr, "splitee: %s\n", printable(error.message).c_str());
    return code;
}

std::stop_token cancelledByUser() {
    // A signal handler may not use a stop_source, so a thread polls the flag that it sets.
    static std::stop_source source;
    static const bool once = [] {
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        std::thread([] {
            while (signals.load() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
            source.request_stop();
        }).detach();
        return true;
    }();
    (void)once;
    return source.get_token();
}

std::string durationText(double seconds) {
    const auto s = static_cast<long>(seconds + .5);
    char text[32];
    if (s >= 3600)
        std::snprintf(text, sizeof text, "%ld h %02ld min", s / 3600, s / 60 % 60);
    else if (s >= 60)
        std::snprintf(text, sizeof text, "%ld min %02ld s", s / 60, s % 60);
    else
        std::snprintf(text, sizeof text, "%ld s", s);
    return text;
}

ProgressLine::ProgressLine()
    : terminal_(isatty(STDERR_FILENO) == 1), start_(Clock::now()), last_(start_) {}

ProgressLine::~ProgressLine() {
    if (shown_ && terminal_) std::fprintf(stderr, "\r\033[K");
}

ProgressSink ProgressLine::sink() {
    return [this](const Progress& progress) { show(progress); };
}

void ProgressLine::show(const Progress& p) {
    const auto now = Clock::now();
    if (p.activity != activity_ || firstDone_ < 0) {
        activity_ = p.activity;
        firstDone_ = p.done;
        start_ = now;
    }
    const bool due =
        now - last_ >= (terminal_ ? Clock::duration(kTerminalPause) : Clock::duration(kLogPause));
    if (!due || (!shown_ && now - start_ < kPatience)) return;
    last_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(p.done - firstDone_) / seconds : 0;
    const std::string left =
        rate > 0 && p.total > 0
            ? ", " + durationText(static_cast<double>(p.total - p.done) / rate) + " left"
            : "";
    const double share =
        p.total > 0 ? 100.0 * static_cast<double>(p.done) / static_cast<double>(p.total) : 0;
    std::string bar(20, '.');
    for (std::size_t i = 0; i < bar.size() && static_cast<double>(i) < share / 5; ++i) bar[i] = '#';
    std::fprintf(stderr, "%s[%s] %3.0f %%  %s  %lld of %lld %s, %.*f/s%s%s%s%s",
                 terminal_ ? "\r\033[K" : "", bar.c_str(), share, printable(p.activity).c_str(),
                 static_cast<long long>(p.done), static_cast<long long>(p.total), p.unit.c_str(),
                 rate < 10 ? 1 : 0, rate, left.c_str(), p.detail.empty() ? "" : "  ",
                 printable(p.detail).c_str(), terminal_ ? "" : "\n");
    std::fflush(stderr);
}

}  // namespace splitee
