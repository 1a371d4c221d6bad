// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/start_options.h"

#include <QCommandLineParser>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fields.h"

namespace splitee {
namespace {

constexpr double kLeastScale = 0.5, kMostScale = 8;
constexpr int kLeastWindowWidth = 640, kLeastWindowHeight = 400, kMostSide = 16'384;

// A whole text as a number, with a point in every locale; "2x", "1,5" and "" are none.
template <class Number>
std::optional<Number> numberIn(std::string_view text) {
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

QString option(const char* name) { return QString::fromLatin1(name); }

std::string optionValue(const QCommandLineParser& line, const char* name) {
    return line.value(option(name)).toStdString();
}

Error refused(const char* name, const std::string& value, const std::string& mustBe) {
    return {"--" + std::string(name) + " is '" + value.substr(0, 100) + "', but must be " + mustBe};
}

Result<void> oneOf(const QCommandLineParser& line, const char* name,
                   std::initializer_list<std::string_view> valid) {
    const std::string value = optionValue(line, name);
    if (!line.isSet(option(name)) || std::ranges::find(valid, value) != valid.end()) return {};
    return tl::unexpected(
        refused(name, value, listed(std::vector<std::string_view>(valid.begin(), valid.end()))));
}

Result<QSize> sizeIn(const std::string& text) {
    const Error error =
        refused("size", text,
                "WIDTHxHEIGHT from " + std::to_string(kLeastWindowWidth) + "x" +
                    std::to_string(kLeastWindowHeight) + " to " + std::to_string(kMostSide) + "x" +
                    std::to_string(kMostSide) + ", as in 1280x800");
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos) return tl::unexpected(error);
    const auto width = numberIn<int>(std::string_view(text).substr(0, cross));
    const auto height = numberIn<int>(std::string_view(text).substr(cross + 1));
    if (!width || !height || *width < kLeastWindowWidth || *height < kLeastWindowHeight ||
        *width > kMostSide || *height > kMostSide)
        return tl::unexpected(error);
    return QSize(*width, *height);
}

Error unknownOption(const QCommandLineParser& line) {
    const QStringList unknown = line.unknownOptionNames();
    if (unknown.isEmpty()) return {line.errorText().toStdString() + "; see --help"};
    const std::string word = unknown.front().toStdString();
    const std::vector<std::string_view> valid{
        "dock", "example", "headless", "help",       "language", "page",  "round",
        "run",  "scale",   "show",     "screenshot", "size",     "theme", "version"};
    const std::string meant = nearest(word, valid);
    return {"unknown option --" + word.substr(0, 100) + ": " +
            (meant.empty() ? "" : "did you mean --" + meant + "? ") +
            "see splitee-workbench --help"};
}

// What is meaningless without something else is said, and not passed over.
Result<void> check(const QCommandLineParser& line, const StartOptions& options) {
    if (line.positionalArguments().size() > 1)
        return fail("there is one FILE to open, but " +
                    std::to_string(line.positionalArguments().size()) + " were named");
    if (options.picture.isEmpty())
        for (const char* name : {"round", "dock", "show"})
            if (line.isSet(option(name)))
                return fail("--" + std::string(name) + " goes with --screenshot");
    if (line.isSet(option("screenshot")) && options.picture.isEmpty())
        return fail("--screenshot needs the name of a file, but nothing was given");
    if (options.runsPage && options.file.isEmpty())
        return fail("--page runs needs a session: name its FILE");
    if (options.playAtOnce && options.file.isEmpty())
        return fail("--run plays a FILE at once: name it");
    return {};
}

}  // namespace

Result<QByteArray> scaleFactor(int argc, char** argv) {
    constexpr std::string_view kName = "--scale";
    std::optional<std::string> text;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        if (word == "--") break;
        if (word == kName && at + 1 < argc)
            text = argv[++at];
        else if (word.starts_with(std::string(kName) + "="))
            text = word.substr(kName.size() + 1);
    }
    if (!text) return QByteArray();
    const auto factor = numberIn<double>(*text);
    if (!factor || !(*factor >= kLeastScale && *factor <= kMostScale))
        return tl::unexpected(refused("scale", *text,
                                      "a number from " + shortNumber(kLeastScale) + " to " +
                                          shortNumber(kMostScale) + ", as in 2 or 1.5"));
    return QByteArray::fromStdString(*text);
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
         {QStringLiteral("round"),
          QStringLiteral("With --screenshot: the round of the example, or of FILE, to show."),
          QStringLiteral("N"), QStringLiteral("2000")},
         {QStringLiteral("dock"),
          QStringLiteral("With --screenshot: a panel to open, by name; may be given again."),
          QStringLiteral("NAME")},
         {QStringLiteral("page"), QStringLiteral("live, or runs: the runs of the session given."),
          QStringLiteral("PAGE")},
         {QStringLiteral("show"),
          QStringLiteral("With --screenshot: comparison, comparison-setting, -parallel, -rounds or "
                         "-table (with --page runs); sweep, train, read-table, evaluate, jobs, "
                         "advise or advise-ACCURACY, palette, tour or tour-2 and so on; "
                         "past-ROUND: that round of the run."),
          QStringLiteral("WHAT")},
         {QStringLiteral("scale"),
          QStringLiteral("Pixels for each point of the window, from 0.5 to 8."),
          QStringLiteral("FACTOR")},
         {QStringLiteral("size"), QStringLiteral("Size of the window, from 640x400 on."),
          QStringLiteral("WxH")},
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

Result<StartOptions> startOptions(QCommandLineParser& line, const QStringList& arguments) {
    if (!line.parse(arguments)) return tl::unexpected(unknownOption(line));
    StartOptions options;
    if (line.isSet(option("help")) || line.isSet(option("version"))) return options;
    if (auto theme = oneOf(line, "theme", {"light", "dark"}); !theme)
        return tl::unexpected(theme.error());
    if (auto page = oneOf(line, "page", {"live", "runs"}); !page)
        return tl::unexpected(page.error());
    if (line.isSet(option("size"))) {
        const auto size = sizeIn(optionValue(line, "size"));
        if (!size) return tl::unexpected(size.error());
        options.size = *size;
    }
    const auto round = numberIn<std::int64_t>(optionValue(line, "round"));
    if (!round || *round < 1)
        return tl::unexpected(
            refused("round", optionValue(line, "round"), "a whole number from 1 on"));
    options.round = *round;
    options.theme = line.value(option("theme"));
    options.language = line.value(option("language"));
    options.example = line.value(option("example"));
    options.file = line.positionalArguments().value(0);
    options.runsPage = line.value(option("page")) == QLatin1String("runs");
    options.playAtOnce = line.isSet(option("run"));
    options.picture = line.value(option("screenshot"));
    options.docks = line.values(option("dock"));
    options.show = line.value(option("show"));
    if (auto valid = check(line, options); !valid) return tl::unexpected(valid.error());
    return options;
}

}  // namespace splitee
