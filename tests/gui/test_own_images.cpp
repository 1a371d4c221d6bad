// SPDX-License-Identifier: GPL-3.0-or-later
// Folders and archives of images, and tables of several distortions, as people bring them to the
// window.
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

#include "dropped_file.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/live/figures.h"
#include "gui/live/run_view.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/rows_dialog.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/track/network_track.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "sign_folder.h"

using namespace splitee;
using splitee::test::writeSigns;
using State = RunController::State;

namespace {

constexpr int kPatienceForNetworks = 60'000;  // milliseconds; LibTorch is loaded, perhaps slowly
constexpr int kSigns = 48;                    // three of each class

}  // namespace

class TestOwnImages : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aDroppedFolderPlaysOnTheNetworkThatKnowsItsClasses();
    void theNetworkOfTheSetUpIsKeptWhereItFits();
    void anArchiveOpensLikeItsFolder();
    void thePartIsChosenAndSaysHowManyPlay();
    void unknownClassesAreRefusedWithTheNextStep();
    void badImagesChangeNothing_data();
    void badImagesChangeNothing();
    void aNetworkWithoutImagesSaysTheNextStep();
    void rowsOfATableAreChosen();
    void aBrokenSessionIsCalledOne();
    void informationIsNoProblem();

private:
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] const ExperimentFile& file() const { return window_->setup().file(); }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] MessageBar& messages() { return window_->messages(); }
    void waitFor(State state) {
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, kPatienceForNetworks);
    }
    template <class T>
    [[nodiscard]] T* named(const QString& name) {
        for (T* one : window_->findChildren<T*>())
            if (one->accessibleName() == name) return one;
        return nullptr;
    }
    [[nodiscard]] bool shows(const QString& words) {
        const auto labels = window_->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

void TestOwnImages::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    theme_ = std::make_unique<Theme>();
    window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
    window_->show();
}

void TestOwnImages::cleanup() {
    window_.reset();
    theme_.reset();
    folder_.reset();
}

void TestOwnImages::aDroppedFolderPlaysOnTheNetworkThatKnowsItsClasses() {
    writeSigns(path("photos"), kSigns);
    splitee::test::dropFile(*window_, path("photos"));
    waitFor(State::Ready);
    QCOMPARE(file().model, std::string("builtin:signs"));
    QCOMPARE(file().dataset, "folder:" + path("photos").toStdString());
    QCOMPARE(file().distortion, std::string("clean"));
    QVERIFY(messages().message().isEmpty());
    QVERIFY(shows(QStringLiteral("of %1 images play").arg(kSigns)));
    runs().step();
    waitFor(State::Paused);
    QCOMPARE(runs().round(), std::int64_t{1});
}

void TestOwnImages::theNetworkOfTheSetUpIsKeptWhereItFits() {
    writeSigns(path("photos"), kSigns);
    QVERIFY(QFile::copy(QStringLiteral(SPLITEE_RESOURCES "/models/signs.mee"), path("mine.mee")));
    splitee::test::dropFile(*window_, path("mine.mee"));
    waitFor(State::Ready);
    splitee::test::dropFile(*window_, path("photos"));
    QTRY_COMPARE(file().dataset, "folder:" + path("photos").toStdString());
    QCOMPARE(file().model, path("mine.mee").toStdString());
    ExperimentFile other = file();  // a network that does not know them
    other.model = "builtin:cifar10";
    other.dataset = "";
    window_->setup().load(other);
    splitee::test::dropFile(*window_, path("photos"));
    QTRY_COMPARE(file().model, std::string("builtin:signs"));
    QVERIFY2(messages().message().contains("these images are shown to builtin:signs"),
             qPrintable(messages().message()));
    QVERIFY(!messages().showsProblem());
}

void TestOwnImages::anArchiveOpensLikeItsFolder() {
    writeSigns(path("photos"), kSigns);
    QCOMPARE(QProcess::execute("tar", {"-czf", path("photos.tar.gz"), "-C", path("photos"), "."}),
             0);
    splitee::test::dropFile(*window_, path("photos.tar.gz"));
    waitFor(State::Ready);
    QCOMPARE(file().dataset, "folder:" + path("photos.tar.gz").toStdString());
    QVERIFY(shows(QStringLiteral("of %1 images play").arg(kSigns)));
}

void TestOwnImages::thePartIsChosenAndSaysHowManyPlay() {
    writeSigns(path("photos"), kSigns);
    splitee::test::dropFile(*window_, path("photos"));
    waitFor(State::Ready);
    auto* part = named<QComboBox>(QStringLiteral("Part"));
    QVERIFY(part != nullptr && part->isVisible());
    QVERIFY(part->currentText().startsWith("Test: "));
    const int all = part->findData(QStringLiteral("all"));
    QCOMPARE(part->itemText(all), QStringLiteral("All: %1 images").arg(kSigns));
    part->setCurrentIndex(all);
    emit part->activated(all);
    QTRY_COMPARE(file().part, std::string("all"));
    QTRY_VERIFY(shows(QStringLiteral("%1 of %1 images play").arg(kSigns)));
    QTRY_COMPARE_WITH_TIMEOUT(runs().played().part, std::string("all"), kPatienceForNetworks);
    waitFor(State::Ready);
    QCOMPARE(runs().opened().live->images->size(), std::int64_t{kSigns});
    window_->setup().undoStack().undo();
    QCOMPARE(file().part, std::string());
}

