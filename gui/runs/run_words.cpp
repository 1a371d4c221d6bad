// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/run_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <utility>

#include "engine/run/policy_entry.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
QString words(const char* context, std::string_view utf8) {
    return QCoreApplication::translate(context, text(utf8).toUtf8().constData());
}
QString own(const char* utf8) { return QCoreApplication::translate("RunTable", utf8); }

// Labels and help of comparison/run_keys.cpp, for the translations.
[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("RunKeys", "Run"),
    QT_TRANSLATE_NOOP("RunKeys", "Name"),
    QT_TRANSLATE_NOOP("RunKeys", "Policy"),
    QT_TRANSLATE_NOOP("RunKeys", "Seed"),
    QT_TRANSLATE_NOOP("RunKeys", "Source"),
    QT_TRANSLATE_NOOP("RunKeys", "Distortion"),
    QT_TRANSLATE_NOOP("RunKeys", "Status"),
    QT_TRANSLATE_NOOP("RunKeys", "Message"),
    QT_TRANSLATE_NOOP("RunKeys", "Rounds played"),
    QT_TRANSLATE_NOOP("RunKeys", "Started"),
    QT_TRANSLATE_NOOP("RunKeys", "Finished"),
    QT_TRANSLATE_NOOP("RunKeys", "Program"),
    QT_TRANSLATE_NOOP("RunKeys", "Processor"),
    QT_TRANSLATE_NOOP("RunKeys", "Threads"),
    QT_TRANSLATE_NOOP("RunKeys", "Libraries"),
    QT_TRANSLATE_NOOP("RunKeys", "Model hash"),
    QT_TRANSLATE_NOOP("RunKeys", "Data hash"),
    QT_TRANSLATE_NOOP("RunKeys", "Starred"),
    QT_TRANSLATE_NOOP("RunKeys", "Tags"),
    QT_TRANSLATE_NOOP("RunKeys", "Note"),
    QT_TRANSLATE_NOOP("RunKeys", "In the trash"),
    QT_TRANSLATE_NOOP("RunKeys", "Split layer"),
    QT_TRANSLATE_NOOP("RunKeys", "Time"),
    QT_TRANSLATE_NOOP("RunKeys", "Accuracy"),
    QT_TRANSLATE_NOOP("RunKeys", "Cost / sample"),
    QT_TRANSLATE_NOOP("RunKeys", "Saved vs final exit"),
    QT_TRANSLATE_NOOP("RunKeys", "Accuracy vs final exit"),
    QT_TRANSLATE_NOOP("RunKeys", "Offloaded"),
    QT_TRANSLATE_NOOP("RunKeys", "Reward"),
    QT_TRANSLATE_NOOP("RunKeys", "Pseudo-regret"),
    QT_TRANSLATE_NOOP("RunKeys", "Realised regret"),
    QT_TRANSLATE_NOOP("RunKeys", "Speed")};

bool isExtra(std::size_t key) { return key == kTitleKey || key == kSeedsKey; }

QString columnLabel(const RunKey& measure, const RoundColumn& column) {
    const QString label = words("RunKeys", measure.label);
    switch (column.of) {
        case RoundColumn::Of::AtRound:
            return own(QT_TRANSLATE_NOOP("RunTable", "%1 at round %2"))
                .arg(label, numberText(static_cast<double>(column.round)));
        case RoundColumn::Of::Least:
            return own(QT_TRANSLATE_NOOP("RunTable", "%1, minimum")).arg(label);
        default:
            return own(QT_TRANSLATE_NOOP("RunTable", "%1, maximum")).arg(label);
    }
}

QString columnHelp(const RoundColumn& column) {
    if (!hasExtremes(column.measure))
        return own(QT_TRANSLATE_NOOP(
            "RunTable",
            "Summed up to this round; not known of live runs, and where the exit table is gone"));
    if (column.of == RoundColumn::Of::AtRound)
        return own(QT_TRANSLATE_NOOP("RunTable", "Mean of the rounds up to this one"));
    return own(QT_TRANSLATE_NOOP("RunTable", "Of the mean of %1 rounds in a row"))
        .arg(kFollowedWindow);
}

QString unitOf(const RunKey& key) {
    if (key.unit == "share") return QStringLiteral("%");
    if (key.unit == "lambda") return QStringLiteral("λ");
    if (key.unit == "points") return own(QT_TRANSLATE_NOOP("RunTable", "points"));
    if (key.unit == "rounds" && key.kind != RunKeyKind::Measure)
        return QString();  // its label says so
    return text(key.unit);
}

int keyDecimals(const RunKey& key) {
    static constexpr std::array<std::pair<std::string_view, int>, 4> kDecimals{
        {{"cost_mean", 2}, {"reward_mean", 4}, {"seconds", 2}, {"rounds_per_second", 0}}};
    for (const auto& [name, decimals] : kDecimals)
        if (key.key == name) return decimals;
    return 1;
}

QString measureText(const RunKey& key, double value, std::optional<double> halfWidth) {
    const double scale = key.unit == "share" ? 100 : 1;
    if (key.key == "split" && halfWidth.value_or(0) == 0 &&
        value == static_cast<double>(static_cast<int>(value)))
        return numberText(value);
    const int decimals = keyDecimals(key);
    const QString mean =
        key.unit == "points" ? signedText(value, decimals) : numberText(scale * value, decimals);
    return halfWidth && *halfWidth > 0
               ? mean + QStringLiteral(" ± ") + numberText(scale * *halfWidth, decimals)
               : mean;
}

