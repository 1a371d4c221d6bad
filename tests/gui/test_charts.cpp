// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include "gui/charts/chart_exporter.h"
#include "gui/charts/chart_overlays.h"
#include "gui_tests.h"
#include "sample_window.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Experiment shortExperiment() {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.rounds = 4000;
    return experiment;
}

/// How many of the picture's pixels are nearly of this colour.
int pixelsLike(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                    std::abs(pixel.blue() - color.blue()) <
                12)
                ++count;
        }
    return count;
}

/// How many pixels are not the light theme's background.
int pixelsDrawn(const QImage& image) {
    return image.width() * image.height() - pixelsLike(image, QColor(255, 255, 255));
}

}  // namespace

class TestCharts : public QObject {
    Q_OBJECT
    Theme theme_;
    std::unique_ptr<PlayedRuns> runs_;
    std::unique_ptr<SampleWindow> window_;

private slots:
    void init() {
        theme_.setMode(Theme::Mode::Light);
        runs_ = std::make_unique<PlayedRuns>(
            shortExperiment(), std::vector<std::string>{"splitee", "splitee-s", "random"});
        runs_->advanceTo(4000);
        window_ = std::make_unique<SampleWindow>(theme_);
        window_->resize(1280, 800);
        window_->feed(*runs_);
        window_->show();
        QCoreApplication::processEvents();
    }
    void cleanup() {
        window_.reset();
        runs_.reset();
    }

    void chartsSayHowManyRoundsTheirPointsStandFor() {
        QVERIFY2(window_->regret.note().contains("points of 4\u00A0000 rounds"),
                 qPrintable(window_->regret.note()));
        window_->regret.plot().axisRect(0)->axis(QCPAxis::atBottom)->setRange(1000, 1099);
        QCoreApplication::processEvents();
        QCOMPARE(window_->regret.note(), QStringLiteral("100 rounds"));
    }

    void movingByHandEndsFollowingAndFollowShowsEverythingAgain() {
        QSignalSpy followed(&window_->costs, &ChartPanel::followChanged);
        QCPAxis* x = window_->costs.plot().axisRect(0)->axis(QCPAxis::atBottom);
        QTest::keyClick(&window_->costs, Qt::Key_Plus);
        QVERIFY(!window_->costs.follows());
        QVERIFY(x->range().size() < 2100);
        QCOMPARE(window_->costs.plot().axisRect(1)->axis(QCPAxis::atBottom)->range(), x->range());
        QTest::keyClick(&window_->costs, Qt::Key_Home);
        QVERIFY(window_->costs.follows());
        QCOMPARE(x->range().upper, 4000.0);
        QCOMPARE(followed.count(), 2);
    }

    void aLogarithmicAxisKeepsTheFirstRoundsApart() {
        window_->regret.setLogRounds(true);
        const ChartTable table = window_->regret.visibleTable();
        QCOMPARE(table.rows.front()[2], QStringLiteral("1"));
        QCOMPARE(table.rows[1][2], QStringLiteral("2"));
        window_->regret.setLogRounds(false);
        QCOMPARE(window_->regret.plot().axisRect(0)->axis(QCPAxis::atBottom)->scaleType(),
                 QCPAxis::stLinear);
    }

