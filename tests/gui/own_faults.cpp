// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_faults.h"

#include <QMutex>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

namespace splitee::test {
namespace {

QMutex warningsMutex;
QStringList keptWarnings;  // guarded by it
QtMessageHandler handlerBefore = nullptr;

void keepWarning(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    // The platform without a screen says so of sizes, raised windows and grabs of the keyboard.
    const bool ours = !text.startsWith(QLatin1String("This plugin does not support "));
    if (ours && (type == QtWarningMsg || type == QtCriticalMsg)) {
        const QMutexLocker lock(&warningsMutex);
        keptWarnings += text;
    }
    if (handlerBefore != nullptr) handlerBefore(type, context, text);
}

}  // namespace

KeptWarnings::KeptWarnings() {
    (void)take();
    handlerBefore = qInstallMessageHandler(keepWarning);
}

KeptWarnings::~KeptWarnings() { qInstallMessageHandler(handlerBefore); }

QStringList KeptWarnings::take() {
    const QMutexLocker lock(&warningsMutex);
    return std::exchange(keptWarnings, {});
}

std::vector<std::int64_t> childProcesses() {
    std::vector<std::int64_t> children;
    std::error_code error;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", error)) {
        std::ifstream list(thread.path() / "children");
        for (std::int64_t child = 0; list >> child;) {
            std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
            std::string number, name, state;
            if (stat >> number >> name >> state && state != "Z" && state != "X")
                children.push_back(child);
        }
    }
    return children;
}

}  // namespace splitee::test
