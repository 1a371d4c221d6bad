// SPDX-License-Identifier: GPL-3.0-or-later
// The band of a schedule's sources under the rounds of charts: where it stands, what it shows.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "drawn_texts.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/chart_exporter.h"
#include "gui/charts/round_bands.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/live/time_line.h"
#include "gui_tests.h"
#include "sample_window.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kBandPatience = 60'000;  // milliseconds, on a busy machine

}  // namespace

class TestRoundBands : public QObject {
    Q_OBJECT
    const std::vector<TimeLineBand> sources_{{1, 2999, QStringLiteral("clean"), 0, 0},
                                             {3000, 5999, QStringLiteral("fog 3"), 0, 1},
                                             {6000, 10'000, QStringLiteral("night 4"), 2, 2}};
    static std::vector<QImage> pictures() {
        std::vector<QImage> made;
        for (const Qt::GlobalColor color : {Qt::red, Qt::green, Qt::blue}) {
            made.emplace_back(48, 48, QImage::Format_RGB888);
            made.back().fill(color);
        }
        return made;
    }
    static std::pair<const QCPAxisRect*, const QCPAxis*> lowest(ChartPanel& chart) {
        const QCPAxisRect* rect = chart.plot().axisRect(chart.plot().axisRectCount() - 1);
        return {rect, rect->axis(QCPAxis::atBottom)};
    }
    [[nodiscard]] std::vector<ChartPanel*> overRounds() {
        return {&sample_->split, &sample_->regret, &sample_->costs};
    }
    static void settle() {
        for (int k = 0; k < 4; ++k) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] ChartPanel& chart(const char* name) {
        return *window_->view()
                    .docks()
                    .findChild<QWidget*>(QLatin1String(name))
                    ->findChild<ChartPanel*>();
    }
    void openWindow() {
        window_ =
            std::make_unique<MainWindow>(theme_, folder_.filePath("session.splitee").toStdString());
        window_->resize(1600, 1000);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void playTo(const ExperimentFile& file, std::int64_t round) {
        Example example;
        example.file = file;
        window_->start(example);
        window_->controller().runTo(round);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().round(), round, kBandPatience);
    }

private slots:
    void init() {
        theme_.setMode(Theme::Mode::Light);
        Experiment experiment;
        experiment.rounds = 10'000;
        runs_ = std::make_unique<PlayedRuns>(
            experiment, std::vector<std::string>{"splitee", "splitee-s", "random", "final"});
        runs_->advanceTo(10'000);
        sample_ = std::make_unique<SampleWindow>(theme_);
        sample_->resize(1000, 800);
        sample_->show();
        QVERIFY(QTest::qWaitForWindowExposed(sample_.get()));
        sample_->feed(*runs_);
        settle();
    }
    void cleanup() {
        window_.reset();
        sample_.reset();
        runs_.reset();
    }

    // Off the axes, off their numbers, as wide as its rounds are on any axis, or not there.
    void theBandOfSourcesLiesUnderTheAxesAndOffTheNumbers() {
        int full = 0, thin = 0, none = 0;
        for (const int height : {100, 130, 160, 220, 400})
            for (ChartPanel* chart : overRounds())
                for (const bool logarithmic : {false, true}) {
                    chart->setParent(nullptr);
                    chart->resize(480, height);
                    chart->show();
                    chart->setBands(sources_);
                    chart->setBandPictures(pictures());
                    chart->setLogRounds(logarithmic);
                    settle();
                    const auto stretches = chart->bands().stretches();
                    if (stretches.empty()) {
                        ++none;
                        QCOMPARE(chart->bands().room(), 0);
                        continue;
                    }
                    QCOMPARE(stretches.size(), sources_.size());
                    const auto [axes, axis] = lowest(*chart);
                    for (std::size_t k = 0; k < stretches.size(); ++k) {
                        const QRectF place = stretches[k].place;
                        QVERIFY(place.top() > axes->bottom());
                        QVERIFY(place.left() >= axes->left() - 0.5);
                        QVERIFY(place.right() <= axes->right() + 1.5);
                        const double first =
                            k == 0 ? axis->range().lower : static_cast<double>(sources_[k].first);
                        QVERIFY(std::abs(place.left() - axis->coordToPixel(first)) < 1);
                        (place.height() > 10 ? full : thin) += k == 0 ? 1 : 0;
                    }
                    QRectF band = stretches.front().place | stretches.back().place;
                    band.translate(chart->plot().mapTo(chart, QPoint(0, 0)));
                    for (const DrawnText& text : drawnTexts(*chart)) {
                        const bool named = std::ranges::any_of(
                            sources_,
                            [&](const TimeLineBand& one) { return one.name == text.text; });
                        QVERIFY2(named ? band.contains(text.ink) : !text.ink.intersects(band),
                                 qPrintable(text.text));
                    }
                }
        QVERIFY2(full > 5 && thin > 0 && none > 0,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(full).arg(thin).arg(none)));
    }

    void theBandOfSourcesMovesWithTheRounds() {
        ChartPanel& chart = sample_->regret;
        chart.setParent(nullptr);
        chart.resize(600, 400);
        chart.show();
        chart.setBands(sources_);
        settle();
        chart.showRounds(2000, 4000);
        settle();
        const auto [axes, axis] = lowest(chart);
        const auto seen = chart.bands().stretches();
        QCOMPARE(seen.size(), std::size_t{2});  // the third begins later
        QVERIFY(std::abs(seen[0].place.left() - axes->left()) < 1);
        QVERIFY(std::abs(seen[1].place.left() - axis->coordToPixel(3000)) < 1);
        QVERIFY(std::abs(seen[1].place.right() - axis->coordToPixel(4000)) < 2);
        const int at = chart.bands().stretchAt(seen[1].place.center().toPoint());
        QCOMPARE(at, 1);
        QVERIFY2(chart.bands().words(at).contains(QStringLiteral("fog 3")),
                 qPrintable(chart.bands().words(at)));
        QCOMPARE(chart.bands().stretchAt(axes->center()), -1);
        chart.showRounds(7000, 9000);
        settle();
        QCOMPARE(chart.bands().stretches().size(), std::size_t{1});
        chart.setBands({});
        settle();
        QVERIFY(chart.bands().stretches().empty());
        QCOMPARE(axis->offset(), 0);
    }

    // As it looks: a picture of each source, a ramp from shade to shade, in both themes; alike in
    // a file.
    void theBandOfSourcesIsDrawn() {
        ChartPanel& chart = sample_->regret;
        chart.setParent(nullptr);
        chart.resize(600, 400);
        chart.show();
        chart.setBands(sources_);
        chart.setBandPictures(pictures());
        settle();
        const auto stretches = chart.bands().stretches();
        const auto colorAt = [&chart](const QPointF& at) {
            return chart.plot().grab().toImage().pixelColor(at.toPoint());
        };
        const auto inPicture = [](const RoundBands::Stretch& one) {
            return one.place.topLeft() + QPointF(one.place.height() / 2, one.place.height() / 2);
        };
        QCOMPARE(colorAt(inPicture(stretches[0])), QColor(Qt::red));
        QCOMPARE(colorAt(inPicture(stretches[1])), QColor(Qt::green));
        const auto lightness = [&](const RoundBands::Stretch& one, double share) {
            return colorAt({one.place.left() + share * one.place.width(), one.place.bottom() - 2})
                .lightness();
        };
        QVERIFY(lightness(stretches[1], 0.6) > lightness(stretches[1], 0.95));  // darker and darker
        QCOMPARE(lightness(stretches[0], 0.7), lightness(stretches[0], 0.9));
        // However many sources there are, each has a shade of its own.
        std::vector<TimeLineBand> steps;
        for (std::size_t k = 0; k < 12; ++k)
            steps.push_back({static_cast<std::int64_t>(1 + 800 * k),
                             static_cast<std::int64_t>(800 * k + 800), QString(), k, k});
        chart.setBands(steps);
        settle();
        const auto many = chart.bands().stretches();
        for (std::size_t k = 1; k < many.size(); ++k)
            QVERIFY(lightness(many[k], 0.9) < lightness(many[k - 1], 0.9));
        chart.setBands(sources_);
        theme_.setMode(Theme::Mode::Dark);
        settle();
        QVERIFY(lightness(stretches[1], 0.6) < lightness(stretches[1], 0.95));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.svg"));
        const auto written = [&] {
            return chart.exporter().write(path) ? QFile(path).size() : qint64{0};
        };
        const auto imagesIn = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll().count("<image") : -1;
        };
        QVERIFY(written() > 0);
        QCOMPARE(imagesIn(), 3);
        chart.setBandPictures({});
        QVERIFY(written() > 0);
        QCOMPARE(imagesIn(), 0);
        QVERIFY(chart.exporter().writeForPaper(path, {}).has_value());
        QVERIFY(!chart.bands().stretches().empty());  // what the paper took is given back
    }

    // The schedule's own, as on the time line, pictures included.
    void chartsShowTheBandsOfTheTimeLine() {
        openWindow();
        playTo(exampleNamed(QStringLiteral("cifar10-rising-noise"))->file, 100);
        const auto& bands = window_->findChild<RunBar*>()->timeLine().model().bands();
        QCOMPARE(bands.size(), std::size_t{4});
        for (const char* name : {"split", "regret", "costs"}) {
            chart(name).showRounds(0, 10'000);
            QTRY_COMPARE(chart(name).bands().stretches().size(), std::size_t{4});
            QVERIFY(*chart(name).bands().stretches()[2].band == bands[2]);
            QVERIFY(chart(name).bands().pictures().empty());  // a table has none
        }
        playTo(exampleNamed(QStringLiteral("costs-change"))->file, 100);
        QVERIFY(chart("regret").isVisible());
        QVERIFY(chart("regret").bands().stretches().empty());
        ExperimentFile signs = exampleNamed(QStringLiteral("signs-live"))->file;
        signs.experiment.rounds = 60;
        signs.experiment.schedule = "fog:3@20";
        playTo(signs, 40);
        const auto& pictures = chart("split").bands().pictures();
        QTRY_COMPARE_WITH_TIMEOUT(pictures.size(), std::size_t{2}, kBandPatience);
        QVERIFY(!pictures[0].isNull() && !pictures[1].isNull() && pictures[0] != pictures[1]);
        QTRY_COMPARE(chart("split").bands().stretches().size(), std::size_t{2});
    }

    void textsHaveTheirNamesInPlaceOfPictures() {
        openWindow();
        ExperimentFile reviews = exampleNamed(QStringLiteral("reviews-live"))->file;
        reviews.experiment.rounds = 40;
        reviews.experiment.schedule = "typos:0.2@20";
        playTo(reviews, 40);
        QTRY_COMPARE(chart("split").bands().stretches().size(), std::size_t{2});
        const QString name = chart("split").bands().stretches()[1].band->name;
        QStringList drawn;
        for (const DrawnText& text : drawnTexts(chart("split"))) drawn += text.text;
        QVERIFY2(drawn.contains(name), qPrintable(name + QStringLiteral(" of ") + drawn.join('|')));
        for (const QImage& picture : chart("split").bands().pictures()) QVERIFY(picture.isNull());
    }

private:
    Theme theme_;
    QTemporaryDir folder_;
    std::unique_ptr<PlayedRuns> runs_;
    std::unique_ptr<SampleWindow> sample_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::roundBandTests() {
    return std::make_unique<TestRoundBands>();
}

#include "test_round_bands.moc"
