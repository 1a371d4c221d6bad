// SPDX-License-Identifier: GPL-3.0-or-later
// Networks from outside in the window: imported by a drop, refused, cancelled, given exits, and
// held against splitee model import.
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "dropped_file.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/imports/attach_sheet.h"
#include "gui/imports/exit_choice.h"
#include "gui/imports/import_sheet.h"
#include "gui/imports/imports.h"
#include "gui/imports/network_form.h"
#include "gui/job_sheets/job_row.h"
#include "gui/job_sheets/jobs.h"
#include "gui/job_sheets/jobs_sheet.h"
#include "gui/run/read_file.h"
#include "gui/setup/dataset_picker.h"
#include "gui/track/places_track.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "jobs_window.h"
#include "written_scripts.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

constexpr int kImportPatience = 120'000;  // milliseconds; LibTorch is loaded, perhaps slowly

QByteArray wholeFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestImports : public JobsWindow {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> scripts_;

    [[nodiscard]] ImportSheet& sheet() { return window_->imports().sheet(); }
    [[nodiscard]] AttachSheet& attach() { return window_->imports().attachSheet(); }
    [[nodiscard]] ImportWork& work() { return window_->imports().work(); }
    template <class T>
    static T* named(QWidget& in, const char* name) {
        for (T* one : in.findChildren<T*>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        return nullptr;
    }
    void bring(const char* name) {
        QVERIFY(QFile::exists(path(name)) || QFile::copy(scripts_->filePath(name), path(name)));
        dropFile(*window_, path(name));
        QTRY_VERIFY(sheet().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!work().probing(), kImportPatience);
    }
    static void chooseSigns(QWidget& in) {
        auto* images = in.findChild<DatasetPicker*>();
        const int at = images->findData(QStringLiteral("signs"));
        images->setCurrentIndex(at);
        emit images->activated(at);
        QTRY_COMPARE(images->dataset(), QStringLiteral("signs"));
    }
    void normalise() {
        named<QLineEdit>(sheet(), "Mean")->setText(QStringLiteral("0.5"));
        named<QLineEdit>(sheet(), "Standard deviation")->setText(QStringLiteral("0.25"));
    }
    // The file that the program makes by the same words.
    QByteArray byTheProgram(const char* network, const char* model, const QStringList& flags) {
        const QString place = path("headless");
        QDir().mkpath(place);
        QProcess program;
        program.start(QStringLiteral(SPLITEE_PROGRAM),
                      QStringList{"model", "import", path(network), "--dataset", "signs", "--mean",
                                  "0.5", "--std", "0.25", "--out",
                                  place + QLatin1Char('/') + QString::fromLatin1(model)} +
                          flags);
        program.waitForFinished(kImportPatience);
        if (program.exitCode() != 0) qWarning("%s", program.readAllStandardError().constData());
        return wholeFile(place + QLatin1Char('/') + QString::fromLatin1(model));
    }
    // The attach sheet over one.pt, with signs to learn from.
    void bringToAttach() {
        bring("one.pt");
        chooseSigns(sheet());
        normalise();
        QCOMPARE(button(sheet(), "import")->text(), QStringLiteral("Attach exits…"));
        QTRY_VERIFY2(button(sheet(), "import")->isEnabled(), qPrintable(sheet().fault()));
        button(sheet(), "import")->click();
        QVERIFY(attach().isVisible() && !sheet().isVisible());
        QCOMPARE(attach().choice().dataset(), QStringLiteral("signs"));
    }
    void waitForTheEnd() { QTRY_VERIFY_WITH_TIMEOUT(!work().busy(), kImportPatience); }

private slots:
    void initTestCase() {
        scripts_ = std::make_unique<QTemporaryDir>();
        QVERIFY(writeScripts(scripts_->path()));
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aDroppedNetworkIsImportedAndPlaysLive() {
        bring("three.pt");
        auto* go = button(sheet(), "import");
        QCOMPARE(go->text(), QStringLiteral("Import"));
        QVERIFY(!go->isEnabled());
        QVERIFY2(sheet().fault().startsWith(QLatin1String("Name the 16 classes")),
                 qPrintable(sheet().fault()));
        chooseSigns(sheet());
        normalise();
        QTRY_VERIFY2(go->isEnabled(), qPrintable(sheet().fault()));
        go->click();
        QVERIFY(work().busy());
        QVERIFY(!sheet().form().findChild<QLineEdit*>()->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().model, path("three.mee").toStdString(),
                                  kImportPatience);
        QVERIFY(!sheet().isVisible());
        QCOMPARE(window_->setup().file().dataset, std::string("signs"));
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Ready, kImportPatience);
        QCOMPARE(window_->controller().opened().depth.size(), std::size_t{3});
        window_->controller().step();
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().round(), std::int64_t{1}, kImportPatience);
        const QByteArray headless = byTheProgram("three.pt", "three.mee", {});
        QVERIFY(!headless.isEmpty());
        QCOMPARE(wholeFile(path("three.mee")), headless);
    }

    void classesAreTypedOrRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("as many") << "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o, p"
                                 << "";
        QTest::newRow("a file") << "FILE"
                                << "";
        QTest::newRow("too few") << "cat, dog"
                                 << "The network tells 16 classes apart, but 2 are named";
        QTest::newRow("one") << "cat"
                             << "neither a file with a class a line nor a list";
    }
    void classesAreTypedOrRead() {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        bring("three.pt");
        if (typed == QLatin1String("FILE")) {
            QFile file(path("classes.txt"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            for (int i = 0; i < 16; ++i) file.write("class " + QByteArray::number(i) + "\n");
            typed = file.fileName();
        }
        named<QLineEdit>(sheet(), "Classes")->setText(typed);
        QVERIFY2(sheet().fault().contains(says) && sheet().fault().isEmpty() == says.isEmpty(),
                 qPrintable(sheet().fault()));
        QCOMPARE(button(sheet(), "import")->isEnabled(), says.isEmpty());
    }

    void theSideIsFoundAndASideThatIsTypedIsTried() {
        bring("side.pt");
        QCOMPARE(sheet().form().side(), 64);
        auto* side = sheet().form().findChild<NumberField*>();
        side->show(40);
        emit side->edited(40);
        QTRY_VERIFY_WITH_TIMEOUT(sheet().fault().startsWith(QLatin1String("Cannot import ")),
                                 kImportPatience);
        QVERIFY(!button(sheet(), "import")->isEnabled());
        side->show(64);
        emit side->edited(64);
        QTRY_VERIFY_WITH_TIMEOUT(sheet().fault().startsWith(QLatin1String("Name the")),
                                 kImportPatience);
    }

    void pixelsHavePresets() {
        bring("three.pt");
        auto* pixels = named<QComboBox>(sheet(), "Pixels");
        const int at = pixels->findText(QStringLiteral("ImageNet"));
        pixels->setCurrentIndex(at);
        emit pixels->activated(at);
        QCOMPARE(sheet().form().words().mean, std::string("0.485,0.456,0.406"));
        QCOMPARE(sheet().form().words().deviation, std::string("0.229,0.224,0.225"));
        named<QLineEdit>(sheet(), "Mean")->setText(QStringLiteral("0.4"));
        QCOMPARE(pixels->currentText(), QStringLiteral("Other"));
    }

    // What the library refuses is one sentence in the sheet, and all that was typed stays.
    void aRefusalLosesNothing() {
        QFile bad(path("bad.pt"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no network");
        bad.close();
        bring("bad.pt");
        named<QLineEdit>(sheet(), "Classes")->setText(QStringLiteral("a,b"));
        QVERIFY2(sheet().fault().startsWith("Cannot import " + path("bad.pt") + ": "),
                 qPrintable(sheet().fault()));
        QVERIFY(!button(sheet(), "import")->isEnabled());
        QCOMPARE(sheet().form().words().classes, std::string("a,b"));
        QVERIFY(window_->messages().message().isEmpty());
        bring("three.pt");
        chooseSigns(sheet());
        normalise();
        auto* out = named<QLineEdit>(sheet(), "Save as");
        out->setText(path("nowhere/three.mee"));
        const ImportWords words = sheet().form().words();
        button(sheet(), "import")->click();
        QVERIFY(work().busy());
        waitForTheEnd();  // imported, then written
        QTRY_VERIFY_WITH_TIMEOUT(!work().busy() && !sheet().fault().isEmpty(), kImportPatience);
        QVERIFY2(sheet().fault().contains(QLatin1String("three.mee")), qPrintable(sheet().fault()));
        QVERIFY(sheet().isVisible());
        QCOMPARE(sheet().form().words().out, words.out);
        QCOMPARE(sheet().form().words().mean, words.mean);
        QVERIFY(window_->setup().file().model.empty());
        out->setText(path("three.mee"));
        QVERIFY(button(sheet(), "import")->isEnabled());
        button(sheet(), "import")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().model, path("three.mee").toStdString(),
                                  kImportPatience);
    }

    void aFileThatIsThereIsReplacedOnlyWhereOneSaysSo() {
        QFile there(path("three.mee"));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("mine");
        there.close();
        bring("three.pt");
        chooseSigns(sheet());
        QTRY_VERIFY2(sheet().fault().contains(QLatin1String("three.mee exists already")),
                     qPrintable(sheet().fault()));
        QVERIFY(!button(sheet(), "import")->isEnabled());
        QTest::keyClick(&sheet(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!work().busy());
        QCOMPARE(wholeFile(path("three.mee")), QByteArray("mine"));
        sheet().form().findChild<QAbstractButton*>(QStringLiteral("replace"))->click();
        QVERIFY(button(sheet(), "import")->isEnabled());
    }

    void aTrainingThatIsCancelledKeepsNothing() {
        bringToAttach();
        button(attach(), "attach")->click();
        QVERIFY(!attach().isVisible() && jobs().list().isVisible());
        Job* job = jobs().list().chosen();
        QVERIFY(job != nullptr && job->attaches() && job->runs());
        JobRow* row = jobs().list().rowOf(*job);
        QVERIFY(!button(*row, "pause")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(
            job->progress() && job->progress()->unit == "images" && job->progress()->done > 0,
            kImportPatience);
        button(*row, "cancel")->click();
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), Job::State::Cancelled, kImportPatience);
        QCOMPARE(QDir(folder_->path()).entryList({"*.mee*"}, QDir::Files), QStringList());
        QVERIFY(!job->canResume() && button(*row, "remove")->isVisible());
        QCOMPARE(attach().choice().dataset(), QStringLiteral("signs"));  // all is as it was
        QVERIFY(!attach().choice().places().empty());
    }

    void exitsAtChosenPlacesPlayLive() {
        bringToAttach();
        PlacesTrack& track = attach().choice().track();
        const auto automatic = track.checked();
        QCOMPARE(automatic.size(), track.places().size());  // two places: auto takes both
        QVERIFY(track.places().size() >= 2);
        for (std::size_t i = 0; i < track.places().size(); ++i) {
            const TrackPlace& place = track.places()[i];
            QVERIFY(place.share > (i == 0 ? 0 : track.places()[i - 1].share) && place.share < 1);
            QVERIFY(place.megaflops > 0 && place.kilobytes > 0);
        }
        // A click takes the first away, the keyboard the others and brings the first back.
        QTest::mouseClick(&track, Qt::LeftButton, {}, track.pointOf(0));
        QCOMPARE(track.checked().size(), automatic.size() - 1);
        QCOMPARE(attach().choice().count().value(), static_cast<double>(automatic.size() - 1));
        track.setFocus();
        for (std::size_t i = 1; i < track.places().size(); ++i) {
            QTest::keyClick(&track, Qt::Key_Right);
            QTest::keyClick(&track, Qt::Key_Space);
        }
        QVERIFY(track.checked().empty());
        QCOMPARE(attach().fault(), QStringLiteral("Choose a place for an exit"));
        QVERIFY(!button(attach(), "attach")->isEnabled());
        QTest::keyClick(&track, Qt::Key_Home);
        QTest::keyClick(&track, Qt::Key_Space);
        QCOMPARE(track.checked(), std::vector<std::size_t>{0});
        QCOMPARE(attach().choice().places(), track.places()[0].name.toStdString());
        auto* most = attach().findChild<NumberField*>(QStringLiteral("mostImages"));
        QVERIFY(most != nullptr);
        most->show(200);
        button(attach(), "attach")->click();
        Job* job = jobs().list().chosen();
        QVERIFY(job != nullptr && job->attaches());
        QTRY_VERIFY2_WITH_TIMEOUT(job->state() == Job::State::Done,
                                  qPrintable(job->log().join('\n')), kImportPatience);
        JobRow* row = jobs().list().rowOf(*job);
        QVERIFY2(row->text().startsWith("Done · 2 exits · final exit "), qPrintable(row->text()));
        const auto& table = jobs().list().exits();
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, 1).data().toString(), track.places()[0].name);
        for (int line = 0; line < 2; ++line)
            for (const int column : {2, 3})
                QVERIFY(table.index(line, column).data().toString().toDouble() > 0);
        button(*row, "open")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window_->setup().file().model, path("one.mee").toStdString(),
                                  kImportPatience);
        QCOMPARE(window_->setup().file().dataset, std::string("signs"));
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Ready, kImportPatience);
        QCOMPARE(window_->controller().opened().depth.size(), std::size_t{2});
        window_->controller().runTo(5);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().round(), std::int64_t{5}, kImportPatience);
        const QByteArray headless = byTheProgram(
            "one.pt", "one.mee", {"--attach", track.places()[0].name, "--images", "200"});
        QVERIFY(!headless.isEmpty());
        QCOMPARE(wholeFile(path("one.mee")), headless);
    }

    void theNumberOfExitsSpreadsThem() {
        bring("deep.pt");
        chooseSigns(sheet());
        QTRY_VERIFY(button(sheet(), "import")->isEnabled());
        button(sheet(), "import")->click();
        PlacesTrack& track = attach().choice().track();
        QCOMPARE(track.checked().size(), std::size_t{5});  // auto
        emit attach().choice().count().edited(3);
        const auto three = track.checked();
        QCOMPARE(three.size(), std::size_t{3});
        QVERIFY(std::abs(track.places()[three[0]].share - .25) < .05);
        QVERIFY(std::abs(track.places()[three[2]].share - .75) < .05);
        emit attach().choice().count().edited(47);
        QCOMPARE(track.checked().size(), track.places().size());
        track.setFocus();
        QTest::keyClick(&track, Qt::Key_Escape);  // no pause of what lies below
        QVERIFY(!attach().isVisible());
    }

    // Images of another network do not keep this one from being opened.
    void aNetworkIsOpenedThoughTheImagesAreOfAnother() {
        QVERIFY(QFile::copy(scripts_->filePath("three.pt"), path("three.pt")));
        QProcess program;
        program.start(QStringLiteral(SPLITEE_PROGRAM),
                      {"model", "import", path("three.pt"), "--classes",
                       "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p", "--out", path("three.mee")});
        QVERIFY(program.waitForFinished(kImportPatience) && program.exitCode() == 0);
        for (const char* name : {"photos/cat/1.png", "photos/dog/1.png", "photos/dog/2.png"}) {
            QDir().mkpath(QFileInfo(path(name)).path());
            QImage image(32, 32, QImage::Format_RGB888);
            image.fill(Qt::gray);
            QVERIFY(image.save(path(name)));
        }
        ExperimentFile now;
        now.model = "builtin:signs";
        now.dataset = "folder:" + path("photos").toStdString();
        const auto read = readNetwork(path("three.mee").toStdString(), now);
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->on(now).model, path("three.mee").toStdString());
        QCOMPARE(read->on(now).dataset, std::string());
        QVERIFY(!read->remark.empty());
    }
};

std::unique_ptr<QObject> splitee::test::importTests() { return std::make_unique<TestImports>(); }

#include "test_imports.moc"
