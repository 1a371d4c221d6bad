// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the command line: each function adds one verb, or a few related ones, with its
// options to `program`.
#pragma once

#include "cli/command.h"

namespace splitee {

void addAdviseVerb(Command program);
void addTrainVerb(Command program);
void addEvalVerb(Command program);
void addCostsVerb(Command program);
void addModelVerb(Command program);
void addTableVerb(Command program);
void addCalibrateVerb(Command program);
void addRunVerb(Command program);
void addDriftVerb(Command program);
void addRegimeVerb(Command program);
void addCurvesVerb(Command program);
void addRunsVerb(Command program);
void addSessionVerbs(Command program);
void addMarkVerb(Command program);
void addListVerb(Command program);
void addDistortionsVerb(Command program);
void addAgainVerbs(Command program);
void addCheckVerb(Command program);
void addSweepVerb(Command program);
void addMergeVerb(Command program);
void addReportVerb(Command program);
void addReproduceVerb(Command program);

}  // namespace splitee
