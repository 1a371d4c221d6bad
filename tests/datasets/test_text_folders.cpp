// SPDX-License-Identifier: GPL-3.0-or-later
// Folders and archives of texts, their parts, and what is held out for validation.
#include <QTest>

#include <algorithm>
#include <set>

#include "datasets/text_holdout.h"
#include "engine/rng.h"
#include "made_texts.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const std::string kHeader = "sentence\tlabel\n";

// Sentences of their own words: no one is a phrase of another.
std::string sentences(const std::string& word, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += word + std::to_string(i) + " is here\t" + std::to_string(i % 2) + "\n";
    return lines;
}

std::vector<std::string> firstTexts(const Dataset& texts) {
    std::vector<std::string> all;
    for (std::int64_t i = 0; i < texts.size(); ++i) all.push_back(texts.read(i)->text().first);
    return all;
}

// The sizes of the parts train, validation, test and all, as opened one by one; -1: an error.
QString sizesOf(const MadeTexts& made, const std::string& name) {
    QString sizes;
    for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::All}) {
        const auto texts = made.open(name, {}, split);
        sizes += QString::number(texts ? (*texts)->size() : -1) + u' ';
    }
    return sizes.trimmed();
}

QString sizesSaid(const Dataset& texts) {
    const PartSizes parts = texts.parts();
    return QStringLiteral("%1 %2 %3 %4")
        .arg(parts.train)
        .arg(parts.validation)
        .arg(parts.test)
        .arg(parts.all);
}

}  // namespace

void TestTextFolders::foldersAndArchivesAreReadAsPublished_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("shown");  // of the test part
    QTest::newRow("IMDb") << Files{{"aclImdb/README", "about"},
                                   {"aclImdb/imdb.vocab", "the"},
                                   {"aclImdb/train/urls_pos.txt", "http"},
                                   {"aclImdb/train/unsup/0_0.txt", "who knows"},
                                   {"aclImdb/train/pos/0_9.txt", "train good"},
                                   {"aclImdb/train/neg/0_3.txt", "train bad"},
                                   {"aclImdb/test/pos/10_9.txt", "very<br /><br />good"},
                                   {"aclImdb/test/neg/2_1.txt", "very bad"}}
                          << QByteArray("negative: very bad\npositive: very\n\ngood\n");
    QTest::newRow("classes alone")
        << Files{{"pos/1.txt", "good"}, {"neg/1.txt", "bad"}, {"notes.md", "x"}}
        << QByteArray("negative: bad\npositive: good\n");
    QTest::newRow("GLUE, dev is the test part")
        << Files{{"SST-2/train.tsv", kHeader + "train\t1\n"},
                 {"SST-2/dev.tsv", kHeader + "dev\t0\n"},
                 {"SST-2/test.tsv", "index\tsentence\n0\ttest\n"},
                 {"SST-2/original/README.txt", "about"}}
        << QByteArray("negative: dev\n");
    QTest::newRow("a test with labels") << Files{{"train.csv", "text,label\na,1\n"},
                                                 {"dev.csv", "text,label\nb,0\n"},
                                                 {"test.csv", "text,label\nc,1\n"}}
                                        << QByteArray("positive: c\n");
    QTest::newRow("MNLI, matched first")
        << Files{{"train.tsv", "sentence1\tsentence2\tgold_label\na\tb\tneutral\n"},
                 {"dev_matched.tsv", "sentence1\tsentence2\tgold_label\nc\td\tneutral\n"},
                 {"dev_mismatched.tsv", "sentence1\tsentence2\tgold_label\ne\tf\tneutral\n"}}
        << QByteArray("neutral: c / d\n");
    QTest::newRow("SNLI, JSON lines before text")
        << Files{{"snli_1.0/snli_1.0_test.txt",
                  "gold_label\tsentence1\tsentence2\nneutral\ta\tb\n"},
                 {"snli_1.0/snli_1.0_test.jsonl",
                  "{\"gold_label\":\"neutral\",\"sentence1\":\"c\",\"sentence2\":\"d\"}\n"},
                 {"__MACOSX/snli_1.0/._snli_1.0_test.txt", "junk"}}
        << QByteArray("neutral: c / d\n");
    const std::string review = "<review>\n<review_text>\nfine\n</review_text>\n</review>\n";
    QTest::newRow("a domain of reviews") << Files{{"books/positive.review", review},
                                                  {"books/negative.review", review},
                                                  {"books/unlabeled.review", review}}
                                         << QByteArray("negative: fine\npositive: fine\n");
    QTest::newRow("one table") << Files{{"folder/sentences.txt", "good\t1\nbad\t0\n"}}
                               << QByteArray("positive: good\nnegative: bad\n");
}

