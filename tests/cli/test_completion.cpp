// SPDX-License-Identifier: GPL-3.0-or-later
// The completion of bash: verbs, flags, policies, columns and builtin: names.
#include <QProcess>
#include <QTest>

#include "cli_tests.h"
#include "program.h"

using namespace splitee::test;

void TestCompletion::theShellCompletesNames_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("completions");
    const auto row = [](const char* line, const char* completions) {
        QTest::newRow(line) << line << completions;
    };
    row("splitee ru", "run runs");
    row("splitee run --policy splitee-", "splitee-s");
    row("splitee run --policy splitee,fin", "splitee,final");
    row("splitee run --policy=fin", "final");
    row("splitee run --table builtin:cifar10-cl", "cifar10-clean");
    row("splitee run --table builtin:cifar10-gaussian_blur-0.8 --policy splitee --alp", "--alpha");
    row("splitee table info builtin:cifar10-cl", "cifar10-clean");
    row("splitee model info builtin:sig", "signs");
    row("splitee eval --model builtin:sig", "signs");
    row("splitee run --table t.c", "t.csv");
    row("splitee runs s.splitee --columns run,cost_m", "run,cost_mean");
    row("splitee list pol", "policies");
    row("splitee table inf", "info");
    row("splitee run --distortion elas", "elastic_transform");
}

void TestCompletion::theShellCompletesNames() {
    QFETCH(QString, line);
    QFETCH(QString, completions);
    const QTemporaryDir folder;
    put(folder.filePath("t.csv"), "");
    QProcess bash;
    bash.setWorkingDirectory(folder.path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PROGRAM", QStringLiteral(SPLITEE_PROGRAM));
    bash.setProcessEnvironment(environment);
    bash.start("bash", {"--norc", "-c",
                        "source \"$0\"\nsplitee() { \"$PROGRAM\" \"$@\"; }\nCOMP_LINE=$1 "
                        "COMP_POINT=${#1}\nread -r -a COMP_WORDS <<< \"$1\"\n"
                        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_splitee\n"
                        "printf '%s\\n' \"${COMPREPLY[@]}\" | sort | tr '\\n' ' '",
                        QStringLiteral(SPLITEE_COMPLETION), line});
    QVERIFY(bash.waitForFinished(60'000));
    QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), completions);
}
