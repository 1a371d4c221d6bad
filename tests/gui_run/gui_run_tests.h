// SPDX-License-Identifier: GPL-3.0-or-later
// The test objects of test_gui_run, one a file.
#pragma once

#include <QObject>

#include <memory>

namespace splitee::test {

std::unique_ptr<QObject> runHistoryTests();
std::unique_ptr<QObject> runOrdersTests();
std::unique_ptr<QObject> liveFeedTests();
std::unique_ptr<QObject> lockStepTests();
std::unique_ptr<QObject> runControllerTests();
std::unique_ptr<QObject> exitObserverTests();
std::unique_ptr<QObject> measuredHistoryTests();
std::unique_ptr<QObject> fileReaderTests();
std::unique_ptr<QObject> seedReplayTests();
std::unique_ptr<QObject> sessionDocumentTests();
std::unique_ptr<QObject> textLineTests();
std::unique_ptr<QObject> pastRoundTests();
std::unique_ptr<QObject> timeLineModelTests();
std::unique_ptr<QObject> rewardHistogramTests();

}  // namespace splitee::test