void TestTextFolders::foldersAndArchivesAreReadAsPublished() {
    QFETCH(Files, files);
    QFETCH(QByteArray, shown);
    const MadeTexts made;
    for (const auto& [name, bytes] : files) made.put("folder/" + name, bytes);
    writeTarGz(made.path("a.tar.gz"), files);
    writeArchive(made.path("a.tar.xz"), files, archive_write_add_filter_xz,
                 archive_write_set_format_ustar);
    writeZip(made.path("a.zip"), files);
    for (const char* name : {"folder", "a.tar.gz", "a.tar.xz", "a.zip"}) {
        QCOMPARE(made.shown(name), shown);
        QCOMPARE(*datasetAt(made.path(name)), "text:" + made.path(name));
        QCOMPARE((*made.open(name))->hash(), (*made.open("folder"))->hash());
    }
}

void TestTextFolders::unclearFoldersAreRefused_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("says");
    QTest::newRow("no texts") << Files{{"a.md", "x"}} << "holds no texts: name a file";
    QTest::newRow("several files") << Files{{"a.txt", "x"}, {"b.txt", "y"}}
                                   << "(a.txt, b.txt) and none is called train, dev or test";
    QTest::newRow("several domains")
        << Files{{"books/positive.review", "x"}, {"dvd/positive.review", "x"}}
        << "reviews of 2 domains (books, dvd): name the folder of one";
    QTest::newRow("several tests") << Files{{"a/test.tsv", "x"}, {"b/test.tsv", "y"}}
                                   << "several tables of one part (a/test.tsv, b/test.tsv)";
    QTest::newRow("two in a hundred") << [] {
        Files files{{"pos/x.txt", "\xff"}, {"neg/x.txt", ""}};
        for (int i = 0; i < 98; ++i) files.push_back({"pos/" + std::to_string(i) + ".txt", "good"});
        return files;
    }() << "2 of 100 texts cannot be read, more than 1 %; the first: ";
    QTest::newRow("a broken table")
        << Files{{"train.tsv", kHeader + "x\t1\n"}, {"dev.tsv", kHeader + "x\n"}}
        << "dev.tsv: 1 of 1 lines cannot be read";
}

void TestTextFolders::unclearFoldersAreRefused() {
    QFETCH(Files, files);
    QFETCH(QString, says);
    const MadeTexts made;
    for (const auto& [name, bytes] : files) made.put("folder/" + name, bytes);
    const auto opened = made.open("folder");
    QVERIFY(!opened);
    QVERIFY2(QString::fromStdString(opened.error().message).contains(says),
             opened.error().message.c_str());
}

void TestTextFolders::oneBadTextInAHundredIsNamed() {
    const MadeTexts made;
    for (int i = 0; i < 150; ++i)
        made.put("folder/" + std::string(i % 2 == 0 ? "pos/" : "neg/") + std::to_string(i) + ".txt",
                 i == 7 ? "caf\xe9" : "text " + std::to_string(i));
    const auto texts = made.open("folder");
    QVERIFY2(texts, texts ? "" : texts.error().message.c_str());
    QCOMPARE((*texts)->size(), std::int64_t{149});
    QVERIFY((*texts)->remarks().front().find("7.txt (it is not UTF-8)") != std::string::npos);
}