QString localTime(const QString& utc) {
    const QDateTime time = QDateTime::fromString(utc, Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")) : utc;
}

// Where a table lies is for the tool tip; the folder of the program's own goes without saying.
QString sourceText(const QString& source) {
    const QString builtin = QStringLiteral("builtin:");
    if (source.startsWith(builtin)) return source.mid(builtin.size());
    return source.startsWith(QLatin1Char('/')) && !source.contains(QStringLiteral(", "))
               ? source.section(QLatin1Char('/'), -1)
               : source;
}

}  // namespace

QString keyLabel(std::size_t key) {
    if (key == kTitleKey) return own(QT_TRANSLATE_NOOP("RunTable", "Run"));
    if (key == kSeedsKey) return own(QT_TRANSLATE_NOOP("RunTable", "Seeds"));
    if (const auto column = roundColumnOf(key))
        return columnLabel(runKeys()[column->measure], *column);
    const RunKey& info = runKeys()[key];
    return info.kind == RunKeyKind::Setting ? fieldTitle(std::string(info.key))
                                            : words("RunKeys", info.label);
}

bool isNumberKey(std::size_t key) {
    return key < runKeys().size() ? runKeys()[key].number : key != kTitleKey;
}

QString keyHeading(std::size_t key) {
    if (isExtra(key)) return keyLabel(key);
    const auto column = roundColumnOf(key);
    const QString unit = unitOf(runKeys()[column ? column->measure : key]);
    return unit.isEmpty() ? keyLabel(key) : QStringLiteral("%1 (%2)").arg(keyLabel(key), unit);
}

QString keyHelp(std::size_t key) {
    if (key == kTitleKey)
        return own(QT_TRANSLATE_NOOP("RunTable",
                                     "Name of the run; F2 renames it, or all runs of a group"));
    if (key == kSeedsKey)
        return own(QT_TRANSLATE_NOOP("RunTable", "Seeds that the means are over"));
    if (const auto column = roundColumnOf(key)) return columnHelp(*column);
    const RunKey& info = runKeys()[key];
    const QString help =
        words(info.kind == RunKeyKind::Setting ? "Experiment" : "RunKeys", info.help);
    return help + own(QT_TRANSLATE_NOOP("RunTable", " (in filters: %1)")).arg(text(info.key));
}

QString cellText(std::size_t key, const RunCell& cell) {
    if (cell.differs) return QStringLiteral("…");
    if (!isKnown(cell.value)) return isNumberKey(key) ? QStringLiteral("–") : QString();
    if (const auto column = roundColumnOf(key))
        return measureText(runKeys()[column->measure], numberOf(cell.value), cell.halfWidth);
    if (isExtra(key))
        return key == kSeedsKey ? numberText(numberOf(cell.value)) : text(textOf(cell.value));
    const RunKey& info = runKeys()[key];
    const double* number = std::get_if<double>(&cell.value);
    if (number == nullptr) {
        const QString value = text(std::get<std::string_view>(cell.value));
        if (info.key == "policy") return policyName(value.toStdString());
        if (info.key == "source") return sourceText(value);
        if (info.key == "started" || info.key == "finished") return localTime(value);
        if (info.key == "status")
            for (const RunStatus status :
                 {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed,
                  RunStatus::Interrupted, RunStatus::Queued})
                if (toText(status) == value.toStdString()) return statusWord(status);
        return value;
    }
    if (info.key == "starred" || info.key == "trashed")
        return *number != 0 ? own(QT_TRANSLATE_NOOP("RunTable", "yes"))
                            : own(QT_TRANSLATE_NOOP("RunTable", "no"));
    if (info.kind == RunKeyKind::Measure) return measureText(info, *number, cell.halfWidth);
    return shortText(*number);
}

QString runTitle(const RunRow& row) {
    const std::string& name = row.run.marks.name;
    return name.empty() ? policyName(entryPlayed(row.run.experiment, row.run.spec.policy))
                        : QString::fromStdString(name);
}

QString runsText(std::size_t count) {
    if (count == 1) return own(QT_TRANSLATE_NOOP("RunTable", "1 run"));
    return own(QT_TRANSLATE_NOOP("RunTable", "%1 runs"))
        .arg(numberText(static_cast<double>(count)));
}

QString statusWord(RunStatus status) {
    switch (status) {
        case RunStatus::Running:
            return own(QT_TRANSLATE_NOOP("RunTable", "running"));
        case RunStatus::Finished:
            return own(QT_TRANSLATE_NOOP("RunTable", "finished"));
        case RunStatus::Stopped:
            return own(QT_TRANSLATE_NOOP("RunTable", "stopped"));
        case RunStatus::Failed:
            return own(QT_TRANSLATE_NOOP("RunTable", "failed"));
        case RunStatus::Queued:
            return own(QT_TRANSLATE_NOOP("RunTable", "queued"));
        default:
            return own(QT_TRANSLATE_NOOP("RunTable", "interrupted"));
    }
}

}  // namespace splitee
