// SPDX-License-Identifier: GPL-3.0-or-later
// Panels that open and close: what was there before is there again, and nothing gets too small.
#include <QAction>
#include <QApplication>
#include <QMap>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/live/run_view.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"

using namespace splitee;
using State = RunController::State;

namespace {
constexpr int kDocksPatience = 60'000;  // milliseconds, on a busy machine

class CountedEvents : public QObject {
public:
    explicit CountedEvents(QEvent::Type type) : type_(type) {}
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == type_ ? 1 : 0;
        return false;
    }
    int count = 0;

private:
    QEvent::Type type_;
};

}  // namespace

class TestDocks : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = open(QSize(1280, 800));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void aPanelThatClosesLeavesEverythingAsItWas_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(800, 560), QSize(1280, 800), QSize(1600, 1000)})
            QTest::addRow("%d", size.width()) << size;
    }
    void aPanelThatClosesLeavesEverythingAsItWas() {
        QFETCH(QSize, size);
        window_->resize(size);
        settle();
        area().resizeDocks({dock("split"), dock("arms")}, {600, 300}, Qt::Horizontal);
        area().resizeDocks({dock("arms"), dock("costs")}, {100, 220}, Qt::Vertical);
        settle();
        const auto before = places();
        QCOMPARE(before.size(), 4);
        const QStringList names = area().names();
        for (int time = 0; time < 2; ++time)
            for (int k = 4; k < names.size(); ++k) {
                toggle(names[k])->trigger();
                settle();
                QVERIFY2(places() != before, qPrintable(names[k]));
                toggle(names[k])->trigger();
                QTRY_COMPARE(places(), before);
            }
        for (int k = 4; k < names.size(); ++k) {  // the next one before the layout has settled
            toggle(names[k])->trigger();
            settle();
            toggle(names[k])->trigger();
        }
        QTRY_COMPARE(places(), before);
        toggle(QStringLiteral("pulls"))->trigger();  // two of them, closed in the order of opening
        toggle(QStringLiteral("flow"))->trigger();
        settle();
        toggle(QStringLiteral("flow"))->trigger();
        settle();
        toggle(QStringLiteral("pulls"))->trigger();
        QTRY_COMPARE(places(), before);
        toggle(QStringLiteral("regret"))->trigger();
        settle();
        toggle(QStringLiteral("regret"))->trigger();
        QTRY_COMPARE(places(), before);
    }

    void aPanelIsAsWideAsItWasWhenItIsOpenedAgain() {
        toggle(QStringLiteral("pulls"))->trigger();
        settle();
        area().resizeDocks({dock("split"), dock("pulls")}, {400, 540}, Qt::Horizontal);
        settle();
        const auto open = places();
        QVERIFY(dock("pulls")->width() > 500);
        toggle(QStringLiteral("pulls"))->trigger();
        settle();
        toggle(QStringLiteral("pulls"))->trigger();
        QTRY_COMPARE(places(), open);
    }

    void noPanelIsLeftTooSmall_data() { aPanelThatClosesLeavesEverythingAsItWas_data(); }
    void noPanelIsLeftTooSmall() {
        QFETCH(QSize, size);
        window_->resize(size);
        settle();
        for (const QString& name : area().names()) {
            if (!dock(name)->isHidden()) continue;
            toggle(name)->trigger();
            settle();
            for (const Dock* one : shown())
                QVERIFY2(one->width() >= 280,
                         qPrintable(name + QStringLiteral(": ") + one->objectName() +
                                    QString::number(one->width())));
            toggle(name)->trigger();
            settle();
        }
    }

    void theKeyOfATabThatIsHiddenBringsItToTheFront() {
        toggle(QStringLiteral("pulls"))->trigger();
        toggle(QStringLiteral("flow"))->trigger();
        settle();
        QVERIFY(dock("pulls")->isBuried());
        QAction* key = toggle(QStringLiteral("pulls"));
        QCOMPARE(key->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_6));
        key->trigger();
        settle();
        QVERIFY(!dock("pulls")->isHidden());
        QVERIFY(!dock("pulls")->isBuried());
        QVERIFY(key->isChecked());
        QVERIFY(dock("flow")->isBuried());
        key->trigger();  // in front it closes, as ever
        settle();
        QVERIFY(dock("pulls")->isHidden());
        QVERIFY(!key->isChecked());
    }

    void aLayoutThatWasSavedInAWideWindowFitsANarrowOne() {
        window_->resize(1600, 1000);
        settle();
        toggle(QStringLiteral("pulls"))->trigger();
        settle();
        const QByteArray layout = area().layoutState();
        window_ = open(QSize(1280, 800));
        QVERIFY(area().restoreLayout(layout));
        settle();
        QVERIFY(!dock("pulls")->isHidden());
        for (const Dock* one : shown()) {
            QVERIFY2(one->width() >= 380, qPrintable(QString::number(one->width())));
            QVERIFY(area().rect().contains(one->geometry()));
        }
        toggle(QStringLiteral("pulls"))->trigger();
        settle();
        QCOMPARE(shown().size(), 4);
        QCOMPARE(dock("split")->y(), dock("arms")->y());
    }

    void aWindowThatNarrowsKeepsItsPanelsWide() {
        window_->resize(1600, 1000);
        settle();
        toggle(QStringLiteral("pulls"))->trigger();
        settle();
        const auto wide = places();
        window_->resize(1280, 800);
        settle();
        for (const Dock* one : shown()) QVERIFY(one->width() >= 380);
        window_->resize(1600, 1000);
        settle();
        QCOMPARE(shown().size(), wide.size());
    }

    void tabsShowWholeTitles() {
        for (const char* name : {"latency", "calibration", "rounds", "exits", "cost-parts"})
            toggle(QString::fromLatin1(name))->trigger();
        settle();
        const auto bars = area().findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(!bars.isEmpty());
        for (const QTabBar* bar : bars) QCOMPARE(bar->elideMode(), Qt::ElideNone);
    }

    // A layout that asks for another one keeps the processor busy for ever.
    void theLayoutComesToRest() {
        CountedEvents layouts(QEvent::LayoutRequest);
        area().installEventFilter(&layouts);
        for (const char* name : {"", "latency", "calibration", "rounds"}) {
            if (*name != 0) toggle(QString::fromLatin1(name))->trigger();
            const auto rests = [&] {
                const int before = layouts.count;
                settle();
                return layouts.count == before;
            };
            QTRY_VERIFY2(rests(), name);
        }
    }

