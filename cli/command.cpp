// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/terminal.h"
#include "engine/exception_barrier.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

// `problem` returns "" for a text that it accepts.
template <class Problem>
CLI::Validator validator(Problem problem) {
    return {[problem](const std::string& text) -> std::string { return problem(text); }, ""};
}

// The command as far as it was understood, such as "splitee table info".
struct Given {
    const CLI::App* app;
    std::string name;
};

Given givenCommand(const CLI::App& program) {
    Given given{&program, "splitee"};
    for (auto below = program.get_subcommands(); !below.empty();
         below = given.app->get_subcommands()) {
        given.app = below.back();
        given.name += " " + given.app->get_name();
    }
    return given;
}

std::vector<std::string> commandsOf(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

// CLI11 only reports that a command is required. For a mistyped one the sentence names it and the
// nearest valid one.
std::string unknownVerb(const CLI::App& program, int argc, char** argv) {
    const CLI::App* app = &program;
    std::string of;
    for (int at = 1; at < argc; ++at) {
        const std::vector<std::string> names = commandsOf(*app);
        const std::string_view word = argv[at];
        if (names.empty() || word.starts_with('-')) return "";
        if (std::ranges::find(names, word) != names.end()) {
            app = app->get_subcommand(std::string(word));
            of = " of splitee " + std::string(word);
            continue;
        }
        const std::vector<std::string_view> views(names.begin(), names.end());
        const std::string meant = nearest(word, views);
        return "unknown verb '" + std::string(word.substr(0, 100)) + "'" + of + ": " +
               (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " + listed(views);
    }
    return "";
}

// " (did you mean --table t.csv?)" for a file that stands alone, where the verb takes such files.
std::string fileSuggestion(const CLI::App& app, const std::string& word) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::exists(word, error)) return "";
    const std::string ending = fs::path(word).extension().string();
    const std::string flag = fs::is_directory(word, error) ? "--dataset"
                             : ending == ".mee"            ? "--model"
                             : ending == ".splitee"        ? "--session"
                             : ending == ".json"           ? "--experiment"
                                                           : "--table";
    return app.get_option_no_throw(flag) == nullptr
               ? ""
               : " (did you mean " + flag + " " + word.substr(0, 100) + "?)";
}

// " (did you mean --alpha?)" for --alhpa=0.5.
std::string suggestion(const CLI::App& app, const std::string& word) {
    const std::size_t begin = word.find_first_not_of('-');
    if (!word.starts_with('-')) return fileSuggestion(app, word);
    if (begin == std::string::npos) return "";
    std::vector<std::string> flags;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) flags.push_back(name);
    const std::vector<std::string_view> views(flags.begin(), flags.end());
    const std::string meant = nearest(word.substr(begin, word.find('=') - begin), views);
    return meant.empty() ? "" : " (did you mean --" + meant + "?)";
}

// "splitee run does not know --alhpa (did you mean --alpha?), .5"; "" where all was understood.
std::string unknownWords(const CLI::App& program, const Given& given) {
    constexpr std::size_t kMostNamed = 8;
    std::string text;
    std::size_t named = 0;
    for (const std::string& word : program.remaining(true)) {
        if (++named > kMostNamed) continue;
        text += (text.empty() ? "" : ", ") + word.substr(0, 100) + suggestion(*given.app, word);
    }
    if (named > kMostNamed) text += " and " + std::to_string(named - kMostNamed) + " more";
    return text.empty() ? "" : given.name + " does not know " + text;
}

// CLI11 says "Could not convert: --alpha = 0,7".
std::string conversionProblem(const std::string& said) {
    const std::string begin = "Could not convert: ", between = " = ";
    const std::size_t at = said.find(between);
    if (!said.starts_with(begin) || at == std::string::npos) return said;
    const std::string value = said.substr(at + between.size());
    std::string pointed = value;
    std::ranges::replace(pointed, ',', '.');
    double number = 0;
    const auto read = std::from_chars(pointed.data(), pointed.data() + pointed.size(), number);
    const bool comma =
        pointed != value && read.ec == std::errc() && read.ptr == pointed.data() + pointed.size();
    return said.substr(begin.size(), at - begin.size()) + " needs a number, but '" +
           shownText(value, 100) + "' is none" +
           (comma ? ": write a decimal point, as in " + pointed : "");
}

}  // namespace

