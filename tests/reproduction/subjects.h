// SPDX-License-Identifier: GPL-3.0-or-later
// What the test files share: their entry points.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

std::unique_ptr<QObject> makeDescriptionTests();
std::unique_ptr<QObject> makeFamilyTests();
std::unique_ptr<QObject> makeFigureTests();
std::unique_ptr<QObject> makeWorldTests();

/// Fails the test with the sentence where a Result holds none of what was wanted.
#define REQUIRE_OK(result)                                                      \
    do {                                                                        \
        const auto& outcome_ = (result);                                        \
        QVERIFY2(outcome_.has_value(),                                          \
                 outcome_.has_value() ? "" : outcome_.error().message.c_str()); \
    } while (false)
