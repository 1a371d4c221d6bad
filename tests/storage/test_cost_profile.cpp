// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles of times and bytes: what follows from them, every mistake in one sentence, and the
// layout of a testbed.
#include "subjects.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "engine/run/regret.h"
#include "storage/files/cost_profile.h"
#include "storage/files/experiment_file.h"
#include "storage/files/offline_profile.h"
#include "storage/files/sweep_file.h"
#include "storage/session/run_identity.h"

using namespace splitee;

namespace {

// Stages of 2, 4 and 6 ms: λ is 4 ms. 8 Mbit/s: a kilobyte takes a millisecond.
constexpr const char* kProfile = R"({"description": "made", "device_ms": [2, 4, 6], "exit_ms": 1,
    "cloud_factor": 2, "cut_bytes": [5000, 1000], "input_bytes": 3000,
    "megabits_per_second": 8, "round_trip_ms": 10})";

nlohmann::json profileJson() { return nlohmann::json::parse(kProfile); }

// Six places: input, stem, body.0, body.1, top, end.
constexpr const char* kOffline =
    R"({"bundle_id": "made", "cumulative_flops": [0, 10, 30, 60, 100, 101],
    "segment_flops": [0, 10, 20, 30, 40, 1], "activation_bytes": [600, 800, 400, 400, 100, 4],
    "serialized_bytes": [650, 850, 450, 450, 150, 54],
    "exits": [{"exit_id": "early", "attach_point": "stem", "test_accuracy": 40.5},
              {"exit_id": "middle", "attach_point": "body"}, {"exit_id": "final"}]})";
constexpr const char* kPlaces =
    "boundary_id,name,output_shape,num_elements\n0,input,\"(1, 3)\",3\n1,stem,\"(1, 64)\",64\n"
    "2,body.0,\"(1, 8)\",8\n3,body.1,\"(1, 8)\",8\n4,top,\"(1, 8)\",8\n5,end,\"(1, 10)\",10\n";

}  // namespace

class CostProfileTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void costsFollowFromTimesAndBytes() {
        const auto profile = parseCostProfile(kProfile, "p.json");
        REQUIRE_OK(profile);
        QCOMPARE(layersOf(*profile), 3);
        const auto costs = costsOf(*profile);
        REQUIRE_OK(costs);
        QCOMPARE(costs->layerComputing, (std::vector{0.5, 1.5, 3.0}));
        QCOMPARE(costs->layerOffloads.layers,
                 (std::vector{(5 + 10 + 5.0) / 4, (1 + 10 + 3.0) / 4, 0.0}));
        QCOMPARE(*costs->layerOffloads.input, (3 + 10 + 6.0) / 4);
        QCOMPARE(costs->lambda2, 0.25);
        QCOMPARE(costs->offload, (20 + 14.0) / 2 / 4);
    }

    void aProfileGoesToJsonAndBack() {
        auto changed = profileJson();
        changed.erase("cloud_factor");
        changed["cloud_ms"] = {0.5, 1, 2};
        auto energy = profileJson();
        energy.erase("input_bytes");
        energy["unit"] = "energy";
        energy["energy_per_ms"] = 2;
        energy["energy_per_byte"] = 0.01;
        for (const auto& json : {profileJson(), changed, energy}) {
            const auto profile = costProfileFrom(json);
            REQUIRE_OK(profile);
            const auto back = parseCostProfile(toJson(*profile), "back.json");
            REQUIRE_OK(back);
            const auto costs = costsOf(*profile), again = costsOf(*back);
            QVERIFY(costs && again);
            QVERIFY(*costs == *again);
        }
        QCOMPARE(costsOf(*costProfileFrom(energy))->layerOffloads.layers,
                 (std::vector{50.0 / 8, 10.0 / 8, 0.0}));
    }

    void everyMistakeIsOneSentence_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* patch, const char* says) {
            QTest::newRow(name) << patch << says;
        };
        row("unknown key", R"({"bandwith": 3})", "unknown key 'bandwith'");
        row("near key", R"({"cloud_factr": 3})", "did you mean cloud_factor?");
        row("no stages", R"({"device_ms": null})", "device_ms is missing");
        row("no bytes", R"({"cut_bytes": null})", "cut_bytes is missing");
        row("no bandwidth", R"({"megabits_per_second": null})",
            "megabits_per_second is missing, which the unit ms needs");
        row("no round trip", R"({"round_trip_ms": null})", "round_trip_ms is missing");
        row("no cloud", R"({"cloud_factor": null})", "the cloud's speed is missing");
        row("two clouds", R"({"cloud_ms": [1, 1, 1]})", "exclude each other");
        row("cloud of two", R"({"cloud_factor": null, "cloud_ms": [1, 1]})",
            "cloud_ms has 2 numbers, but device_ms 3");
        row("wrong count", R"({"cut_bytes": [5, 4, 3, 2]})",
            "cut_bytes has 4 numbers, but device_ms 3");
        row("too few", R"({"cut_bytes": [5]})", "cut_bytes has 1 numbers, but device_ms 3");
        row("no numbers", R"({"cut_bytes": []})", "cut_bytes must be a list of 1 to 64 numbers");
        row("a number alone", R"({"device_ms": 3})", "device_ms must be a list of 1 to 64 numbers");
        row("negative stage", R"({"device_ms": [2, -4, 6]})",
            "device_ms of layer 2 is -4, but must be a number between 0 and");
        row("a text", R"({"device_ms": [2, "4", 6]})", "device_ms of layer 2 is \"4\", but must");
        row("nothing computed", R"({"device_ms": [0, 0, 0]})", "device_ms adds up to 0");
        row("negative bytes", R"({"cut_bytes": [5000, -1]})", "cut_bytes of layer 2 is -1");
        row("null bytes", R"({"cut_bytes": [5000, null]})", "cut_bytes of layer 2 is null");
        row("nested", R"({"cut_bytes": [5000, [1]]})", "cut_bytes of layer 2 is array");
        row("huge bytes", R"({"cut_bytes": [1e300, 1]})", "cut_bytes of layer 1 is 1e+300");
        row("no link at all", R"({"megabits_per_second": 0})",
            "megabits_per_second is 0, but must");
        row("negative trip", R"({"round_trip_ms": -1})", "round_trip_ms is -1");
        row("negative factor", R"({"cloud_factor": -2})", "cloud_factor is -2");
        row("negative exit", R"({"exit_ms": -2})", "exit_ms is -2");
        row("dear", R"({"cut_bytes": [1e12, 1], "megabits_per_second": 0.001})",
            "an offload after layer 1 comes to");
        row("dear input", R"({"input_bytes": 1e12})", "sending the input comes to");
        row("unit", R"({"unit": "s"})", "unit is \"s\", but must be ms or energy");
        row("no energy", R"({"unit": "energy"})",
            "energy_per_ms is missing, which the unit energy needs");
        row("energy of nothing", R"({"unit": "energy", "energy_per_ms": 0, "energy_per_byte": 1})",
            "energy_per_ms is 0, but must be");
        row("the other layout", R"({"segment_flops": [1, 2]})", "this is an offline profile");
    }

    void everyMistakeIsOneSentence() {
        QFETCH(QString, patch);
        QFETCH(QString, says);
        auto json = profileJson();
        const auto changes = nlohmann::json::parse(patch.toStdString());
        for (const auto& [key, value] : changes.items()) {
            json.erase(key);
            if (!value.is_null()) json[key] = value;
        }
        REQUIRE_SAYS(parseCostProfile(json.dump(), "p.json"), says.toStdString());
        REQUIRE_SAYS(parseCostProfile(json.dump(), "p.json"), "costs p.json");
    }

    void whatIsNoProfileIsSaid() {
        REQUIRE_SAYS(parseCostProfile("[1]", "p.json"), "is not a JSON object");
        REQUIRE_SAYS(parseCostProfile("{", "p.json"), "is not valid JSON");
        REQUIRE_SAYS(parseCostProfile(R"({"device_ms": [1e999]})", "p.json"), "is not valid JSON");
        REQUIRE_SAYS(parseCostProfile(R"({"exit_ms": NaN})", "p.json"), "is not valid JSON");
        REQUIRE_SAYS(parseCostProfile(R"({"exit_ms": 1, "exit_ms": 2})", "p.json"), "twice");
        REQUIRE_SAYS(readCostProfile(folder_ / "none.json"), "there is no such file");
        writeAll(folder_ / "big.json", std::string((1U << 20) + 1, ' '));
        REQUIRE_SAYS(readCostProfile(folder_ / "big.json"), "larger than 1 MiB");
    }

    void filesOfExperimentsAndSweepsTakeAProfile() {
        writeAll(folder_ / "p.json", kProfile);
        const std::string named = nlohmann::json((folder_ / "p.json").string()).dump();
        const std::string each = "input=4.75,5,3.5,0";
        for (const std::string& costs : {named, std::string(kProfile)}) {
            const auto file = parseExperiment(
                R"({"experiment": {"mu": 0.03, "lambda2": 9}, "costs": )" + costs + "}", "x.json");
            REQUIRE_OK(file);
            QCOMPARE(file->experiment.offloadPerLayer, each);
            QCOMPARE(file->experiment.computePerLayer, std::string("0.5,1.5,3"));
            QCOMPARE(file->experiment.mu, 0.03);
            QCOMPARE(file->experiment.lambda2, 0.25);
            const auto again = parseExperiment(toJson(*file), "again.json");
            REQUIRE_OK(again);
            QVERIFY(again->experiment == file->experiment);
            const auto sweep = parseSweep(
                R"({"tables": ["t.exits"], "axes": {"offload_factor": [1, 2]}, "costs": )" + costs +
                    "}",
                "s.json");
            REQUIRE_OK(sweep);
            QCOMPARE(sweep->experiment.offloadPerLayer, each);
        }
        REQUIRE_SAYS(parseExperiment(R"({"costs": 3})", "x.json"), "costs must be the name of a");
        REQUIRE_SAYS(parseExperiment(R"({"costs": "no.json"})", "x.json"),
                     "experiment x.json: cannot read costs no.json");
        REQUIRE_SAYS(parseExperiment(R"({"costs": {"device_ms": [1]}})", "x.json"),
                     "experiment x.json: costs: cut_bytes is missing");
        REQUIRE_SAYS(parseExperiment(R"({"experiment": {"offload_per_layer": "1,2"}, "costs": {}})",
                                     "x.json"),
                     "exclude each other");
        REQUIRE_SAYS(parseSweep(R"({"tables": ["t"], "costs": []})", "s.json"),
                     "sweep s.json: costs must be");
    }

    void aTestbedsLayoutIsRead() {
        writeAll(folder_ / "offline_profile.json", kOffline);
        REQUIRE_SAYS(readOfflineProfile(folder_ / "offline_profile.json"),
                     "layer_stats.csv, which is not beside it");
        writeAll(folder_ / "layer_stats.csv", kPlaces);
        QVERIFY(isOfflineProfile(folder_ / "offline_profile.json"));
        const auto offline = readOfflineProfile(folder_ / "offline_profile.json");
        REQUIRE_OK(offline);
        QCOMPARE(offline->exits, (std::vector<std::string>{"early", "middle", "final"}));
        QCOMPARE(offline->stageFlops, (std::vector{10.0, 50.0, 41.0}));
        QCOMPARE(offline->cutBytes, (std::vector{650.0, 850.0, 450.0, 54.0}));
        QCOMPARE(offline->accuracy[0], 40.5);
        QVERIFY(std::isnan(offline->accuracy[1]));
        const PhysicalProfile profile = onDevice(*offline, 1e-5, PhysicalProfile());
        QCOMPARE(profile.stageMilliseconds, (std::vector{1.0, 5.0, 4.1}));
        QVERIFY(costsOf(profile).has_value());
    }

    void mistakesInATestbedsLayoutAreOneSentence_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("places");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* patch, const char* says,
                            const char* places = kPlaces) {
            QTest::newRow(name) << patch << places << says;
        };
        row("no flops", R"({"cumulative_flops": null})", "cumulative_flops must be a list");
        row("falling", R"({"cumulative_flops": [0, 10, 5, 60, 100, 101]})",
            "cumulative_flops falls");
        row("nothing", R"({"cumulative_flops": [0, 0, 0, 0, 0, 0]})", "nothing is computed");
        row("fewer bytes", R"({"serialized_bytes": [1, 2]})", "6 places, but serialized_bytes 2");
        row("negative", R"({"serialized_bytes": [650, -1, 450, 450, 150, 54]})",
            "serialized_bytes holds at place 1 what is no number");
        row("no exits", R"({"exits": []})", "exits must be a list");
        row("no name", R"({"exits": [{}]})", "exit 1 has no exit_id");
        row("no module", R"({"exits": [{"exit_id": "a"}, {"exit_id": "b"}]})",
            "exit 1 (a) has no attach_point");
        row("unknown module",
            R"({"exits": [{"exit_id": "a", "attach_point": "nowhere"}, {"exit_id": "b"}]})",
            "attached to nowhere, which layer_stats.csv does not know");
        row("turned round",
            R"({"exits": [{"exit_id": "a", "attach_point": "top"}, {"exit_id": "b", "attach_point": "stem"}]})",
            "exit b does not lie behind");
        row("another table", "{}", "it does not begin with boundary_id", "a,b\n1,2\n");
        row("a gap", "{}", "line 3 is not 1,NAME", "boundary_id,name,x\n0,input,3\n2,stem,4\n");
    }

    void mistakesInATestbedsLayoutAreOneSentence() {
        QFETCH(QString, patch);
        QFETCH(QString, places);
        QFETCH(QString, says);
        auto json = nlohmann::json::parse(kOffline);
        const auto changes = nlohmann::json::parse(patch.toStdString());
        for (const auto& [key, value] : changes.items()) {
            json.erase(key);
            if (!value.is_null()) json[key] = value;
        }
        writeAll(folder_ / "offline_profile.json", json.dump());
        writeAll(folder_ / "layer_stats.csv", places.toStdString());
        REQUIRE_SAYS(readOfflineProfile(folder_ / "offline_profile.json"), says.toStdString());
    }

    void theTestbedsOwnFilesAreRead() {
        const QString data = qEnvironmentVariable("SPLITEE_DATA");
        const auto folder = std::filesystem::path(data.toStdString()) / "costs/dsci-testbed";
        if (data.isEmpty() || !std::filesystem::exists(folder))
            QSKIP("skipped: SPLITEE_DATA has no costs/dsci-testbed");
        const auto residual = readOfflineProfile(folder / "resnet50-cifar10/offline_profile.json");
        REQUIRE_OK(residual);
        QCOMPARE(residual->cutBytes,
                 (std::vector{602625.0, 3211778.0, 1606146.0, 803329.0, 529.0}));
        QCOMPARE(residual->stageFlops[0], 796393472.0);
        QCOMPARE(residual->accuracy, (std::vector{45.16, 57.47, 88.29, 95.86}));
        const auto transformer =
            readOfflineProfile(folder / "vit-base-cifar10/offline_profile.json");
        REQUIRE_OK(transformer);
        QCOMPARE(transformer->cutBytes,
                 (std::vector{602625.0, 605692.0, 605692.0, 605692.0, 529.0}));
        QCOMPARE(transformer->stageFlops[1], 8490746880.0 - 4303176192.0);
    }

    // What runs were before there were costs of layers, and one spelling of those.
    void identitiesStayAndHaveOneSpelling() {
        const RunSpec run{"splitee", 7};
        RunProvenance provenance;
        provenance.dataHash = "abc";
        const auto of = [&](const Experiment& e) {
            return QString::fromStdString(toText(identityOf(e, run, provenance)));
        };
        Experiment e;
        QCOMPARE(of(e), QStringLiteral("ecee4c8103a8f3d1dcd74cca38d98595"));
        e.offload = 8;
        e.schedule = "offload=2@300";
        QCOMPARE(of(e), QStringLiteral("59f7e522d2355c5573eaa07002e7a5ce"));
        Experiment layers;
        layers.offloadPerLayer = "5,4,3";
        const QString plain = of(layers);
        layers.offload = 8;  // not read
        layers.offloadPerLayer = " 5, 4.0,3";
        QCOMPARE(of(layers), plain);
        layers.offloadPerLayer = "input=9,5,4,3";
        QVERIFY(of(layers) != plain);
        layers.offloadPerLayer = "5,4,3";
        layers.offloadFactor = 2;
        QVERIFY(of(layers) != plain);
    }
};

std::unique_ptr<QObject> makeCostProfileTests() { return std::make_unique<CostProfileTests>(); }

#include "test_cost_profile.moc"
