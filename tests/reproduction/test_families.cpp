// SPDX-License-Identifier: GPL-3.0-or-later
// Families: streams of kinds by levels, in a description and on the page.
#include <QTemporaryDir>

#include <algorithm>
#include <string>

#include "../engine/made_tables.h"
#include "reproduction/family_map.h"
#include "reproduction/family_tables.h"
#include "reproduction/played_figures.h"
#include "reproduction/reproduction_file.h"
#include "reproduction/reproduction_page.h"
#include "reproduction/verdict.h"
#include "storage/tables/table_file.h"
#include "subjects.h"

using namespace splitee;
using splitee::test::madeTable;

namespace {

constexpr const char* kFamily = R"({"title": "Test", "model": "m.mee", "regret_rounds": 60,
    "experiment": {"offload": 5, "seeds": 2}, "offloads": [1, 3, 5],
    "policies": [{"name": "SplitEE", "experiment": {"policy": "splitee"}},
                 {"name": "Last", "offloads": false, "experiment": {"policy": "final"}}],
    "claims": [{"name": "Claim", "policy": "SplitEE", "saving": 50, "loss": 2}],
    "streams": [{"name": "Alone", "table": "FOLDER/fog-1.exits", "alpha": 0.6, "claim": "Claim"}],
    "families": [{"name": "Weather", "kinds": ["fog", "snow", "rain"], "levels": ["1", "2.5"],
                  "level_title": "severity", "stream": "{kind} at {level}",
                  "table": "FOLDER/{kind}-{level}.exits", "dataset": "signs",
                  "distortion": "{kind}@{level}", "alpha": 0.6, "claim": "Claim", "offloads": [3, 5], "note": "Wet."}]})";

}  // namespace

class FamilyTests final : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    PlayedReproduction played_;
    std::vector<ReproductionFile> files_;

    [[nodiscard]] std::string text(const std::string& from = "", const std::string& to = "") const {
        return describedIn(folder_, kFamily, from, to);
    }
    [[nodiscard]] const std::string& page() const {
        return std::ranges::find(files_, "test.md", &ReproductionFile::name)->content;
    }
    [[nodiscard]] const ReproductionFamily& family() const {
        return played_.description.families.front();
    }

