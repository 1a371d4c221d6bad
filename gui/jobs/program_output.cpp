// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/program_output.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr double kMostCount = 9e15, kMostEpochs = 1e6, kMostNumber = 1e12;
constexpr qsizetype kMostExits = 1024;
constexpr std::size_t kMostWord = 200;

double numberOf(const QJsonObject& object, const char* key, double otherwise, double most) {
    const double value = object.value(QLatin1String(key)).toDouble(otherwise);
    return std::isfinite(value) ? std::clamp(value, -1.0, most) : otherwise;
}

std::string wordOf(const QJsonObject& object, const char* key) {
    return shownText(object.value(QLatin1String(key)).toString().toStdString(), kMostWord);
}

std::vector<double> numbersOf(const QJsonObject& object, const char* key, double most) {
    const QJsonArray array = object.value(QLatin1String(key)).toArray();
    std::vector<double> numbers;
    for (qsizetype i = 0; i < std::min(array.size(), kMostExits); ++i)
        numbers.push_back(std::clamp(array[i].toDouble(), 0.0, most));
    return numbers;
}

std::vector<double> sharesOf(const QJsonObject& object, const char* key) {
    return numbersOf(object, key, 1);
}

std::optional<QJsonObject> objectIn(const QByteArray& text) {
    if (!text.trimmed().startsWith('{')) return {};
    const QJsonDocument json = QJsonDocument::fromJson(text);
    if (!json.isObject()) return {};
    return json.object();
}

}  // namespace

void BoundedLines::add(const QByteArray& bytes, const TakeLine& take) {
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype to = end < 0 ? bytes.size() : end;
        begun_ += bytes.mid(from, std::min(to - from, kMost - begun_.size()));
        if (end < 0) return;
        const QByteArray line = std::exchange(begun_, {});
        take(line);
        from = end + 1;
    }
}

void BoundedLines::finish(const TakeLine& take) {
    const QByteArray line = std::exchange(begun_, {});
    if (!line.isEmpty()) take(line);
}

std::optional<ToldProgress> progressIn(const QByteArray& line) {
    const auto object = objectIn(line);
    if (!object || !object->value(QLatin1String("activity")).isString() ||
        !object->value(QLatin1String("done")).isDouble())
        return {};
    ToldProgress told;
    told.activity = wordOf(*object, "activity");
    told.unit = wordOf(*object, "unit");
    told.done = static_cast<std::int64_t>(std::max(0.0, numberOf(*object, "done", 0, kMostCount)));
    told.total =
        static_cast<std::int64_t>(std::max(0.0, numberOf(*object, "total", 0, kMostCount)));
    told.perSecond = std::max(0.0, numberOf(*object, "rate", 0, kMostNumber));
    told.secondsLeft = numberOf(*object, "eta_s", -1, kMostNumber);
    if (object->contains(QLatin1String("epoch"))) {
        ToldProgress::Stand stand;
        stand.epoch = std::max(0.0, numberOf(*object, "epoch", 0, kMostEpochs));
        stand.epochs = static_cast<int>(std::max(0.0, numberOf(*object, "epochs", 0, kMostEpochs)));
        stand.bestEpoch =
            static_cast<int>(std::max(0.0, numberOf(*object, "best_epoch", 0, kMostEpochs)));
        stand.loss = numberOf(*object, "loss", 0, kMostNumber);
        stand.lossPerExit = numbersOf(*object, "loss_per_exit", kMostNumber);
        stand.accuracyPerExit = sharesOf(*object, "accuracy_per_exit");
        told.training = std::move(stand);
    }
    return told;
}

std::optional<Evaluation> evaluationIn(const QByteArray& text) {
    const auto object = objectIn(text);
    if (!object) return {};
    Evaluation found;
    found.samples =
        static_cast<std::int64_t>(std::max(0.0, numberOf(*object, "samples", 0, kMostCount)));
    const auto accuracy = sharesOf(*object, "accuracy_per_exit");
    const auto confidence = sharesOf(*object, "confidence_per_exit");
    const QJsonArray depth = object->value(QLatin1String("exit_blocks")).toArray();
    for (std::size_t i = 0; i < accuracy.size(); ++i)
        found.exits.push_back({depth.at(static_cast<qsizetype>(i)).toDouble(), accuracy[i],
                               i < confidence.size() ? confidence[i] : 0});
    if (found.exits.empty()) return {};
    return found;
}

std::optional<Evaluation> attachedIn(const QByteArray& text) {
    const auto object = objectIn(text);
    if (!object) return {};
    const QJsonArray exits = object->value(QLatin1String("exits")).toArray();
    Evaluation found;
    for (qsizetype i = 0; i < std::min(exits.size(), kMostExits); ++i) {
        const QJsonObject exit = exits[i].toObject();
        const auto positive = [&exit](const char* key, double most) {
            return std::max(0.0, numberOf(exit, key, 0, most));
        };
        found.exits.push_back({positive("depth", kMostNumber), positive("accuracy", 1), 0,
                               QString::fromStdString(wordOf(exit, "exit")),
                               positive("temperature", kMostNumber)});
    }
    if (found.exits.empty()) return {};
    return found;
}

QString shownLine(const QByteArray& line, int most) {
    const QByteArray text = line.trimmed();
    return QString::fromStdString(shownText(
        {text.constData(), static_cast<std::size_t>(text.size())}, static_cast<std::size_t>(most)));
}

}  // namespace splitee
