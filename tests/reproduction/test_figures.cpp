// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says is what the rounds say: figures, verdicts and files of a small reproduction.
#include <cmath>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "../engine/made_tables.h"
#include "reproduction/leaving_view.h"
#include "reproduction/played_figures.h"
#include "reproduction/played_reproduction.h"
#include "reproduction/reproduction_csv.h"
#include "reproduction/reproduction_file.h"
#include "reproduction/reproduction_page.h"
#include "reproduction/verdict.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"
#include "subjects.h"

using namespace splitee;
using splitee::test::madeTable;
using splitee::test::roundsOfRun;

namespace {

constexpr double kStudent3 = 4.302652729911275;  // of 3 seeds, 95 %
constexpr const char* kSmall = R"({"title": "Test", "regret_rounds": 150,
    "experiment": {"offload": 5, "seeds": 3, "lambda2": 0.25}, "offloads": [1, 5],
    "policies": [{"name": "SplitEE", "experiment": {"policy": "splitee"}},
                 {"name": "S released", "experiment": {"policy": "splitee-s", "side": "released"}},
                 {"name": "S observed", "experiment": {"policy": "splitee-s", "side": "observed"}},
                 {"name": "Entropies", "offloads": false, "experiment": {"policy": "entropy-cascade"}},
                 {"name": "Last", "offloads": false, "experiment": {"policy": "final"}}],
    "claims": [{"name": "Claim", "policy": "SplitEE", "saving": 50, "loss": 2}],
    "streams": [{"name": "Made", "table": "made.exits", "alpha": 0.6},
                {"name": "Sure", "table": "sure.exits", "claim": "Claim",
                 "published": {"samples": 7, "accuracy": 81.25, "cost": 12,
                               "policies": {"SplitEE": {"accuracy_change": -1.25, "cost_change": -61.5, "regret": 33}}}},
                {"name": "Gone", "table": "builtin:none-such", "claim": "Claim", "pass": "gone.csv"},
                {"name": "Elsewhere", "pass": "text:far.tsv", "note": "A note."}]})";

constexpr std::int64_t kSamples = 400, kRegretRounds = 150;

// Two classes; exit 1 is sure and wrong on one in five, exit 2 is nearly always right.
ExitTable overconfidentTable() {
    ExitTable table;
    table.name = "overconfident";
    table.exits = 2;
    table.depth = {1, 12};
    for (int row = 0; row < 100; ++row) {
        table.sample.push_back(row);
        table.label.push_back(row % 2);
        const bool unsure = row % 10 == 0;  // 10 of 100 are below a threshold of .7
        const bool wrong = row % 5 == 1;    // 20 of the 90 others
        table.confidence.insert(table.confidence.end(), {unsure ? .6 : .95, .99});
        for (const bool is : {wrong, row == 50})
            table.prediction.push_back(static_cast<std::int16_t>(is ? 1 - row % 2 : row % 2));
    }
    return table;
}

struct Csv {
    std::map<std::string, std::vector<std::string>> lines;  // by all before the mean

    explicit Csv(const std::string& text) {
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) {
            std::vector<std::string> cells;
            std::istringstream parts(line);
            for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
            std::string key;
            for (std::size_t k = 0; k < 6; ++k) key += (k > 0 ? "," : "") + cells[k];
            lines[key] = cells;
        }
    }
    [[nodiscard]] double number(const std::string& key, std::size_t cell = 6) const {
        const auto found = lines.find(key);
        return found == lines.end() ? std::nan("") : std::stod(found->second[cell]);
    }
};

// mean and half width by hand.
std::pair<double, double> byHand(const std::vector<double>& values) {
    double mean = 0, squares = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, kStudent3 * std::sqrt(squares / 2 / 3)};
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b)); }

}  // namespace

class FigureTests final : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Reproduction description_;
    PlayedReproduction played_;
    std::vector<ReproductionFile> files_;

    [[nodiscard]] std::string path(const char* name) const {
        return folder_.filePath(name).toStdString();
    }
    [[nodiscard]] const std::string& content(const std::string& name) const {
        return std::ranges::find(files_, name, &ReproductionFile::name)->content;
    }

