// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

#include "drawn_texts.h"
#include "gui/live/figures.h"
#include "gui/track/network_track.h"
#include "gui/track/places_track.h"
#include "gui/track/track_painter.h"
#include "gui/widgets/number_text.h"
#include "gui_tests.h"
#include "layout_faults.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;

class TestTrack : public QObject {
    Q_OBJECT
private slots:
    void everyThemeKeepsTextReadable() {
        Theme theme;
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            theme.setMode(mode);
            const auto luminance = [](const QColor& c) {
                const auto linear = [](double v) {
                    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
                };
                return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) +
                       0.0722 * linear(c.blueF());
            };
            const double surface = luminance(theme.color(Token::Surface));
            const auto contrast = [&](const QColor& c) {
                return (std::max(surface, luminance(c)) + 0.05) /
                       (std::min(surface, luminance(c)) + 0.05);
            };
            for (const Token token : {Token::Text, Token::MutedText, Token::Accent, Token::Cloud,
                                      Token::Offload, Token::Exit, Token::Warn, Token::Error})
                QVERIFY2(contrast(theme.color(token)) >= 4.5,
                         qPrintable(QStringLiteral("token %1: %2")
                                        .arg(static_cast<int>(token))
                                        .arg(contrast(theme.color(token)))));
            QVERIFY(contrast(theme.color(Token::Device)) >= 4.0);
        }
    }

    void theThemeTellsOnlyOfRealChanges() {
        Theme theme;
        theme.setMode(Theme::Mode::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setMode(Theme::Mode::Light);
        QCOMPARE(changed.count(), 0);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.palette().color(QPalette::Window).lightness() < 60);
    }

    void policiesDifferByColourAndByDash() {
        Theme theme;
        for (int a = 0; a < kPolicyStyles; ++a)
            for (int b = 0; b < a; ++b) {
                QVERIFY(theme.policy(a) != theme.policy(b));
                QVERIFY(theme.policyPen(a).dashPattern() != theme.policyPen(b).dashPattern() ||
                        theme.policyPen(a).style() != theme.policyPen(b).style());
            }
    }

    void numbersKeepThousandsApartAndSignsTrue() {
        QCOMPARE(numberText(1234567), QStringLiteral("1\u00A0234\u00A0567"));
        QCOMPARE(numberText(-0.04, 1), QStringLiteral("0.0"));
        QCOMPARE(numberText(-2314.5, 1), QStringLiteral("\u22122\u00A0314.5"));
        QCOMPARE(signedText(0.34, 1), QStringLiteral("+0.3"));
        QCOMPARE(signedText(0.04, 1), QStringLiteral("0.0"));
        QCOMPARE(shortText(2.5), QStringLiteral("2.5"));
        QCOMPARE(numberText(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
    }

    void theTrackSaysWhatHappenedToTheSample() {
        Theme theme;
        NetworkTrack track(theme);
        PlayedRuns runs({}, {"splitee"});
        track.setNetwork(runs.table().depth, "Device", "Cloud");
        track.setClassNames({"plane", "car"});
        QCOMPARE(track.accessibleDescription(), QStringLiteral("No rounds yet."));
        std::vector<double> seen(7, std::numeric_limits<double>::quiet_NaN());
        track.setRound({1, 0, 4071, 2, true, 1, 1, .5, 6, 0}, seen, .8);
        QCOMPARE(track.accessibleDescription(),
                 QStringLiteral("Split after layer 2 of 7. Sample 4\u00A0071 left on the device at "
                                "exit 2: car, correct. Cost 6 λ."));
        track.setRound({2, 0, 12, 3, false, 0, 0, .5, 9, 5}, seen, .8);
        QCOMPARE(track.accessibleDescription(),
                 QStringLiteral("Split after layer 3 of 7. Sample 12 was offloaded after "
                                "layer 3: plane, wrong. "
                                "Cost 9 λ + 5 λ for offloading."));
        track.setFast(true);
        track.setDistribution(std::vector<double>{0, .1, .1, .7, .1, 0, 0});
        QCOMPARE(track.state().split(), 4);
        QVERIFY(track.accessibleDescription().contains("70 % of the rounds split after layer 4"));
    }

    void theBorderStandsBetweenTheSidesAndMovesOnlyWhenAsked() {
        Theme theme;
        NetworkTrack track(theme);
        track.setNetwork({1, 2, 3, 4}, "Device", "Cloud");
        track.resize(900, 200);
        track.show();
        const std::vector<double> seen(4, std::numeric_limits<double>::quiet_NaN());
        track.setRound({1, 0, 1, 1, true, 0, 1, .5, 1, 0}, seen, .8);
        track.setRound({2, 0, 1, 3, true, 0, 1, .5, 1, 0}, seen, .8);
        QCOMPARE(track.state().border, 3.0);
        const TrackGeometry at(track.state(), theme, track.rect());
        QVERIFY(at.block(3).right() < at.border(3) && at.border(3) < at.block(4).left());
        const QImage image = track.grab().toImage();
        QVERIFY(image.pixelColor(static_cast<int>(at.border(3)) - 12, 60) !=
                image.pixelColor(static_cast<int>(at.border(3)) + 12, 60));
        track.setAnimated(true);
        track.setRound({3, 0, 1, 1, true, 0, 1, .5, 1, 0}, seen, .8);
        QVERIFY(track.state().border > 1);
        QTRY_COMPARE(track.state().border, 1.0);
    }

    void anyNetworkFitsTheTrack() {
        Theme theme;
        NetworkTrack track(theme);
        for (const int exits : {1, 2, 12, 64}) {
            for (const int width : {420, 900, 2560}) {
                track.setNetwork(unitDepths(exits), "Device", "Cloud");
                track.resize(width, 200);
                std::vector<double> seen(static_cast<std::size_t>(exits), .5);
                track.setDistribution(
                    std::vector<double>(static_cast<std::size_t>(exits), 1.0 / exits));
                for (const int split : {0, 1, exits}) {
                    track.setRound({1, 0, 1, split, split == exits, 0, -1, .5, 1, 0}, seen, .8);
                    QVERIFY(!track.grab().isNull());
                }
                const TrackGeometry at(track.state(), theme, track.rect());
                QVERIFY(at.block(1).left() > 0 && at.block(exits).right() < width);
                QCOMPARE(at.layerAt(at.block(exits).center().toPoint()), exits);
            }
        }
    }

    // From no room for a line to a lot, for every length of text and number of layers.
    void aTextStandsInItsPlaceWhole() {
        const Theme theme;
        const QString words = QStringLiteral("the handle came off while I was carrying hot soup ");
        for (const int exits : {2, 7, 12, 24})
            for (const QSize size : {QSize(420, 196), QSize(640, 200), QSize(1140, 224)})
                for (const qsizetype length : {3, 40, 700}) {
                    QWidget page;
                    NetworkTrack track(theme, &page);
                    track.setNetwork(unitDepths(exits), "Device", "Cloud", true);
                    track.setClassNames({"negative", "positive"});
                    track.setRound({1, 0, 1, 1, false, 1, 1, .5, 1, 5},
                                   std::vector<double>(static_cast<std::size_t>(exits), .5), .8);
                    track.setDistribution(
                        std::vector<double>(static_cast<std::size_t>(exits), 1.0 / exits));
                    track.resize(size);
                    page.resize(size);
                    page.show();
                    for (const QString& left : {QString(), QStringLiteral(" and burnt my hand")}) {
                        track.setText({words.repeated(20).left(length), left, 12}, 1234);
                        const QString faults = layoutFaults(page).join(QLatin1Char('\n'));
                        QVERIFY2(faults.isEmpty(), qPrintable(faults));
                        const auto drawn = drawnTexts(page);
                        QVERIFY(std::ranges::any_of(drawn, [](const DrawnText& text) {
                            return text.text.contains(QStringLiteral("pieces/s"));
                        }));
                        QCOMPARE(std::ranges::any_of(drawn,
                                                     [](const DrawnText& text) {
                                                         return text.text.startsWith("12 pieces,");
                                                     }),
                                 !left.isEmpty());
                    }
                    track.setFast(true);
                    QVERIFY(!track.state().showsText());
                    const QString faults = layoutFaults(page).join(QLatin1Char('\n'));
                    QVERIFY2(faults.isEmpty(), qPrintable(faults));
                }
    }

    void figuresSayAgainstWhatAndLeaveOutWhatIsUnknown() {
        Theme theme;
        Figures figures(theme);
        figures.show(-61.84, -0.9, 23.2, "7.6 λ per sample");
        QCOMPARE(figures.text(0),
                 QStringLiteral("\u221261.8\u00A0% cost vs final exit, 7.6 λ per sample"));
        QCOMPARE(figures.text(1), QStringLiteral("\u22120.9\u00A0pts accuracy vs final exit"));
        QCOMPARE(figures.text(2), QStringLiteral("23\u00A0% offloaded"));
        figures.showSpreads({Spread{-61.5, 0.31}, Spread{-0.93, 0.02}, {}});
        QCOMPARE(figures.text(0), QStringLiteral("\u221261.8\u00A0% cost vs final exit, 7.6 λ per "
                                                 "sample, 20 seeds: \u221261.5 ± 0.3"));
        QCOMPARE(figures.text(1),
                 QStringLiteral(
                     "\u22120.9\u00A0pts accuracy vs final exit, 20 seeds: \u22120.9 ± 0.02"));
        figures.showSpreads({});
        figures.show(-61.84, std::numeric_limits<double>::quiet_NaN(), 23.2);
        QCOMPARE(figures.text(1),
                 QStringLiteral("– accuracy vs final exit, no labels to compare with"));
        figures.show(-61.84, std::numeric_limits<double>::quiet_NaN(), 23.2, {},
                     QStringLiteral("81 % accuracy"));
        QCOMPARE(figures.text(1),
                 QStringLiteral("– accuracy vs final exit, 81 % accuracy, the final "
                                "exit's accuracy on these samples is not known"));
    }

    // Where the words of one card have no room beside its figure, all three have them below.
    void figuresLookAlike() {
        const Theme theme;
        Figures figures(theme);
        figures.show();
        for (int width = 420; width <= 1400; width += 20) {
            figures.resize(width, 64);
            QCOMPARE(figures.isBeside(1), figures.isBeside(0));
            QCOMPARE(figures.isBeside(2), figures.isBeside(0));
            if (width == 420) QVERIFY(!figures.isBeside(0));
        }
        QVERIFY(figures.isBeside(0));
    }

    void figuresMeasureAnewInALargerFont() {
        const Theme theme;
        Figures figures(theme);
        figures.show();
        int width = 420;
        do {
            figures.resize(width, 64);
            width += 20;
        } while (!figures.isBeside(0));
        const int low = figures.sizeHint().height();
        const QFont before = QApplication::font();
        QFont larger = before;
        larger.setPointSizeF(2 * before.pointSizeF());
        QApplication::setFont(larger);
        const bool below = QTest::qWaitFor([&] { return !figures.isBeside(0); });
        const int high = figures.sizeHint().height();
        QApplication::setFont(before);
        QVERIFY(below);
        QVERIFY(high > low);
        QTRY_VERIFY(figures.isBeside(0));
        QCOMPARE(figures.sizeHint().height(), low);
    }

    // Numbers keep clear of each other however close the places stand.
    void captionsNeverOverprint_data() {
        QTest::addColumn<int>("width");
        for (const int width : {420, 620, 860, 1400}) QTest::addRow("%d", width) << width;
    }
    void captionsNeverOverprint() {
        QFETCH(int, width);
        const Theme theme;
        for (const int count : {1, 2, 7, 24, 47}) {
            QWidget page;
            PlacesTrack track(theme, &page);
            std::vector<TrackPlace> places;
            for (int i = 0; i < count; ++i)
                places.push_back({QStringLiteral("layer%1.0.relu").arg(i), (i + 1.0) / (count + 1),
                                  123.4 * (i + 1), 802.8 / (i + 1), i % 3 == 1});
            track.setPlaces(std::move(places));
            track.resize(width, 200);
            page.resize(track.size());
            page.show();
            const QString faults = layoutFaults(page).join(QLatin1Char('\n'));
            QVERIFY2(faults.isEmpty(), qPrintable(faults));
        }
    }
};

std::unique_ptr<QObject> splitee::test::trackTests() { return std::make_unique<TestTrack>(); }

#include "test_track.moc"
