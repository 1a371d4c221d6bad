// SPDX-License-Identifier: GPL-3.0-or-later
// The exit tables that others published, read as they come; figures as data/README.md counts them.
#include "subjects.h"

#include "storage/tables/published_tables.h"

#include <numeric>

using namespace splitee;

class PublishedTableTests final : public QObject {
    Q_OBJECT

    static std::filesystem::path traces() {
        return std::filesystem::path(qEnvironmentVariable("SPLITEE_DATA").toStdString()) / "traces";
    }

    // Mean confidence of exit i (from 0).
    static double meanConfidence(const ExitTable& table, std::int64_t exit) {
        double sum = 0;
        for (std::int64_t row = 0; row < table.samples(); ++row)
            sum += table.confidencesOf(row)[static_cast<std::size_t>(exit)];
        return sum / static_cast<double>(table.samples());
    }

private slots:
    void init() {
        if (qEnvironmentVariable("SPLITEE_DATA").isEmpty())
            QSKIP("skipped: SPLITEE_DATA is not set");
    }

    void cifarTablesHaveTheirFigures_data() {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::vector<double>>("accuracy");
        QTest::addColumn<std::vector<double>>("confidence");
        QTest::newRow("edOffTS") << std::string("cifar10-mobilenet-2exit/ee_data_branches.csv")
                                 << std::vector<double>{0.7915, 0.8291}
                                 << std::vector<double>{0.763, 0.858};
        QTest::newRow("adaptive_early_exit")
            << std::string("cifar10-alexnet-2exit/results_ee_alexnet_for_ucb_3.csv")
            << std::vector<double>{0.7281, 0.9064} << std::vector<double>{0.748, 0.949};
    }

    void cifarTablesHaveTheirFigures() {
        QFETCH(std::string, file);
        QFETCH(std::vector<double>, accuracy);
        QFETCH(std::vector<double>, confidence);
        const auto table = importTable(traces() / file);
        REQUIRE_OK(table);
        QCOMPARE(table->samples(), 10000);
        QCOMPARE(table->exits, 2);
        QCOMPARE(accuracyPerExit(*table), accuracy);
        for (std::int64_t exit = 0; exit < 2; ++exit)
            QVERIFY(std::abs(meanConfidence(*table, exit) -
                             confidence[static_cast<std::size_t>(exit)]) < 0.0005);
        QCOMPARE(table->sample.front(), 0);
        QCOMPARE(table->sample.back(), 9999);  // line i is record i of the test batch
    }

    void longLayoutHasTwelveExits() {
        const auto table = importTable(traces() / "sst2-bert-12exit/df_samples_0000-0581.csv");
        REQUIRE_OK(table);
        QCOMPARE(table->samples(), 582);
        QCOMPARE(table->exits, 12);
        const auto accuracy = accuracyPerExit(*table);
        QVERIFY(std::abs(*std::ranges::min_element(accuracy) - 0.529) < 0.0006);
        QVERIFY(std::abs(*std::ranges::max_element(accuracy) - 0.905) < 0.0006);
        QCOMPARE(table->confidence[0], 0.5014215707778931);
    }

    void tablesWithoutConfidencesAreRefused() {
        for (const char* file : {"imdb-elasticbert/Exit_Predictions_TrainDevTest_IMDb_4exits.csv",
                                 "imdb-elasticbert/Exit_Predictions_TrainDevTest_IMDB_8exits.csv"})
            REQUIRE_SAYS(importTable(traces() / file), "holds predictions but no confidences");
    }

    void publishedTablesSurviveOurFormats() {
        const Folder folder;
        const auto table = importTable(traces() / "sst2-bert-12exit/df_samples_0000-0581.csv");
        REQUIRE_OK(table);
        REQUIRE_OK(writeTableFile(folder / "t.exits", *table));
        const auto back = importTable(folder / "t.exits");
        REQUIRE_OK(back);
        QVERIFY(sameValues(*back, *table));
    }
};

std::unique_ptr<QObject> makePublishedTableTests() {
    return std::make_unique<PublishedTableTests>();
}

#include "test_published_tables.moc"
