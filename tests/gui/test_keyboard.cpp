// SPDX-License-Identifier: GPL-3.0-or-later
// Everything once, by keys alone: pressed where the keyboard is, as a user would.
#include <QAbstractSpinBox>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSlider>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolTip>

#include <functional>

#include "gui/app/command_palette.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"

using namespace splitee;
using State = RunController::State;

class TestKeyboard : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void everythingCanBeDoneByKeyboardOnce() {
        tabTo([](const QWidget& at) {
            return at.property("example").toString() == QLatin1String("cifar10-rising-noise");
        });
        press(Qt::Key_Space);
        waitFor(State::Finished);
        tabTo([this](const QWidget& at) {
            return qobject_cast<const QSlider*>(&at) != nullptr &&
                   window_->findChild<RunBar*>()->isAncestorOf(&at);
        });
        press(Qt::Key_Home);
        for (int i = 0; i < 6; ++i) press(Qt::Key_Right);  // a few rounds a second
        press(Qt::Key_R, Qt::ControlModifier);
        waitFor(State::Running);
        QTRY_VERIFY(runs().round() > 0);
        press(Qt::Key_Space);
        QCOMPARE(runs().state(), State::Paused);
        press(Qt::Key_Right);  // after what was under way
        waitFor(State::Paused);
        const std::int64_t paused = runs().round();
        press(Qt::Key_Right);
        QTRY_COMPARE(runs().round(), paused + 1);
        waitFor(State::Paused);

        tabTo([](const QWidget& at) {
            return at.parentWidget() != nullptr &&
                   at.parentWidget()->objectName() == QLatin1String("offload") &&
                   at.inherits("QAbstractSpinBox");
        });
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("8.5"));
        press(Qt::Key_Return);
        QCOMPARE(window_->setup().experiment().offload, 8.5);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window_->setup().experiment().offload, 10.0);

        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(window_->commandPalette().isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("dark"));
        press(Qt::Key_Return);
        QCOMPARE(theme_->mode(), Theme::Mode::Dark);

        const Dock* pulls = window_->view().docks().findChild<Dock*>(QStringLiteral("pulls"));
        QVERIFY(pulls->isHidden());
        press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(pulls->isVisible());
        tabTo([this](const QWidget& at) {
            return window_->view()
                       .docks()
                       .findChild<Dock*>(QStringLiteral("split"))
                       ->isAncestorOf(&at) &&
                   at.inherits("splitee::ChartPanel");
        });
        press(Qt::Key_F1);
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("split layer")));
        press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(window_->view().why().isVisible());

        press(Qt::Key_R, Qt::ControlModifier);
        waitFor(State::Running);
        press(Qt::Key_Escape);
        waitFor(State::Paused);
        tabTo([](const QWidget& at) {
            return at.inherits("QToolButton") &&
                   at.property("text").toString() == QLatin1String("Stop");
        });
        press(Qt::Key_Space);
        waitFor(State::Stopped);
    }

    void anExportGetsAnEndingAndTheWindowSaysWhereItIs() {
        window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        waitFor(State::Finished);
        const QString name = folder_->filePath(QStringLiteral("picture"));
        bool asked = false;
        QTimer untilItOpens;
        connect(&untilItOpens, &QTimer::timeout, this, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) return;
            untilItOpens.stop();
            asked = true;
            dialog->setOption(QFileDialog::DontConfirmOverwrite);
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(name);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        untilItOpens.start(10);
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(asked);
        QVERIFY2(
            QFile::exists(name + QStringLiteral(".svg")),
            qPrintable(window_->messages().message() + window_->statusBar()->currentMessage()));
        QVERIFY(window_->statusBar()->currentMessage().contains(name + QStringLiteral(".svg")));
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : window_.get(), key, with);
    }
    void tabTo(const std::function<bool(const QWidget&)>& found) {
        constexpr int kMost = 120;
        QStringList seen;
        for (int i = 0; i < kMost; ++i) {
            const QWidget* at = QApplication::focusWidget();
            if (at != nullptr && found(*at)) return;
            if (at != nullptr)
                seen << QString::fromLatin1(at->metaObject()->className()) + QLatin1Char(' ') +
                            at->accessibleName();
            press(Qt::Key_Tab);
        }
        QFAIL(qPrintable(seen.join(QStringLiteral("\n"))));
    }
    void waitFor(State state) { QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, 20'000); }
    [[nodiscard]] RunController& runs() { return window_->controller(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::keyboardTests() { return std::make_unique<TestKeyboard>(); }

#include "test_keyboard.moc"
