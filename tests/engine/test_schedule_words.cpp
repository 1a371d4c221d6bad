// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <limits>

#include "engine/run/experiment.h"
#include "engine/run/schedule.h"
#include "engine/run/schedule_words.h"
#include "test_schedule_words.h"

using namespace splitee;

namespace {

Experiment by(const std::string& schedule) {
    Experiment experiment;
    experiment.schedule = schedule;
    return experiment;
}

std::vector<std::string> words(const std::string& entry, std::int64_t rounds) {
    return writtenOut(entry, rounds).value();
}

}  // namespace

void TestScheduleWords::aDayIsFiveSegments() {
    QCOMPARE(words("day", 1000), (std::vector<std::string>{"dawn:3@1", "clean@201", "rain:3@401",
                                                           "dusk:3@601", "night:3@801"}));
    QCOMPARE(words("day=4.5@101..112", 1000),
             (std::vector<std::string>{"dawn:4.5@101", "clean@103", "rain:4.5@105", "dusk:4.5@108",
                                       "night:4.5@110"}));
    const auto schedule = Schedule::of(by("offload=8@50, day"), 1000);
    QVERIFY2(schedule.has_value(), schedule ? "" : schedule.error().message.c_str());
    QCOMPARE(schedule->sources(),
             (std::vector<std::string>{"", "dawn:3", "clean", "rain:3", "dusk:3", "night:3"}));
    QCOMPARE(schedule->at(1).source, std::size_t{1});
    QCOMPARE(schedule->at(200).source, std::size_t{1});
    QCOMPARE(schedule->at(201).source, std::size_t{2});
    QCOMPARE(schedule->at(1000).source, std::size_t{5});
    QCOMPARE(schedule->switches(), (std::vector<std::int64_t>{50, 201, 401, 601, 801}));
}

void TestScheduleWords::severityRisesInSixteenSteps() {
    const auto entries = words("fog@1..5@2000..4000", 5000);
    QCOMPARE(entries.size(), std::size_t{17});
    QCOMPARE(entries.front(), std::string("fog@1@2000"));
    QCOMPARE(entries[1], std::string("fog@1.25@2125"));
    QCOMPARE(entries[8], std::string("fog@3@3000"));
    QCOMPARE(entries.back(), std::string("fog@5@4000"));
    QCOMPARE(words("gaussian_blur:1.5..0.5@10..26", 100)[2], std::string("gaussian_blur:1.375@12"));
    QCOMPARE(words("cifar10c:gaussian_noise@1..5@1..4", 100),
             (std::vector<std::string>{
                 "cifar10c:gaussian_noise@1@1", "cifar10c:gaussian_noise@2.25@2",
                 "cifar10c:gaussian_noise@3.75@3", "cifar10c:gaussian_noise@5@4"}));
    const auto schedule = Schedule::of(by("fog@1..5@20..36, clean@60"), 100);
    QVERIFY2(schedule.has_value(), schedule ? "" : schedule.error().message.c_str());
    QCOMPARE(schedule->sources()[schedule->at(28).source], std::string("fog@3"));
    QCOMPARE(schedule->at(28).share, 0.0);
    QCOMPARE(schedule->at(19).source, std::size_t{0});
}

// What was a schedule before the words came means what it meant.
void TestScheduleWords::otherEntriesStayWhatTheyAre_data() {
    QTest::addColumn<bool>("stays");
    for (const char* entry :
         {"clean@0", "gaussian_blur:0.8@2000..4000", "offload=8@2000..4000", "day@20", "day@20..40",
          "table.csv?x=1..2@5", "a..b@3..9", "fog@1..5", "x:1..y@2..4", "days", "@1..5@2..4"})
        QTest::newRow(entry) << true;
}

void TestScheduleWords::otherEntriesStayWhatTheyAre() {
    const std::string entry = QTest::currentDataTag();
    QCOMPARE(words(entry, 5000), std::vector<std::string>{entry});
}

void TestScheduleWords::badWordsGiveOneSentence_data() {
    QTest::addColumn<QString>("says");
    QTest::newRow("day=3@7") << "day=3@FIRST..LAST";
    QTest::newRow("day=3@7..2") << "day=3@FIRST..LAST";
    QTest::newRow("day=0") << "from 1 to 5";
    QTest::newRow("day=6@1..100") << "from 1 to 5";
    QTest::newRow("day=nan") << "from 1 to 5";
    QTest::newRow("day=@1..100") << "from 1 to 5";
    QTest::newRow("day=3@10..13") << "five at least";
    QTest::newRow("day, day") << "twice at round 1";
    QTest::newRow("fog@1..5@20..400") << "reaches beyond the end";
    QTest::newRow("fog@1..5@20..40, rain@3@30") << "twice at round 30";
    QTest::newRow("fog@1..5@20..40, rain@3@24") << "";
}

void TestScheduleWords::badWordsGiveOneSentence() {
    QFETCH(QString, says);
    const auto schedule = Schedule::of(by(QTest::currentDataTag()), 100);
    QCOMPARE(schedule.has_value(), says.isEmpty());
    if (!schedule)
        QVERIFY2(QString::fromStdString(schedule.error().message).contains(says),
                 schedule.error().message.c_str());
}

// The sources are numbered before it is known how long a run is.
void TestScheduleWords::sourcesDoNotDependOnTheRounds() {
    for (const char* text : {"day", "day=2@1..40, fog@5..1@50..90", "fog@1..5@2..5"}) {
        const auto names = scheduledSources(by(text));
        QVERIFY(names.has_value());
        for (const std::int64_t rounds : {100L, 101L, 10'000L}) {
            const auto schedule = Schedule::of(by(text), rounds);
            QVERIFY(schedule.has_value());
            QCOMPARE(std::vector<std::string>(schedule->sources().begin() + 1,
                                              schedule->sources().end()),
                     *names);
        }
    }
    QCOMPARE(Schedule::of(by("day"), std::numeric_limits<std::int64_t>::max())->switches().size(),
             std::size_t{4});
    QVERIFY(!Schedule::of(by("day"), 4).has_value());
}
