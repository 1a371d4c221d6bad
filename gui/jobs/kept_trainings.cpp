// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/kept_trainings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

namespace splitee {
namespace {

constexpr qint64 kMostKeptBytes = 64 * 1024;
constexpr int kMostKept = 200;  // files that are looked at
constexpr std::uint32_t kMostHeaderBytes = 1U << 20;
constexpr double kExactly = 9e15;
const QString kKeptEnding = QStringLiteral(".training.json");

template <class Settings>
QJsonObject fieldsIn(const Settings& settings) {
    QJsonObject object;
    Settings::visitFields(settings, [&](const auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        const QString key = QString::fromUtf8(info.key.data(), static_cast<int>(info.key.size()));
        if constexpr (std::is_same_v<Value, std::string>)
            object[key] = QString::fromStdString(value);
        else if constexpr (std::is_same_v<Value, double>)
            object[key] = value;
        else
            object[key] = QString::number(value);  // a seed may have more digits than a double
    });
    return object;
}

// Of keys that are there; the ranges are checked by checkPlan().
template <class Settings>
bool takeFields(const QJsonObject& object, Settings& settings) {
    bool fine = true;
    Settings::visitFields(settings, [&](auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        const QJsonValue read =
            object.value(QString::fromUtf8(info.key.data(), static_cast<int>(info.key.size())));
        if (read.isUndefined()) return;
        if constexpr (std::is_same_v<Value, double>) {
            fine = fine && read.isDouble();
            value = read.toDouble();
        } else if constexpr (std::is_same_v<Value, std::string>) {
            fine = fine && read.isString();
            value = read.toString().toStdString();
        } else {
            bool number = false;
            if constexpr (std::is_unsigned_v<Value>)
                value = read.toString().toULongLong(&number);
            else
                value = read.toString().toLongLong(&number);
            fine = fine && number;
        }
    });
    return fine && checkFields(settings).has_value();
}

// A process of this number that works at this file.
bool worksAt(std::int64_t process, const std::string& out) {
    if (process <= 0) return false;
    std::ifstream file("/proc/" + std::to_string(process) + "/cmdline", std::ios::binary);
    const std::string words{std::istreambuf_iterator<char>(file), {}};
    return words.find(out + '\0') != std::string::npos;
}

}  // namespace

QByteArray keptText(const TrainPlan& plan, std::int64_t process) {
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    const QJsonObject object{{QStringLiteral("network"), text(plan.network)},
                             {QStringLiteral("settings"), fieldsIn(plan.settings)},
                             {QStringLiteral("encoder"), fieldsIn(plan.encoder)},
                             {QStringLiteral("dataset"), text(plan.dataset)},
                             {QStringLiteral("side"), plan.side},
                             {QStringLiteral("out"), text(plan.out)},
                             {QStringLiteral("threads"), plan.threads},
                             {QStringLiteral("process"), static_cast<double>(process)}};
    return QJsonDocument(object).toJson();
}

std::optional<TrainPlan> keptPlan(const QByteArray& text, std::int64_t& process) {
    if (text.size() > kMostKeptBytes) return {};
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto word = [&](const char* key) {
        return object.value(QLatin1String(key)).toString().toStdString();
    };
    TrainPlan plan;
    plan.network = word("network");
    plan.dataset = word("dataset");
    plan.out = word("out");
    if ((plan.network != kMobileNetwork && plan.network != kEncoderNetwork) || plan.out.empty())
        return {};
    plan.settings = TrainPlan::defaultsOf(plan.network);
    if (!takeFields(object.value(QLatin1String("settings")).toObject(), plan.settings) ||
        !takeFields(object.value(QLatin1String("encoder")).toObject(), plan.encoder))
        return {};
    plan.side = object.value(QLatin1String("side")).toInt();
    plan.threads = std::clamp(object.value(QLatin1String("threads")).toInt(1), 1, 2);
    plan.resume = true;
    const double number = object.value(QLatin1String("process")).toDouble();
    process = number > 0 && number < kExactly ? static_cast<std::int64_t>(number) : 0;
    return plan;
}

int epochInCheckpoint(const std::filesystem::path& checkpoint) {
    std::ifstream in(checkpoint, std::ios::binary);
    char prefix[16];
    if (!in.read(prefix, sizeof prefix) || std::memcmp(prefix, "SPLITCKP", 8) != 0) return 0;
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, prefix + 12, sizeof bytes);
    if (bytes > kMostHeaderBytes) return 0;
    QByteArray header(static_cast<qsizetype>(bytes), '\0');
    if (!in.read(header.data(), header.size())) return 0;
    const double epoch =
        QJsonDocument::fromJson(header).object().value(QLatin1String("epoch")).toDouble();
    return epoch > 0 && epoch < 1e6 ? static_cast<int>(epoch) : 0;
}

std::filesystem::path KeptTrainings::fileFor(const std::string& out) const {
    const QByteArray name =
        QCryptographicHash::hash(QByteArray::fromStdString(out), QCryptographicHash::Sha256)
            .toHex()
            .left(32);
    return folder_ / (name.toStdString() + kKeptEnding.toStdString());
}

void KeptTrainings::keep(const TrainPlan& plan, std::int64_t process) const {
    if (folder_.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    QSaveFile file(QString::fromStdString(fileFor(plan.out).string()));
    if (file.open(QIODevice::WriteOnly) && file.write(keptText(plan, process)) > 0) file.commit();
}

void KeptTrainings::forget(const std::string& out) const {
    if (folder_.empty()) return;
    std::error_code error;
    std::filesystem::remove(fileFor(out), error);
}

std::vector<KeptTraining> KeptTrainings::unfinished() const {
    std::vector<KeptTraining> found;
    if (folder_.empty()) return found;
    const QDir folder(QString::fromStdString(folder_.string()));
    const QStringList names = folder.entryList({QLatin1Char('*') + kKeptEnding}, QDir::Files);
    for (const QString& name : names.first(std::min<qsizetype>(names.size(), kMostKept))) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        std::int64_t process = 0;
        auto plan = keptPlan(file.read(kMostKeptBytes + 1), process);
        if (!plan || worksAt(process, plan->out)) continue;
        std::error_code error;
        const std::filesystem::path checkpoint = plan->out + ".checkpoint";
        if (!std::filesystem::is_regular_file(checkpoint, error)) {
            file.remove();
            continue;
        }
        const int epoch = epochInCheckpoint(checkpoint);
        found.push_back({std::move(*plan), epoch});
    }
    return found;
}

}  // namespace splitee
