// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/isolated.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "engine/exception_barrier.h"

// Instrumented programs reserve terabytes of address space.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SPLITEE_LIMITS_MEMORY 0
#else
#define SPLITEE_LIMITS_MEMORY 1
#endif

namespace splitee {
namespace {

constexpr int kPollMilliseconds = 50;
constexpr char kEnd = '\0';
constexpr int kWaitingFactor = 3, kCopies = 3;

std::uint64_t ownAddressSpace() {
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

// A byte that says how it ended, the error's sentence, and kEnd.
[[noreturn]] void workAndEnd(const std::function<Result<void>()>& work,
                             const IsolationLimits& limits, int out) {
    const auto seconds = static_cast<std::uint64_t>(limits.time.count());
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_CORE, 0);
    if (SPLITEE_LIMITS_MEMORY) limit(RLIMIT_AS, ownAddressSpace() + limits.moreBytes);
    for (const int number : {SIGINT, SIGTERM, SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS})
        signal(number, SIG_DFL);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);  // a network may print
    dup2(nowhere, STDERR_FILENO);
    const auto done = guarded(work);
    const std::string said = (done ? "+" : "-" + done.error().message) + kEnd;
    std::size_t at = 0;
    while (at < said.size()) {
        const ssize_t count = write(out, said.data() + at, said.size() - at);
        if (count <= 0) break;
        at += static_cast<std::size_t>(count);
    }
    _exit(0);  // no destructors: they would wait for threads that this process does not have
}

// Whether a process has slept, without computing, for as long as the limit says.
class Stillness {
public:
    Stillness(pid_t process, std::chrono::milliseconds most)
        : path_("/proc/" + std::to_string(process) + "/stat"), most_(most) {}

    bool lastsTooLong() {
        std::string text;
        std::getline(std::ifstream(path_), text);
        const std::size_t name = text.rfind(')');  // it may hold blanks
        if (name == std::string::npos) return false;
        std::istringstream fields(text.substr(name + 1));
        std::string state, field, ticks;
        fields >> state;
        for (int i = 4; i <= 13; ++i) fields >> field;
        for (int i = 14; i <= 15; ++i) fields >> field, ticks += field + " ";
        const auto now = std::chrono::steady_clock::now();
        if (state != "S" || ticks != ticks_) since_ = now;
        ticks_ = ticks;
        return now - since_ > most_;
    }

private:
    std::string path_, ticks_;
    std::chrono::milliseconds most_;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

bool hasEnded(pid_t process) {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == process;
}

enum class Wait { Ended, TooLong, Still, Stopped };

Wait readAnswer(int in, pid_t child, const IsolationLimits& limits, const std::stop_token& stop,
                std::string& said) {
    const auto deadline = std::chrono::steady_clock::now() + kWaitingFactor * limits.time;
    Stillness stillness(child, limits.stillness);
    std::array<char, 4096> buffer;
    while (true) {
        if (stop.stop_requested()) return Wait::Stopped;
        if (std::chrono::steady_clock::now() > deadline) return Wait::TooLong;
        if (stillness.lastsTooLong()) return Wait::Still;
        pollfd ready{in, POLLIN, 0};
        if (poll(&ready, 1, kPollMilliseconds) <= 0) {
            // Another copy, made at the same time, may hold this pipe open.
            if (hasEnded(child)) return Wait::Ended;
            continue;
        }
        const ssize_t count = read(in, buffer.data(), buffer.size());
        if (count <= 0) return Wait::Ended;
        said.append(buffer.data(), static_cast<std::size_t>(count));
        if (said.back() == kEnd) return Wait::Ended;
    }
}

Result<void> judge(int status, const std::string& said, const IsolationLimits& limits) {
    if (said.starts_with('+')) return {};
    if (said.starts_with('-')) return fail(said.substr(1, said.find(kEnd) - 1));
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return fail("it took more than " + std::to_string(limits.time.count()) +
                    " s, or more memory than there is, to load and to answer once");
    return fail(std::string("it crashed LibTorch (") +
                (WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "no answer") +
                "): export it again, or with another version of PyTorch");
}

// Nothing where the copy waited for a lock.
std::optional<Result<void>> triedOnce(const std::function<Result<void>()>& work,
                                      const IsolationLimits& limits, const std::stop_token& stop) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail("it cannot be tried: there are too many open files");
    const pid_t child = fork();
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return fail("it cannot be tried: there is no room for another process");
    }
    if (child == 0) workAndEnd(work, limits, ends[1]);
    close(ends[1]);
    std::string said;
    const Wait wait = readAnswer(ends[0], child, limits, stop, said);
    close(ends[0]);
    if (wait != Wait::Ended || !said.empty()) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (wait == Wait::Stopped) return fail("stopped while it was tried");
    if (wait == Wait::Still) return std::nullopt;
    return judge(status, said, limits);
}

}  // namespace

Result<void> triedApart(const std::function<Result<void>()>& work, const IsolationLimits& limits,
                        const std::stop_token& stop) {
    for (int copy = 0; copy < kCopies; ++copy)
        if (auto tried = triedOnce(work, limits, stop)) return *tried;
    return fail("it stood still when it was tried, " + std::to_string(kCopies) +
                " times: try again when less runs beside it");
}

}  // namespace splitee
