// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of every test program: `test_x [Class [function ..]]` runs all of its classes
// or that one, `test_x --classes` lists them for ctest.
#pragma once

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

namespace splitee::test {

/// Gives the program folders of its own for what a user's programs share, so that two classes may
/// run at once and nothing of the user's is read or written. Caches (fonts) stay shared.
class OwnFolders {
public:
    OwnFolders() {
        if (!qEnvironmentVariableIsSet("XDG_CACHE_HOME"))
            qputenv("XDG_CACHE_HOME", QDir::home().filePath(QStringLiteral(".cache")).toUtf8());
        qputenv("HOME", home_.path().toUtf8());
        for (const char* name : {"DATA_HOME", "CONFIG_HOME", "STATE_HOME", "RUNTIME_DIR"}) {
            const QString path = home_.filePath(QString::fromLatin1(name));
            QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            qputenv(QByteArray("XDG_").append(name).constData(), path.toUtf8());
        }
    }

private:
    QTemporaryDir home_;
};

/// Makes the test object of a class.
template <class Tests>
std::unique_ptr<QObject> subject() {
    return std::make_unique<Tests>();
}

/// Runs the test objects that these functions make, one after the other. Where the first argument
/// is the name of one of their classes, that class alone; `--classes` prints the names and runs
/// nothing. Returns main's exit code: the number of failed functions.
template <class Makers>
int runSubjects(const Makers& makers, int argc, char** argv) {
    const QByteArray first = argc > 1 ? argv[1] : "";
    bool named = false;
    for (const auto& make : makers) {
        const auto tests = make();
        const char* name = tests->metaObject()->className();
        if (first == "--classes") std::puts(name);
        named = named || first == name;
    }
    if (first == "--classes") return 0;
    if (named) {
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
    const OwnFolders own;
    int failed = 0;
    for (const auto& make : makers) {
        const auto tests = make();
        if (!named || first == tests->metaObject()->className())
            failed += QTest::qExec(tests.get(), argc, argv);
    }
    return failed < 125 ? failed : 125;  // more would wrap round to 0
}

}  // namespace splitee::test
