// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of a schedule that are other texts, and what does not fit to them. No network is needed.
#include "test_domains.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "datasets/open_dataset.h"
#include "sources/run_source.h"
#include "sources/sample_world.h"

using namespace splitee;

namespace {

class DomainFiles {
public:
    DomainFiles() {
        put("films.tsv", "good film\t1\nbad film\t0\nfine film\t1\n");
        put("kettles.tsv", "bad kettle\t0\ngood kettle\t1\n");
    }
    [[nodiscard]] std::string name(const char* file) const {
        return "text:" + folder_.filePath(QString::fromLatin1(file)).toStdString();
    }
    [[nodiscard]] std::shared_ptr<LiveSource> source(const std::string& dataset) const {
        const auto samples = *openDataset(dataset, Split::Test, 0);
        return std::make_shared<LiveSource>(LiveSource{nullptr, samples, samples});
    }

private:
    void put(const char* file, const char* lines) const {
        std::ofstream(folder_.filePath(QString::fromLatin1(file)).toStdString()) << lines;
    }
    QTemporaryDir folder_;
};

}  // namespace

void TestDomains::aScheduleSwitchesAmongTexts() {
    const DomainFiles files;
    const auto source = files.source(files.name("films.tsv"));
    const auto kettles = imagesUnder(*source, files.name("kettles.tsv"), 1);
    QVERIFY2(kettles, kettles ? "" : kettles.error().message.c_str());
    QCOMPARE((*kettles)->size(), std::int64_t{3});  // rows keep their numbers: the first once more
    QCOMPARE((*kettles)->read(1)->text().first, std::string("good kettle"));
    QCOMPARE((*kettles)->read(2)->text().first, std::string("bad kettle"));
    QCOMPARE((*kettles)->classNames(), source->images->classNames());
    Experiment experiment;
    experiment.schedule = files.name("kettles.tsv") + "@3, typos:0.5@5";
    const auto world = SampleWorld::of(source, experiment, {1, 2});
    QVERIFY2(world, world ? "" : world.error().message.c_str());
    QCOMPARE((*world)->sources(), std::size_t{3});
    QCOMPARE((*world)->label(0), 1);
    (*world)->show(1);  // labels are those of the texts that are shown
    QCOMPARE((*world)->label(0), 0);
    (*world)->show(2);
    QCOMPARE((*world)->label(0), 1);
}

void TestDomains::mismatchesGiveOneSentence() {
    const DomainFiles files;
    const auto texts = files.source(files.name("films.tsv"));
    const auto images = files.source("signs");
    const auto says = [](const auto& result, const char* text) {
        return !result && result.error().message.find(text) != std::string::npos;
    };
    QVERIFY(says(imagesUnder(*images, files.name("films.tsv"), 1), "signs test holds images"));
    QVERIFY(says(imagesUnder(*texts, "gaussian_blur:1", 1), "is for images"));
    QVERIFY(says(imagesUnder(*images, "typos:0.1", 1), "is for texts"));
    QVERIFY(says(imagesUnder(*texts, "text:/nowhere", 1), "no such file or folder"));
    LiveRequest request;
    request.model = "builtin:signs";
    request.dataset = files.name("films.tsv");
    QVERIFY(says(openLiveFiles(request), "films.tsv holds texts"));
    request.dataset = "signs";
    request.distortion = "dropped_words:0.1";
    QVERIFY(says(openLiveFiles(request), "is for texts, but signs test holds images"));
}
