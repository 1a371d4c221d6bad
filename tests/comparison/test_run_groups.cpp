// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>

#include "comparison/run_groups.h"
#include "engine/fields.h"
#include "subjects.h"

using namespace splitee;

namespace {

std::size_t keyOf(std::string_view name) { return *findRunKey(name); }

std::vector<std::size_t> allOf(const std::vector<RunRow>& rows) {
    std::vector<std::size_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

}  // namespace

class TestRunGroups : public QObject {
    Q_OBJECT
private slots:
    void runsThatAgreeInTheKeysAreOneGroup() {
        std::vector<RunRow> rows;
        for (const double offload : {5.0, 8.0})
            for (const char* policy : {"splitee", "final"})
                for (std::uint64_t seed = 3; seed >= 1; --seed)
                    rows.push_back(rowOf(
                        someRun(policy, seed, offload, offload + static_cast<double>(seed), 0.9)));
        const auto groups =
            groupRuns(rows, allOf(rows), std::vector{keyOf("policy"), keyOf("offload")});
        QCOMPARE(groups.size(), std::size_t{4});
        QCOMPARE(groups[0].seeds, std::size_t{3});
        QCOMPARE(rows[groups[0].rows[0]].run.spec.seed, std::uint64_t{1});  // by seed
        QCOMPARE(textOf(*commonValue(rows, groups[1], keyOf("policy"))), std::string("final"));
        QVERIFY(!commonValue(rows, groups[1], keyOf("seed")));
        const auto cost = groupEstimate(rows, groups[2], keyOf("cost_mean"));
        QVERIFY(cost);
        QCOMPARE(cost->mean, 10.0);
        QVERIFY(std::abs(*cost->halfWidth - 4.302652729911275 / std::sqrt(3.0)) <
                1e-9);  // t(0.975, 2) sd / sqrt(n), sd = 1
        QCOMPARE(groupRuns(rows, allOf(rows), {}).size(), std::size_t{1});
        QCOMPARE(groupRuns(rows, std::vector<std::size_t>{}, {}).size(), std::size_t{0});
    }

    void aRunPlayedTwiceMakesNoIntervalNarrower() {
        std::vector<RunRow> once, twice;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const RunRow row = rowOf(someRun("splitee", seed, 5, static_cast<double>(seed), 0.9));
            once.push_back(row);
            twice.insert(twice.end(), {row, row});
        }
        const auto a = groupRuns(once, allOf(once), {}), b = groupRuns(twice, allOf(twice), {});
        QCOMPARE(b[0].seeds, std::size_t{3});
        QCOMPARE(*groupEstimate(twice, b[0], keyOf("cost_mean"))->halfWidth,
                 *groupEstimate(once, a[0], keyOf("cost_mean"))->halfWidth);
    }

    void whatAGroupPoolsBesidesSeedsIsNamed() {
        std::vector<RunRow> rows;
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            rows.push_back(rowOf(someRun("splitee", seed, 5, 7, 0.9)));
            rows.back().run.experiment.seed = seed;
            rows.back().run.experiment.policies =
                seed == 1 ? "splitee" : "splitee,final";  // what played beside it
            Experiment::visitFields(
                rows.back().run.experiment, [&](auto& value, const FieldInfo& info) {
                    if constexpr (std::is_same_v<decltype(value), double&>)
                        if (info.key == "exp3_gamma")
                            value = 0.1 * static_cast<double>(seed);  // of another policy
                });
        }
        const auto differing = [&] {
            std::vector<std::string> keys;
            for (const std::size_t key : differingKeys(rows, groupRuns(rows, allOf(rows), {})[0]))
                keys.emplace_back(runKeys()[key].key);
            std::ranges::sort(keys);
            return keys;
        };
        QCOMPARE(differing(), std::vector<std::string>());
        rows[1].run.provenance.source = "a copy of the table.exits";  // the same content
        QCOMPARE(differing(), std::vector<std::string>());
        rows[1].run.provenance.dataHash = "beef";
        rows[1].run.experiment.offload = 8;
        QCOMPARE(differing(), (std::vector<std::string>{"offload", "source"}));
        rows[1].run.provenance.source = rows[0].run.provenance.source;
        rows[1].run.spec.policy = "final";
        QCOMPARE(differing(), (std::vector<std::string>{"data_hash", "offload", "policy"}));
    }

    void whatIsNotKnownIsLeftOut() {
        std::vector<RunRow> rows{rowOf(someRun("splitee", 1, 5, 3, 0.9)),
                                 rowOf(someRun("splitee", 2, 5, 5, 0.9))};
        StoredRun none = someRun("splitee", 3, 5, 0, 0);
        none.summary.clear();
        rows.push_back(rowOf(none));
        const auto groups = groupRuns(rows, allOf(rows), {});
        QCOMPARE(groupEstimate(rows, groups[0], keyOf("cost_mean"))->mean, 4.0);
        QVERIFY(!groupEstimate(rows, groups[0], keyOf("regret")));
        QVERIFY(!groupEstimate(std::span(rows).subspan(2), RunGroup{{0}, 1}, keyOf("cost_mean")));
    }
};

std::unique_ptr<QObject> makeRunGroupTests() { return std::make_unique<TestRunGroups>(); }

#include "test_run_groups.moc"
