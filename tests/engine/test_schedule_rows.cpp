// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_schedule_rows.h"

#include <QTest>

#include <algorithm>

#include "engine/run/schedule.h"
#include "engine/run/schedule_rows.h"

using namespace splitee;
using Kind = ScheduleRow::Kind;

void TestScheduleRows::entriesComeApartAndTogether_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("parts");  // what|from|to|first|last
    const auto add = [](const char* entry, Kind kind, const char* parts) {
        QTest::newRow(entry) << QString::fromLatin1(entry) << static_cast<int>(kind)
                             << QString::fromLatin1(parts);
    };
    add("offload=8@2000", Kind::Setting, "offload||8|2000|");
    add("alpha=0.9@2000..4000", Kind::Setting, "alpha||0.9|2000|4000");
    add("clean@0", Kind::Source, "clean|||0|");
    add("gaussian_blur:0.8@2000..4000", Kind::Source, "gaussian_blur||0.8|2000|4000");
    add("fog@3@2000", Kind::Source, "fog||3|2000|");
    add("fog@1..5@2000..4000", Kind::Source, "fog|1|5|2000|4000");
    add("cifar10c:gaussian_blur:3@7", Kind::Source, "cifar10c:gaussian_blur||3|7|");
    add("builtin:cifar10-clean@5", Kind::Source, "builtin:cifar10-clean|||5|");
    add("t.csv?column=value@5", Kind::Source, "t.csv?column=value|||5|");
    add("day", Kind::Day, "day||||");
    add("day=4", Kind::Day, "day||4||");
    add("day=4@1001..6000", Kind::Day, "day||4|1001|6000");
    add("offload=@", Kind::Setting, "offload||||");
    add("nonsense", Kind::Other, "nonsense||||");
}

void TestScheduleRows::entriesComeApartAndTogether() {
    QFETCH(QString, entry);
    QFETCH(int, kind);
    QFETCH(QString, parts);
    const ScheduleRow row = rowOf(entry.toStdString());
    QCOMPARE(static_cast<int>(row.kind), kind);
    QCOMPARE(QString::fromStdString(row.what + "|" + row.from + "|" + row.to + "|" + row.first +
                                    "|" + row.last),
             parts);
    QCOMPARE(QString::fromStdString(entryOf(row)), entry);
}

void TestScheduleRows::aTextIsKeptToTheLetter() {
    for (const char* text : {"", "clean@0, gaussian_blur:0.8@2000,offload = 8 @5000",
                             " day ,offload=3@4 ", "offload=8@1,,alpha=0.5@2", "offload=8@1,"})
        QCOMPARE(ScheduleEntries(text).text(), std::string(text));
    QCOMPARE(ScheduleEntries("  ").size(), std::size_t{0});
}

void TestScheduleRows::onlyTheChangedEntryIsWrittenAnew() {
    ScheduleEntries entries("clean@0,  offload = 8 @50, alpha=0.9 @60");
    ScheduleRow row = entries.row(1);
    row.to = "9";
    entries.replace(1, row);
    QCOMPARE(entries.text(), std::string("clean@0,  offload=9@50, alpha=0.9 @60"));
    entries.remove(0);
    QCOMPARE(entries.text(), std::string("offload=9@50, alpha=0.9 @60"));
    entries.append(rowOf("mu=0.2@70"));
    QCOMPARE(entries.text(), std::string("offload=9@50, alpha=0.9 @60, mu=0.2@70"));
    ScheduleEntries none;
    none.append(rowOf("mu=0.2@70"));
    QCOMPARE(none.text(), std::string("mu=0.2@70"));
}

// What each entry gets is what Schedule says of it alone.
void TestScheduleRows::faultsStandAtTheirRows() {
    Experiment experiment;
    const auto faults =
        ScheduleEntries("offload=8@20, alpha=2@30, mu=0.1@200, fog:1..3@4, , ofload=1@3")
            .faults(experiment, 100);
    QCOMPARE(faults.size(), std::size_t{6});
    QVERIFY(faults[0].empty());
    const auto saidOf = [&](const char* entry) {
        experiment.schedule = entry;
        return Schedule::of(experiment, 100).error().message;
    };
    QCOMPARE(faults[1], saidOf("alpha=2@30"));
    QCOMPARE(faults[2], saidOf("mu=0.1@200"));
    QVERIFY2(faults[3].find("FIRST..LAST") != std::string::npos, faults[3].c_str());
    QCOMPARE(faults[4], saidOf(","));
    QVERIFY2(faults[5].find("did you mean offload?") != std::string::npos, faults[5].c_str());
}

void TestScheduleRows::theFirstEntryThatBreaksTheOthersIsFound() {
    const Experiment experiment;
    std::string text = "offload=8@20..40";
    for (int k = 0; k < 300; ++k) text += ", alpha=0.5@" + std::to_string(100 + k);
    text += ", offload=9@30, offload=1@31";
    const auto faults = ScheduleEntries(text).faults(experiment, 1000);
    QCOMPARE(std::ranges::count_if(faults, [](const std::string& f) { return !f.empty(); }), 1);
    QVERIFY2(faults[301].find("twice") != std::string::npos, faults[301].c_str());
    QVERIFY(ScheduleEntries("offload=8@20..40, offload=9@40").faults(experiment, 1000)[1].empty());
}
