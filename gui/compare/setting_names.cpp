// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/setting_names.h"

#include <QCoreApplication>

#include <map>

#include "gui/run/experiment_fields.h"

namespace splitee {
namespace {

constexpr int kHashShown = 8;

QString ownName(const std::string& key) {
    static const std::map<std::string, const char*> kNames{
        {"policy", QT_TRANSLATE_NOOP("SettingNames", "Policy")},
        {"source", QT_TRANSLATE_NOOP("SettingNames", "Source")},
        {"distortion", QT_TRANSLATE_NOOP("SettingNames", "Distortion")},
        {"data_hash", QT_TRANSLATE_NOOP("SettingNames", "Data hash")},
        {"model_hash", QT_TRANSLATE_NOOP("SettingNames", "Model hash")},
        {"program", QT_TRANSLATE_NOOP("SettingNames", "Program")},
        {"cpu", QT_TRANSLATE_NOOP("SettingNames", "Processor")},
        {"threads", QT_TRANSLATE_NOOP("SettingNames", "Threads")},
        {"libraries", QT_TRANSLATE_NOOP("SettingNames", "Libraries")},
        {"severity", QT_TRANSLATE_NOOP("SettingNames", "Severity")}};
    const auto found = kNames.find(key);
    return found == kNames.end() ? QString()
                                 : QCoreApplication::translate("SettingNames", found->second);
}

}  // namespace

QString settingName(const std::string& key) {
    if (key.empty()) return {};
    const QString own = ownName(key);
    return own.isEmpty() ? fieldTitle(key) : own;
}

QString settingValue(const std::string& key, const std::string& value) {
    if (value.empty()) return QStringLiteral("–");
    const QString text = QString::fromStdString(value);
    if (key == "policy") return policyName(value);
    const bool hash = key == "data_hash" || key == "model_hash";
    return hash && text.size() > kHashShown ? text.left(kHashShown) + QStringLiteral("…") : text;
}

}  // namespace splitee