void TestTextFolders::partsAreWholeAndSaid() {
    const MadeTexts made;
    made.put("glue/train.tsv", kHeader + sentences("a", 400));
    made.put("glue/dev.tsv", kHeader + sentences("b", 30));
    made.put("glue/test.tsv", "index\tsentence\n0\tc is here\n");
    made.put("three/train.tsv", kHeader + sentences("a", 40));
    made.put("three/dev.tsv", kHeader + sentences("b", 30));
    made.put("three/test.tsv", kHeader + sentences("c", 20));
    made.put("one.tsv", kHeader + sentences("a", 400));
    QCOMPARE(sizesOf(made, "three"), "40 30 20 90");
    for (const char* name : {"glue", "three", "one.tsv"})
        for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::All})
            QCOMPARE(sizesSaid(**made.open(name, {}, split)), sizesOf(made, name));
    const PartSizes glue = (*made.open("glue"))->parts();
    QCOMPARE(glue.train + glue.validation, std::int64_t{400});
    QVERIFY(glue.validation > 5 && glue.validation < 40);
    QCOMPARE(glue.test, std::int64_t{30});
    QCOMPARE(glue.all, std::int64_t{430});
    // One file is whole in test and all; validation is held out of it, and no sample is in both.
    const PartSizes one = (*made.open("one.tsv"))->parts();
    QCOMPARE(one.train + one.validation, std::int64_t{400});
    QCOMPARE(one.test, std::int64_t{400});
    const auto train = firstTexts(**made.open("one.tsv", {}, Split::Train));
    const auto validation = firstTexts(**made.open("one.tsv", {}, Split::Validation));
    for (const std::string& text : validation)
        QVERIFY(std::ranges::find(train, text) == train.end());
    QCOMPARE(firstTexts(**made.open("glue", {}, Split::Validation)), validation);
    QVERIFY(std::ranges::any_of((*made.open("glue"))->remarks(), [](const std::string& remark) {
        return remark.find("test.tsv has no labels: dev.tsv is the test part") != std::string::npos;
    }));
}

void TestTextFolders::classesAreThoseOfEveryPart() {
    const MadeTexts made;
    made.put("folder/train.csv", "text,label\na,sad\nb,glad\nc,mad\n");
    made.put("folder/test.csv", "text,label\nd,sad\n");
    QCOMPARE((*made.open("folder"))->classNames(),
             (std::vector<std::string>{"glad", "mad", "sad"}));
    QCOMPARE((*made.open("folder", {}, Split::Train))->classNames(),
             (*made.open("folder"))->classNames());
    made.put("folder/train.csv", "text,label\n\"open,sad\n");  // a part that is not asked for
    QCOMPARE((*made.open("folder"))->size(), std::int64_t{1});
    QVERIFY(!made.open("folder", {}, Split::Train));
}

