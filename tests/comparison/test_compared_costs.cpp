// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "comparison/compared_runs.h"
#include "played_session.h"
#include "subjects.h"

using namespace splitee;
using test::PlayedSession;

/// Runs whose layers have costs of their own.
class TestComparedCosts : public QObject {
    Q_OBJECT
    Folder folder_;

private slots:
    // The one number means nothing where every layer has an o of its own; those tell groups apart.
    void costsOfLayersTellGroupsApartAndTheOneNumberDoesNot() {
        PlayedSession session(folder_ / "layers.splitee");
        std::vector<std::int64_t> ids;
        for (const auto& [offload, each] : {std::pair(5.0, "4,0"), {8.0, "4,0"}, {5.0, "2,0"}}) {
            Experiment experiment;
            experiment.order = "file";
            experiment.alpha = 0.8;
            experiment.offload = offload;
            experiment.offloadPerLayer = each;
            ids.push_back(session.play(experiment, "fixed", ids.size() + 1));
        }
        const auto compared = compareRuns(folder_ / "layers.splitee", ids);
        REQUIRE_OK(compared);
        QCOMPARE(compared->groups.size(), std::size_t{2});
        QCOMPARE(compared->groups[0].runs.size(), std::size_t{2});
        QCOMPARE(compared->groups[0].label, std::string("Fixed split, offload_per_layer 4,0"));
        QCOMPARE(compared->groups[0].runs[0].summary.costMean, 1 + 4 / 2.0);
        QCOMPARE(compared->groups[1].runs[0].summary.costMean, 1 + 2 / 2.0);
        const auto differs = [&](const std::string& key) {
            return std::ranges::find(compared->settings, key, &ComparedSetting::key)->differs();
        };
        QVERIFY(differs("offload_per_layer"));
        QVERIFY(!differs("offload"));
    }
};

std::unique_ptr<QObject> makeComparedCostsTests() { return std::make_unique<TestComparedCosts>(); }

#include "test_compared_costs.moc"
