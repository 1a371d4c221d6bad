// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and panel at six sizes, in English and German: nothing overlaps, is cut or elided.
// tests/gui/contact_sheets.sh makes pictures of all of them, in both themes and at two scales.
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "contact_sheet.h"
#include "datasets/open_dataset.h"
#include "gui/advise/advise_sheet.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/compare/compare_view.h"
#include "gui/imports/attach_sheet.h"
#include "gui/imports/exit_choice.h"
#include "gui/imports/import_sheet.h"
#include "gui/imports/imports.h"
#include "gui/imports/network_form.h"
#include "gui/job_sheets/job_form_sheets.h"
#include "gui/job_sheets/job_row.h"
#include "gui/job_sheets/jobs.h"
#include "gui/job_sheets/jobs_sheet.h"
#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/train_form.h"
#include "gui/live/run_view.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/dataset_picker.h"
#include "gui/setup/distortion_names.h"
#include "gui/sweeps/sweep_sheet.h"
#include "gui/sweeps/sweeps.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/workbench_style.h"
#include "gui_tests.h"
#include "layout_faults.h"
#include "sign_folder.h"
#include "written_scripts.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

struct Painted : QWidget {
    using QWidget::QWidget;
    void paintEvent(QPaintEvent*) override {
        QPainter(this).drawText(2, 16, QStringLiteral("Laten…"));
    }
};

}  // namespace

class TestLayout : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        fontBefore_ = QApplication::font();
        QApplication::setStyle(new WorkbenchStyle);
        chooseFont();
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        theme_->setMode(qEnvironmentVariable("SPLITEE_THEME") == QLatin1String("dark")
                            ? Theme::Mode::Dark
                            : Theme::Mode::Light);
        QApplication::setPalette(theme_->palette());
        QVERIFY(german_.load(QStringLiteral(SPLITEE_GERMAN)));
        scripts_ = std::make_unique<QTemporaryDir>();
        QVERIFY(writeScripts(scripts_->path()));
        writeSigns(scripts_->filePath(QStringLiteral("signs")), 320);
    }
    void cleanupTestCase() {
        window_.reset();
        QCoreApplication::removeTranslator(&german_);
        QApplication::setFont(fontBefore_);
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    }

    void theCheckFindsEachKindOfFault() {
        QWidget window;
        window.resize(400, 200);
        const auto label = [&window](const QString& text, const QRect& place) {
            auto* made = new QLabel(text, &window);
            made->setGeometry(place);
            made->show();
            return made;
        };
        QLabel* good = label(QStringLiteral("Runden"), {10, 10, 100, 20});
        const auto faults = [&window] {
            window.show();
            return layoutFaults(window).join(QLatin1Char('\n'));
        };
        QVERIFY2(faults().isEmpty(), qPrintable(faults()));
        good->setGeometry({10, 10, 20, 20});
        QVERIFY2(faults().contains(QStringLiteral("'Runden'")), qPrintable(faults()));
        QVERIFY2(faults().contains(QStringLiteral("is cut to")), qPrintable(faults()));
        good->setGeometry({10, 10, 100, 20});
        QLabel* other = label(QStringLiteral("again"), {20, 12, 100, 20});
        QVERIFY2(faults().contains(QStringLiteral("overprint")), qPrintable(faults()));
        QVERIFY2(faults().contains(QStringLiteral("intersect")), qPrintable(faults()));
        other->setGeometry({350, 100, 100, 20});
        QVERIFY2(faults().contains(QStringLiteral("lies outside")), qPrintable(faults()));
        other->setGeometry({200, 100, 100, 20});
        other->setText(QStringLiteral("La…"));
        QVERIFY2(faults().isEmpty(), qPrintable(faults()));  // the label's own text
        auto* tabs = new QTabBar(&window);
        tabs->addTab(QStringLiteral("Latency of every sample"));
        tabs->setElideMode(Qt::ElideRight);
        tabs->setUsesScrollButtons(false);
        tabs->setGeometry(10, 150, 60, 30);
        tabs->show();
        QVERIFY2(faults().contains(QStringLiteral("is elided")), qPrintable(faults()));
        tabs->hide();
        auto* painted = new Painted(&window);
        painted->setGeometry(10, 150, 60, 30);
        painted->show();
        QVERIFY2(faults().contains(QStringLiteral("is elided")), qPrintable(faults()));
        painted->setToolTip(QStringLiteral("Latency of every sample"));
        QVERIFY2(faults().isEmpty(), qPrintable(faults()));
    }

    void nothingOverlapsOrIsCut_data() {
        QTest::addColumn<bool>("inGerman");
        QTest::addColumn<QSize>("size");
        for (const bool inGerman : {false, true})
            for (const QSize size : {QSize(960, 540), QSize(1024, 700), QSize(800, 0),
                                     QSize(1280, 800), QSize(1600, 1000), QSize(2560, 1440)})
                QTest::addRow("%s %dx%d", inGerman ? "German" : "English", size.width(),
                              size.height())
                    << inGerman << size;
    }
    void nothingOverlapsOrIsCut() {
        QFETCH(bool, inGerman);
        QFETCH(QSize, size);
        open(inGerman);
        window_->resize(size.expandedTo({0, window_->minimumHeight()}));
        settle();
        QCOMPARE(window_->width(), size.width());
        if (size.height() > 0) QCOMPARE(window_->height(), size.height());
        faults_.clear();
        checkWelcome();
        checkLive();
        checkMessages();
        checkPanels();
        checkAdvice();
        checkNetwork();
        checkImports();
        checkJobs();
        checkRuns();
        saveSheet();
        for (const QString& fault : faults_) qWarning().noquote() << fault;
        QCOMPARE(faults_.size(), 0);
    }