void TestTextFolders::wholeSentencesAreHeldOut() {
    // 300 sentences of 8 words, each with its phrases; some words are in every sentence.
    Rng rng(5, "sentences");
    std::vector<ReadText> samples;
    std::vector<std::vector<std::string>> spans;
    std::set<std::string> roots;
    for (int s = 0; s < 300; ++s) {
        std::vector<std::string> words;
        for (int w = 0; w < 8; ++w)
            words.push_back(w == 3 ? "film" : "w" + std::to_string(rng.below(400)));
        for (std::size_t first = 0; first < words.size(); ++first)
            for (std::size_t last = first; last < words.size(); last += 1 + rng.below(3)) {
                std::string phrase;
                for (std::size_t w = first; w <= last; ++w)
                    phrase += (w > first ? " " : "") + words[w];
                samples.push_back({{phrase, ""}, 0});
            }
        std::string whole;
        for (const std::string& word : words) whole += (whole.empty() ? "" : " ") + word;
        samples.push_back({{whole, ""}, 0});
        roots.insert(whole);
    }
    shuffle(samples, rng);
    const std::vector<HeldOut> parts = heldOut(samples);
    std::vector<std::string> kept, held;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (parts[i] == HeldOut::No) kept.push_back(' ' + samples[i].text.first + ' ');
        if (parts[i] == HeldOut::Yes) held.push_back(samples[i].text.first);
    }
    QVERIFY(held.size() > 4 && held.size() < 40);
    for (const std::string& text : held) QVERIFY(roots.contains(text));
    const auto standsIn = [](const std::vector<std::string>& texts, const std::string& phrase) {
        return std::ranges::any_of(texts, [&](const std::string& text) {
            return (' ' + text + ' ').find(' ' + phrase + ' ') != std::string::npos;
        });
    };
    std::vector<std::string> keptSentences;
    for (const std::string& root : roots)
        if (std::ranges::find(held, root) == held.end()) keptSentences.push_back(root);
    int neither = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::string& text = samples[i].text.first;
        if (roots.contains(text)) continue;
        const bool ofKept = standsIn(keptSentences, text);
        QCOMPARE(parts[i] == HeldOut::No, ofKept);
        neither += parts[i] == HeldOut::Neither;
    }
    QVERIFY(neither > 20);
    // The order of the file does not count.
    std::vector<ReadText> other = samples;
    shuffle(other, rng);
    const std::vector<HeldOut> otherParts = heldOut(other);
    std::multiset<std::pair<std::string, HeldOut>> a, b;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        a.emplace(samples[i].text.first, parts[i]);
        b.emplace(other[i].text.first, otherParts[i]);
    }
    QVERIFY(a == b);
}

void TestTextFolders::pairsOfOneTextStayTogether() {
    std::vector<ReadText> samples;
    for (int i = 0; i < 3000; ++i)
        samples.push_back({{"premise " + std::to_string(i / 3), "h" + std::to_string(i)}, 0});
    const std::vector<HeldOut> parts = heldOut(samples);
    for (std::size_t i = 0; i < parts.size(); i += 3)
        QVERIFY(parts[i] == parts[i + 1] && parts[i] == parts[i + 2]);
    const auto held = std::ranges::count(parts, HeldOut::Yes);
    QVERIFY(held > 60 && held < 270 && std::ranges::count(parts, HeldOut::Neither) == 0);
}

void TestTextFolders::theRealPhrasesAreHeldOutBySentence() {
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const std::string name = "text:" + data.toStdString() + "/text/sst2";
    const auto train = openDataset(name, Split::Train, 0);
    const auto validation = openDataset(name, Split::Validation, 0);
    const auto test = openDataset(name, Split::Test, 0);
    QVERIFY2(train, train ? "" : train.error().message.c_str());
    QCOMPARE((*test)->size(), std::int64_t{872});
    const PartSizes parts = (*train)->parts();
    QCOMPARE(parts.train, (*train)->size());
    QCOMPARE(parts.validation, (*validation)->size());
    QVERIFY(parts.validation > 250 && parts.validation < 450);  // of 6,911 whole sentences
    QVERIFY(parts.train > 60'000);
    qInfo("train %lld, validation %lld, all %lld", static_cast<long long>(parts.train),
          static_cast<long long>(parts.validation), static_cast<long long>(parts.all));
    // No long piece of a held-out sentence is in training.
    std::set<std::string> long5;
    for (const std::string& text : firstTexts(**validation)) {
        const QStringList words = QString::fromStdString(text).split(u' ', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i + 8 <= words.size(); ++i)
            long5.insert(words.mid(i, 8).join(u' ').toStdString());
    }
    int leaks = 0;
    for (const std::string& text : firstTexts(**train)) leaks += long5.contains(text);
    QVERIFY2(leaks < 5, qPrintable(QString::number(leaks)));
}
