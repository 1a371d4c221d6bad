// SPDX-License-Identifier: GPL-3.0-or-later
// The test objects of test_gui_jobs, one a file.
#pragma once

#include <QObject>

#include <memory>

namespace splitee::test {

std::unique_ptr<QObject> jobPlanTests();
std::unique_ptr<QObject> jobQueueTests();
std::unique_ptr<QObject> keptTrainingsTests();
std::unique_ptr<QObject> programOutputTests();

/// What a window does that dies with a job at work: starts the program argv[2] as one and waits
/// to be killed.
int holdAJob(int argc, char** argv);
inline constexpr const char* kHoldAJob = "--hold-a-job";

}  // namespace splitee::test
