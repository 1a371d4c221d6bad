// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/job_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

#include "gui/setup/dataset_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/time_left.h"

namespace splitee {
namespace {

QString fileName(const std::string& path) {
    const QString name = QString::fromStdString(path);
    return name.startsWith(QLatin1String("builtin:")) ? name.section(QLatin1Char(':'), 1)
                                                      : QFileInfo(name).fileName();
}

QString samplesShown(const LiveRequest& live) {
    const QString images = datasetLabel(live.dataset);
    if (live.distortion == "clean") return images;
    return QStringLiteral("%1, %2").arg(images, distortionLabel(live.distortion));
}

// The program names its work in English.
QString activityWords(const std::string& activity) {
    if (activity == "training") return QCoreApplication::translate("JobWords", "training");
    if (activity.starts_with("trying"))
        return QCoreApplication::translate("JobWords", "trying the network");
    if (activity.starts_with("reading features"))
        return QCoreApplication::translate("JobWords", "computing features");
    if (activity.starts_with("training"))
        return QCoreApplication::translate("JobWords", "training the exits");
    if (activity.starts_with("building") || activity.starts_with("reading"))
        return QCoreApplication::translate("JobWords", "reading the exits");
    return QString::fromStdString(activity);
}

QString perSecondText(const ToldProgress& at) {
    const QString rate = numberText(at.perSecond, at.perSecond < 100 ? 1 : 0);
    return at.unit == "texts" ? QCoreApplication::translate("JobWords", "%1 texts/s").arg(rate)
                              : QCoreApplication::translate("JobWords", "%1 images/s").arg(rate);
}

QString runningWords(const Job& job) {
    if (!job.progress())
        return QCoreApplication::translate("JobWords", "starting, reading the data");
    const ToldProgress& at = *job.progress();
    QStringList words;
    if (job.isTraining() && !job.stands().empty()) {
        const ToldProgress::Stand& stand = job.stands().back();
        const int epoch = std::min(stand.epochs, static_cast<int>(std::floor(stand.epoch)) +
                                                     (stand.accuracyPerExit.empty() ? 1 : 0));
        words << QCoreApplication::translate("JobWords", "epoch %1 of %2")
                     .arg(epoch)
                     .arg(stand.epochs);
    } else {
        words << activityWords(at.activity);
        if (at.total > 0)
            words << QCoreApplication::translate("JobWords", "%1 of %2")
                         .arg(numberText(static_cast<double>(at.done)),
                              numberText(static_cast<double>(at.total)));
    }
    if (at.perSecond > 0) words << perSecondText(at);
    if (at.secondsLeft >= 0 && at.done < at.total) words << timeLeftText(at.secondsLeft);
    return words.join(QStringLiteral(" · "));
}

QString pausedWords(const Job& job) {
    if (job.isRestored() && job.progress() == std::nullopt)
        return QCoreApplication::translate("JobWords",
                                           "unfinished, of an earlier window: epoch %1 of %2 is "
                                           "done")
            .arg(job.checkpointEpoch())
            .arg(std::get<TrainPlan>(job.plan()).settings.epochs);
    if (job.checkpointEpoch() == 0)
        return QCoreApplication::translate("JobWords", "paused before the first epoch was done");
    return QCoreApplication::translate("JobWords", "paused after epoch %1")
        .arg(job.checkpointEpoch());
}

QString lastAccuracy(const Job& job) {
    const int best = job.stands().empty() ? 0 : job.stands().back().bestEpoch;
    for (const auto& stand : job.stands())
        if (!stand.accuracyPerExit.empty() && static_cast<int>(stand.epoch) == best)
            return numberText(100 * stand.accuracyPerExit.back(), 1);
    return {};
}

QString doneWords(const Job& job) {
    if (job.evaluation() && job.attaches())
        return QCoreApplication::translate("JobWords", "done · %1 exits · final exit %2 %")
            .arg(job.evaluation()->exits.size())
            .arg(numberText(100 * job.evaluation()->exits.back().accuracy, 1));
    if (job.evaluation())
        return QCoreApplication::translate("JobWords", "done · %1 samples · final exit %2 %")
            .arg(numberText(static_cast<double>(job.evaluation()->samples)),
                 numberText(100 * job.evaluation()->exits.back().accuracy, 1));
    if (const QString accuracy = lastAccuracy(job); !accuracy.isEmpty())
        return QCoreApplication::translate("JobWords", "done · keeps epoch %1 · final exit %2 %")
            .arg(job.stands().back().bestEpoch)
            .arg(accuracy);
    return QCoreApplication::translate("JobWords", "done");
}

}  // namespace

QString jobTitle(const Job& job) {
    if (const auto* train = std::get_if<TrainPlan>(&job.plan()))
        return QCoreApplication::translate("JobWords", "Train %1 on %2")
            .arg(fileName(train->out), datasetLabel(train->dataset));
    if (const auto* table = std::get_if<TablePlan>(&job.plan()))
        return QCoreApplication::translate("JobWords", "Read the exits of %1 on %2")
            .arg(fileName(table->live.model), samplesShown(table->live));
    if (const auto* attach = std::get_if<AttachPlan>(&job.plan()))
        return QCoreApplication::translate("JobWords", "Attach exits to %1 on %2")
            .arg(fileName(attach->words.network), datasetLabel(attach->words.dataset));
    const LiveRequest& live = std::get<EvalPlan>(job.plan()).live;
    return QCoreApplication::translate("JobWords", "Evaluate %1 on %2")
        .arg(fileName(live.model), samplesShown(live));
}

QString jobState(const Job& job) {
    switch (job.state()) {
        case Job::State::Waiting:
            return QCoreApplication::translate("JobWords", "waiting for the jobs before it");
        case Job::State::Running:
            return runningWords(job);
        case Job::State::Pausing:
            return QCoreApplication::translate("JobWords", "pausing");
        case Job::State::Paused:
            return pausedWords(job);
        case Job::State::Cancelling:
            return QCoreApplication::translate("JobWords", "cancelling");
        case Job::State::Cancelled:
            if (job.canResume() && job.checkpointEpoch() > 0)
                return QCoreApplication::translate("JobWords", "cancelled after epoch %1")
                    .arg(job.checkpointEpoch());
            return QCoreApplication::translate("JobWords", "cancelled");
        case Job::State::Done:
            return doneWords(job);
        case Job::State::Failed:
            break;
    }
    return QCoreApplication::translate("JobWords", "failed: %1").arg(job.failure());
}

double jobShare(const Job& job) {
    if (job.state() == Job::State::Done) return 1;
    if (!job.progress() || job.progress()->total <= 0) return job.ended() ? 0 : -1;
    return std::min(1.0, static_cast<double>(job.progress()->done) /
                             static_cast<double>(job.progress()->total));
}

QString jobEndSentence(const Job& job) {
    return QStringLiteral("%1: %2").arg(jobTitle(job), jobState(job));
}

}  // namespace splitee
