// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/exit_words.h"

#include <QCoreApplication>

#include "gui/run/exit_observer.h"
#include "gui/run/opened_tables.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/time_left.h"

namespace splitee {
namespace {

QString exitWords(const char* text) { return QCoreApplication::translate("ExitWords", text); }

}  // namespace

QString exitProgressText(const ExitObserver& observer) {
    const ExitObserver::State state = observer.state();
    const bool waits = state == ExitObserver::State::Waiting;
    if (state != ExitObserver::State::Reading && !waits) return {};
    const auto done = static_cast<double>(observer.done()),
               total = static_cast<double>(observer.total());
    QString text =
        (observer.readsTexts() ? exitWords(QT_TRANSLATE_NOOP("ExitWords", "%1 of %2 texts"))
                               : exitWords(QT_TRANSLATE_NOOP("ExitWords", "%1 of %2 images")))
            .arg(numberText(done), numberText(total));
    if (waits)
        text += exitWords(
            QT_TRANSLATE_NOOP("ExitWords", ", waiting while the run needs the processor"));
    else if (const double rate = observer.perSecond(); rate > 0)
        text += exitWords(QT_TRANSLATE_NOOP("ExitWords", ", %1/s, %2"))
                    .arg(numberText(rate, rate < 10 ? 1 : 0), timeLeftText((total - done) / rate));
    return text;
}

QString exitsText(const ExitObserver& observer) {
    using State = ExitObserver::State;
    switch (observer.state()) {
        case State::Known:
            return {};
        case State::Reading:
        case State::Waiting:
            return exitWords(QT_TRANSLATE_NOOP("ExitWords",
                                               "Known once all exits are read beside the run: %1."))
                .arg(exitProgressText(observer));
        case State::Failed:
            return exitWords(QT_TRANSLATE_NOOP("ExitWords",
                                               "Not known: what the other exits say could not be "
                                               "read: %1"))
                .arg(QString::fromStdString(observer.error()));
        case State::Off:
            break;
    }
    return exitWords(
        QT_TRANSLATE_NOOP("ExitWords",
                          "Not known in a live run: rewards of layers that were not "
                          "chosen are not computed. Run > Read all exits does it beside "
                          "the run."));
}

QString whyNoTables(const OpenedTables& tables, const ExitObserver& observer) {
    return tables.isRead() ? exitsText(observer) : tables.whyNot();
}

}  // namespace splitee