private:
    // One window a language: to play the runs anew for every size would take longer than to look.
    void open(bool inGerman) {
        if (window_ != nullptr && inGerman == inGerman_) return;
        window_.reset();
        inGerman_ = inGerman;
        if (inGerman) QCoreApplication::installTranslator(&german_);
        window_ = std::make_unique<MainWindow>(
            *theme_,
            folder_
                ->filePath(inGerman ? QStringLiteral("de.splitee") : QStringLiteral("en.splitee"))
                .toStdString());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Finished, 20'000);
    }

    void check(const QString& what) { check(what, *window_); }
    void check(const QString& what, QWidget& part) {
        settle();
        for (const QString& fault : layoutFaults(part))
            faults_ << what + QStringLiteral(": ") + fault;
        if (!pictures_.isEmpty()) sheet_.add(what, part.grab().toImage());
    }

    void saveSheet() {
        if (sheet_.isEmpty()) return;
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(' ', '-');
        QVERIFY(sheet_.save(pictures_ + QLatin1Char('/') + name + QStringLiteral(".png")));
    }

    void checkWelcome() {
        window_->actions().welcome->trigger();
        check(QStringLiteral("welcome"));
    }

    void checkLive() {
        window_->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Finished, 20'000);
        check(QStringLiteral("live"));
    }

    void checkMessages() {
        window_->messages().offer(
            QStringLiteral("The sweep is done: 240 runs played in 1.2 s, all of them compared"),
            QStringLiteral("Compare"), [] {});
        check(QStringLiteral("information"));
        window_->messages().show(QStringLiteral(
            "cannot read table /home/someone/measurements/resnet/cifar10-clean-of-tuesday.csv: "
            "line 12 has 7 columns where the header names 9; mend that line or leave it out"));
        check(QStringLiteral("problem"));
        window_->messages().dismiss();
    }

    // Before and with an answer.
    void checkAdvice() {
        AdviseSheet& sheet = window_->adviseSheet();
        window_->actions().advise->trigger();
        check(QStringLiteral("advise"), sheet);
        if (sheet.answer() == nullptr) {
            sheet.setSeeds(2);
            sheet.setThresholds(QStringLiteral("0.5,0.8"));
            sheet.setGoal(AdviseSheet::Goal::Accuracy, 88);
            sheet.begin();
            QTRY_VERIFY_WITH_TIMEOUT(sheet.answer() != nullptr, 60'000);
        }
        check(QStringLiteral("advised"), sheet);
        sheet.findChild<QPushButton*>(QStringLiteral("close"))->click();
    }

    // What a network answers live has an image beside it and measured times.
    void checkNetwork() {
        window_->start(*exampleNamed(QStringLiteral("signs-live")));
        QTRY_VERIFY_WITH_TIMEOUT(window_->controller().round() > 3, 20'000);
        check(QStringLiteral("running"));
        window_->actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Stopped, 20'000);
        check(QStringLiteral("network"));
    }

    // The sheets of a network from outside, before and after, and with a problem.
    void checkImports() {
        Imports& imports = window_->imports();
        const auto bring = [&](const char* name) {
            imports.open(scripts_->filePath(QString::fromLatin1(name)));
            QTRY_VERIFY_WITH_TIMEOUT(!imports.work().probing(), 60'000);
        };
        bring("three.pt");
        check(QStringLiteral("import"), imports.sheet());
        QFile bad(scripts_->filePath(QStringLiteral("measured on a Tuesday.pt")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no network");
        bad.close();
        bring("measured on a Tuesday.pt");
        check(QStringLiteral("import-refused"), imports.sheet());
        bring("deep.pt");
        imports.sheet().form().showImages(
            QStringLiteral("folder:") + scripts_->filePath(QStringLiteral("signs")), signClasses());
        auto* attach = &imports.attachSheet();
        imports.sheet().findChild<QPushButton*>(QStringLiteral("import"))->click();
        QVERIFY(attach->isVisible());
        check(QStringLiteral("attach"), *attach);
        attach->findChild<QPushButton*>(QStringLiteral("close"))->click();
        QVERIFY(!attach->isVisible());
    }
    // They are trained and read once a language.
    void checkJobs() {
        Jobs& jobs = window_->jobs();
        JobQueue& queue = jobs.queue();
        const std::string signs =
            "folder:" + scripts_->filePath(QStringLiteral("signs")).toStdString();
        TrainSheet& train = jobs.trainSheet();
        const auto learnFrom = [&](const QString& name) {
            jobs.openTraining({});
            emit train.form().data().chosen(name);
            QTRY_VERIFY_WITH_TIMEOUT(!train.form().reading(), 60'000);
        };
        learnFrom(QString::fromStdString(signs));
        check(QStringLiteral("train"), train);
        learnFrom(scripts_->filePath(QStringLiteral("no images of a folder that is not there")));
        check(QStringLiteral("train-refused"), train);
        learnFrom(QStringLiteral("text:builtin:product-reviews"));
        check(QStringLiteral("train-texts"), train);
        jobs.openEvaluation("builtin:signs", "signs");
        QTRY_VERIFY_WITH_TIMEOUT(jobs.evaluationSheet().fault().isEmpty(), 60'000);
        check(QStringLiteral("evaluate"), jobs.evaluationSheet());
        jobs.openTable("builtin:signs", "signs");
        QComboBox& distortions = jobs.tableSheet().form().distortion();
        distortions.setCurrentIndex(itemOfDistortion(distortions, *parseDistortion("fog@3")));
        emit distortions.activated(distortions.currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(jobs.tableSheet().fault().isEmpty(), 60'000);
        check(QStringLiteral("read-table"), jobs.tableSheet());
        jobs.openList();
        if (queue.jobs().empty()) {
            check(QStringLiteral("no-jobs"), jobs.list());
            queue.setProgram(QStringLiteral(SPLITEE_PROGRAM));
            TrainPlan plan;
            plan.settings.width = .1;
            plan.settings.epochs = 12;
            plan.settings.batch = 32;
            plan.dataset = signs;
            plan.out =
                folder_->filePath(inGerman_ ? QStringLiteral("de.mee") : QStringLiteral("en.mee"))
                    .toStdString();
            queue.add(plan);
            queue.add(EvalPlan{{"builtin:signs", "signs"}});
            queue.add(EvalPlan{{"builtin:no-such-network", "signs"}});
            queue.add(plan);  // the file is there by then
            QTRY_VERIFY_WITH_TIMEOUT(!queue.busy(), 240'000);
        }
        const auto all = queue.jobs();
        for (std::size_t i = 0; i < all.size(); ++i) {
            jobs.list().open(all[i]);
            emit jobs.list().rowOf(*all[i])->chosen();
            check(QStringLiteral("job-%1").arg(i + 1), jobs.list());
        }
        jobs.list().logButton().click();
        check(QStringLiteral("job-log"), jobs.list());
        jobs.list().logButton().click();
        window_->messages().dismiss();
        jobs.list().hide();
    }
    static QStringList signClasses() {
        QStringList names;
        const auto classes = classesOf("signs");
        for (const std::string& name : *classes) names << QString::fromStdString(name);
        return names;
    }

    void checkPanels() {
        DockArea& docks = window_->view().docks();
        for (const QString& name : docks.names()) {
            auto* dock = docks.findChild<Dock*>(name);
            if (!dock->isHidden()) continue;
            docks.reveal(name);
            check(name);
            dock->toggleViewAction()->trigger();
        }
        settle();
    }

    void checkRuns() {
        window_->pageTabs().setCurrentIndex(1);
        QTRY_VERIFY(!window_->runs().reading());
        window_->runs().table().clearSelection();
        check(QStringLiteral("runs"));
        auto* comparison = window_->runs().findChild<CompareView*>();
        QSignalSpy shown(comparison, &CompareView::comparisonShown);
        window_->runs().table().selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, 20'000);
        for (int tab = 0; tab < CompareView::panelNames().size(); ++tab) {
            comparison->showTab(tab);
            check(QStringLiteral("comparison-") + CompareView::panelNames()[tab]);
        }
        window_->sweeps().open();  // it lies over the page
        check(QStringLiteral("sweep"), window_->sweeps().sheet());
        window_->sweeps().sheet().close();
    }

    // What is posted now, and what that posts, is done: layouts, sizes, plots.
    static void settle() {
        for (int k = 0; k < 4; ++k) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    QFont fontBefore_;
    QTranslator german_;
    const QString pictures_ = qEnvironmentVariable("SPLITEE_CONTACT_SHEETS");  // a folder, or none
    ContactSheet sheet_;
    bool inGerman_ = false;
    QStringList faults_;
    std::unique_ptr<QTemporaryDir> folder_, scripts_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::layoutTests() { return std::make_unique<TestLayout>(); }

#include "test_layout.moc"