void TestOwnImages::unknownClassesAreRefusedWithTheNextStep() {
    writeSigns(path("photos"), kSigns);
    const QDir photos(path("photos"));
    for (const QString& name : photos.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY(QDir(path("photos")).rename(name, "my " + name));
    const auto before = toJson(file());
    splitee::test::dropFile(*window_, path("photos"));
    QTRY_VERIFY(!messages().message().isEmpty());
    QVERIFY2(messages().message().contains("open the network that was trained on them") &&
                 messages().message().contains("splitee train --dataset folder:"),
             qPrintable(messages().message()));
    QVERIFY(messages().showsProblem());
    QCOMPARE(toJson(file()), before);
}

void TestOwnImages::badImagesChangeNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such folder") << "none"
                                    << "there is no such file or folder";
    QTest::newRow("no classes") << "empty"
                                << "class folders";
    QTest::newRow("text") << "words.txt"
                          << "words.txt holds texts";
    QTest::newRow("half an archive") << "half.zip"
                                     << "half.zip";
}

// What played stays as it is.
void TestOwnImages::badImagesChangeNothing() {
    QFETCH(QString, name);
    QFETCH(QString, says);
    std::filesystem::create_directory(path("empty").toStdString());
    std::ofstream(path("words.txt").toStdString()) << "words";
    std::ofstream(path("half.zip").toStdString()) << "PK\x03\x04 and no more";
    window_->start(*exampleNamed(QStringLiteral("signs-live")));
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() > 3, kPatienceForNetworks);
    runs().pause();
    const auto before = toJson(file());
    const auto round = runs().round();
    emit window_->panel().source().live().imagesWanted(path(name.toLatin1()), QString());
    QTRY_VERIFY(!messages().message().isEmpty());
    QVERIFY2(messages().message().contains(says), qPrintable(messages().message()));
    QCOMPARE(toJson(file()), before);
    QVERIFY(runs().busy());
    QVERIFY(runs().round() >= round);
}

void TestOwnImages::aNetworkWithoutImagesSaysTheNextStep() {
    window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
    waitFor(State::Finished);
    QVERIFY(window_->view().track().state().exits() > 0);
    QVERIFY(QFile::copy(QStringLiteral(SPLITEE_RESOURCES "/models/cifar10.mee"), path("mine.mee")));
    splitee::test::dropFile(*window_, path("mine.mee"));
    QTRY_COMPARE(file().model, path("mine.mee").toStdString());
    QVERIFY(file().dataset.empty());
    QTRY_COMPARE(runs().state(), State::Empty);
    QVERIFY(shows(QStringLiteral("Next: choose the images for mine.mee under Dataset")));
    QVERIFY(messages().message().isEmpty());
    QCOMPARE(window_->view().track().state().exits(), 0);  // nor what the table's run showed
    QVERIFY2(window_->view().figures().text(0).contains(QStringLiteral("–")) ||
                 !window_->view().figures().text(0).contains(QRegularExpression("[0-9]")),
             qPrintable(window_->view().figures().text(0)));
}

void TestOwnImages::rowsOfATableAreChosen() {
    std::ofstream table(path("several.csv").toStdString());
    table << "distortion_type,sample,label,conf_1,conf_2,pred_1,pred_2\n";
    for (int i = 0; i < 40; ++i)
        table << (i % 2 == 0 ? "blur" : "noise") << ',' << i << ",1,0." << (i % 2 == 0 ? 3 : 6)
              << ",0.9,1,1\n";
    table.close();
    splitee::test::dropFile(*window_, path("several.csv"));
    RowsDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = window_->findChild<RowsDialog*>()) != nullptr && dialog->isVisible());
    QCOMPARE(dialog->values(0).count(), 3);
    QCOMPARE(dialog->values(0).itemText(1), QStringLiteral("noise"));
    dialog->values(0).setCurrentIndex(1);
    dialog->accept();
    QTRY_COMPARE(file().table, path("several.csv").toStdString() + "?distortion_type=noise");
    waitFor(State::Ready);
    QCOMPARE(runs().opened().tables->recorded.front().samples(), std::int64_t{20});
    QCOMPARE(runs().opened().tables->recorded.front().confidence.front(), 0.6);
}

void TestOwnImages::aBrokenSessionIsCalledOne() {
    std::ofstream(path("broken.splitee").toStdString()) << "no session";
    splitee::test::dropFile(*window_, path("broken.splitee"));
    QTRY_VERIFY(!messages().message().isEmpty());
    QVERIFY2(messages().message().contains("not a session"), qPrintable(messages().message()));
}

void TestOwnImages::informationIsNoProblem() {
    messages().show(QStringLiteral("it failed"));
    QVERIFY(messages().showsProblem());
    const QImage problem = messages().grab().toImage();
    messages().inform(QStringLiteral("it failed"));
    QVERIFY(!messages().showsProblem());
    QVERIFY(problem.pixelColor(4, 4) != messages().grab().toImage().pixelColor(4, 4));
}

std::unique_ptr<QObject> splitee::test::ownImagesTests() {
    return std::make_unique<TestOwnImages>();
}

#include "test_own_images.moc"
