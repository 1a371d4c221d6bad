// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "engine/replay/replay.h"
#include "gui/app/examples.h"
#include "gui/distortions/distortion_panel.h"
#include "gui/distortions/distortion_tiles.h"
#include "gui/distortions/severity_chart.h"
#include "gui/distortions/severity_map.h"
#include "gui/distortions/severity_panel.h"
#include "gui/run/setup.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "sources/run_source.h"

using namespace splitee;

namespace {

constexpr int kLoading = 120'000;  // milliseconds: of a network, perhaps on a busy machine

ExperimentFile signsLive() {
    ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
    file.distortion = "clean";
    return file;
}

// What the network says of image `row` under a distortion, read without the panels.
ExitTable answersOf(const LiveSource& source, const std::string& distortion, std::uint64_t seed,
                    std::int64_t samples) {
    const auto images = underDistortion(source.images, *parseDistortion(distortion), seed);
    return *source.model->buildExitTable(**images, samples, 1, {}, {});
}

}  // namespace

/// The panels that show corruptions side by side: pictures of one image, and figures by severity.
class TestDistortions : public QObject {
    Q_OBJECT
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<Setup> setup_;

    std::unique_ptr<DistortionPanel> openTiles() {
        auto panel = std::make_unique<DistortionPanel>(*setup_, *theme_);
        panel->resize(420, 500);
        panel->show();
        return panel;
    }

private slots:
    void init() {
        theme_ = std::make_unique<Theme>();
        setup_ = std::make_unique<Setup>();
        setup_->load(signsLive());
    }
    void cleanup() {
        setup_.reset();
        theme_.reset();
    }

    void everyTileIsTheImageAndTheAnswerUnderItsCorruption() {
        const auto panel = openTiles();
        QSignalSpy complete(panel.get(), &DistortionPanel::complete);
        QVERIFY(complete.wait(kLoading));
        DistortionTiles& tiles = panel->tiles();
        QCOMPARE(tiles.count(), 1 + static_cast<int>(kCorruptions.size()));
        const std::uint64_t seed = setup_->experiment().seed;
        const auto source = openLiveSource(liveRequest(setup_->file()), seed);
        QVERIFY(source.has_value());
        const double alpha = setup_->experiment().alpha;
        for (int tile = 0; tile < tiles.count(); ++tile) {
            const std::string distortion = toText(tiles.distortion(tile));
            const Preview* seen = tiles.seen(tile);
            QVERIFY2(seen != nullptr, distortion.c_str());
            const ExitTable answers = answersOf(*source, distortion, seed, 1);
            QCOMPARE(seen->distorted.confidence, answers.confidence);
            const auto images = underDistortion(source->images, *parseDistortion(distortion), seed);
            QCOMPARE(seen->distorted.image, (*images)->read(0)->image());
            std::size_t layer = 1;
            while (layer < answers.confidence.size() && answers.confidence[layer - 1] < alpha)
                ++layer;
            QCOMPARE(leavesAt(seen->distorted.confidence, alpha), static_cast<int>(layer));
            const auto& names = source->images->classNames();
            const QString answer =
                QString::fromStdString(names[static_cast<std::size_t>(answers.prediction.back())]);
            QVERIFY2(tiles.words(tile).contains(answer), qPrintable(tiles.words(tile)));
        }
    }

    void theSliderAndAnotherImageMakeThemAnew() {
        const auto panel = openTiles();
        QSignalSpy complete(panel.get(), &DistortionPanel::complete);
        QVERIFY(complete.wait(kLoading));
        const Image before = panel->tiles().seen(8)->distorted.image;
        for (const double severity : {3.4, 4.1, 5.0})
            emit panel->severity().edited(severity);  // the slider is dragged
        QVERIFY(complete.wait(kLoading));
        QCOMPARE(panel->tiles().distortion(8).amount, 5.0);
        QCOMPARE(panel->tiles().seen(8)->request.source.distortion,
                 toText(panel->tiles().distortion(8)));
        QVERIFY(panel->tiles().seen(8)->distorted.image != before);
        QCOMPARE(setup_->file().distortion, std::string("clean"));  // nothing was chosen
        const Image first = panel->tiles().seen(0)->distorted.image;
        panel->showNext();
        QVERIFY(complete.wait(kLoading));
        QVERIFY(panel->tiles().seen(0)->distorted.image != first);
    }

