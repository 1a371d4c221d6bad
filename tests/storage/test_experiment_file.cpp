// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments as JSON: every field there and back, and every mistake in one sentence.
#include "subjects.h"

#include "fields_changed.h"
#include "storage/files/experiment_file.h"
#include "storage/files/fields_json.h"

using namespace splitee;

class ExperimentFileTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void everyFieldGoesToJsonAndBack() {
        for (const Experiment& experiment : {Experiment{}, changedInEveryField()}) {
            Experiment back;
            REQUIRE_OK(
                fieldsFromJson(nlohmann::json::parse(fieldsToJson(experiment).dump()), back));
            QCOMPARE(back == experiment, true);
        }
    }

    void everyFieldOutOfRangeIsNamed() {
        const auto all = outOfRangeOnce();
        QVERIFY(all.size() >= 12);
        for (const auto& [key, experiment] : all) {
            Experiment back;
            REQUIRE_SAYS(fieldsFromJson(fieldsToJson(experiment), back), key + " is ");
        }
    }

    void everyMisspeltKeyFindsItsNeighbour() {
        const Experiment defaults;
        Experiment::visitFields(defaults, [](const auto& value, const FieldInfo& info) {
            const std::string key(info.key);
            const std::string wrong = key + "x";
            Experiment back;
            const auto read = fieldsFromJson(nlohmann::json{{wrong, value}}, back);
            REQUIRE_SAYS(read, "unknown key '" + wrong + "': did you mean ");
            if (key != "seed") REQUIRE_SAYS(read, key + "?");  // seedx is as near to seeds
        });
    }

    void everyWrongTypeIsNamed() {
        const Experiment defaults;
        Experiment::visitFields(defaults, [](const auto&, const FieldInfo& info) {
            Experiment back;
            REQUIRE_SAYS(fieldsFromJson(nlohmann::json{{std::string(info.key), nullptr}}, back),
                         std::string(info.key) + " is null, but must be");
        });
    }

    void aMissingKeyKeepsItsDefault() {
        const auto file = parseExperiment(R"({"experiment": {"mu": 0.25}})", "x.json");
        REQUIRE_OK(file);
        Experiment expected;
        expected.mu = 0.25;
        QCOMPARE(file->experiment == expected, true);
        REQUIRE_OK(parseExperiment("{}", "x.json"));
    }

    void wholeFilesGoThereAndBack() {
        ExperimentFile file{changedInEveryField(), "", "model \"a\".mee", "cifar10:/data/ü",
                            "gaussian_blur:0.8"};
        writeAll(folder_ / "e.json", toJson(file));
        const auto back = readExperimentFile(folder_ / "e.json");
        REQUIRE_OK(back);
        QCOMPARE(back->experiment == file.experiment, true);
        QCOMPARE(back->table, file.table);
        QCOMPARE(back->model, file.model);
        QCOMPARE(back->dataset, file.dataset);
        QCOMPARE(back->distortion, file.distortion);
    }

    void badJsonIsRefusedWithASentence_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto add = [](const char* name, const std::string& text, const std::string& says) {
            QTest::newRow(name) << text << says;
        };
        const auto experiment = [](const std::string& fields) {
            return "{\"experiment\": {" + fields + "}}";
        };
        add("empty", "", "x.json, line 1 is not valid JSON");
        add("cut", "{\n\"experiment\":\n{\"mu\": ", "line 3 is not valid JSON");
        add("trailing comma", "{\n\"experiment\": {},\n}", "line 3 is not valid JSON");
        add("binary", std::string("\0\xff\xfe", 3), "is not valid JSON");
        add("bad utf-8", "{\"experiment\": {\"order\": \"\xff\"}}", "is not valid JSON");
        add("a list", "[]", "is not a JSON object");
        add("a number", "5", "is not a JSON object");
        add("unknown part", R"({"experimnt": {}})",
            "unknown key 'experimnt': did you mean experiment?");
        add("far part", R"({"zzzzzzzzzzzzzzzzzzzz": {}})",
            "valid are costs, description, experiment or source");
        add("experiment a text", R"({"experiment": "mu"})", "parameters must be a JSON object");
        add("source a list", R"({"source": []})", "must be a JSON object");
        add("unknown source", R"({"source": {"tabel": "x"}})", "did you mean table?");
        add("two sources", R"({"source": {"table": "x", "model": "y"}})", "name one or the other");
        add("text for number", experiment(R"("mu": "0.1")"), "mu is \"0.1\", but must be a number");
        add("number for text", experiment(R"("order": 5)"),
            "order is 5, but must be a text in quotes");
        add("fraction for whole", experiment(R"("seeds": 2.5)"),
            "seeds is 2.5, but must be a whole number");
        add("negative seed", experiment(R"("seed": -1)"),
            "seed is -1, but must be a whole number from 0");
        add("beyond 64 bits", experiment(R"("rounds": 18446744073709551615)"),
            "rounds is 18446744073709551615, but must be");
        add("endless number", experiment(R"("mu": 1e999)"), "is not valid JSON");
        add("nan", experiment(R"("mu": NaN)"), "is not valid JSON");
        add("list for number", experiment(R"("mu": [1])"), "mu is array, but must be a number");
        add("out of range", experiment(R"("alpha": 1.5)"),
            "alpha is 1.5, but must be between 0 and 1");
        add("unknown choice", experiment(R"("order": "sorted")"),
            "order is 'sorted', but must be file or shuffle");
        add("far key", experiment(R"("wwwwwwwwwwwwwwwwwwww": 1)"), "valid are policy, side, mu");
        add("a key twice", experiment(R"("mu": 0.1, "alpha": 0.5, "mu": 0.2)"),
            "holds the key 'mu' twice: keep one of them");
        add("a part twice", R"({"experiment": {"mu": 0.1}, "experiment": {}})",
            "holds the key 'experiment' twice");
        add("a source twice", R"({"source": {"table": "x", "table": "y"}})",
            "holds the key 'table' twice");
        add("deep", std::string(400'000, '['), "is not valid JSON");
        add("deep value",
            experiment("\"mu\": " + std::string(400'000, '[') + std::string(400'000, ']')),
            "mu is array");
    }

    void badJsonIsRefusedWithASentence() {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const auto read = parseExperiment(text, "x.json");
        REQUIRE_SAYS(read, says);
        REQUIRE_SAYS(read, "experiment x.json");
        QVERIFY(read.error().message.size() < 600);
    }

    void oddFilesAreRefused() {
        REQUIRE_SAYS(readExperimentFile(folder_ / "none.json"), "there is no such file");
        REQUIRE_SAYS(readExperimentFile("/dev/zero"), "cannot read experiment");
        REQUIRE_SAYS(readExperimentFile(folder_ / "."), "cannot read experiment");
        writeAll(folder_ / "large.json", std::string((1 << 20) + 1, ' '));
        REQUIRE_SAYS(readExperimentFile(folder_ / "large.json"), "larger than 1 MiB");
    }
};

std::unique_ptr<QObject> makeExperimentFileTests() {
    return std::make_unique<ExperimentFileTests>();
}

#include "test_experiment_file.moc"
