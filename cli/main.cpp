// SPDX-License-Identifier: GPL-3.0-or-later
// splitee: the headless front end. Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.
#include <malloc.h>

#include <string>

#include "cli/command.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/files/provenance.h"

int main(int argc, char** argv) {
    // Large tensors come and go with every batch: keeping their memory doubles the speed of
    // networks.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);

    splitee::holdStandardStreams();
    splitee::CommandLine commandLine(
        "Split computing with early exits: an online learner chooses where to split a multi-exit "
        "network.",
        splitee::programText());
    const splitee::Command program = commandLine.program();
    program.requireCommand();
    const std::string codes = "Exit codes: 0 fine, 1 failed, 2 bad usage, 130 cancelled.";
    program.footer(codes);  // of every verb that has none of its own
    splitee::addTrainVerb(program);
    splitee::addEvalVerb(program);
    splitee::addModelVerb(program);
    splitee::addTableVerb(program);
    splitee::addCalibrateVerb(program);
    splitee::addCostsVerb(program);
    splitee::addRunVerb(program);
    splitee::addDriftVerb(program);
    splitee::addSweepVerb(program);
    splitee::addRegimeVerb(program);
    splitee::addCurvesVerb(program);
    splitee::addAdviseVerb(program);
    splitee::addRunsVerb(program);
    splitee::addSessionVerbs(program);
    splitee::addMarkVerb(program);
    splitee::addAgainVerbs(program);
    splitee::addCheckVerb(program);
    splitee::addMergeVerb(program);
    splitee::addReportVerb(program);
    splitee::addReproduceVerb(program);
    splitee::addListVerb(program);
    splitee::addDistortionsVerb(program);
    program.footer(
        "Example: splitee run --table builtin:cifar10-gaussian_blur-0.8 --policy "
        "splitee,splitee-s,final\n" +
        codes);
    return splitee::finishOutput(commandLine.run(argc, argv));
}
