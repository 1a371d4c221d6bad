// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts of docs/bring-your-own-network.md, run by Debian's Python where it has torch.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "inference/torchscript/import_script.h"
#include "inference_tests.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kImages = 12;
constexpr const char* kPython = "/usr/bin/python3";

// Confidences of each exit, an image a line, of images as bytes.
constexpr const char* kAnswers = R"(
import sys, torch
torch.set_num_threads(1)
pixels = torch.frombuffer(bytearray(open('images', 'rb').read()), dtype=torch.uint8)
images = pixels.view(-1, 32, 32, 3).permute(0, 3, 1, 2).double().div(255).sub(.5).div(.25).float()
network = torch.jit.load(sys.argv[1])
with torch.no_grad():
    for image in images:
        logits = network(image[None])
        logits = [logits] if isinstance(logits, torch.Tensor) else logits
        print(*(float(each.softmax(1).max()) for each in logits))
)";

QByteArray python(const QStringList& arguments, const QString& folder) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QString::fromLatin1(kPython), arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

}  // namespace

void TestExportScripts::initTestCase() {
    QProcess process;
    process.start(QString::fromLatin1(kPython), {"-c", "import torch"});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        QSKIP("skipped: /usr/bin/python3 has no torch (package python3-torch)");
}

void TestExportScripts::everyScriptOfTheDocsAnswersAsItsImport_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("script");
    QFile docs(QStringLiteral(SPLITEE_DOCS "/bring-your-own-network.md"));
    QVERIFY(docs.open(QIODevice::ReadOnly));
    static const QRegularExpression kBlock(QStringLiteral("```python\n# (\\w+)\\.pt\n(.*?)```"),
                                           QRegularExpression::DotMatchesEverythingOption);
    auto blocks = kBlock.globalMatch(QString::fromUtf8(docs.readAll()));
    int count = 0;
    for (; blocks.hasNext(); ++count) {
        const auto block = blocks.next();
        QTest::newRow(qPrintable(block.captured(1))) << block.captured(1) << block.captured(2);
    }
    QCOMPARE(count, 4);
}

void TestExportScripts::everyScriptOfTheDocsAnswersAsItsImport() {
    QFETCH(QString, name);
    QFETCH(QString, script);
    const QTemporaryDir folder;
    const auto write = [&](const QString& file, const QByteArray& bytes) {
        QFile out(folder.filePath(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    };
    write("export.py", script.toUtf8());
    write("answers.py", kAnswers);
    QByteArray pixels;
    const FirstImages images(openSigns(Split::Test), kImages);
    for (std::int64_t i = 0; i < kImages; ++i) {
        const auto sample = images.read(i);
        pixels.append(reinterpret_cast<const char*>(sample->image().pixels.data()),
                      static_cast<qsizetype>(sample->image().pixels.size()));
    }
    write("images", pixels);
    python({"export.py"}, folder.path());
    const QString network = folder.filePath(name + ".pt");
    QVERIFY(QFile::exists(network));
    const auto lines = python({"answers.py", network}, folder.path()).trimmed().split('\n');
    QCOMPARE(lines.size(), kImages);

    ImportRequest request;
    request.network = network.toStdString();
    request.input = {32, {.5, .5, .5}, {.25, .25, .25}};
    request.classNames = images.classNames();
    const FirstImages training(openSigns(Split::Train), 200),
        validation(openSigns(Split::Validation), 100);
    const bool oneExit = !lines.front().contains(' ');
    if (oneExit) request.attach = "3";
    const auto report = importScript(request, oneExit ? &training : nullptr,
                                     oneExit ? &validation : nullptr, {}, {});
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    const auto exits = report->model.stages.size();
    QVERIFY(exits >= 3);
    const auto table = Probe(report->model).table(images, 1);
    QVERIFY2(table.has_value(), table ? "" : table.error().message.c_str());
    for (int row = 0; row < kImages; ++row) {
        const auto expected = lines[row].split(' ');
        const auto attached = exits - static_cast<std::size_t>(expected.size());
        for (qsizetype exit = 0; exit < expected.size(); ++exit)
            QVERIFY(std::abs(table->confidencesOf(row)[attached + static_cast<std::size_t>(exit)] -
                             expected[exit].toDouble()) < 1e-4);
    }
}