    // After a move of the slider the tiles in view come first, wherever it is scrolled to.
    void whatCanBeSeenComesFirst() {
        const auto panel = openTiles();
        panel->resize(240, 220);
        QSignalSpy complete(panel.get(), &DistortionPanel::complete);
        QVERIFY(complete.wait(kLoading));
        auto* scroll = panel->findChild<QScrollArea*>();
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
        panel->tiles().setSeverity(4);
        const int next = panel->tiles().nextStale();
        QVERIFY(next > 1);
        QVERIFY(
            panel->tiles().visibleRegion().boundingRect().intersects(panel->tiles().place(next)));
    }

    void aClickOrEnterPlaysADistortion() {
        const auto panel = openTiles();
        QSignalSpy complete(panel.get(), &DistortionPanel::complete);
        QVERIFY(complete.wait(kLoading));
        DistortionTiles& tiles = panel->tiles();
        QTest::mouseClick(&tiles, Qt::LeftButton, {}, tiles.place(3).center());
        QCOMPARE(setup_->file().distortion, toText(tiles.distortion(3)));
        QCOMPARE(setup_->undoStack().count(), 1);
        tiles.setFocus();
        QTest::keyClick(&tiles, Qt::Key_Right);
        QTest::keyClick(&tiles, Qt::Key_Return);
        QCOMPARE(setup_->file().distortion, toText(tiles.distortion(4)));
    }

    void aTableHasNoPicturesAndSaysSo() {
        setup_->load(exampleNamed(QStringLiteral("cifar10-replay"))->file);
        const auto panel = openTiles();
        QVERIFY(!panel->tiles().isVisible());
        QVERIFY(panel->tiles().seen(0) == nullptr);
        SeverityPanel severity(*setup_, *theme_);
        severity.show();
        QVERIFY(severity.words().contains(QStringLiteral("exit table")));
        QVERIFY(!severity.chart().isVisible());
    }

    void figuresAreThoseOfAReplay() {
        SeverityPanel panel(*setup_, *theme_);
        panel.resize(900, 600);
        panel.show();
        panel.startOrStop();
        QTRY_VERIFY_WITH_TIMEOUT(panel.known() >= kSeverityColumns, kLoading);
        panel.startOrStop();
        const int known = panel.known();
        const std::uint64_t seed = setup_->experiment().seed;
        const auto source = openLiveSource(liveRequest(setup_->file()), seed);
        const auto figure = [&](const char* quantity, const std::string& policy, int severity) {
            for (const QStringList& row : panel.chart().visibleTable().rows)
                if (row[0].toStdString() == policy && row[1].toInt() == severity &&
                    row[2] == QLatin1String(quantity))
                    return row[3].toDouble();
            return -1.0;
        };
        const auto check = [&] {
            for (const int severity : {0, 4}) {
                const ExitTable answers =
                    answersOf(*source, toText(distortionAt(0, severity)), seed, kSeveritySamples);
                Experiment experiment = setup_->experiment();
                experiment.policies = "splitee";
                experiment.rounds = kSeverityRounds;
                experiment.seeds = kSeveritySeeds;
                experiment.schedule.clear();
                const auto runs = replay(answers, experiment);
                QVERIFY(runs.has_value());
                double cost = 0, accuracy = 0;
                for (const ReplayRun& run : *runs) {
                    cost += run.summary.costMean;
                    accuracy += 100 * run.summary.accuracy.value();
                }
                const auto seeds = static_cast<double>(runs->size());
                QVERIFY(std::abs(figure("cost", "splitee", severity) - cost / seeds) < 1e-6);
                QVERIFY(std::abs(figure("accuracy %", "splitee", severity) - accuracy / seeds) <
                        1e-6);
            }
        };
        check();
        // Other costs: nothing is read again, all is played again.
        const double before = figure("cost", "splitee", 0);
        QSignalSpy progressed(&panel, &SeverityPanel::progressed);
        setup_->editField("lambda2", 2);
        QVERIFY(progressed.wait(kLoading));
        QCOMPARE(panel.known(), known);
        QVERIFY(figure("cost", "splitee", 0) > before);
        check();
        // A cell loads what it shows.
        QTest::mouseClick(&panel.map(), Qt::LeftButton, {}, panel.map().place(2, 4).center());
        QCOMPARE(setup_->file().distortion, toText(distortionAt(2, 4)));
        QCOMPARE(panel.map().row(), 2);
        // Another source: what was known of the first is not shown for it.
        ExperimentFile other = setup_->file();
        other.part = "validation";
        setup_->edit(other, QStringLiteral("part"));
        QCOMPARE(panel.known(), 0);
    }
};

std::unique_ptr<QObject> splitee::test::distortionTests() {
    return std::make_unique<TestDistortions>();
}

#include "test_distortions.moc"
