// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/table_look.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace splitee {
namespace {

constexpr const char* kStandardColumns[] = {
    "seed",         "status", "offload", "accuracy", "cost_mean", "cost_reduction_vs_final",
    "offload_rate", "regret", "source",  "tag"};
constexpr const char* kTitle = "title";
constexpr const char* kSeedsColumn = "number_of_seeds";

std::optional<std::size_t> keyFrom(const QJsonValue& value) {
    const QString name = value.toString();
    if (name == QLatin1String(kTitle)) return kTitleKey;
    if (name == QLatin1String(kSeedsColumn)) return kSeedsKey;
    if (const auto column = roundColumnNamed(name.toStdString())) return keyOf(*column);
    return findRunKey(name.toStdString());
}

QString keyName(std::size_t key) {
    if (key == kTitleKey) return QLatin1String(kTitle);
    if (key == kSeedsKey) return QLatin1String(kSeedsColumn);
    if (const auto column = roundColumnOf(key)) return QString::fromStdString(nameOf(*column));
    const std::string_view name = runKeys()[key].key;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QJsonArray namesOf(const std::vector<std::size_t>& keys) {
    QJsonArray names;
    for (const std::size_t key : keys) names.append(keyName(key));
    return names;
}

std::vector<std::size_t> keysFrom(const QJsonValue& names, bool columns) {
    std::vector<std::size_t> keys;
    for (const QJsonValue& name : names.toArray())
        if (const auto key = keyFrom(name);
            key && (*key < runKeys().size() || (columns && roundColumnOf(*key))))
            keys.push_back(*key);
    return keys;
}

}  // namespace

TableLook standardLook() {
    TableLook look;
    for (const char* column : kStandardColumns)
        if (const auto key = findRunKey(column)) look.columns.push_back(*key);
    look.order = {{*findRunKey("run"), true}};
    return look;
}

QByteArray toJson(const TableLook& look) {
    QJsonArray order;
    for (const SortKey& by : look.order)
        order.append(QJsonObject{{QStringLiteral("key"), keyName(by.key)},
                                 {QStringLiteral("descending"), by.descending}});
    const QJsonObject all{{QStringLiteral("filter"), look.filter},
                          {QStringLiteral("group_by"), namesOf(look.groupBy)},
                          {QStringLiteral("columns"), namesOf(look.columns)},
                          {QStringLiteral("order"), order}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

TableLook lookFromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) return standardLook();
    const QJsonObject all = document.object();
    TableLook look;
    look.filter = all[QStringLiteral("filter")].toString();
    look.groupBy = keysFrom(all[QStringLiteral("group_by")], false);
    look.columns = keysFrom(all[QStringLiteral("columns")], true);
    for (const QJsonValue& by : all[QStringLiteral("order")].toArray())
        if (const auto key = keyFrom(by[QStringLiteral("key")]))
            look.order.push_back({*key, by[QStringLiteral("descending")].toBool()});
    return look;
}

}  // namespace splitee
