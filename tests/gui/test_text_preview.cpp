// SPDX-License-Identifier: GPL-3.0-or-later
// What the window offers for a network of texts: the form, the preview of a typed sentence, every
// panel for any number of layers, and the example.
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QStyleFactory>

#include <fstream>

#include "dropped_file.h"
#include "gui/app/examples.h"
#include "gui/app/welcome_page.h"
#include "gui/live/run_view.h"
#include "gui/run/text_line.h"
#include "gui/setup/dataset_picker.h"
#include "gui/setup/exit_lines.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/text_preview.h"
#include "gui/track/network_track.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/workbench_style.h"
#include "gui_tests.h"
#include "layout_faults.h"
#include "small_encoder.h"
#include "sources/run_source.h"
#include "storage/tables/bundled.h"
#include "text_window.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

class TestTextPreview : public TextWindow {
    Q_OBJECT
private slots:
    void initTestCase() { makeFiles(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void theFormOffersWhatTheNetworkTakes();
    void previewsTheTextOfARow();
    void aTypedTextRunsThroughAllExits();
    void aTextIsTypedWithoutADataset();
    void anyNumberOfLayersFits_data();
    void anyNumberOfLayersFits();
    void theBundledTextsFitANetworkOfTheirClasses();
    void theExampleStartsByOneClick();

private:
    void compareWithATable(const SeenSample& seen, const char* text);
};

// What the exits say is what a table holds of the same text in a file.
void TestTextPreview::compareWithATable(const SeenSample& seen, const char* text) {
    QCOMPARE(seen.text, (Text{text, ""}));
    std::ofstream(path("typed.tsv").toStdString()) << "sentence\tlabel\n" << text << "\t1\n";
    LiveRequest request;
    request.model = made("small.mee").toStdString();
    request.dataset = "text:" + path("typed.tsv").toStdString();
    request.part = "all";
    const auto source = openLiveSource(request, 1);
    QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
    const auto table = source->model->buildExitTable(*source->dataset, 1, 1, {}, {});
    QCOMPARE(seen.confidence, table->confidence);
    QCOMPARE(seen.prediction, std::vector<int>(table->prediction.begin(), table->prediction.end()));
}

void TestTextPreview::theFormOffersWhatTheNetworkTakes() {
    load(100);
    const auto items = [](const QComboBox* box) {
        QStringList found;
        for (int k = 0; k < box->count(); ++k) found << box->itemText(k);
        return found;
    };
    QComboBox* distortions = nullptr;
    for (auto* box : form().findChildren<QComboBox*>())
        if (box->accessibleName() == QLatin1String("Distortion")) distortions = box;
    QVERIFY(distortions != nullptr);
    QCOMPARE(items(distortions), (QStringList{"None", "Typing errors", "Dropped words"}));
    QVERIFY(items(&form().dataset()).contains(QStringLiteral("A file or archive of texts…")));
    QVERIFY(!items(&form().dataset()).contains(QStringLiteral("Signs")));
    QVERIFY(items(&form().dataset()).contains(QStringLiteral("Product reviews")));
    QVERIFY(preview().isVisible());
    QVERIFY(!form().preview().isVisible());
    distortions->setCurrentIndex(1);
    emit distortions->activated(1);
    QCOMPARE(file().distortion, std::string("typos:0.1"));
    form().severity().show(0.25);
    emit form().severity().edited(0.25);
    QCOMPARE(file().distortion, std::string("typos:0.25"));
    distortions->setCurrentIndex(2);
    emit distortions->activated(2);
    QCOMPARE(file().distortion, std::string("dropped_words:0.25"));  // the share stays
    open(exampleNamed(QStringLiteral("signs-live"))->file);
    QVERIFY(items(distortions).contains(QStringLiteral("Fog")));
    QVERIFY(!items(distortions).contains(QStringLiteral("Typing errors")));
    QVERIFY(items(&form().dataset()).contains(QStringLiteral("Signs")));
    QVERIFY(form().preview().isVisible());
    QVERIFY(!preview().isVisible());
}

// The confidences are those that the network's exit table holds of the same text.
void TestTextPreview::previewsTheTextOfARow() {
    load(100);
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().clean.confidence.size(), std::size_t{3},
                              kTextPatience);
    QCOMPARE(preview().edit().toPlainText(), lineOf(textOf(0)));
    QVERIFY(preview().distortedText().isEmpty());
    ExperimentFile next = file();
    next.distortion = "typos:0.3";
    window_->setup().edit(next, QStringLiteral("Distort"));
    const auto source = openLiveSource(liveRequest(next), next.experiment.seed);
    QVERIFY(source.has_value());
    const auto table = source->model->buildExitTable(*source->dataset, 1, 1, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().distorted.confidence, table->confidence,
                              kTextPatience);
    QCOMPARE(preview().distortedText(), lineOf(source->dataset->read(0)->text()));
    preview().showNext();
    QTRY_COMPARE_WITH_TIMEOUT(preview().edit().toPlainText(), lineOf(textOf(1)), kTextPatience);
}

void TestTextPreview::aTypedTextRunsThroughAllExits() {
    load(100);
    QTRY_VERIFY_WITH_TIMEOUT(!preview().preview().clean.confidence.empty(), kTextPatience);
    preview().edit().setFocus();
    preview().edit().selectAll();
    QTest::keyClicks(&preview().edit(), QStringLiteral("good ab c"));
    QCOMPARE(preview().edit().toPlainText(), QStringLiteral("good ab c"));  // Space does not play
    QCOMPARE(runs().state(), State::Ready);
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().clean.text, (Text{"good ab c", ""}),
                              kTextPatience);
    const SeenSample good = preview().preview().clean;
    compareWithATable(good, "good ab c");
    const double alpha = file().experiment.alpha;
    std::size_t leaves = 0;
    while (leaves < 2 && good.confidence[leaves] < alpha) ++leaves;
    QCOMPARE(preview().exits().sentence(),
             QStringLiteral("clean leaves at exit %1: %2")
                 .arg(leaves + 1)
                 .arg(good.prediction[leaves] == 1 ? "positive" : "negative"));
    // The last of many counts.
    for (int k = 0; k < 50; ++k)
        preview().edit().setPlainText(QStringLiteral("bad %1").arg(QString(k, 'a')));
    const std::string last = "bad " + std::string(49, 'a');
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().clean.text.first, last, kTextPatience);
    QCOMPARE(preview().edit().toPlainText().toStdString(), last);
    preview().edit().setPlainText(QStringLiteral("bad aaa bb"));
    ExperimentFile next = file();
    next.distortion = "dropped_words:0.5";
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().request.source.distortion,
                              std::string("dropped_words:0.5"), kTextPatience);
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().clean.text.first, std::string("bad aaa bb"),
                              kTextPatience);
    QCOMPARE(preview().preview().distorted.text,
             distort(Text{"bad aaa bb", ""}, *parseDistortion("dropped_words:0.5"),
                     file().experiment.seed, 0));
    // What is not read any more is struck through.
    preview().edit().setPlainText(QStringLiteral("good ") + QString("a b ").repeated(40));
    QTRY_VERIFY_WITH_TIMEOUT(preview().preview().clean.read.cut, kTextPatience);
    QCOMPARE(preview().edit().extraSelections().size(), 1);
    QCOMPARE(preview().edit().extraSelections().front().cursor.selectionStart(),
             static_cast<int>(preview().preview().clean.read.firstBytes));
    preview().showNext();  // back to the dataset
    QTRY_COMPARE_WITH_TIMEOUT(preview().edit().toPlainText(), lineOf(textOf(0)), kTextPatience);
}

