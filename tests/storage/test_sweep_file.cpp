// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps as JSON: there and back, and every mistake in one sentence.
#include "subjects.h"

#include "storage/files/sweep_file.h"

using namespace splitee;

class SweepFileTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void everyPartIsRead() {
        const auto sweep = parseSweep(
            R"({"description": "x", "design": "latin_hypercube", "samples": 7, "design_seed": 3,
            "tables": ["a.exits", "builtin:b"], "experiment": {"alpha": 0.6, "policy": "splitee,best", "seeds": 2},
            "axes": {"mu": {"from": 0.01, "to": 1, "scale": "log"}, "offload": {"from": 1, "to": 5, "steps": 9},
                     "side": ["released", "observed"], "lambda2": [0, 0.5]}})",
            "x.json");
        REQUIRE_OK(sweep);
        QCOMPARE(sweep->design, std::string("latin_hypercube"));
        QCOMPARE(sweep->samples, 7);
        QCOMPARE(sweep->designSeed, 3U);
        QCOMPARE(sweep->tables, (std::vector<std::string>{"a.exits", "builtin:b"}));
        QCOMPARE(sweep->experiment.alpha, 0.6);
        QCOMPARE(sweep->experiment.seeds, 2);
        QCOMPARE(sweep->axes.size(), 4U);
        // Flags say the same.
        std::vector<SweepAxis> flags;
        for (const char* text :
             {"lambda2=0,0.5", "mu=0.01..1/log", "offload=1..5/9", "side=released,observed"}) {
            flags.push_back(*parseAxis(text));
            QCOMPARE(flags.back().key + "=" + valuesText(flags.back()), std::string(text));
        }
        QVERIFY(sweep->axes == flags);
        QVERIFY(parseSweep(toJson(*sweep), "again").value() == *sweep);
        QVERIFY(parseSweep("{}", "x").value() == Sweep{});
    }

    void sweepsAndExperimentsAreTold() {
        const auto told = [&](const char* text) {
            writeAll(folder_ / "told.json", text);
            return isSweepFile(folder_ / "told.json");
        };
        QVERIFY(told(R"({"tables": []})"));
        QVERIFY(told(R"({"axes": 1})"));  // a sweep with a mistake
        QVERIFY(!told(R"({"experiment": {}, "source": {"table": "a.exits"}})"));
        QVERIFY(!told("[1]"));
        QVERIFY(!told("{"));
        QVERIFY(!isSweepFile(folder_ / "nowhere.json"));
    }

    void everyMistakeIsNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, const char* says) {
            QTest::newRow(name) << text << says;
        };
        row("not JSON", "{\n\"axes\": {,", "sweep x.json, line 2 is not valid JSON");
        row("no object", "[1]", "is not a JSON object");
        row("unknown part", R"({"axis": {}})", "unknown key 'axis': did you mean axes?");
        row("unknown parameter", R"({"experiment": {"alhpa": 1}})", "did you mean alpha?");
        row("wrong design", R"({"design": "cube"})", "grid, random or latin_hypercube");
        row("no samples", R"({"samples": 0})", "samples is 0");
        row("axis twice", R"({"axes": {"alpha": [0.1], "alpha": [0.2]}})",
            "holds the key 'alpha' twice");
        row("axes a list", R"({"axes": []})", "axes must be a JSON object");
        row("axis a number", R"({"axes": {"alpha": 0.5}})",
            "axis alpha is neither a list of values nor a range");
        row("axis of lists", R"({"axes": {"alpha": [[0.5]]}})", "neither a number nor a text");
        row("range without end", R"({"axes": {"alpha": {"from": 0.5}}})", "axis alpha has no 'to'");
        row("range with a word", R"({"axes": {"alpha": {"from": 0.5, "to": "1"}}})",
            "to is \"1\", but must be a number");
        row("range misspelt", R"({"axes": {"alpha": {"from": 0.5, "to": 1, "step": 3}}})",
            "did you mean steps?");
        row("wrong scale", R"({"axes": {"alpha": {"from": 0.5, "to": 1, "scale": "ln"}}})",
            "linear or log");
        row("tables a text", R"({"tables": "a.exits"})", "tables must be a JSON list");
        row("tables of numbers", R"({"tables": [1]})", "tables must be a JSON list of texts");
    }

    void everyMistakeIsNamed() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        REQUIRE_SAYS(parseSweep(text.toStdString(), "x.json"), says.toStdString());
    }

    void aDeeplyNestedFileIsRefused() {
        REQUIRE_SAYS(parseSweep(std::string(500'000, '['), "x.json"), "not valid JSON");
        std::string objects;
        for (int k = 0; k < 100'000; ++k) objects += "{\"a\":";
        REQUIRE_SAYS(parseSweep(objects, "x.json"), "not valid JSON");
        REQUIRE_SAYS(
            parseSweep("{\"axes\": " + objects + "1" + std::string(100'000, '}') + "}", "x.json"),
            "axis a has no 'from'");
    }

    void filesThatAreNoneAreRefused() {
        REQUIRE_SAYS(readSweepFile(folder_ / "nothing.json"), "there is no such file");
        writeAll(folder_ / "large.json", std::string((1U << 20) + 1, ' '));
        REQUIRE_SAYS(readSweepFile(folder_ / "large.json"), "larger than 1 MiB");
    }
};

std::unique_ptr<QObject> makeSweepFileTests() { return std::make_unique<SweepFileTests>(); }

#include "test_sweep_file.moc"
