// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_window.h"

#include <fstream>

#include "datasets/open_dataset.h"
#include "small_encoder.h"

namespace splitee::test {
namespace {

constexpr int kSentences = 300;

}  // namespace

void TextWindow::makeFiles() {
    made_ = std::make_unique<QTemporaryDir>();
    writeSentences(made("texts.tsv"), kSentences);
    QVERIFY(trainEncoder(made("texts.tsv"), made("small.mee"), 3));
}

void TextWindow::openWindow() {
    folder_ = std::make_unique<QTemporaryDir>();
    theme_ = std::make_unique<Theme>();
    window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void TextWindow::closeWindow() {
    window_.reset();
    theme_.reset();
    folder_.reset();
}

ExperimentFile TextWindow::textExperiment(const char* model, std::int64_t rounds) const {
    ExperimentFile file;
    file.experiment.policies = "splitee-s,splitee,final";
    file.experiment.rounds = rounds;
    file.experiment.seeds = 1;
    file.experiment.alpha = .9;
    file.model = made(model).toStdString();
    file.dataset = "text:" + made("texts.tsv").toStdString();
    file.distortion = "clean";
    return file;
}

void TextWindow::open(const ExperimentFile& experiment) {
    std::ofstream(path("experiment.json").toStdString()) << toJson(experiment);
    window_->openFile(path("experiment.json"));
    QTRY_COMPARE_WITH_TIMEOUT(toJson(file()), toJson(experiment), kTextPatience);
    waitFor(RunController::State::Ready);
}

Text TextWindow::textOf(std::int64_t row) const {
    const auto texts = openDataset("text:" + made("texts.tsv").toStdString(), Split::Test, 0,
                                   {"negative", "positive"});
    return (*texts)->read(row)->text();
}

}  // namespace splitee::test