private slots:
    void initTestCase() {
        unsigned seed = 1;
        for (const char* name : {"fog-1", "fog-2.5", "snow-1", "snow-2.5", "rain-1"})
            REQUIRE_OK(
                writeTableFile(folder_.filePath(QString::fromLatin1(name) + ".exits").toStdString(),
                               madeTable(200, 5, ++seed)));
        auto description = parseReproduction(text("FOLDER/{kind}", "builtin:none-{kind}"), "x");
        REQUIRE_OK(description);
        description->name = "test";
        // Of the bundled names none is there: these are files, but for one.
        for (ReproductionStream& stream : description->streams)
            if (!stream.family.empty() && stream.name != "rain at 2.5")
                stream.table = folder_.path().toStdString() + "/" +
                               description->families[0].kinds[stream.kind] + "-" +
                               description->families[0].levels[stream.level] + ".exits";
        auto played =
            playReproduction(*description, folder_.filePath("s.splitee").toStdString(), 2);
        REQUIRE_OK(played);
        played_ = std::move(*played);
        files_ = reproductionFiles(played_, {"2026-01-01T00:00:00Z", "splitee", "splitee x", {}});
    }

    void aFamilyBecomesAStreamForEachKindAndLevel() {
        const auto read = parseReproduction(text(), "x.json");
        REQUIRE_OK(read);
        QCOMPARE(read->streams.size(), 1U + 3 * 2);
        QCOMPARE(read->families.size(), 1U);
        QVERIFY(read->streams[0].family.empty());
        const ReproductionStream& one = read->streams[read->memberOf(read->families[0], 1, 1)];
        QCOMPARE(one.name, std::string("snow at 2.5"));
        QCOMPARE(one.table, folder_.path().toStdString() + "/snow-2.5.exits");
        QCOMPARE(one.distortion, std::string("snow@2.5"));
        QCOMPARE(one.dataset, std::string("signs"));
        QCOMPARE(one.alpha, 0.6);
        QCOMPARE(one.claim, std::string("Claim"));
        QCOMPARE(one.family, std::string("Weather"));
    }

    void aRunMayGoOnLongerThanItsTable() {
        auto longer = parseReproduction(
            text("\"offloads\": [3, 5],", "\"offloads\": [3, 5], \"rounds\": 700,"), "x");
        REQUIRE_OK(longer);
        for (std::size_t s = 0; s < longer->streams.size(); ++s) {
            longer->streams[s].table = played_.description.streams[s].table;
            QCOMPARE(longer->streams[s].rounds, longer->streams[s].family.empty() ? 0 : 700);
        }
        const auto played =
            playReproduction(*longer, folder_.filePath("longer.splitee").toStdString(), 2);
        REQUIRE_OK(played);
        const std::size_t fog = longer->memberOf(longer->families[0], 0, 0);
        for (const std::size_t s : {std::size_t{0}, fog})
            for (const PlayedPoint& point : played->streams[s].policies[0].points)
                QCOMPARE(point.runs[0].rounds,
                         s == fog ? 700 : played->streams[s].table().samples());
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* from, const char* to, const char* says) {
            QTest::newRow(name) << from << to << says;
        };
        row("unknown key", "\"kinds\"", "\"kind\"", "family Weather: unknown key 'kind'");
        row("no kinds", "[\"fog\", \"snow\", \"rain\"]", "[]", "family Weather: has no kinds");
        row("levels of numbers", "[\"1\", \"2.5\"]", "[1, 2.5]", "levels must be a list of names");
        row("an empty kind", "\"snow\"", "\"\"", "kinds must be a list of names");
        row("streams of one name", "{kind} at {level}", "{kind}",
            "there are two streams named fog: let 'stream' hold {kind} and {level}");
        row("a name for no flag", "{kind} at {level}", "{kind}={level}", "'fog=1'");
        row("rounds below 0", "[3, 5], \"note\"", "[3, 5], \"rounds\": -1, \"note\"",
            "family Weather: rounds is -1, but must be between 0");
        row("an unknown claim", "\"claim\": \"Claim\", \"offloads\"",
            "\"claim\": \"x\", \"offloads\"", "family Weather: claim is 'x'");
        row("no table", "\"table\": \"FOLDER/{kind}-{level}.exits\", ", "",
            "family Weather: has no table");
        row("too many", "[\"1\", \"2.5\"]",
            R"(["1","2","3","4","5","6","7","8","9","10","11","12","13"])",
            "levels has more than 12 names");
        row("another o", "[3, 5], \"note\"", "[4, 5], \"note\"",
            "offloads must be some of the reproduction's, rising");
        row("not the tables' o", "[3, 5], \"note\"", "[1, 3], \"note\"", "offloads lack 5");
        row("no list", "[\"1\", \"2.5\"]", "\"1\"", "levels must be a JSON list");
        row("a stream of that name", "\"Alone\"", "\"fog at 1\"", "two streams named fog at 1");
    }
    void mistakesAreNamed() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        const auto read = parseReproduction(text(from.toStdString(), to.toStdString()), "x.json");
        QVERIFY2(!read.has_value(), "should have been refused");
        const std::string& message = read.error().message;
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(message.find('\n') == std::string::npos, message.c_str());
    }

    void aCellIsWhatItsStreamChanged() {
        const auto table = familyChangesTable(played_, family(), 0);
        QCOMPARE(table.columns, (std::vector<std::string>{"Kind", "severity 1", "severity 2.5"}));
        QCOMPARE(table.rows.size(), 3U);
        const std::size_t s = played_.description.memberOf(family(), 1, 1);
        const auto* runs = mainRuns(played_, s, 0);
        QVERIFY(runs != nullptr);
        QCOMPARE(table.rows[1][0], std::string("snow"));
        QCOMPARE(table.rows[1][2],
                 changeText(meanOf(runs, PlayedFigure::AccuracyChange), 2) + ", " +
                     changeText(meanOf(runs, PlayedFigure::CostChange), 1) + " %");
        QVERIFY(table.rows[1][1] != table.rows[1][2]);
        QCOMPARE(table.rows[2][2], std::string("–"));  // no table of it
        QCOMPARE(playedMembers(played_, family()).size(), 5U);
    }

    void policiesAreMeansOverTheStreams() {
        const auto table = familyPoliciesTable(played_, family());
        QCOMPARE(table.rows.size(), 2U);
        double cost = 0;
        std::optional<double> worst;
        for (const std::size_t s : playedMembers(played_, family())) {
            cost += *meanOf(mainRuns(played_, s, 0), PlayedFigure::Cost) / 5;
            const auto change = *meanOf(mainRuns(played_, s, 0), PlayedFigure::AccuracyChange);
            worst = std::min(worst.value_or(change), change);
        }
        QCOMPARE(table.rows[0][3], fixedText(cost, 3));
        QCOMPARE(table.rows[0][7], changeText(worst, 2));
        QCOMPARE(table.rows[1][2], std::string("0.00"));  // the final exit against itself
    }

    void missesAreThoseOfTheVerdicts() {
        std::vector<std::string> missed;
        for (const StreamVerdict& verdict : verdictsOn(played_, played_.description.claims.front()))
            if (verdict.met && !*verdict.met && verdict.stream > 0)
                missed.push_back(played_.description.streams[verdict.stream].name);
        QVERIFY(!missed.empty());  // else this shows nothing
        const auto table = familyMissesTable(played_, family());
        std::vector<std::string> listed;
        for (const auto& row : table.rows) listed.push_back(row[0]);
        QCOMPARE(listed, missed);
    }

    void thePageHasOneSectionForAFamily() {
        QVERIFY(page().find("## Weather") != std::string::npos);
        QVERIFY(page().find("## Alone") != std::string::npos);
        QVERIFY(page().find("## fog at 1") == std::string::npos);
        QVERIFY(page().find("on 6 streams") != std::string::npos ||
                page().find("of 6 streams") != std::string::npos);
        QVERIFY(page().find("Weather: 1 of 6 streams were not played; of rain at 2.5") !=
                std::string::npos);
        QVERIFY(page().find("Wet.") != std::string::npos);
        const auto figure =
            std::ranges::find(files_, "figures/family-weather.svg", &ReproductionFile::name);
        QVERIFY(figure != files_.end());
        for (const char* part : {">fog<", ">rain<", ">2.5<", "change of cost (%)", "layer that"})
            QVERIFY2(figure->content.find(part) != std::string::npos, part);
        QCOMPARE(figure->content, familySvg(played_, family(), 0));
        // Every stream of a family is in the CSV all the same.
        const auto csv = std::ranges::find(files_, "test.csv", &ReproductionFile::name);
        const auto says = [&](const char* place) {
            return csv->content.find(place) != std::string::npos;
        };
        QVERIFY(says("ours,snow at 2.5,SplitEE,5,200,accuracy,"));
        QVERIFY(says("ours,snow at 2.5,SplitEE,3,200,accuracy,"));
        QVERIFY(!says("ours,snow at 2.5,SplitEE,1,200,"));
        QVERIFY(says("ours,Alone,SplitEE,1,200,accuracy,"));
    }
};

std::unique_ptr<QObject> makeFamilyTests() { return std::make_unique<FamilyTests>(); }

#include "test_families.moc"
