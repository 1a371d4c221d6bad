// SPDX-License-Identifier: GPL-3.0-or-later
// The test objects of test_gui_background, one a file.
#pragma once

#include <QObject>

#include <memory>

namespace splitee::test {

std::unique_ptr<QObject> latestWorkTests();
std::unique_ptr<QObject> workQueueTests();
std::unique_ptr<QObject> taskTests();

}  // namespace splitee::test