    void aTitleWithoutRoomGivesItsUnitAndOnPaperIsWhole() {
        RegretChart chart(theme_);
        const QCPAxis* y = chart.plot().axisRect()->axis(QCPAxis::atLeft);
        chart.resize(500, 400);
        chart.show();
        QTRY_COMPARE(y->label(), QStringLiteral("regret (reward)"));
        chart.resize(500, 140);
        QTRY_COMPARE(y->label(), QStringLiteral("reward"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.svg"));
        QVERIFY(chart.exporter().writeForPaper(path, {17.8, 8, true}).has_value());
        QFile svg(path);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("regret (reward)"));
        QCOMPARE(y->label(), QStringLiteral("reward"));
    }

    void aNewThemeRecoloursChartsAtOnce() {
        const QColor light = theme_.policy(0);
        QTRY_VERIFY(pixelsLike(window_->regret.grab().toImage(), light) > 50);
        theme_.setMode(Theme::Mode::Dark);
        QCoreApplication::processEvents();
        for (QWidget* widget :
             std::initializer_list<QWidget*>{&window_->regret, &window_->split, &window_->costs,
                                             &window_->arms, &window_->figures, &window_->track}) {
            const QImage image = widget->grab().toImage();
            QVERIFY2(pixelsLike(image, QColor(255, 255, 255)) < image.width() * image.height() / 50,
                     qPrintable(widget->accessibleName()));
        }
        QTRY_VERIFY(pixelsLike(window_->regret.grab().toImage(), theme_.policy(0)) > 50);
    }

    void marksAreDrawnAtTheirRounds() {
        QTRY_VERIFY(pixelsLike(window_->regret.grab().toImage(), theme_.policy(0)) > 50);
        const int before = pixelsDrawn(window_->regret.grab().toImage());
        window_->regret.setMarks({{2000, QStringLiteral("o 5 → 8")}});
        QTRY_VERIFY(pixelsDrawn(window_->regret.grab().toImage()) >
                    before + 100);  // a line and a chip
    }

    void theDensityCountsEveryRoundOnce() {
        qint64 rounds = 0;
        for (const QStringList& row : window_->split.visibleTable().rows)
            rounds += row[4].toLongLong();
        QCOMPARE(rounds, 4000);
        window_->split.setRun(2);
        QVERIFY(window_->split.title().contains("Random"));
    }

    // A chart that is not seen is not filled anew, and the runs that it showed may be gone.
    void armsStayAsTheyWereDrawn() {
        PlayedRuns played(shortExperiment(), {"splitee"});
        played.advanceTo(1000);
        window_->arms.setRuns({&played.history(0)});
        const ChartTable drawn = window_->arms.visibleTable();
        QVERIFY(!drawn.rows.empty());
        played.advanceTo(3000);
        QCOMPARE(window_->arms.visibleTable().rows, drawn.rows);
        window_->arms.setRuns({});
    }

    void aPastIsShownOfTheSameRunsAlone() {
        PlayedRuns now(shortExperiment(), {"splitee"}), before(shortExperiment(), {"splitee"}),
            others(shortExperiment(), {"random"});
        now.advanceTo(2000);
        before.advanceTo(500);
        others.advanceTo(500);
        window_->arms.setRuns({&now.history(0)});
        const auto rows = window_->arms.visibleTable().rows;
        window_->arms.setPast({&others.history(0)});
        QCOMPARE(window_->arms.visibleTable().rows, rows);
        window_->arms.setPast({&before.history(0)});
        QVERIFY(window_->arms.visibleTable().rows != rows);
        window_->arms.setRuns({});
    }

    void armsAreShownOfThePoliciesThatHaveThem() {
        const ChartTable table = window_->arms.visibleTable();
        QCOMPARE(table.rows.size(), 14);
        QCOMPARE(table.rows[0][2].toDouble(), runs_->history(0).arms[0].mean);
    }

    void everyFormatIsWrittenAndReadsBack() {
        QTemporaryDir folder;
        for (ChartPanel* chart : window_->charts()) {
            const QString path = folder.filePath(QStringLiteral("chart."));
            for (const char* ending : {"png", "svg", "pdf", "csv"}) {
                const auto written = chart->exporter().write(path + ending);
                QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
            }
            const QImage image(path + "png");
            QCOMPARE(image.width(), 2 * chart->plot().width());
            QVERIFY2(pixelsDrawn(image) > 4000, qPrintable(chart->title()));
            QSvgRenderer svg(path + "svg");
            QVERIFY(svg.isValid());
            QImage drawn(svg.defaultSize(), QImage::Format_ARGB32_Premultiplied);
            drawn.fill(Qt::white);
            QPainter painter(&drawn);
            svg.render(&painter);
            painter.end();
            QVERIFY2(pixelsDrawn(drawn) > 1000, qPrintable(chart->title()));
            QFile pdf(path + "pdf");
            QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.readAll().startsWith("%PDF-"));
            QFile csv(path + "csv");
            QVERIFY(csv.open(QIODevice::ReadOnly));
            const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
            const ChartTable table = chart->visibleTable();
            QCOMPARE(lines.size(), table.rows.size() + 1);
            QCOMPARE(QString::fromUtf8(lines.front()), table.columns.join(','));
            QCOMPARE(QString::fromUtf8(lines.back()), table.rows.back().join(','));
        }
    }

    void aPathThatCannotBeWrittenIsAnError() {
        QVERIFY(!window_->regret.exporter().write("/nowhere/at/all/chart.png"));
        QTemporaryDir folder;
        const auto written = window_->regret.exporter().write(folder.filePath("chart.xyz"));
        QVERIFY(!written && written.error().message.find(".svg") != std::string::npos);
        QVERIFY(!QFile::exists(folder.filePath("chart.xyz")));
    }

    void theCopiedImageIsTheChart() {
        window_->regret.exporter().copyImage();
        QVERIFY(pixelsLike(QGuiApplication::clipboard()->image(), theme_.policy(0)) > 50);
    }

    void theCrosshairTellsValuesAndIsHandedOn() {
        QSignalSpy moved(&window_->regret, &ChartPanel::crosshairMoved);
        QCustomPlot& plot = window_->regret.plot();
        const QPointF at = plot.rect().center();
        QMouseEvent move(QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&plot, &move);
        QVERIFY(moved.count() >= 1);
        window_->costs.setCrosshair(moved.back().front().toDouble());
        const auto* crosshair = window_->costs.plot().findChild<Crosshair*>();
        QVERIFY(crosshair != nullptr);
        QCOMPARE(crosshair->values().size(), 3U);
        QVERIFY(crosshair->values().front().value.contains("λ"));
    }

    void chartsWithoutRunsAreEmptyNotBroken() {
        for (ChartPanel* chart : window_->charts()) {
            chart->setRuns({});
            QCoreApplication::processEvents();
            QVERIFY(!chart->grab().isNull());
            QVERIFY(chart->visibleTable().rows.isEmpty());
        }
        QCOMPARE(window_->regret.note(), QStringLiteral("no rounds yet"));
    }

    void everyWidgetHasAnAccessibleName() {
        for (QWidget* widget :
             std::initializer_list<QWidget*>{&window_->track, &window_->figures, &window_->split,
                                             &window_->arms, &window_->regret, &window_->costs})
            QVERIFY(!widget->accessibleName().isEmpty());
        for (ChartPanel* chart : window_->charts())
            QVERIFY2(!chart->accessibleDescription().isEmpty(), qPrintable(chart->title()));
    }
};

std::unique_ptr<QObject> splitee::test::chartTests() { return std::make_unique<TestCharts>(); }

#include "test_charts.moc"
