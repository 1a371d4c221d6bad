// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <thread>

#include "inference_tests.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Set in a child process: the instruction set that it was told to use.
constexpr const char* kToldSet = "SPLITEE_TEST_INSTRUCTION_SET";

struct Case {
    MobileNetModel model;
    std::vector<Image> images;
};

// "signs", "cifar10": the bundled network. Else WIDTHxSIDE of a random one; WIDTHxSIDEwide: with
// two wide exits.
Case caseOf(const QString& name, int images) {
    if (name == u"signs" || name == u"cifar10") {
        auto model = readModelFile(std::filesystem::path(SPLITEE_RESOURCES "/models") /
                                   (name.toStdString() + ".mee"));
        return {*mobileNetOf(*model), walkedImages(images, 32, 1)};
    }
    const bool wide = name.endsWith(u"wide");
    const int side = QString(name).remove(QStringLiteral("wide")).section(u'x', 1).toInt();
    MobileNetModel model = randomModel(name.section(u'x', 0, 0).toDouble(), 4, wide ? 2 : 0);
    model.architecture.side = side;
    return {std::move(model), walkedImages(images, side, 2)};
}

void addNetworks(const std::vector<const char*>& names) {
    QTest::addColumn<QString>("network");
    for (const char* name : names) QTest::newRow(name) << QString::fromLatin1(name);
}

// Skips in a child that was told to use a set which its processor or build lacks.
#define SKIP_ANOTHER_SET()                                                \
    if (qEnvironmentVariableIsSet(kToldSet) &&                            \
        qEnvironmentVariable(kToldSet).toStdString() != instructionSet()) \
    QSKIP("this machine or build has not the instruction set")

double largestDifference(const Computed& a, const Computed& b) {
    double largest = 0;
    for (std::size_t exit = 0; exit < a.cuts.size(); ++exit)
        for (std::size_t i = 0; i < a.cuts[exit].size(); ++i)
            largest = std::max(largest, std::abs(double{a.cuts[exit][i]} - b.cuts[exit][i]));
    return largest;
}

bool same(const Computed& a, const Computed& b) {
    return a.cuts == b.cuts && a.answers == b.answers;
}

}  // namespace

void TestStages::stagesComputeWhatVersion01Computed_data() {
    addNetworks({"signs", "0.75x32", "0.1x32", "0.35x32", "1x32", "0.5x96", "1.4x96"});
}

void TestStages::stagesComputeWhatVersion01Computed() {
    SKIP_ANOTHER_SET();
    QFETCH(QString, network);
    const auto [model, images] = caseOf(network, network.endsWith(u"96") ? 3 : 11);
    const Computed expected = callByCall(model, images, 1);
    QVERIFY(same(StageProbe(model, true).computed(images, 3, 1), expected));
    const Computed primitives = StageProbe(model).computed(images, 11, 1);
    QCOMPARE(primitives.cuts.size(), expected.cuts.size());
    QCOMPARE(primitives.cuts.back().size(), expected.cuts.back().size());
    QVERIFY2(primitives.cuts == expected.cuts,
             qPrintable(QString::number(largestDifference(primitives, expected))));
    QVERIFY(primitives.answers == expected.answers);
}

// Version 0.1 had no such exits: LibTorch's calls are the reference.
void TestStages::wideExitsComputeAlikeByPrimitivesAndByCalls() {
    SKIP_ANOTHER_SET();
    for (const char* network : {"0.35x32wide", "0.25x96wide"}) {
        const auto [model, images] = caseOf(QString::fromLatin1(network), 9);
        QVERIFY(same(StageProbe(model).computed(images, 9, 1),
                     StageProbe(model, true).computed(images, 2, 1)));
    }
}

void TestStages::bitsDependOnNeitherBatchNorThreads_data() {
    addNetworks({"cifar10", "0.35x32", "0.25x96", "0.35x32wide"});
}

void TestStages::bitsDependOnNeitherBatchNorThreads() {
    SKIP_ANOTHER_SET();
    QFETCH(QString, network);
    const auto [model, images] = caseOf(network, network.endsWith(u"96") ? 9 : 64);
    const StageProbe probe(model);
    const Computed alone = probe.computed(images, 1, 1);
    for (const int threads : {1, 2})
        for (const int batch : {1, 2, 3, 8, 64})
            QVERIFY2(same(probe.computed(images, batch, threads), alone),
                     qPrintable(QString::number(batch) + ", " + QString::number(threads)));
}

// A live world goes on from a cut for one policy after it went on from it for another.
void TestStages::aCutStaysAsItIsWhileLaterStagesRun() {
    const auto [model, images] = caseOf(QStringLiteral("0.35x32"), 9);
    QVERIFY(StageProbe(model).cutsStay(images));
    QVERIFY(StageProbe(model, true).cutsStay(images));
}

void TestStages::workersAtOnceShareOneNetwork() {
    const auto [model, images] = caseOf(QStringLiteral("0.35x32"), 24);
    const Computed expected = StageProbe(model).computed(images, 24, 1);
    const StageProbe shared(model);  // the workers make its primitives
    std::array<Computed, 4> seen;
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < seen.size(); ++i)
            workers.emplace_back([&, i, &images = images] {
                const std::array batch{1, 8, 3, 24};
                seen[i] = shared.computed(images, batch[i], i == 2 ? 2 : 1);
            });
    }
    for (const Computed& computed : seen) QVERIFY(same(computed, expected));
}

void TestStages::everyInstructionSetKeepsTheRules_data() {
    QTest::addColumn<QString>("set");
    for (const char* set : {"SSE41", "AVX2", "AVX512_CORE"})
        QTest::newRow(set) << QString::fromLatin1(set);
}

// oneDNN reads its limit once a process, so each set has a process.
void TestStages::everyInstructionSetKeepsTheRules() {
    if (qEnvironmentVariableIsSet(kToldSet)) QSKIP("a child process itself");
    QFETCH(QString, set);
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("ONEDNN_MAX_CPU_ISA"));
    environment.insert(QStringLiteral("DNNL_MAX_CPU_ISA"), set);
    environment.insert(QString::fromLatin1(kToldSet), set);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(
        QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget(),
        {QStringLiteral("TestStages"), QStringLiteral("stagesComputeWhatVersion01Computed:signs"),
         QStringLiteral("stagesComputeWhatVersion01Computed:0.75x32"),
         QStringLiteral("bitsDependOnNeitherBatchNorThreads:0.35x32")});
    QVERIFY(child.waitForFinished(-1));
    const QByteArray said = child.readAll();
    QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, said.constData());
    if (said.contains("SKIP")) QSKIP("this machine or build has not the instruction set");
    QVERIFY2(said.contains("5 passed"), said.constData());
}
