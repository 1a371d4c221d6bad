// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/job.h"

#include <sys/prctl.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace splitee {
namespace {

constexpr int kSoonMilliseconds = 10'000;  // for a clean end with the window
constexpr std::size_t kMostStands = 20'000;

// In the child, before it becomes the program: if the window dies, the program stops cleanly.
void dieWithTheWindow() { prctl(PR_SET_PDEATHSIG, SIGINT); }

QString quotedWord(const QString& word) {
    const bool plain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("-_./:@=,+").contains(c);
    });
    return plain ? word
                 : QLatin1Char('\'') +
                       QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
                       QLatin1Char('\'');
}

}  // namespace

Job::Job(int number, JobPlan plan, QObject* parent)
    : QObject(parent), number_(number), plan_(std::move(plan)) {
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, &process_, &QProcess::kill);
    process_.setStandardInputFile(QProcess::nullDevice());
    process_.setChildProcessModifier(dieWithTheWindow);
    connect(&process_, &QProcess::readyReadStandardError, this, [this] {
        lines_.add(process_.readAllStandardError(),
                   [this](const QByteArray& line) { takeLine(line); });
    });
    connect(&process_, &QProcess::readyReadStandardOutput, this, [this] {
        const QByteArray bytes = process_.readAllStandardOutput();
        printed_ += bytes.left(kMostPrinted - printed_.size());
    });
    connect(&process_, &QProcess::finished, this, &Job::onEnded);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        fail(tr("cannot start %1: %2").arg(process_.program(), process_.errorString()));
        emit stopped();
    });
}

Job::~Job() {
    process_.disconnect(this);
    if (process_.state() == QProcess::NotRunning) return;
    process_.waitForStarted();
    if (process_.processId() > 0) ::kill(static_cast<pid_t>(process_.processId()), SIGINT);
    if (process_.waitForFinished(kSoonMilliseconds)) return;
    process_.kill();
    process_.waitForFinished();
}

bool Job::runs() const {
    return state_ == State::Running || state_ == State::Pausing || state_ == State::Cancelling;
}

bool Job::ended() const { return !runs() && state_ != State::Waiting; }

bool Job::canResume() const {
    return isTraining() && (state_ == State::Paused || state_ == State::Failed ||
                            (state_ == State::Cancelled && hasOwnCheckpoint()));
}

void Job::restore(int epoch) {
    restored_ = true;
    checkpointEpoch_ = epoch;
    begun_ = std::filesystem::file_time_type::min();  // whatever lies there is its own
    state_ = State::Paused;
}

void Job::start(const QString& program) {
    if (!begun_) begun_ = std::filesystem::file_time_type::clock::now();
    failure_.clear();
    lastError_.clear();
    printed_.clear();
    lines_ = {};
    progress_.reset();
    const QStringList words = arguments();
    QStringList shown{QStringLiteral("$ splitee")};
    for (const QString& word : words) shown << quotedWord(word);
    log(shown.join(QLatin1Char(' ')));
    state_ = State::Running;
    process_.start(program, words);  // may fail at once, and then says so
    emit changed();
}

// A training that has begun goes on from what it kept, and never from a checkpoint that was there
// before it.
QStringList Job::arguments() const {
    JobPlan now = plan_;
    if (auto* train = std::get_if<TrainPlan>(&now))
        if (hasOwnCheckpoint()) train->resume = true;
    return argumentsOf(now);
}

bool Job::hasOwnCheckpoint() const {
    if (!begun_ || !isTraining()) return false;
    std::error_code error;
    const auto written = std::filesystem::last_write_time(fileOf(plan_) + ".checkpoint", error);
    return !error && written >= *begun_;
}

void Job::stop(State until, std::chrono::milliseconds patience) {
    if (!runs()) return;
    state_ = until;
    patience_.start(patience);
    if (process_.processId() > 0) ::kill(static_cast<pid_t>(process_.processId()), SIGINT);
    emit changed();
}

void Job::setState(State state) {
    state_ = state;
    emit changed();
}

void Job::takeLine(const QByteArray& line) {
    if (auto told = progressIn(line)) return takeProgress(std::move(*told));
    const QString shown = shownLine(line, kMostLineCharacters);
    if (shown.isEmpty()) return;
    const QLatin1String mark("splitee: ");
    if (shown.startsWith(mark)) lastError_ = shown.mid(mark.size());
    log(shown);
}

void Job::takeProgress(ToldProgress told) {
    if (told.training) {
        // Only the last may be of an epoch that is not finished; after a resume epochs come again.
        while (!stands_.empty() && (stands_.back().accuracyPerExit.empty() ||
                                    stands_.back().epoch >= told.training->epoch))
            stands_.pop_back();
        if (!told.training->accuracyPerExit.empty())
            checkpointEpoch_ = static_cast<int>(told.training->epoch);
        if (stands_.size() < kMostStands) stands_.push_back(*told.training);
    }
    progress_ = std::move(told);
    emit changed();
}

void Job::log(const QString& line) {
    log_ << line;
    if (log_.size() > kMostLines) log_.remove(1, log_.size() - kMostLines);  // the command stays
    emit logged(line);
}

void Job::onEnded(int code, QProcess::ExitStatus status) {
    patience_.stop();
    lines_.add(process_.readAllStandardError(), [this](const QByteArray& line) { takeLine(line); });
    lines_.finish([this](const QByteArray& line) { takeLine(line); });
    printed_ += process_.readAllStandardOutput().left(kMostPrinted - printed_.size());
    const bool fine = status == QProcess::NormalExit && code == 0;
    if (fine && attaches()) evaluation_ = attachedIn(printed_);
    if (fine && std::holds_alternative<EvalPlan>(plan_)) evaluation_ = evaluationIn(printed_);
    if (fine && std::holds_alternative<EvalPlan>(plan_) && !evaluation_)
        fail(
            tr("cannot read what splitee says of the accuracy: its version may be another "
               "than that of this window"));
    else if (fine)
        setState(State::Done);
    else if (state_ == State::Pausing)
        setState(State::Paused);
    else if (state_ == State::Cancelling)
        setState(State::Cancelled);
    else
        fail(reasonOf(code, status));
    emit stopped();
}

void Job::fail(const QString& sentence) {
    failure_ = sentence;
    log(sentence);
    setState(State::Failed);
}

QString Job::reasonOf(int code, QProcess::ExitStatus status) const {
    QString why;
    if (status == QProcess::CrashExit && code == SIGKILL)
        why = tr("the program was killed, as the system does where memory is full");
    else if (status == QProcess::CrashExit)
        why = tr("the program crashed (signal %1)").arg(code);
    else if (!lastError_.isEmpty())
        why = lastError_;
    else
        why = tr("the program ended with code %1 and said nothing").arg(code);
    if (hasOwnCheckpoint())
        why += tr(": nothing is lost up to the last finished epoch, Resume goes on from there");
    return why;
}

}  // namespace splitee
