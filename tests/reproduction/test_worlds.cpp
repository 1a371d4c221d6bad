// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds: whether policies follow a stream that changes. The tables are so plain that every figure
// is worked out by hand.
#include <QTemporaryDir>

#include <algorithm>
#include <string>

#include "reproduction/played_reproduction.h"
#include "reproduction/reproduction_file.h"
#include "reproduction/reproduction_page.h"
#include "reproduction/world_tables.h"
#include "storage/tables/table_file.h"
#include "subjects.h"

using namespace splitee;

namespace {

constexpr const char* kChanging = R"({"title": "Test", "regret_rounds": 50,
    "experiment": {"mu": 0.1, "lambda1": 1, "lambda2": 0, "offload": 5, "seeds": 3},
    "offloads": [5], "policies": [{"name": "SplitEE", "experiment": {"policy": "splitee"}}],
    "streams": [{"name": "Clear", "table": "FOLDER/m-clean.exits", "alpha": 0.5}],
    "worlds": [{"name": "Fog comes", "table": "FOLDER/m-clean.exits", "note": "Grey.",
                "experiment": {"policy": "fixed,splitee,confidence-cascade", "fixed_layer": 1,
                               "alpha": 0.5, "rounds": 3000,
                               "schedule": "fog:5@1001, clean@2001"}},
               {"name": "Not there", "table": "builtin:none-such",
                "experiment": {"policy": "splitee", "schedule": "fog:5@11", "rounds": 30}}]})";

// Two exits that are always as sure as this.
ExitTable plainTable(double first, double last) {
    ExitTable table;
    table.name = "plain";
    table.exits = 2;
    table.depth = {1, 2};
    for (int row = 0; row < 100; ++row) {
        table.sample.push_back(row);
        table.label.push_back(row % 2);
        table.confidence.insert(table.confidence.end(), {first, last});
        table.prediction.insert(table.prediction.end(), 2, static_cast<std::int16_t>(row % 2));
    }
    return table;
}

}  // namespace

class WorldTests final : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    PlayedReproduction played_;

    [[nodiscard]] std::string text(const std::string& from = "", const std::string& to = "") const {
        return describedIn(folder_, kChanging, from, to);
    }

