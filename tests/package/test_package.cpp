// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QTest>

#include <array>

#include "../cli/program.h"
#include "../engine/made_tables.h"
#include "engine/device/policy_file.h"
#include "storage/tables/table_csv.h"
#include "tests/subjects_main.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Finished ran(const QString& command, const QStringList& arguments, const QString& folder) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(command, arguments);
    if (!process.waitForFinished(240'000)) return {-1, {}, QStringLiteral("did not end")};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// The last column, whether the answer is right, is left out: a device does not know.
QString withoutCorrect(const QString& rounds) {
    QString kept;
    for (const QString& line : rounds.split('\n', Qt::SkipEmptyParts))
        kept += line.left(line.lastIndexOf(',')) + '\n';
    return kept;
}

Experiment examplePolicy(const std::string& key, const std::string& layers) {
    Experiment e;
    e.policies = key;
    e.computePerLayer = layers;
    e.mu = .06;
    e.lambda2 = .25;
    e.alpha = .6;
    e.fixedLayer = 2;
    std::get<NonstationaryParameters>(e.policyParameters).window = 150;
    return e;
}

}  // namespace

class TestPackage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theEngineInstallsOneHeaderOneLibraryAndItsPackage();
    void theDeviceMakesTheChoicesOfARun_data();
    void theDeviceMakesTheChoicesOfARun();
    void aWrongFileIsOneSentenceThere();

private:
    QTemporaryDir folder_;
};

void TestPackage::initTestCase() {
    const auto installed = ran(SPLITEE_CMAKE,
                               {"--install", SPLITEE_BUILD, "--component", "engine", "--prefix",
                                folder_.filePath("prefix")},
                               folder_.path());
    QVERIFY2(installed.code == 0, qPrintable(installed.err));
    const auto configured =
        ran(SPLITEE_CMAKE,
            {"-S", SPLITEE_EXAMPLE, "-B", folder_.filePath("build"), "-G", SPLITEE_GENERATOR,
             "-DCMAKE_PREFIX_PATH=" + folder_.filePath("prefix"),
             QStringLiteral("-DCMAKE_CXX_COMPILER=") + SPLITEE_COMPILER,
             QStringLiteral("-DCMAKE_CXX_FLAGS=-Wall -Wextra ") + SPLITEE_EXAMPLE_FLAGS},
            folder_.path());
    QVERIFY2(configured.code == 0, qPrintable(configured.out + configured.err));
    const auto built = ran(SPLITEE_CMAKE, {"--build", folder_.filePath("build")}, folder_.path());
    QVERIFY2(built.code == 0, qPrintable(built.out + built.err));
    QVERIFY2(!built.out.contains("warning"), qPrintable(built.out));
}

void TestPackage::theEngineInstallsOneHeaderOneLibraryAndItsPackage() {
    QStringList files;
    const QDir prefix(folder_.filePath("prefix"));
    for (QDirIterator all(prefix.path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();)
        files << prefix.relativeFilePath(all.next());
    QVERIFY(files.contains("include/splitee/device_learner.h"));
    QVERIFY(files.contains("lib/libsplitee_engine.a"));
    QVERIFY(files.contains("lib/cmake/splitee/splitee-config.cmake"));
    for (const QString& file : files)
        QVERIFY2(file.startsWith("lib/cmake/splitee/splitee-") ||
                     file == "lib/libsplitee_engine.a" ||
                     file == "include/splitee/device_learner.h",
                 qPrintable(file));
}

void TestPackage::theDeviceMakesTheChoicesOfARun_data() {
    QTest::addColumn<QString>("policy");
    for (const char* key :
         {"splitee", "splitee-s", "fixed", "final", "cloud-only", "random", "thompson", "sw-ucb",
          "adaee-released", "confidence-cascade", "patience-cascade-offload", "entropy-cascade"})
        QTest::newRow(key) << key;
}

void TestPackage::theDeviceMakesTheChoicesOfARun() {
    QFETCH(QString, policy);
    ExitTable table = madeTable(1500, 4, 11);
    for (const double confidence : table.confidence)
        table.entropy.push_back(std::round((1 - confidence) / kEntropyStep) * kEntropyStep);
    const std::string answers = folder_.filePath("answers.csv").toStdString();
    QVERIFY(writeTableCsv(answers, table).has_value());
    Experiment e = examplePolicy(policy.toStdString(), "1,2,3,4");
    if (policy == "splitee") e.temperature = "1.5,1.2,1.1,0.9";
    if (policy == "splitee-s") e.offloadPerLayer = "6.1,4,2.5,0";
    put(folder_.filePath("policy.json"), policyText(e, "an example"));
    const auto device =
        ran(folder_.filePath("build/device"), {"policy.json", "answers.csv", "7"}, folder_.path());
    QVERIFY2(device.code == 0, qPrintable(device.err));
    const auto run =
        program({"run", "--table", "answers.csv", "--policy-file", "policy.json", "--order", "file",
                 "--seeds", "1", "--seed", "7", "--rounds-csv", "-"},
                folder_.path());
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(device.out.count('\n'), 1501);
    QCOMPARE(device.out, withoutCorrect(run.out));
}

void TestPackage::aWrongFileIsOneSentenceThere() {
    put(folder_.filePath("wrong.json"), "{\"policy\": \"best\"}");
    const auto device =
        ran(folder_.filePath("build/device"), {"wrong.json", "answers.csv"}, folder_.path());
    QCOMPARE(device.code, 1);
    QCOMPARE(device.err, QString("policy file wrong.json: rules is missing\n"));
}

int main(int argc, char** argv) {
    return runSubjects(std::array{subject<TestPackage>}, argc, argv);
}

#include "test_package.moc"
