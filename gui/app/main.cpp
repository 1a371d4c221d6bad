// SPDX-License-Identifier: GPL-3.0-or-later
// splitee-workbench: the desktop front end. --headless VERB .. is splitee VERB ..
#include <unistd.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDate>
#include <QDir>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <vector>

#include "engine/plain_text.h"
#include "gui/app/examples.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/screenshot.h"
#include "gui/app/start_options.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/workbench_style.h"

namespace {

constexpr int kExitFailed = 1, kExitUsage = 2;

int complain(const std::string& sentence, int code) {
    std::fprintf(stderr, "splitee-workbench: %s\n", splitee::escapedText(sentence).c_str());
    return code;
}

int print(const QString& text) {
    const std::string bytes = text.toStdString();
    const bool written = std::fputs(bytes.c_str(), stdout) >= 0 && std::fflush(stdout) == 0;
    return written ? 0 : complain("cannot write to standard output", kExitFailed);
}

/// Becomes the sibling program with the arguments after --headless; comes back only where that
/// fails.
int headless(char** argv) {
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& place : {folder / "splitee", folder.parent_path() / "cli" /
                                                      "splitee"}) {  // installed; in a build tree
        if (!std::filesystem::is_regular_file(place, error)) continue;
        const std::string program = place.string();
        argv[1] = argv[0];
        execv(program.c_str(), argv + 1);
    }
    return complain("cannot start splitee, which should lie beside this program: install it again",
                    kExitFailed);
}

QString sessionsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/sessions");
}

bool canKeepSessions() {
    return QDir().mkpath(sessionsFolder()) &&
           QTemporaryFile(sessionsFolder() + QStringLiteral("/XXXXXX")).open();
}

// One session a day keeps what is played.
std::filesystem::path todaysSession() {
    const QDir folder(sessionsFolder());
    return folder.filePath(QDate::currentDate().toString(Qt::ISODate) + QStringLiteral(".splitee"))
        .toStdString();
}

// Of exits that were read beside live runs.
QString exitsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
           QStringLiteral("/exits");
}

constexpr const char* kLastSession = "session/last";

// Of the last days, the newest first.
std::vector<std::filesystem::path> latestSessions(const std::filesystem::path& folder) {
    constexpr int kMost = 3;
    std::vector<std::filesystem::path> sessions;
    const QDir dir(QString::fromStdString(folder.string()));
    for (const QString& name :
         dir.entryList({QStringLiteral("*.splitee")}, QDir::Files, QDir::Time).mid(0, kMost))
        sessions.push_back(folder / name.toStdString());
    return sessions;
}

// The last one used, wherever it is, and those of the last days.
std::vector<std::filesystem::path> sessionsToLookAt(const QString& last) {
    std::vector<std::filesystem::path> sessions = latestSessions(todaysSession().parent_path());
    if (!last.isEmpty()) sessions.insert(sessions.begin(), last.toStdString());
    return sessions;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace splitee;
    if (argc > 1 && std::strcmp(argv[1], "--headless") == 0) return headless(argv);
    const auto scale = scaleFactor(argc, argv);
    if (!scale) return complain(scale.error().message, kExitUsage);
    // Qt reads it before the application object exists.
    if (!scale->isEmpty()) qputenv("QT_SCALE_FACTOR", *scale);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("splitee-workbench"));
    QApplication::setOrganizationName(QStringLiteral("splitee"));
    QApplication::setApplicationVersion(QStringLiteral(SPLITEE_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/splitee-workbench.svg")));
    QGuiApplication::setDesktopFileName(QStringLiteral("splitee-workbench"));
    QApplication::setStyle(new WorkbenchStyle);
    chooseFont();
    QCommandLineParser line;
    describe(line);
    const auto options = startOptions(line, QApplication::arguments());
    if (!options) return complain(options.error().message, kExitUsage);
    if (line.isSet(QStringLiteral("help"))) return print(line.helpText());
    if (line.isSet(QStringLiteral("version")))
        return print(QApplication::applicationName() + QLatin1Char(' ') +
                     QApplication::applicationVersion() + QLatin1Char('\n'));

    if (const auto chosen = chooseLanguage(app, options->language); !chosen)
        return complain(chosen.error().message, kExitUsage);
    const QString& picture = options->picture;
    QSettings settings;
    Theme theme;
    if (!options->theme.isEmpty())
        theme.setMode(options->theme == QLatin1String("dark") ? Theme::Mode::Dark
                                                              : Theme::Mode::Light);
    else if (picture.isEmpty())
        theme.setMode(static_cast<Theme::Mode>(
            std::clamp(settings.value(QStringLiteral("window/theme")).toInt(), 0, 2)));

    const QString lastSession = settings.value(QLatin1String(kLastSession)).toString();
    const QTemporaryDir scratch;  // runs for a screenshot are not stored
    const bool kept = canKeepSessions();
    MainWindow window(theme,
                      picture.isEmpty() && kept
                          ? todaysSession()
                          : std::filesystem::path(
                                scratch.filePath(QStringLiteral("session.splitee")).toStdString()));
    window.controller().observer().setCache(
        ExitCache((picture.isEmpty() ? exitsFolder() : scratch.filePath(QStringLiteral("exits")))
                      .toStdString()));
    if (!picture.isEmpty()) window.controller().observer().setOn(true);
    if (picture.isEmpty()) {
        window.restore(settings);
        // At once, for the window that is killed.
        const auto remember = [&] {
            settings.setValue(QLatin1String(kLastSession),
                              QString::fromStdString(window.controller().session().string()));
            settings.sync();
        };
        QObject::connect(&window.controller(), &RunController::sourceOpened, &window, remember);
    }
    if (options->size) window.resize(*options->size);
    if (!picture.isEmpty()) {
        const auto taken = takeScreenshot(window, *options);
        return taken ? 0 : complain(taken.error().message, kExitFailed);
    }
    const QString& example = options->example;
    const QString& file = options->file;
    window.show();
    if (!example.isEmpty()) {
        const auto found = exampleNamed(example);
        if (!found) return complain(found.error().message, kExitUsage);
        window.start(*found);
    }
    if (options->playAtOnce)
        QObject::connect(&window.controller(), &RunController::sourceOpened, &window.controller(),
                         &RunController::play, Qt::SingleShotConnection);
    if (options->runsPage)
        window.showRunsOf(file);
    else if (!file.isEmpty())
        window.openFile(file);
    if (example.isEmpty() && file.isEmpty()) window.lookForCutShort(sessionsToLookAt(lastSession));
    if (!kept)
        window.messages().show(
            QCoreApplication::translate("MainWindow",
                                        "Runs of this window are gone when it closes: folder %1 "
                                        "may not be written. To keep "
                                        "them, save the session as another file")
                .arg(sessionsFolder()));
    const int code = QApplication::exec();
    window.save(settings);
    return code;
}