private:
    std::unique_ptr<MainWindow> open(QSize size) {
        auto window = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window->resize(size);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get())) return window;
        window->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        // What the end of a run shows must not come between two looks at the panels.
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(window->controller().state(), State::Finished,
                                      kDocksPatience);
        }();
        settle();
        return window;
    }
    [[nodiscard]] DockArea& area() const { return window_->view().docks(); }
    [[nodiscard]] Dock* dock(const QString& name) const { return area().findChild<Dock*>(name); }
    [[nodiscard]] Dock* dock(const char* name) const { return dock(QString::fromLatin1(name)); }
    [[nodiscard]] QAction* toggle(const QString& name) const {
        return area().toggles()[area().names().indexOf(name)];
    }
    [[nodiscard]] QList<const Dock*> shown() const {
        QList<const Dock*> found;
        for (const QString& name : area().names())
            if (const Dock* one = dock(name); !one->isHidden() && !one->isBuried()) found += one;
        return found;
    }
    [[nodiscard]] QMap<QString, QRect> places() const {
        QMap<QString, QRect> found;
        for (const Dock* one : shown()) found[one->objectName()] = one->geometry();
        return found;
    }
    static void settle() {
        for (int k = 0; k < 4; ++k) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::dockTests() { return std::make_unique<TestDocks>(); }

#include "test_docks.moc"