private slots:
    void initTestCase() {
        // A reward is C - mu gamma, of an offload the last C - mu (gamma + o). Clear: .9 - .1 and
        // .95 - .2. Fog: .9 - .1 (1 + 5), as .3 is below alpha, and .9 - .2.
        REQUIRE_OK(
            writeTableFile(folder_.filePath("m-clean.exits").toStdString(), plainTable(0.9, 0.95)));
        REQUIRE_OK(
            writeTableFile(folder_.filePath("m-fog-5.exits").toStdString(), plainTable(0.3, 0.9)));
        auto description = parseReproduction(text(), "x");
        REQUIRE_OK(description);
        description->name = "test";
        auto played =
            playReproduction(*description, folder_.filePath("s.splitee").toStdString(), 2);
        REQUIRE_OK(played);
        played_ = std::move(*played);
    }

    void segmentsAndTheirBestSplitsAreThoseOfTheTables() {
        const PlayedWorld& world = played_.worlds.front();
        QCOMPARE(world.segments.size(), 3U);
        const std::array<const char*, 3> what{"clean", "fog:5", "clean"};
        const std::array<int, 3> layers{1, 2, 1};
        const std::array<double, 3> rewards{0.8, 0.7, 0.8};
        for (std::size_t k = 0; k < 3; ++k) {
            QCOMPARE(world.segments[k].what, std::string(what[k]));
            QCOMPARE(world.segments[k].first, 1 + 1000 * static_cast<std::int64_t>(k));
            QCOMPARE(world.segments[k].rounds, 1000);
            QCOMPARE(world.segments[k].bestLayer, layers[k]);
            QVERIFY(std::abs(world.segments[k].bestReward - rewards[k]) < 1e-12);
        }
        QCOMPARE(played_.worlds[1].missing,
                 std::string("builtin:none-such is not among the bundled tables"));
    }

    void shortfallsAreThoseWorkedOutByHand() {
        const PlayedWorld& world = played_.worlds.front();
        QCOMPARE(world.policies.size(), 2U);  // a cascade chooses no split
        const FollowingPolicy& fixed = world.policies[0];
        QVERIFY(std::abs(fixed.segments[0].shortfall) < 1e-12);
        QVERIFY(std::abs(fixed.segments[1].shortfall - 0.4) < 1e-9);
        QVERIFY(std::abs(fixed.segments[2].shortfall) < 1e-9);
        QVERIFY(!fixed.segments[0].recovery);
        QVERIFY(!fixed.segments[1].recovery);  // it never moves
        QCOMPARE(fixed.segments[2].recovery, std::optional<std::int64_t>(200));
        const FollowingPolicy& learner = world.policies[1];
        QVERIFY(learner.segments[1].shortfall > 0 && learner.segments[1].shortfall < 0.4);
        QCOMPARE(learner.regret.mean.size(), learner.round.size());
        QCOMPARE(learner.round.back(), 3000);
    }

    void pageAndCsvSayThem() {
        const auto files =
            reproductionFiles(played_, {"2026-01-01T00:00:00Z", "splitee", "splitee x", {}});
        const auto of = [&](const char* name) {
            return std::ranges::find(files, name, &ReproductionFile::name)->content;
        };
        const std::string page = of("test.md"), csv = of("test.csv");
        for (const char* part :
             {"## Does it follow?", "### Fog comes", "Grey.", "fog:5 @1,001: short",
              "Not played: builtin:none-such", "splitee drift --table",
              "--schedule \"fog:5@1001, clean@2001\"", "| 0.4000 | – |"})
            QVERIFY2(page.find(part) != std::string::npos, part);
        const std::string place = "ours,Fog comes@1001,Fixed split,5,1000,shortfall,";
        const std::size_t at = csv.find(place);
        QVERIFY(at != std::string::npos);
        QVERIFY(std::abs(std::stod(csv.substr(at + place.size())) - 0.4) < 1e-9);
        QVERIFY(csv.find("ours,Fog comes@2001,Fixed split,5,1000,recovery,200,,,3,rounds\n") !=
                std::string::npos);
        QVERIFY(std::ranges::find(files, "figures/world-fog-comes.svg", &ReproductionFile::name) !=
                files.end());
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* from, const char* to, const char* says) {
            QTest::newRow(name) << from << to << says;
        };
        row("no schedule", "\"schedule\": \"fog:5@11\", ", "",
            "world Not there: experiment has no");
        row("no table", "\"table\": \"builtin:none-such\",", "", "world Not there: has no table");
        row("a name twice", "Not there", "fog comes", "two of that name");
        row("an unknown policy", "\"policy\": \"splitee\", \"schedule\"",
            "\"policy\": \"splitea\", \"schedule\"", "splitea");
        row("an unknown key", "\"note\": \"Grey.\"", "\"notes\": \"Grey.\"", "did you mean note?");
        row("other seeds", "\"rounds\": 30", "\"seeds\": 9, \"rounds\": 30",
            "seeds are the same for all");
    }
    void mistakesAreNamed() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        const auto read = parseReproduction(text(from.toStdString(), to.toStdString()), "x.json");
        QVERIFY2(!read.has_value(), "should have been refused");
        QVERIFY2(read.error().message.find(says.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }

    void aWorldThatCannotBePlayedIsAnError() {
        auto description = parseReproduction(text("fog:5@1001", "snow:5@1001"), "x");
        REQUIRE_OK(description);
        const auto played =
            playReproduction(*description, folder_.filePath("t.splitee").toStdString(), 1);
        QVERIFY(!played.has_value());
        QVERIFY2(played.error().message.find("snow") != std::string::npos,
                 played.error().message.c_str());
    }
};

std::unique_ptr<QObject> makeWorldTests() { return std::make_unique<WorldTests>(); }

#include "test_worlds.moc"
