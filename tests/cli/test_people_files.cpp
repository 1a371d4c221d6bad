// SPDX-License-Identifier: GPL-3.0-or-later
// People's own files through the program: a table of several distortions, and folders of images.
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <filesystem>
#include <map>

#include "cli_tests.h"
#include "datasets/signs.h"
#include "program.h"

using namespace splitee::test;

namespace {

// Forty samples a distortion, in semicolons with decimal commas, as a spreadsheet saves it.
std::string severalDistortions() {
    std::string text =
        "sep=;\r\n;distortion_type_data;target;conf_branch_1;prediction_branch_1;conf_branch_2;"
        "prediction_branch_2\r\n";
    for (const char* distortion : {"pristine", "gaussian_blur"})
        for (int row = 0; row < 40; ++row) {
            const bool clean = distortion == std::string("pristine");
            text += std::to_string(row) + ";" + distortion + ";1;0," + (clean ? "9" : "3") +
                    std::to_string(row % 10) + ";" + (clean || row % 2 == 0 ? "1" : "0") +
                    ";0,99;1\r\n";
        }
    return text;
}

// Test images of the signs as PNGs, a folder a class, `rename` applied to its name.
template <class Rename>
void writeSigns(const QString& root, int images, const Rename& rename) {
    const auto signs = splitee::openSigns(splitee::Split::Test);
    for (int i = 0; i < images; ++i) {
        const auto sample = signs->read(i);
        const auto& name = signs->classNames()[static_cast<std::size_t>(sample->label)];
        const QString folder = root + "/" + rename(QString::fromStdString(name));
        std::filesystem::create_directories(folder.toStdString());
        const QImage image(sample->image().pixels.data(), 32, 32, 96, QImage::Format_RGB888);
        QVERIFY(image.save(folder + QString("/%1.png").arg(i, 4, 10, QLatin1Char('0'))));
    }
}

}  // namespace

void TestPeopleFiles::rowsOfATableAreChosenByEveryVerb_data() {
    QTest::addColumn<QString>("arguments");
    QTest::newRow("info") << "table info several.csv";
    QTest::newRow("import") << "table import several.csv one.exits";
    QTest::newRow("run") << "run --table several.csv --policy splitee --seeds 1 --rounds 50";
    QTest::newRow("curves") << "curves --table several.csv --policy splitee --seeds 2 --rounds 50";
    QTest::newRow("regime") << "regime --table several.csv --policy splitee,final --mu-lambda "
                               "0.1..1/2 --offload 1..2/2 --seeds 1 --rounds 20";
    QTest::newRow("drift") << "drift --table several.csv --policy splitee --schedule offload=8@20 "
                              "--seeds 1 --rounds 40 --adapt-window 10";
    QTest::newRow("calibrate") << "calibrate --table several.csv --validation several.csv";
    QTest::newRow("sweep") << "sweep --table several.csv --policy splitee --seeds 1 --rounds 40 "
                              "--axis alpha=0.5,0.7 --session s.splitee";
}

void TestPeopleFiles::rowsOfATableAreChosenByEveryVerb() {
    QFETCH(QString, arguments);
    const QTemporaryDir folder;
    put(folder.filePath("several.csv"), severalDistortions());
    const QStringList words = arguments.split(' ');
    const auto refused = program(words, folder.path());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("several of distortion_type_data (pristine, gaussian_blur)") &&
                 refused.err.contains("--where distortion_type_data=pristine"),
             qPrintable(refused.err));
    const auto one =
        program(words + QStringList{"--where", "distortion_type_data=pristine"}, folder.path());
    QVERIFY2(one.code == 0, qPrintable(one.err));
    const auto none = program(words + QStringList{"--where", "pristine"}, folder.path());
    QVERIFY(none.code != 0);
    QVERIFY2(none.err.contains("write COLUMN=VALUE"), qPrintable(none.err));
}

