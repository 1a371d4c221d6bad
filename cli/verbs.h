// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the command line. Each adds its flags to `app`; `exitCode` receives the result when
// it is called.
#pragma once

#include <CLI/CLI.hpp>

namespace splitee {

void addTrainVerb(CLI::App& app, int& exitCode);
void addEvalVerb(CLI::App& app, int& exitCode);
void addModelVerb(CLI::App& app, int& exitCode);
void addTableVerb(CLI::App& app, int& exitCode);
void addCalibrateVerb(CLI::App& app, int& exitCode);
void addRunVerb(CLI::App& app, int& exitCode);
void addDriftVerb(CLI::App& app, int& exitCode);
void addRegimeVerb(CLI::App& app, int& exitCode);
void addCurvesVerb(CLI::App& app, int& exitCode);
void addSessionVerbs(CLI::App& app, int& exitCode);
void addAgainVerbs(CLI::App& app, int& exitCode);
void addCheckVerb(CLI::App& app, int& exitCode);
void addSweepVerb(CLI::App& app, int& exitCode);
void addMergeVerb(CLI::App& app, int& exitCode);
void addReportVerb(CLI::App& app, int& exitCode);

}  // namespace splitee
