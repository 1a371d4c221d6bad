// SPDX-License-Identifier: GPL-3.0-or-later
// The command line parser: verbs, their options and what runs them. The only door to CLI11, whose
// headers take seconds to compile: command.cpp alone includes them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace splitee {

/// One option or positional argument of a command. A handle: cheap to copy, valid as long as the
/// CommandLine. Every call returns the handle, so that calls chain.
class CommandOption {
public:
    CommandOption required() const;
    /// The heading that the help text lists it under.
    CommandOption group(const std::string& heading) const;
    /// The help text tells the value that the variable has now.
    CommandOption showDefault() const;
    /// A whole number from `least` to `most`; the help text says so.
    CommandOption between(int least, int most) const;
    /// A number from 0; the help text says so.
    CommandOption nonNegative() const;
    /// Refuses an empty text, which CLI11 reads as 0: a script with an unset variable would get
    /// another experiment without an error. Without `mayBeNegative` it refuses a leading minus too,
    /// which CLI11 would wrap round to a huge number.
    CommandOption number(bool mayBeNegative = true) const;
    /// Refuses an empty name of a file, which would write nothing. "-" is standard output.
    CommandOption fileName() const;
    /// Refuses "-" too: a session, a model or a table in bytes is no text.
    CommandOption fileNotStdout() const;
    /// One value after each use of the flag, so that a positional argument may follow.
    CommandOption oneValueEach() const;

private:
    friend class Command;
    explicit CommandOption(CLI::Option& option) : option_(&option) {}
    CLI::Option* option_;
};

/// A command of the program, or the program itself. A handle like CommandOption. Values are
/// written into the variables that options name; these must outlive the parse.
class Command {
public:
    [[nodiscard]] Command addCommand(const std::string& name, const std::string& help) const;
    /// Without one of its commands it is bad usage.
    void requireCommand() const;

    /// `name`: "--flag", "-f,--flag", or "word" for a positional argument. The variable's type
    /// decides what the option takes. A vector takes one value or more.
    CommandOption option(const std::string& name, std::string& value,
                         const std::string& help) const;
    CommandOption option(const std::string& name, bool& value, const std::string& help) const;
    CommandOption option(const std::string& name, int& value, const std::string& help) const;
    CommandOption option(const std::string& name, std::int64_t& value,
                         const std::string& help) const;
    CommandOption option(const std::string& name, std::uint64_t& value,
                         const std::string& help) const;
    CommandOption option(const std::string& name, double& value, const std::string& help) const;
    CommandOption option(const std::string& name, std::vector<std::string>& value,
                         const std::string& help) const;
    CommandOption option(const std::string& name, std::vector<std::int64_t>& value,
                         const std::string& help) const;
    /// A switch without a value.
    CommandOption flag(const std::string& name, bool& value, const std::string& help) const;

    /// An option that was added before.
    [[nodiscard]] CommandOption find(const std::string& name) const;
    void remove(const std::string& name) const;
    /// Was it given on the command line? False for an option that does not exist.
    [[nodiscard]] bool given(const std::string& name) const;

    /// Text below the help; commands added later start with it.
    void footer(const std::string& text) const;
    /// Called once everything is parsed, where this command was given; returns the exit code.
    void onRun(std::function<int()> run) const;

private:
    friend class CommandLine;
    Command(CLI::App& app, int& exitCode) : app_(&app), exitCode_(&exitCode) {}
    CLI::App* app_;
    int* exitCode_;
};

/// The parser of one program: owns its commands.
class CommandLine {
public:
    /// `version`: what --version prints.
    CommandLine(const std::string& help, const std::string& version);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    [[nodiscard]] Command program();
    /// Parses, runs the command that was given and returns the exit code. Bad usage prints one
    /// sentence on stderr: first of all what is unknown, in the order it was typed, with what may
    /// be meant, and where the help of that command is. --help and --version print on stdout.
    [[nodiscard]] int run(int argc, char** argv);

private:
    std::unique_ptr<CLI::App> app_;
    int exitCode_ = 0;
};

}  // namespace splitee
