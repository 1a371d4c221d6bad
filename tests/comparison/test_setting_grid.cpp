// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "comparison/setting_grid.h"
#include "subjects.h"
#include "tests/comma_locale.h"

using namespace splitee;

class TestSettingGrid : public QObject {
    Q_OBJECT
private slots:
    // Source by severity, with what is clean in the column of 0 of each of its distortions.
    void groupsOverTwoSettingsAreCellsOfAMap() {
        const auto runOf = [](const char* source, double alpha) {
            StoredRun run = someRun("splitee", 1, 5, 4, 0.9);
            run.provenance.source = source;
            run.provenance.dataHash = source;
            run.experiment.alpha = alpha;
            return run;
        };
        std::vector<StoredRun> runs;
        for (const double alpha : {0.6, 0.8})
            for (const char* source :
                 {"builtin:c-clean", "builtin:c-fog-1", "builtin:c-fog-3", "builtin:c-frost-3"})
                runs.push_back(runOf(source, alpha));
        for (std::size_t k = 0; k < runs.size(); ++k) runs[k].id = static_cast<std::int64_t>(k + 1);
        const ComparedRuns compared = groupsOf(runs);
        QCOMPARE(compared.groups.size(), std::size_t{8});
        QCOMPARE(gridSettings(compared), (std::vector<std::string>{"alpha", "severity", "source"}));
        QCOMPARE(gridPolicies(compared), std::vector<std::string>{"splitee"});
        const SettingGrid grid = settingGrid(compared, "splitee", "severity", "source");
        QCOMPARE(grid.xs, (std::vector<std::string>{"0", "1", "3"}));
        QCOMPARE(grid.ys, (std::vector<std::string>{"builtin:c-fog", "builtin:c-frost"}));
        const auto sourceIn = [&](std::size_t cell) {
            return grid.groups[cell] ? compared.groups[*grid.groups[cell]].first.provenance.source
                                     : std::string();
        };
        for (const auto& [cell, source] :
             std::map<std::size_t, std::string>{{0, "builtin:c-clean"},
                                                {1, "builtin:c-fog-1"},
                                                {2, "builtin:c-fog-3"},
                                                {3, "builtin:c-clean"},
                                                {4, ""},
                                                {5, "builtin:c-frost-3"}})
            QCOMPARE(sourceIn(cell), source);
        QCOMPARE(grid.left, std::size_t{4});  // alpha differs, too
        const SettingGrid alphas = settingGrid(compared, "splitee", "alpha", "source");
        QCOMPARE(alphas.ys.size(), std::size_t{4});  // sources as they are
        QCOMPARE(alphas.left, std::size_t{0});
        QVERIFY(settingGrid(compared, "fixed", "alpha", "source").groups.empty());
        // Another family whose name begins with this one's has its own column of what is clean.
        std::vector<StoredRun> wide{runOf("builtin:c-clean", 0.6), runOf("builtin:c-fog-3", 0.6),
                                    runOf("builtin:c-wide-clean", 0.6),
                                    runOf("builtin:c-wide-fog-3", 0.6)};
        for (std::size_t k = 0; k < wide.size(); ++k) wide[k].id = static_cast<std::int64_t>(k + 1);
        const ComparedRuns families = groupsOf(wide);
        const SettingGrid both = settingGrid(families, "splitee", "severity", "source");
        QCOMPARE(both.ys, (std::vector<std::string>{"builtin:c-fog", "builtin:c-wide-fog"}));
        QCOMPARE(both.left, std::size_t{0});
        QCOMPARE(families.groups[both.groups[2].value()].first.provenance.source,
                 std::string("builtin:c-wide-clean"));
        // Numbers rise in any locale, also where a comma parts their decimals.
        const test::CommaLocale comma;
        QCOMPARE(settingGrid(compared, "splitee", "alpha", "source").xs,
                 (std::vector<std::string>{"0.6", "0.8"}));
        ComparedGroup group;
        group.runs.resize(2);
        group.runs[0].summary.pulls = {5, 4};
        group.runs[1].summary.pulls = {0, 4, 1};
        QCOMPARE(gridFigure(group, GridFigure::Layer), std::optional(2.0));
    }
};

std::unique_ptr<QObject> makeSettingGridTests() { return std::make_unique<TestSettingGrid>(); }

#include "test_setting_grid.moc"