private slots:
    void initTestCase() {
        REQUIRE_OK(writeTableFile(path("made.exits"), madeTable(kSamples, 5, 3)));
        REQUIRE_OK(writeTableFile(path("sure.exits"), overconfidentTable()));
        std::string text = kSmall;
        for (const char* name : {"made.exits", "sure.exits"})
            text.replace(text.find(name), std::string_view(name).size(), path(name));
        const auto read = parseReproduction(text, "test");
        REQUIRE_OK(read);
        description_ = *read;
        description_.name = "test";
        const auto played = playReproduction(description_, path("test.splitee"), 2);
        REQUIRE_OK(played);
        played_ = *played;
        files_ = reproductionFiles(played_, {"2026-01-01T00:00:00Z", "splitee", "splitee x", {}});
    }

    // Each round by the plain loop, each figure by hand.
    void figuresAreThoseOfTheRounds_data() {
        QTest::addColumn<int>("policy");
        QTest::addColumn<double>("offload");
        QTest::newRow("SplitEE, o 5") << 0 << 5.0;
        QTest::newRow("SplitEE, o 1") << 0 << 1.0;
        QTest::newRow("released, o 5") << 1 << 5.0;
        QTest::newRow("observed, o 1") << 2 << 1.0;
        QTest::newRow("final exit, o 1") << 4 << 1.0;  // played at o 5 alone
    }
    void figuresAreThoseOfTheRounds() {
        QFETCH(int, policy);
        QFETCH(double, offload);
        const ReproductionPolicy& one = description_.policies[static_cast<std::size_t>(policy)];
        const auto table = readTable(path("made.exits"));
        REQUIRE_OK(table);
        ReplayWorld world(*table);
        Experiment e;
        e.policies = one.experiment.policies;
        e.side = one.experiment.side;
        e.lambda2 = 0.25;
        e.alpha = 0.6;
        e.offload = offload;
        e.seeds = 1;
        std::vector<double> accuracy, change, cost, costChange, offloaded;
        std::vector<int> layers(5);
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            e.seed = seed;
            const auto rounds = roundsOfRun(e, {e.policies, seed}, world);
            QCOMPARE(rounds.size(), static_cast<std::size_t>(kSamples));
            double right = 0, final = 0, sum = 0, sent = 0;
            for (const RoundRecord& round : rounds) {
                right += round.correct;
                sum += round.cost();
                sent += round.exited ? 0 : 1;
                ++layers[static_cast<std::size_t>(round.split - 1)];
            }
            for (std::int64_t row = 0; row < kSamples; ++row)
                final +=
                    table->predictionsOf(row)[4] == table->label[static_cast<std::size_t>(row)];
            const auto n = static_cast<double>(kSamples);
            accuracy.push_back(100 * right / n);
            change.push_back(100 * (right - final) / n);
            cost.push_back(sum / n);
            costChange.push_back(-100 * (1 - sum / n / (table->depth[4] + 0.25)));
            offloaded.push_back(100 * sent / n);
        }
        const Csv csv(content("test.csv"));
        const std::string place =
            "ours,Made," + one.name + "," + (offload == 5 ? "5" : "1") + ",400,";
        for (const auto& [figure, values] :
             std::map<std::string, std::vector<double>>{{"accuracy", accuracy},
                                                        {"accuracy_change", change},
                                                        {"cost", cost},
                                                        {"cost_change", costChange},
                                                        {"offloaded", offloaded}}) {
            const auto [mean, half] = byHand(values);
            const std::string key = place + figure;
            QVERIFY2(near(csv.number(key), mean), key.c_str());
            QVERIFY2(near(csv.number(key, 7), mean - half), key.c_str());
            QVERIFY2(near(csv.number(key, 8), mean + half), key.c_str());
            QCOMPARE(csv.number(key, 9), 3.0);
        }
        const auto most = std::ranges::max_element(layers) - layers.begin();
        QCOMPARE(csv.number(place + "layer"), static_cast<double>(most + 1));
        QVERIFY(near(csv.number(place + "layer_share"),
                     100.0 * layers[static_cast<std::size_t>(most)] / (3.0 * kSamples)));
    }

    void regretIsThatOfRunsOfItsOwn() {
        const auto table = readTable(path("made.exits"));
        ReplayWorld world(*table);
        Experiment e = description_.policies[0].experiment;
        e.alpha = 0.6;
        e.rounds = kRegretRounds;
        e.seeds = 1;
        std::vector<double> regrets;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            e.seed = seed;
            RegretMeter meter(e, {"splitee", seed}, world);
            for (const RoundRecord& round : roundsOfRun(e, {"splitee", seed}, world))
                meter.add(round);
            regrets.push_back(*meter.pseudo());
        }
        const auto [mean, half] = byHand(regrets);
        const Csv csv(content("test.csv"));
        QVERIFY(near(csv.number("ours,Made,SplitEE,5,150,regret"), mean));
        QVERIFY(near(csv.number("ours,Made,SplitEE,5,150,regret", 7), mean - half));
        const PlayedPolicy& policy = played_.streams[0].policies[0];
        QCOMPARE(policy.round.back(), kRegretRounds);  // the curve ends where the table's figure is
        QVERIFY(near(policy.regret.mean.back(), mean));
        QVERIFY(near(policy.regret.high.back(), mean + half));
        QVERIFY(played_.streams[0].policies[3].regretRuns.empty());  // a cascade has none
    }

    void whatOneExitDoesIsCounted() {
        const LeavingView view = leavingView(overconfidentTable(), 1, 0.7);
        QVERIFY(near(view.leaving, 0.9));
        QVERIFY(near(*view.right, 70.0 / 90));
        QVERIFY(near(*view.finalRight, 90.0 / 90));
        QVERIFY(near(view.confidence, 0.95));
        QVERIFY(near(*view.accuracy, 0.8));
        QVERIFY(near(*view.finalAccuracy, 0.99));
        QCOMPARE(leavingView(overconfidentTable(), 2, 1.0).leaving, 1.0);
        ExitTable unlabelled = overconfidentTable();
        std::ranges::fill(unlabelled.label, kUnknownLabel);
        QVERIFY(!leavingView(unlabelled, 1, 0.7).right);
    }

    void ofLayersAlikeTheFirstIsLearned() {
        RunSummary run;
        run.rounds = 12;
        run.pulls = {2, 5, 5};
        QCOMPARE(learnedLayer({&run, 1}).layer, 2);
    }

    void aMissIsNamedWithItsReason() {
        const auto verdicts = verdictsOn(played_, description_.claims[0]);
        QCOMPARE(verdicts.size(), 2U);
        QCOMPARE(verdicts[0].met, std::optional(false));
        for (const char* part : {"not met: SplitEE costs ", "published: -61.5 % and -1.25 points",
                                 "points more than 2"})
            QVERIFY2(verdicts[0].sentence.find(part) != std::string::npos,
                     verdicts[0].sentence.c_str());
        for (const char* part :
             {"90.0 % of the samples leave at exit 1", "right on 77.8 % of them",
              "final exit is right on 100.0 %", "surer than it is right", "95.0 %"})
            QVERIFY2(verdicts[0].reason.find(part) != std::string::npos,
                     verdicts[0].reason.c_str());
        QVERIFY(verdicts[0].sentence.find("points short") == std::string::npos);
        QVERIFY(!verdicts[1].met);
        QVERIFY(verdicts[1].sentence.find("not among the bundled tables") != std::string::npos);
        ReproductionClaim easy = description_.claims[0];
        easy.loss = 40;
        QCOMPARE(verdictsOn(played_, easy)[0].met, std::optional(true));
        QVERIFY(verdictsOn(played_, easy)[0].caveat.empty());  // exit 1 is 19 points worse
        easy.saving = 99;
        const auto dear = verdictsOn(played_, easy)[0];
        QCOMPARE(dear.met, std::optional(false));
        QVERIFY2(dear.reason.find("10.0 % of the samples are below the threshold of 0.7") == 0,
                 dear.reason.c_str());
    }

    // "At least" and "at most" hold where a figure is the very claim, "more" and "less" do not.
    void aClaimsWordsDecideAtItsEdge() {
        const auto& runs = played_.streams[1].policies[0].at(description_.experiment.offload).runs;
        const double saved = -estimateOf(runs, PlayedFigure::CostChange)->mean;
        const double lost = -estimateOf(runs, PlayedFigure::AccuracyChange)->mean;
        ReproductionClaim edge = description_.claims[0];
        for (const auto& [saving, loss] : {std::pair{saved, lost + 1}, std::pair{saved - 1, lost}})
            for (const bool orEqual : {false, true}) {
                edge.saving = saving;
                edge.loss = loss;
                edge.orEqual = orEqual;
                QCOMPARE(verdictsOn(played_, edge)[0].met, std::optional(orEqual));
            }
    }

    void aClaimMetByAFlatNetworkIsQualified() {
        ExitTable flat = overconfidentTable();
        for (std::size_t k = 0; k + 1 < flat.prediction.size(); k += 2)
            flat.prediction[k + 1] = flat.prediction[k];  // the final exit knows no better
        REQUIRE_OK(writeTableFile(path("flat.exits"), flat));
        Reproduction description = description_;
        description.streams = {description_.streams[1]};
        description.streams[0].table = path("flat.exits");
        const auto played = playReproduction(description, path("flat.splitee"), 1);
        REQUIRE_OK(played);
        const auto verdict = verdictsOn(*played, description.claims[0])[0];
        QVERIFY2(verdict.met.value_or(false), verdict.sentence.c_str());
        QCOMPARE(verdict.caveat,
                 std::string("The final exit itself is right on 80.0 % (published: 81.2 %), exit 1 "
                             "on 80.0 %: depth adds little here, so little can be lost."));
    }

    void bothPagesSayWhatTheCsvSays() {
        const Csv csv(content("test.csv"));
        const std::string &markdown = content("test.md"), &html = content("test.html");
        const auto both = [&](const std::string& text) {
            return markdown.find(text) != std::string::npos && html.find(text) != std::string::npos;
        };
        const auto cell = [&](const std::string& key, int decimals) {
            char text[64];
            const double half = csv.number(key, 8) - csv.number(key);
            if (half < 1e-9)  // the same for every seed
                std::snprintf(text, sizeof text, "%.*f", decimals, csv.number(key));
            else
                std::snprintf(text, sizeof text, "%.*f ± %.*f", decimals, csv.number(key), decimals,
                              half);
            return std::string(text);
        };
        for (const char* policy : {"SplitEE", "S released", "S observed", "Last"}) {
            const std::string place = std::string("ours,Made,") + policy + ",5,400,";
            QVERIFY2(both(cell(place + "accuracy", 2)), policy);
            QVERIFY2(both(cell(place + "cost", 3)), policy);
        }
        QVERIFY(both(cell("ours,Made,SplitEE,5,150,regret", 1)));
        QCOMPARE(csv.number("published,Sure,SplitEE,5,7,cost_change"), -61.5);
        QVERIFY(both("-1.25, -61.5 %"));
        QVERIFY(both("81.25"));
        QVERIFY(both("Entropies was not played"));  // the table has ten classes and no entropies
        QVERIFY(both("splitee reproduce test --stream"));
        QVERIFY(both("text:far.tsv"));
        QVERIFY(both("--model MODEL.mee"));
        for (const ReproductionFile& file : files_) {
            if (!file.name.ends_with(".svg")) continue;
            QVERIFY2(markdown.find("](" + file.name + ")") != std::string::npos, file.name.c_str());
            QVERIFY(html.find(file.content.substr(file.content.find("<title>"), 400)) !=
                    std::string::npos);
        }
        QVERIFY(html.find("<script") == std::string::npos);
        QVERIFY(html.find("src=") == std::string::npos);
    }

    void theSessionHoldsEveryRun() {
        auto session = Session::openReadOnly(path("test.splitee"));
        REQUIRE_OK(session);
        // Made and Sure: 3 policies at 2 o, the final exit at 1, 4 regrets, 3 seeds each; Sure also
        // the entropies, which follow from its confidences.
        QCOMPARE(*session->runs().count(), 2 * 3 * (3 * 2 + 1 + 4) + 3);
        QCOMPARE(played_.runs, *session->runs().count());
    }

    void aPolicyThatOffloadsAfterAllIsFound() {
        Reproduction wrong = description_;
        wrong.policies[0].offloads = false;
        const auto played = playReproduction(wrong, path("wrong.splitee"), 2);
        QVERIFY(!played.has_value());
        QVERIFY2(played.error().message.find("policy SplitEE is said never to offload") == 0,
                 played.error().message.c_str());
    }

    void aBrokenTableIsAnError() {
        Reproduction wrong = description_;
        wrong.streams[0].table = path("none.exits");
        const auto played = playReproduction(wrong, path("none.splitee"), 2);
        QVERIFY(!played.has_value());
        QVERIFY(played.error().message.find("none.exits") != std::string::npos);
        for (ReproductionStream& stream : wrong.streams) stream.table.clear();
        const auto nothing = playReproduction(wrong, path("none.splitee"), 2);
        QVERIFY(nothing.error().message.find("no stream that can be played") != std::string::npos);
        QVERIFY(!std::filesystem::exists(path("none.splitee")));
    }

    void figuresDependOnNoThreads() {
        const auto again = playReproduction(description_, path("again.splitee"), 1);
        REQUIRE_OK(again);
        QCOMPARE(
            reproductionFiles(*again, {"2026-01-01T00:00:00Z", "splitee", "splitee x", {}}).size(),
            files_.size());
        std::size_t k = 0;
        for (const ReproductionFile& file :
             reproductionFiles(*again, {"2026-01-01T00:00:00Z", "splitee", "splitee x", {}}))
            QCOMPARE(file.content, files_[k++].content);
    }
};

std::unique_ptr<QObject> makeFigureTests() { return std::make_unique<FigureTests>(); }

#include "test_figures.moc"
