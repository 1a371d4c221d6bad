// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <memory>

namespace splitee::test {

/// Runs the test objects that these functions make, one after the other. Where the first argument
/// is the name of one of their classes, that class alone: `test_storage SessionTests [function
/// ..]`. Returns main's exit code: the number of failed functions.
template <class Makers>
int runSubjects(const Makers& makers, int argc, char** argv) {
    bool named = false;
    for (const auto& make : makers)
        named = named || (argc > 1 && QByteArray(argv[1]) == make()->metaObject()->className());
    const QByteArray only = named ? QByteArray(argv[1]) : QByteArray();
    if (named) {
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
    int failed = 0;
    for (const auto& make : makers) {
        const auto tests = make();
        if (!named || only == tests->metaObject()->className())
            failed += QTest::qExec(tests.get(), argc, argv);
    }
    return failed < 125 ? failed : 125;  // more would wrap round to 0
}

}  // namespace splitee::test