CommandOption CommandOption::required() const {
    option_->required();
    return *this;
}

CommandOption CommandOption::group(const std::string& heading) const {
    option_->group(heading);
    return *this;
}

CommandOption CommandOption::showDefault() const {
    option_->capture_default_str();
    return *this;
}

CommandOption CommandOption::between(int least, int most) const {
    option_->check(CLI::Range(least, most));
    return *this;
}

CommandOption CommandOption::nonNegative() const {
    option_->check(CLI::NonNegativeNumber);
    return *this;
}

CommandOption CommandOption::number(bool mayBeNegative) const {
    option_->check(validator([mayBeNegative](const std::string& text) -> std::string {
        if (text.empty()) return "needs a number, but nothing was given";
        return !mayBeNegative && text.front() == '-'
                   ? "must be a whole number from 0 on, not " + text
                   : "";
    }));
    return *this;
}

CommandOption CommandOption::fileName() const {
    option_->check(validator([](const std::string& text) -> std::string {
        return text.empty() ? "needs the name of a file, but nothing was given" : "";
    }));
    return *this;
}

CommandOption CommandOption::fileNotStdout() const {
    option_->check(validator([](const std::string& text) -> std::string {
        return text == "-" ? "cannot go to standard output: name a file" : "";
    }));
    return fileName();
}

CommandOption CommandOption::oneValueEach() const {
    option_->allow_extra_args(false);
    return *this;
}

Command Command::addCommand(const std::string& name, const std::string& help) const {
    return {*app_->add_subcommand(name, help), *exitCode_};
}

void Command::requireCommand() const { app_->require_subcommand(1); }

CommandOption Command::option(const std::string& name, std::string& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, bool& value, const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, int& value, const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, std::int64_t& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, std::uint64_t& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, double& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, std::vector<std::string>& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::option(const std::string& name, std::vector<std::int64_t>& value,
                              const std::string& help) const {
    return CommandOption(*app_->add_option(name, value, help));
}

CommandOption Command::flag(const std::string& name, bool& value, const std::string& help) const {
    return CommandOption(*app_->add_flag(name, value, help));
}

CommandOption Command::find(const std::string& name) const {
    return CommandOption(*app_->get_option(name));
}

void Command::remove(const std::string& name) const { app_->remove_option(app_->get_option(name)); }

bool Command::given(const std::string& name) const {
    const CLI::Option* option = std::as_const(*app_).get_option_no_throw(name);
    return option != nullptr && option->count() > 0;
}

void Command::footer(const std::string& text) const { app_->footer(text); }

void Command::onRun(std::function<int()> run) const {
    app_->callback([run = std::move(run), exitCode = exitCode_] { *exitCode = run(); });
}

CommandLine::CommandLine(const std::string& help, const std::string& version)
    : app_(std::make_unique<CLI::App>(help)) {
    app_->set_version_flag("--version", version);
}

CommandLine::~CommandLine() = default;

Command CommandLine::program() { return {*app_, exitCode_}; }

int CommandLine::run(int argc, char** argv) {
    if (const std::string problem = unknownVerb(*app_, argc, argv); !problem.empty())
        return report({problem}, kExitUsage);
    try {
        app_->parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app_->exit(success);
    } catch (const CLI::ParseError& problem) {
        const Given given = givenCommand(*app_);
        const std::string unknown = unknownWords(*app_, given);
        return report({(unknown.empty() ? conversionProblem(problem.what()) : unknown) + "; see " +
                       given.name + " --help"},
                      kExitUsage);
    } catch (...) {  // memory, or a library's fault that no Result has caught
        return report(errorOfException());
    }
    return exitCode_;
}

}  // namespace splitee
