// SPDX-License-Identifier: GPL-3.0-or-later
// splitee: the headless front end. Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.
#include <malloc.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "cli/verbs.h"
#include "engine/fields.h"
#include "storage/files/provenance.h"

namespace {

// CLI11 only says that some verb is required; a mistyped one deserves its name and the nearest
// valid one.
std::string unknownVerb(const CLI::App& app, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-') return "";
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    const std::string_view given = argv[1];
    if (std::ranges::find(names, given) != names.end()) return "";
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string meant = splitee::nearest(given, views);
    return "unknown verb '" + std::string(given.substr(0, 100)) +
           "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
           splitee::listed(views);
}

}  // namespace

int main(int argc, char** argv) {
    // Large tensors come and go with every batch: keeping their memory doubles the speed of
    // networks.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);

    CLI::App app(
        "Split computing with early exits: an online learner chooses where to split a multi-exit "
        "network.");
    app.set_version_flag("--version", splitee::programText());
    app.require_subcommand(1);
    const std::string codes = "Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.";
    app.footer(codes);  // of every verb that has none of its own
    int exitCode = splitee::kExitFine;
    splitee::addTrainVerb(app, exitCode);
    splitee::addEvalVerb(app, exitCode);
    splitee::addModelVerb(app, exitCode);
    splitee::addTableVerb(app, exitCode);
    splitee::addCalibrateVerb(app, exitCode);
    splitee::addRunVerb(app, exitCode);
    splitee::addDriftVerb(app, exitCode);
    splitee::addSweepVerb(app, exitCode);
    splitee::addRegimeVerb(app, exitCode);
    splitee::addCurvesVerb(app, exitCode);
    splitee::addSessionVerbs(app, exitCode);
    splitee::addAgainVerbs(app, exitCode);
    splitee::addCheckVerb(app, exitCode);
    splitee::addMergeVerb(app, exitCode);
    splitee::addReportVerb(app, exitCode);
    app.footer(
        "Example: splitee run --table builtin:cifar10-gaussian_blur-0.8 --policy "
        "splitee,splitee-s,final\n" +
        codes);
    if (const std::string problem = unknownVerb(app, argc, argv); !problem.empty())
        return splitee::report({problem}, splitee::kExitUsage);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError& problem) {
        return splitee::report({std::string(problem.what()) + "; see splitee --help"},
                               splitee::kExitUsage);
    } catch (const std::bad_alloc&) {
        return splitee::report({"there is not enough memory for this"});
    }
    return exitCode;
}
