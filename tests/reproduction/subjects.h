// SPDX-License-Identifier: GPL-3.0-or-later
// What the test files share: their entry points.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <string>

std::unique_ptr<QObject> makeDescriptionTests();
std::unique_ptr<QObject> makeFamilyTests();
std::unique_ptr<QObject> makeFigureTests();
std::unique_ptr<QObject> makeWorldTests();

/// A description with `from` replaced by `to`, and FOLDER by where its tables are.
inline std::string describedIn(const QTemporaryDir& folder, std::string text,
                               const std::string& from, const std::string& to) {
    if (const std::size_t at = text.find(from); !from.empty()) {
        Q_ASSERT(at != std::string::npos);
        text.replace(at, from.size(), to);
    }
    for (std::size_t at; (at = text.find("FOLDER")) != std::string::npos;)
        text.replace(at, 6, folder.path().toStdString());
    return text;
}

/// Fails the test with the sentence where a Result holds none of what was wanted.
#define REQUIRE_OK(result)                                                      \
    do {                                                                        \
        const auto& outcome_ = (result);                                        \
        QVERIFY2(outcome_.has_value(),                                          \
                 outcome_.has_value() ? "" : outcome_.error().message.c_str()); \
    } while (false)
