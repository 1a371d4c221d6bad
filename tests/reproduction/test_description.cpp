// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of reproductions: good, odd and broken files.
#include <QDir>

#include <algorithm>
#include <fstream>
#include <string>

#include "reproduction/reproduction_file.h"
#include "storage/tables/bundled.h"
#include "subjects.h"

using namespace splitee;

namespace {

constexpr const char* kGood = R"({
"title": "T", "paper": "P", "about": "A", "model": "builtin:m", "regret_rounds": 50,
"experiment": {"mu": 0.2, "offload": 2, "seeds": 3},
"offloads": [1, 2],
"policies": [{"name": "A", "experiment": {"policy": "splitee"}},
             {"name": "Last", "offloads": false, "experiment": {"policy": "final"}}],
"claims": [{"name": "c", "policy": "A", "saving": 40, "loss": 3, "or_equal": true}],
"streams": [{"name": "Own", "table": "t.exits", "alpha": 0.6, "claim": "c", "note": "n",
             "published": {"samples": 7, "accuracy": 80.5, "cost": 12,
                           "policies": {"A": {"accuracy_change": -1.5, "regret": 9}}}},
            {"name": "Far off", "pass": "far.csv"}],
"differs": ["one"]})";

// The good one with `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const std::size_t at = text.find(from);
    Q_ASSERT(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

class DescriptionTests final : public QObject {
    Q_OBJECT

private slots:
    void everyPartIsRead() {
        const auto read = parseReproduction(kGood, "x.json");
        REQUIRE_OK(read);
        QCOMPARE(read->title, std::string("T"));
        QCOMPARE(read->regretRounds, 50);
        QCOMPARE(read->offloads, (std::vector<double>{1, 2}));
        QCOMPARE(read->policies.size(), 2U);
        QCOMPARE(read->policies[0].experiment.mu, 0.2);  // of the experiment of all
        QCOMPARE(read->policies[0].experiment.policies, std::string("splitee"));
        QVERIFY(read->policies[0].offloads && !read->policies[1].offloads);
        QCOMPARE(read->policyNamed("Last"), 1U);
        const ReproductionStream& own = read->streams[0];
        QCOMPARE(own.alpha, 0.6);
        QCOMPARE(own.part, std::string("test"));
        QVERIFY(read->claimOf(own) == &read->claims[0]);
        QVERIFY(read->claimOf(read->streams[1]) == nullptr);
        QVERIFY(read->claims[0].orEqual);
        QVERIFY(own.published && own.published->samples == 7);
        QCOMPARE(own.published->policies[0].accuracyChange, std::optional(-1.5));
        QCOMPARE(own.published->policies[0].costChange, std::optional<double>());
        QCOMPARE(own.published->policies[0].regret, std::optional(9.0));
        Reproduction more = *read;
        more.setSeeds(9);
        QCOMPARE(more.policies[1].experiment.seeds, 9);
    }

    void oddFilesAreRead_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("one o") << "[1, 2]"
                               << "[2]";
        QTest::newRow("no claims")
            << R"("claims": [{"name": "c", "policy": "A", "saving": 40, "loss": 3, "or_equal": true}],)"
            << R"("claims": [{"name": "c", "policy": "A"}],)";
        QTest::newRow("nothing published of a policy")
            << R"("policies": {"A": {"accuracy_change": -1.5, "regret": 9}})"
            << R"("policies": {})";
        QTest::newRow("a name in another script") << "Far off"
                                                  << "Ä 1 é";
        QTest::newRow("a whole number as 50.0") << "\"regret_rounds\": 50"
                                                << "\"regret_rounds\": 50.0";
    }
    void oddFilesAreRead() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        REQUIRE_OK(parseReproduction(changed(from.toStdString(), to.toStdString()), "x.json"));
    }

    void everyMistakeIsOneSentence_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* from, const char* to, const char* says) {
            QTest::newRow(name) << from << to << says;
        };
        row("cut", "\"differs\"", "\"differs", "is not valid JSON");
        row("a key twice", "\"about\": \"A\"", "\"about\": \"A\", \"about\": \"B\"", "twice");
        row("unknown key", "\"paper\"", "\"papr\"", "did you mean paper?");
        row("no title", "\"title\": \"T\"", "\"title\": \"\"", "has no title");
        row("title no text", "\"title\": \"T\"", "\"title\": 7", "title must be a text");
        row("rounds in halves", "\"regret_rounds\": 50", "\"regret_rounds\": 50.5",
            "regret_rounds must be a whole number");
        row("rounds below 1", "\"regret_rounds\": 50", "\"regret_rounds\": 0",
            "regret_rounds is 0, but must be between 1");
        row("a parameter out of range", "\"mu\": 0.2", "\"mu\": -1",
            "experiment: mu is -1, but must be between");
        row("an unknown parameter", "\"mu\": 0.2", "\"muu\": 0.2", "did you mean mu?");
        row("a schedule", "\"mu\": 0.2", "\"schedule\": \"offload=1@5\"", "has a schedule");
        row("o by layer", "\"mu\": 0.2", "\"offload_per_layer\": \"1,2\"", "o is one number");
        row("no offloads", "[1, 2]", "[]", "has no offloads");
        row("offloads no list", "[1, 2]", "2", "offloads must be a JSON list");
        row("offloads of text", "[1, 2]", "[\"1\", 2]", "list of numbers");
        row("offloads fall", "[1, 2]", "[2, 1]", "offloads must rise: 1 stands after 2");
        row("offload not among them", "[1, 2]", "[1, 3]", "is none of offloads");
        row("policy without a key", "{\"policy\": \"final\"}", "{}",
            "policy Last: experiment says");
        row("two policies in one", "{\"policy\": \"final\"}", "{\"policy\": \"final,best\"}",
            "an entry is one policy");
        row("an unknown policy", "{\"policy\": \"final\"}", "{\"policy\": \"finl\"}", "final");
        row("a policy with an alpha", "{\"policy\": \"final\"}",
            "{\"policy\": \"final\", \"alpha\": 0.2}", "alpha is the stream's");
        row("a name twice", "\"name\": \"Last\"", "\"name\": \"a\"", "two of that name");
        row("no name", "\"name\": \"Last\", ", "", "policy 2: has no name");
        row("a name with a comma", "\"Far off\"", "\"Far, off\"", "none of = ,");
        row("a name without letters", "\"Far off\"", "\"!!\"", "a letter or digit among them");
        row("a name with a line break", "\"Far off\"", "\"Far\\noff\"", "a letter or digit");
        row("a claim of nobody", "\"policy\": \"A\", \"saving\"", "\"policy\": \"B\", \"saving\"",
            "claim c: policy is 'B'");
        row("a saving of 140 %", "\"saving\": 40", "\"saving\": 140", "between 0 and 100");
        row("an unknown claim", "\"claim\": \"c\"", "\"claim\": \"d\"", "stream Own: claim is 'd'");
        row("alpha above 1", "\"alpha\": 0.6", "\"alpha\": 1.6", "stream Own: alpha is 1.6");
        row("no table and no word of it", ", \"pass\": \"far.csv\"", "", "'pass' does not say");
        row("published of nobody", "{\"A\": {\"acc", "{\"Z\": {\"acc", "policy is 'Z'");
        row("an unknown figure", "\"regret\": 9", "\"regrets\": 9", "did you mean regret?");
        row("published no object", "{\"accuracy_change\": -1.5, \"regret\": 9}", "4",
            "must be a JSON object");
        row("differs of numbers", "[\"one\"]", "[1]", "differs must be a list of texts");
        row("no streams", "{\"name\": \"Far off\", \"pass\": \"far.csv\"}", "3",
            "stream 2: must be a JSON object");
    }
    void everyMistakeIsOneSentence() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        const auto read =
            parseReproduction(changed(from.toStdString(), to.toStdString()), "x.json");
        QVERIFY2(!read.has_value(), "should have been refused");
        const std::string& message = read.error().message;
        QVERIFY2(message.starts_with("reproduction x.json"), message.c_str());
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(message.find('\n') == std::string::npos, message.c_str());
    }

    void filesAreFoundByNameOrPath() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("My One.json").toStdString();
        std::ofstream(path) << kGood;
        const auto read = readReproduction(path);
        REQUIRE_OK(read);
        QCOMPARE(read->name, std::string("my-one"));
        for (const auto& [name, says] :
             {std::pair<std::string, std::string>{"splite", "did you mean splitee?"},
              {"zzzzzzzz", "bundled are i-splitee"},
              {folder.filePath("none.json").toStdString(), "no such file"},
              {folder.path().toStdString() + "/.json/", "no such file"}}) {
            const auto none = readReproduction(name);
            QVERIFY(!none.has_value());
            QVERIFY2(none.error().message.find(says) != std::string::npos,
                     none.error().message.c_str());
        }
        std::ofstream(path) << std::string((1 << 20) + 1, ' ');
        QVERIFY(readReproduction(path).error().message.find("larger than 1 MiB") !=
                std::string::npos);
    }

    // A stream whose table is misspelled would be left out as one that is not bundled.
    void bundledOnesNameBundledTables_data() {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(SPLITEE_RESOURCES) + "/reproductions");
        const QStringList files = folder.entryList({"*.json"});
        QVERIFY(files.contains("splitee.json") && files.contains("i-splitee.json"));
        for (const QString& file : files) QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void bundledOnesNameBundledTables() {
        QFETCH(QString, name);
        const auto read = readReproduction(name.toStdString());
        REQUIRE_OK(read);
        const QDir tables(QStringLiteral(SPLITEE_RESOURCES) + "/tables");
        // Until the network that reads texts is bundled, no table of its is.
        const bool texts = !tables.entryList({"sst2-*.exits"}).isEmpty();
        for (const ReproductionStream& stream : read->streams) {
            if (stream.table.empty() || (!texts && stream.table.starts_with("builtin:sst2-")))
                continue;
            const QString file = QString::fromStdString(stream.table).mid(8) + ".exits";
            QVERIFY2(tables.exists(file), qPrintable(file));
        }
    }

    void namesBecomeFiles() {
        QCOMPARE(fileWord("SST-2 dev"), std::string("sst-2-dev"));
        QCOMPARE(fileWord("Blur 0.5"), std::string("blur-0.5"));
        QCOMPARE(fileWord("../x/..y.."), std::string("x-..y"));
        QCOMPARE(fileWord("...!"), std::string());
        QCOMPARE(fileWord("Ä"), std::string());
    }
};

std::unique_ptr<QObject> makeDescriptionTests() { return std::make_unique<DescriptionTests>(); }

#include "test_description.moc"
