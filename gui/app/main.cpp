// SPDX-License-Identifier: GPL-3.0-or-later
// splitee-workbench: the desktop front end. --headless VERB .. is splitee VERB ..
#include <unistd.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDate>
#include <QDir>
#include <QFontDatabase>
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

#include "gui/app/examples.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/screenshot.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/workbench_style.h"

namespace {

constexpr int kExitFailed = 1, kExitUsage = 2;

int complain(const std::string& sentence, int code) {
    std::fprintf(stderr, "splitee-workbench: %s\n", sentence.c_str());
    return code;
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

QSize sizeFrom(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
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

void describe(QCommandLineParser& line) {
    line.setApplicationDescription(
        QStringLiteral("Split computing with early exits: watch an online learner choose where to "
                       "split a network."));
    line.addHelpOption();
    line.addVersionOption();
    line.addOptions(
        {{QStringLiteral("screenshot"), QStringLiteral("Write the window as a PNG file and quit."),
          QStringLiteral("FILE")},
         {QStringLiteral("example"), QStringLiteral("Start an example of the welcome page."),
          QStringLiteral("NAME")},
         {QStringLiteral("round"), QStringLiteral("With --screenshot: the round to show."),
          QStringLiteral("N"), QStringLiteral("2000")},
         {QStringLiteral("dock"),
          QStringLiteral("With --screenshot: a panel to open, by name; may be given again."),
          QStringLiteral("NAME")},
         {QStringLiteral("page"), QStringLiteral("live, or runs: the runs of the session given."),
          QStringLiteral("PAGE")},
         {QStringLiteral("show"),
          QStringLiteral("With --screenshot: comparison, comparison-setting, -parallel, -rounds or "
                         "-table (with --page runs); sweep, palette, tour or tour-2 and so on."),
          QStringLiteral("WHAT")},
         {QStringLiteral("scale"), QStringLiteral("Pixels for each point of the window, as in 2."),
          QStringLiteral("FACTOR")},
         {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH")},
         {QStringLiteral("theme"), QStringLiteral("light or dark, instead of the system's."),
          QStringLiteral("THEME")},
         {QStringLiteral("language"), QStringLiteral("de, en or zh_CN, instead of the system's."),
          QStringLiteral("NAME")},
         {QStringLiteral("run"), QStringLiteral("Play FILE at once.")},
         {QStringLiteral("headless"),
          QStringLiteral("As the first argument: run splitee with the rest.")}});
    line.addPositionalArgument(QStringLiteral("file"),
                               QStringLiteral("An exit table, an experiment or a session to open."),
                               QStringLiteral("[FILE]"));
}

void chooseFont(QApplication& app) {
    QFont font = app.font();
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPointSizeF(10);
    app.setFont(font);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace splitee;
    if (argc > 1 && std::strcmp(argv[1], "--headless") == 0) return headless(argv);
    for (int i = 1; i + 1 < argc; ++i)  // Qt reads it before the application object exists
        if (std::strcmp(argv[i], "--scale") == 0) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("splitee-workbench"));
    QApplication::setOrganizationName(QStringLiteral("splitee"));
    QApplication::setApplicationVersion(QStringLiteral(SPLITEE_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/splitee-workbench.svg")));
    QGuiApplication::setDesktopFileName(QStringLiteral("splitee-workbench"));
    QApplication::setStyle(new WorkbenchStyle);
    chooseFont(app);
    QCommandLineParser line;
    describe(line);
    line.process(app);

    if (const auto chosen = chooseLanguage(app, line.value(QStringLiteral("language"))); !chosen)
        return complain(chosen.error().message, kExitUsage);
    const QString picture = line.value(QStringLiteral("screenshot"));
    QSettings settings;
    Theme theme;
    const QString wanted = line.value(QStringLiteral("theme"));
    if (!wanted.isEmpty() && wanted != QLatin1String("light") && wanted != QLatin1String("dark"))
        return complain("--theme is '" + wanted.toStdString() + "', but must be light or dark",
                        kExitUsage);
    if (!wanted.isEmpty())
        theme.setMode(wanted == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::Light);
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
    if (line.isSet(QStringLiteral("size"))) {
        const QSize size = sizeFrom(line.value(QStringLiteral("size")));
        if (size.width() < 640 || size.height() < 400)
            return complain("--size must be WIDTHxHEIGHT from 640x400 on, as in 1280x800",
                            kExitUsage);
        window.resize(size);
    }
    const QString example = line.value(QStringLiteral("example"));
    const QString page = line.value(QStringLiteral("page"));
    if (!page.isEmpty() && page != QLatin1String("live") && page != QLatin1String("runs"))
        return complain("--page is '" + page.toStdString() + "', but must be live or runs",
                        kExitUsage);
    const QString file = line.positionalArguments().value(0);
    const QString runs = page == QLatin1String("runs") ? file : QString();
    if (!picture.isEmpty()) {
        const auto taken = takeScreenshot(
            window,
            {picture, example, line.value(QStringLiteral("round")).toLongLong(),
             line.values(QStringLiteral("dock")), runs, line.value(QStringLiteral("show"))});
        return taken ? 0 : complain(taken.error().message, kExitFailed);
    }
    window.show();
    if (!example.isEmpty()) {
        const auto found = exampleNamed(example);
        if (!found) return complain(found.error().message, kExitUsage);
        window.start(*found);
    }
    if (line.isSet(QStringLiteral("run")))
        QObject::connect(&window.controller(), &RunController::sourceOpened, &window.controller(),
                         &RunController::play, Qt::SingleShotConnection);
    if (!runs.isEmpty())
        window.showRunsOf(runs);
    else if (!file.isEmpty())
        window.openFile(file);
    if (example.isEmpty() && runs.isEmpty() && file.isEmpty())
        window.lookForCutShort(sessionsToLookAt(lastSession));
    if (!kept)
        window.messages().show(
            QCoreApplication::translate(
                "MainWindow",
                "Folder %1 may not be written: runs of this window are gone when it closes. To "
                "keep them, save the session as another file")
                .arg(sessionsFolder()));
    const int code = QApplication::exec();
    window.save(settings);
    return code;
}
