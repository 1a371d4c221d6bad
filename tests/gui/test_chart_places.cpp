// SPDX-License-Identifier: GPL-3.0-or-later
// Where charts put their words: marks, ticks, names and values stand clear of data and each other.
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "drawn_texts.h"
#include "gui/charts/axis_tickers.h"
#include "gui/charts/chart_exporter.h"
#include "gui/live/policy_legend.h"
#include "gui/widgets/number_text.h"
#include "gui_tests.h"
#include "sample_window.h"

using namespace splitee;
using namespace splitee::test;

class TestChartPlaces : public QObject {
    Q_OBJECT
    std::vector<std::pair<ChartPanel*, int>> shrunkTo(std::initializer_list<int> heights) {
        std::vector<std::pair<ChartPanel*, int>> all;
        for (ChartPanel* chart : overRounds())
            for (const int height : heights) all.emplace_back(chart, height);
        return all;
    }

private slots:
    void init() {
        theme_.setMode(Theme::Mode::Light);
        Experiment experiment;
        experiment.alpha = 0.8;
        experiment.rounds = 10'000;
        runs_ = std::make_unique<PlayedRuns>(
            experiment, std::vector<std::string>{"splitee", "splitee-s", "random", "final"});
        runs_->advanceTo(10'000);
        window_ = std::make_unique<SampleWindow>(theme_);
        window_->resize(1000, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->feed(*runs_);
        settle();
    }
    void cleanup() {
        window_.reset();
        runs_.reset();
    }

    void everyChipStandsBesideItsOwnLineAndOffTheData() {
        const std::vector<Mark> marks{{1000, QStringLiteral("o 5 → 8")},
                                      {1200, QStringLiteral("α 0.7 → 0.8")},
                                      {1300, QStringLiteral("μ 0.1 → 0.2")},
                                      {6000, QStringLiteral("o 8 → 2")},
                                      {9990, QStringLiteral("gaussian noise 2")}};
        for (ChartPanel* chart : overRounds()) {
            chart->setMarks(marks);
            settle();
            const auto chips = chart->marks().chips();
            QVERIFY2(chips.size() >= 3, qPrintable(chart->title()));
            const QCPAxisRect* axes = chart->plot().axisRect(0);
            for (const auto& chip : chips) {
                QVERIFY2(chip.place.bottom() <= axes->top() + 1, qPrintable(chip.text));
                QVERIFY(chip.place.top() >= 0);
                QVERIFY(std::abs(chip.place.left() - chip.line) <= 1 ||
                        std::abs(chip.place.right() - chip.line) <= 1);
                for (const auto& other : chips)
                    QVERIFY(&chip == &other || !chip.place.intersects(other.place));
            }
        }
    }

    void ticksDoNotTouchAndTwoAreAlwaysThere() {
        for (const int width : {220, 260, 330, 480, 1000})
            for (ChartPanel* chart : overRounds())
                for (const bool logarithmic : {false, true}) {
                    chart->setParent(nullptr);
                    chart->resize(width, 220);
                    chart->show();
                    chart->setLogRounds(logarithmic);
                    settle();
                    const QCPAxisRect* rect =
                        chart->plot().axisRect(chart->plot().axisRectCount() - 1);
                    const QCPAxis* axis = rect->axis(QCPAxis::atBottom);
                    const QFontMetrics metrics(axis->tickLabelFont());
                    const QString where = QStringLiteral("%1 at %2: %3")
                                              .arg(chart->title())
                                              .arg(width)
                                              .arg(axis->tickVectorLabels().join(QLatin1Char('|')));
                    double end = -1e9;
                    int inside = 0;
                    for (qsizetype k = 0; k < axis->tickVector().size(); ++k) {
                        if (!axis->range().contains(axis->tickVector()[k])) continue;
                        ++inside;
                        const double middle = axis->coordToPixel(axis->tickVector()[k]),
                                     half = metrics.horizontalAdvance(axis->tickVectorLabels()[k]) /
                                            2.0;
                        QVERIFY2(middle - half > end + 3, qPrintable(where));
                        end = middle + half;
                    }
                    QVERIFY2(inside >= 2, qPrintable(where));
                }
    }

    // The first picture after a change of size is the last one where nothing else changes.
    void valuesOfAChartThatShrankDoNotTouchInItsFirstPicture() {
        // At the last height there is no room for two values.
        for (const auto& [chart, height] : shrunkTo({45, 16})) {
            chart->setParent(nullptr);
            chart->resize(600, 900);
            chart->show();
            settle();
            QCustomPlot& plot = chart->plot();
            plot.setViewport(QRect(0, 0, plot.width(), height * plot.axisRectCount() + 50));
            plot.replot(QCustomPlot::rpImmediateRefresh);
            for (const QCPAxisRect* rect : plot.axisRects()) {
                const QCPAxis* axis = rect->axis(QCPAxis::atLeft);
                // The split chart names every layer or some, as its refresh() decides.
                if (dynamic_cast<const NumberTicker*>(axis->ticker().data()) == nullptr) continue;
                const double least = QFontMetrics(axis->tickLabelFont()).height();
                QVERIFY2(rect->height() < 120, qPrintable(QString::number(rect->height())));
                const QVector<double> ticks = axis->tickVector();
                for (qsizetype k = 1; k < ticks.size(); ++k)
                    QVERIFY2(axis->coordToPixel(ticks[k - 1]) - axis->coordToPixel(ticks[k]) >=
                                 least - 1,
                             qPrintable(chart->title() + QLatin1Char(' ') +
                                        axis->tickVectorLabels().join(QLatin1Char('|'))));
            }
        }
    }

    // A few values between two round numbers: 5 shows one of 11 to 19, and 2 shows four that touch.
    void valuesKeepApartOnAnyRange() {
        QCustomPlot plot;
        plot.resize(400, 300);
        QCPAxis* axis = plot.yAxis;
        const QSharedPointer<NumberTicker> ticker(new NumberTicker(*axis, false));
        axis->setTicker(ticker);
        keepTicksApart(plot);
        const double label = QFontMetrics(axis->tickLabelFont()).height();
        int withTwo = 0;
        for (const int height : {16, 30, 40, 55, 80, 150})
            for (double lower = -20; lower < 20; lower += 1.7)
                for (double size = 0.03; size < 300; size *= 1.37) {
                    plot.setViewport(QRect(0, 0, 400, height + 40));
                    axis->setRange(lower, lower + size);
                    plot.replot(QCustomPlot::rpImmediateRefresh);
                    double above = 1e9;
                    int inside = 0;
                    for (const double tick : axis->tickVector()) {
                        if (!axis->range().contains(tick)) continue;
                        const double place = axis->coordToPixel(tick);
                        QVERIFY2(above - place >= label - 1,
                                 qPrintable(QStringLiteral("%1 px, %2 to %3: %4")
                                                .arg(axis->axisRect()->height())
                                                .arg(lower)
                                                .arg(lower + size)
                                                .arg(axis->tickVectorLabels().join('|'))));
                        above = place;
                        ++inside;
                    }
                    if (axis->axisRect()->height() >= 3 * label) {
                        QVERIFY2(inside >= 2, qPrintable(axis->tickVectorLabels().join('|')));
                        ++withTwo;
                    }
                }
        QVERIFY(withTwo > 100);
    }

    void namesAtTheEndsOfLinesStayOffTheTicks() {
        for (const int height : {130, 160, 220, 400})
            for (ChartPanel* chart : overRounds()) {
                chart->setParent(nullptr);
                chart->resize(360, height);
                chart->show();
                settle();
                const QCPAxisRect* last = chart->plot().axisRect(chart->plot().axisRectCount() - 1);
                const int ticks = chart->plot().mapTo(chart, QPoint(0, last->bottom())).y();
                const auto texts = drawnTexts(*chart);
                for (const DrawnText& text : texts)
                    for (const DrawnText& other : texts)
                        QVERIFY2(&text == &other ||
                                     !(text.ink.adjusted(1, 1, -1, -1)).intersects(other.ink),
                                 qPrintable(text.text + QLatin1Char('/') + other.text));
                for (const RunHistory* run : runs_->pointers())
                    for (const DrawnText& text : texts)
                        if (text.text == run->label())
                            QVERIFY2(text.ink.bottom() <= ticks + 4, qPrintable(text.text));
            }
    }

    void theBoxOfValuesStandsWhereTheCurvesAreNot() {
        ChartPanel& chart = window_->regret;  // the curves rise from the lower left
        for (const double round : {500.0, 5000.0, 9500.0}) {
            chart.setCrosshair(round);
            const QRectF box = chart.values().box();
            const QRectF axes = chart.plot().axisRect(0)->rect();
            QVERIFY(axes.contains(box));
            const auto hidden = [&chart](const QRectF& place) {
                int points = 0;
                for (int k = 0; k < chart.plot().graphCount(); ++k) {
                    const QCPGraph& graph = *chart.plot().graph(k);
                    for (const QCPGraphData& at : *graph.data())
                        if (place.contains(graph.keyAxis()->coordToPixel(at.key),
                                           graph.valueAxis()->coordToPixel(at.value)))
                            ++points;
                }
                return points;
            };
            QRectF other = box;
            for (const bool right : {false, true})
                for (const bool below : {false, true}) {
                    right ? other.moveRight(axes.right() - 4) : other.moveLeft(axes.left() + 4);
                    below ? other.moveBottom(axes.bottom()) : other.moveTop(axes.top());
                    QVERIFY2(hidden(box) <= 1.2 * hidden(other),
                             qPrintable(QString::number(hidden(box))));
                }
            QVERIFY(box.center().y() < axes.center().y());
            QVERIFY(box.center().x() < axes.center().x());
        }
    }

    void percentagesBesideTheSplitsAreOfTheRoundsThatAreSeen() {
        SplitChart& chart = window_->split;
        const auto labels = [&] {
            QStringList found;
            for (const DrawnText& text : drawnTexts(chart))
                if (text.text.endsWith(QLatin1Char('%'))) found += text.text;
            return found;
        };
        const auto& records = runs_->records(0);
        const auto expected = [&](std::size_t from, std::size_t to) {
            std::vector<double> count(9);
            for (std::size_t t = from - 1; t < to; ++t)
                ++count[static_cast<std::size_t>(records[t].split)];
            return numberText(100 * *std::ranges::max_element(count) /
                              static_cast<double>(to - from + 1)) +
                   QStringLiteral(" %");
        };
        QVERIFY2(labels().contains(expected(1, 10'000)), qPrintable(labels().join(u' ')));
        chart.setFollow(false);
        chart.plot().axisRect(0)->axis(QCPAxis::atBottom)->setRange(0, 60);
        chart.refresh();
        settle();
        QVERIFY(expected(1, 60) != expected(1, 10'000));
        QVERIFY2(labels().contains(expected(1, 60)),
                 qPrintable(labels().join(u' ') + QStringLiteral(" not ") + expected(1, 60)));
    }

    void aLegendShowsAWholePeriodOfEveryDash() {
        for (int style = 0; style < 8; ++style) {
            const QPen pen = theme_.policyPen(style);
            double period = 0;
            for (const double part : pen.dashPattern()) period += part * pen.widthF();
            QVERIFY2(period <= PolicyChip::kSwatch, qPrintable(QString::number(period)));
        }
    }

    // A viewer lays texts out by the size that the file gives them.
    void anSvgGivesItsTextsTheSizeTheyWerePlacedFor() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.svg"));
        QVERIFY(window_->regret.exporter().write(path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        const QRegularExpression text(
            QStringLiteral("font-size=\"([0-9.]+)\"[^>]*>\\s*regret \\(reward\\)"));
        const auto found = text.match(svg);
        QVERIFY(found.hasMatch());
        QCOMPARE(std::round(found.captured(1).toDouble() * 10),
                 std::round(theme_.captionFont().pointSizeF() * window_->logicalDpiX() / 72 * 10));
    }

private:
    [[nodiscard]] std::vector<ChartPanel*> overRounds() {
        return {&window_->split, &window_->regret, &window_->costs};
    }
    static void settle() {
        for (int k = 0; k < 4; ++k) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    Theme theme_;
    std::unique_ptr<PlayedRuns> runs_;
    std::unique_ptr<SampleWindow> window_;
};

std::unique_ptr<QObject> splitee::test::chartPlaceTests() {
    return std::make_unique<TestChartPlaces>();
}

#include "test_chart_places.moc"