void TestPeopleFiles::chosenRowsAreKeptByTheirName() {
    const QTemporaryDir folder;
    put(folder.filePath("several.csv"), severalDistortions());
    const auto info = [&](const QStringList& more) {
        return jsonOf(
            program(QStringList{"table", "info", "several.csv", "--json"} + more, folder.path()));
    };
    const auto blur = info({"--where", "distortion_type_data=gaussian_blur"});
    QCOMPARE(blur["samples"].toInt(), 40);
    QCOMPARE(blur["accuracy_per_exit"].toArray()[0].toDouble(), .5);
    QCOMPARE(info({"--where", "distortion_type_data=*"})["samples"].toInt(), 80);
    // A schedule switches among the rows of one file, and the run repeats from its session.
    const auto run =
        program({"run", "--table", "several.csv", "--where", "distortion_type_data=pristine",
                 "--schedule", "several.csv?distortion_type_data=gaussian_blur@20", "--policy",
                 "splitee", "--seeds", "1", "--rounds", "40", "--session", "s.splitee"},
                folder.path());
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto again = program({"again", "--session", "s.splitee", "1"}, folder.path());
    QVERIFY2(again.code == 0, qPrintable(again.err));
    const auto runs = program({"runs", "--session", "s.splitee"}, folder.path());
    QVERIFY2(runs.out.contains("several.csv?distortion_type_data=pristine"), qPrintable(runs.out));
}

void TestPeopleFiles::aFolderOfTheNetworksImagesPlaysAsTheyDo() {
    const QTemporaryDir folder;
    constexpr int kImages = 160;
    writeSigns(folder.filePath("plain"), kImages, [](const QString& name) { return name; });
    // In another order, and with what a notebook leaves.
    int count = 900;
    std::map<QString, QString> numbered;
    writeSigns(folder.filePath("other/test"), kImages, [&](const QString& name) {
        auto& as = numbered[name];
        if (as.isEmpty()) as = QString("%1.%2").arg(--count).arg(name.toUpper());
        return as;
    });
    writeSigns(folder.filePath("other/test/.ipynb_checkpoints"), 3,
               [](const QString& name) { return name; });
    std::filesystem::create_directories(folder.filePath("plain.parent").toStdString());
    std::filesystem::rename(folder.filePath("plain").toStdString(),
                            folder.filePath("plain.parent/test").toStdString());
    const auto accuracyOf = [&](const QString& dataset) {
        const auto done = program({"eval", "--model", "builtin:signs", "--dataset", dataset,
                                   "--samples", QString::number(kImages), "--json"},
                                  folder.path());
        return done.code == 0 ? jsonOf(done)["accuracy_per_exit"].toArray() : QJsonArray{done.err};
    };
    const QJsonArray expected = accuracyOf("signs");
    QCOMPARE(expected.size(), 7);
    QCOMPARE(accuracyOf("folder:plain.parent"), expected);
    QCOMPARE(accuracyOf("folder:other"), expected);
}

void TestPeopleFiles::aRenamedClassIsRefusedAndALeftOutOneIsNamed() {
    const QTemporaryDir folder;
    writeSigns(folder.filePath("renamed"), 64,
               [](const QString& name) { return name == "stop" ? QString("Stoppschild") : name; });
    const auto refused =
        program({"eval", "--model", "builtin:signs", "--dataset", "folder:renamed"}, folder.path());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("1 of the network's 16 classes (stop)") &&
                 refused.err.contains("(Stoppschild)") && refused.err.contains("splitee train"),
             qPrintable(refused.err));
    writeSigns(folder.filePath("more/test"), 64, [](const QString& name) { return name; });
    std::filesystem::copy(folder.filePath("more/test/stop").toStdString(),
                          folder.filePath("more/test/Stoppschild").toStdString());
    const auto told =
        program({"eval", "--model", "builtin:signs", "--dataset", "folder:more"}, folder.path());
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QVERIFY2(told.err.contains("left out 1 folder that the network has no class for: Stoppschild"),
             qPrintable(told.err));
}
