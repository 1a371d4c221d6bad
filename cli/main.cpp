// splitee: the headless front end. Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.
#include <malloc.h>

#include <cstdio>

#include "cli/sources.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

int main(int argc, char** argv) {
    // Large tensors come and go with every batch: keeping their memory doubles the speed of networks.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);

    CLI::App app("Split computing with early exits: an online learner chooses where to split a multi-exit network.");
    app.set_version_flag("--version", splitee::programText());
    app.require_subcommand(1);
    app.footer("Example: splitee run --table builtin:cifar10-gaussian_blur-0.8 --policy splitee,splitee-s,final\n"
               "Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.");
    int exitCode = splitee::kExitFine;
    splitee::addTrainVerb(app, exitCode);
    splitee::addEvalVerb(app, exitCode);
    splitee::addModelVerb(app, exitCode);
    splitee::addTableVerb(app, exitCode);
    splitee::addRunVerb(app, exitCode);
    splitee::addSessionVerbs(app, exitCode);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {   // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError& problem) {
        return splitee::report({std::string(problem.what()) + "; see splitee --help"}, splitee::kExitUsage);
    } catch (const std::bad_alloc&) {
        return splitee::report({"there is not enough memory for this"});
    }
    return exitCode;
}