void TestTextPreview::aTextIsTypedWithoutADataset() {
    dropFile(*window_, made("small.mee"));
    QTRY_COMPARE_WITH_TIMEOUT(file().model, made("small.mee").toStdString(), kTextPatience);
    QVERIFY(file().dataset.empty());
    QTRY_VERIFY(preview().isVisible());
    preview().edit().setPlainText(QStringLiteral("bad bcd"));
    QTRY_COMPARE_WITH_TIMEOUT(preview().preview().clean.confidence.size(), std::size_t{3},
                              kTextPatience);
    compareWithATable(preview().preview().clean, "bad bcd");
}

void TestTextPreview::anyNumberOfLayersFits_data() {
    QTest::addColumn<int>("layers");
    for (const int layers : {2, 7, 12, 24}) QTest::addRow("%d", layers) << layers;
}

// Track, charts, tables and panels, with typed and distorted texts beside.
void TestTextPreview::anyNumberOfLayersFits() {
    QFETCH(int, layers);
    const QFont fontBefore = QApplication::font();
    window_.reset();
    QApplication::setStyle(new WorkbenchStyle);
    chooseFont();
    QApplication::setPalette(theme_->palette());
    window_ = std::make_unique<MainWindow>(*theme_, path("layers.splitee").toStdString());
    window_->show();
    const QByteArray name = "of" + QByteArray::number(layers) + ".mee";
    QVERIFY(trainEncoder(made("texts.tsv"), made(name), layers, 1));
    ExperimentFile experiment = textExperiment(name, 120);
    experiment.distortion = "typos:0.2";
    open(experiment);
    runs().runTo(100);
    waitFor(State::Paused);
    QTRY_VERIFY_WITH_TIMEOUT(!preview().preview().distorted.confidence.empty(), kTextPatience);
    QCOMPARE(preview().preview().distorted.confidence.size(), static_cast<std::size_t>(layers));
    QStringList faults;
    const auto check = [&](const QString& what) {
        for (int k = 0; k < 4; ++k) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        for (const QString& fault : layoutFaults(*window_)) faults << what + ": " + fault;
    };
    for (const QSize size : {QSize(960, 540), QSize(1440, 900)}) {
        window_->resize(size);
        check(QStringLiteral("live %1").arg(size.width()));
        DockArea& docks = window_->view().docks();
        for (const QString& dock : docks.names()) {
            auto* panel = docks.findChild<Dock*>(dock);
            if (!panel->isHidden()) continue;
            docks.reveal(dock);
            if (dock == QLatin1String("why"))
                QTRY_VERIFY_WITH_TIMEOUT(window_->view().why().account(), kTextPatience);
            check(QStringLiteral("%1 %2").arg(dock).arg(size.width()));
            panel->toggleViewAction()->trigger();
        }
    }
    QApplication::setFont(fontBefore);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void TestTextPreview::theBundledTextsFitANetworkOfTheirClasses() {
    ExperimentFile experiment = textExperiment("small.mee", 30);
    experiment.dataset = "text:builtin:product-reviews";
    open(experiment);
    const Dataset& texts = *runs().opened().live->images;
    QCOMPARE(texts.size(), std::int64_t{200});
    int positive = 0;
    for (std::int64_t row = 0; row < texts.size(); ++row) positive += *texts.label(row);
    QCOMPARE(positive, 100);
    QCOMPARE(form().dataset().currentText(), QStringLiteral("Product reviews"));
    runs().play();
    waitFor(State::Finished);
}

void TestTextPreview::theExampleStartsByOneClick() {
    const auto models = bundledNames("models", ".mee");
    QVERIFY(std::ranges::find(models, "builtin:sst2") != models.end());
    auto* welcome = window_->findChild<WelcomePage*>();
    const auto cards = welcome->findChildren<QAbstractButton*>(QStringLiteral("exampleCard"));
    QCOMPARE(cards.size(), 4);
    QTest::mouseClick(cards[1], Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() >= 5, kTextPatience);
    QCOMPARE(runs().played().model, std::string("builtin:sst2"));
    QCOMPARE(runs().opened().depth.size(), std::size_t{12});
    QVERIFY(window_->view().track().state().texts);
    QVERIFY(!window_->view().track().state().text.read.isEmpty());
    QVERIFY(runs().opened().classNames == std::vector<std::string>({"negative", "positive"}));
}

std::unique_ptr<QObject> splitee::test::textPreviewTests() {
    return std::make_unique<TestTextPreview>();
}

#include "test_text_preview.moc"
