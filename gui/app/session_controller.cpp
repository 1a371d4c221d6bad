// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/session_controller.h"

#include <QFileDialog>

#include <algorithm>

#include "gui/app/message_bar.h"
#include "gui/app/setup_runner.h"
#include "gui/live/run_actions.h"
#include "gui/run/run_controller.h"
#include "gui/run/session_document.h"
#include "gui/runs/repeat_runs.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString repeatText(const RepeatedRun& run) {
    if (!run.error.empty()) return QString::fromStdString(run.error);
    const QString rounds = numberText(static_cast<double>(run.rounds));
    if (run.differs == 0 && run.figures)
        return SessionController::tr(
                   "run %1 has identical figures over %2 rounds, which were not logged")
            .arg(run.run)
            .arg(rounds);
    if (run.differs == 0)
        return SessionController::tr("run %1 is identical, %2 rounds bit for bit")
            .arg(run.run)
            .arg(rounds);
    const QString cause = run.cause.empty()
                              ? SessionController::tr("the session or the program was changed")
                              : QString::fromStdString(run.cause);
    if (run.figures)
        return SessionController::tr("run %1 has other figures: %2. Likely cause: %3")
            .arg(run.run)
            .arg(QString::fromStdString(run.how), cause);
    return SessionController::tr("run %1 differs from round %2 on: %3. Likely cause: %4")
        .arg(run.run)
        .arg(numberText(static_cast<double>(run.differs)), QString::fromStdString(run.how), cause);
}

}  // namespace

SessionController::SessionController(RunController& controller, SetupRunner& runner,
                                     MessageBar& messages, const RunActions& actions,
                                     QWidget& window)
    : QObject(&window),
      controller_(controller),
      runner_(runner),
      messages_(messages),
      window_(window),
      document_(new SessionDocument(this)),
      repeats_(new RepeatRuns(this)) {
    connect(actions.openSession, &QAction::triggered, this, &SessionController::chooseByDialog);
    connect(actions.saveSession, &QAction::triggered, this, [this] { saveByDialog(true); });
    connect(actions.copySession, &QAction::triggered, this, [this] { saveByDialog(false); });
    connectDocument();
    connect(repeats_, &RepeatRuns::progressed, this, [this](qint64 run, int percent) {
        messages_.offer(tr("Repeating run %1: %2 %").arg(run).arg(percent), tr("Cancel"),
                        [this] { repeats_->cancel(); });
    });
    connect(repeats_, &RepeatRuns::repeated, this, &SessionController::onRepeated);
}

void SessionController::connectDocument() {
    connect(document_, &SessionDocument::fileChanged, this,
            [this] { controller_.setSession(document_->file()); });
    connect(document_, &SessionDocument::failed, &messages_, &MessageBar::show);
    // Queued: after whoever opens a file has shown it.
    connect(document_, &SessionDocument::refused, this, &SessionController::onRefused,
            Qt::QueuedConnection);
    connect(document_, &SessionDocument::found, this, &SessionController::offerToResume);
    connect(document_, &SessionDocument::wanted, this, &SessionController::resume);
    connect(document_, &SessionDocument::progressed, this, [this](int percent) {
        messages_.offer(tr("Saving the session: %1 %").arg(percent), tr("Cancel"),
                        [this] { document_->cancelSaving(); });
    });
    connect(document_, &SessionDocument::saved, this, &SessionController::onSaved);
}

void SessionController::begin(const std::filesystem::path& file) {
    document_->writeToFree(file);
    if (document_->file() != file)
        messages_.show(
            tr("Session %1 is open in another window: runs of this window are logged to %2")
                .arg(QString::fromStdString(file.filename().string()),
                     QString::fromStdString(document_->file().filename().string())));
}

void SessionController::connectPage(RunsPage& page) {
    connect(&page, &RunsPage::againWanted, repeats_, &RepeatRuns::start);
    connect(&page, &RunsPage::goOnWanted, this,
            [this](const std::filesystem::path& session, std::int64_t run) {
                document_->requestCutShort(session, run, !controller_.writes());
            });
}

// For the next runs: those that play now stay where they began.
bool SessionController::writeTo(const std::filesystem::path& session) {
    return document_->use(session);
}

void SessionController::onRefused(const QString& sentence, const std::filesystem::path& file,
                                  bool far) {
    if (!far) return messages_.show(sentence);
    messages_.offerRemedy(sentence, tr("Take over"), [this, file] {
        if (auto taken = document_->takeOver(file); !taken)
            messages_.show(QString::fromStdString(taken.error().message));
    });
}

void SessionController::chooseByDialog() {
    const QString path = QFileDialog::getSaveFileName(
        &window_, tr("Log the next runs to"),
        QString::fromStdString(controller_.session().string()), tr("Sessions (*.splitee)"), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) writeTo(path.toStdString());
}

void SessionController::saveByDialog(bool andTake) {
    auto* dialog = new QFileDialog(
        &window_, andTake ? tr("Save session as") : tr("Save a copy of the session"), QString(),
        tr("Sessions (*.splitee)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is written over
    dialog->setDefaultSuffix(QStringLiteral("splitee"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, andTake](const QString& path) {
        document_->saveTo(path.toStdString(), andTake);
    });
    dialog->open();
}

void SessionController::onSaved(const QString& file) {
    messages_.dismiss();
    const bool taken = QString::fromStdString(document_->file().string()) == file;
    emit notice(taken ? tr("Saved as %1; the next runs are logged there").arg(file)
                      : tr("A copy is in %1").arg(file));
}

void SessionController::offerToResume(const CutShort& runs) {
    if (controller_.busy() || controller_.round() > 0)
        return;  // something else was begun meanwhile
    messages_.offer(tr("A run on %1 was interrupted at round %2 of %3. No round is lost.")
                        .arg(sourceText(runs.file), numberText(static_cast<double>(runs.round)),
                             numberText(static_cast<double>(runs.rounds))),
                    tr("Resume"), [this, runs] { resume(runs); });
}

void SessionController::resume(const CutShort& runs) {
    if (!writeTo(runs.session)) return;
    messages_.dismiss();  // it may offer what is done now
    runner_.resume(runs);
}

// One run in full; of several how many, and the first that is not the same.
void SessionController::onRepeated(const std::vector<RepeatedRun>& runs, bool cancelled) {
    if (runs.empty()) return messages_.dismiss();
    const auto other = std::ranges::find_if(
        runs, [](const RepeatedRun& run) { return !run.error.empty() || run.differs > 0; });
    const auto tell = [&](const QString& text) {
        other == runs.end() ? messages_.inform(text) : messages_.show(text);
    };
    if (runs.size() == 1) return tell(repeatText(runs.front()));
    const auto identical = std::ranges::count_if(
        runs, [](const RepeatedRun& run) { return run.error.empty() && run.differs == 0; });
    QString text = tr("%1 of %2 runs are identical, bit for bit").arg(identical).arg(runs.size());
    if (cancelled) text += QStringLiteral(" · ") + tr("cancelled");
    if (other != runs.end()) text += QStringLiteral(": ") + repeatText(*other);
    tell(text);
}

}  // namespace splitee
