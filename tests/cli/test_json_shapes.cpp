// SPDX-License-Identifier: GPL-3.0-or-later
// In the JSON of every verb a figure has one shape, a source has one shape, and units are stated.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_csv.h"

using namespace splitee::test;

namespace {

const QStringList kFigureKeys{"ci95", "ci95_bootstrap", "ci95_t", "mean", "sd", "se", "unit"};

void makeSession(const QTemporaryDir& folder) {
    auto table = madeTable(200, 4, 5);
    table.depth = splitee::unitDepths(4);
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
    const auto kept = program({"run", "--table", "t.csv", "--policy", "splitee,final", "--seeds",
                               "3", "--session", "s.splitee"},
                              folder.path());
    QVERIFY2(kept.code == 0, qPrintable(kept.err));
}

// Every object below, with its path.
void visit(const QJsonValue& value, const QString& path,
           const std::function<void(const QJsonObject&, const QString&)>& look) {
    if (value.isArray()) {
        for (const auto& one : value.toArray()) visit(one, path + "[]", look);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        look(object, path);
        for (auto at = object.begin(); at != object.end(); ++at)
            visit(at.value(), path + "." + at.key(), look);
    }
}

QJsonValue jsonValueOf(const Finished& done) {
    const auto document = QJsonDocument::fromJson(done.out.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

}  // namespace

void TestJsonShapes::figuresAndSourcesHaveOneShape_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("hasFigures");
    QTest::addColumn<bool>("hasSource");
    const auto row = [](const char* arguments, bool figures, bool source) {
        QTest::newRow(arguments) << arguments << figures << source;
    };
    row("run --table t.csv --policy splitee,final --seeds 3 --json", true, true);
    row("regime --table t.csv --seeds 2 --mu-lambda 0.1,0.2 --offload 1 --json", true, true);
    row("report s.splitee --json", true, true);
    row("curves --table t.csv --seeds 2 --json", false, true);
    row("drift --table t.csv --seeds 2 --schedule offload=2@100 --json", false, true);
    row("calibrate --table t.csv --json", false, true);
    row("table info t.csv --json", false, true);
    row("runs s.splitee --json", false, true);
    row("show s.splitee 1 --json", false, true);
    row("again s.splitee 1 --json", false, true);
    row("model info builtin:signs --json", false, false);
    row("eval --model builtin:signs --dataset signs --samples 20 --json", false, true);
}

void TestJsonShapes::figuresAndSourcesHaveOneShape() {
    QFETCH(QString, arguments);
    QFETCH(bool, hasFigures);
    QFETCH(bool, hasSource);
    const QTemporaryDir folder;
    makeSession(folder);
    const auto done = program(arguments.split(' '), folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    int figures = 0, sources = 0, units = 0;
    visit(jsonValueOf(done), {}, [&](const QJsonObject& object, const QString& path) {
        if (object.contains("unit") || object.contains("units")) ++units;
        if (object.contains("mean") && object.contains("ci95")) {
            ++figures;
            QVERIFY2(object.keys() == kFigureKeys,
                     qPrintable(path + ": " + object.keys().join(' ')));
            QVERIFY2(!object["unit"].toString().isEmpty(), qPrintable(path));
        }
        if (path.endsWith(".source") && !path.contains("provenance")) {
            ++sources;
            const QString kind = object["kind"].toString();
            QVERIFY2(kind == "table" ? !object["table"].toString().isEmpty()
                                     : kind == "network" && object.contains("dataset") &&
                                           object.contains("distortion"),
                     qPrintable(path));
        }
    });
    QVERIFY(hasFigures == (figures > 0));
    QVERIFY(hasSource == (sources > 0));
    QVERIFY(units > 0 || arguments.startsWith("again"));  // which has no figure but a count
}
