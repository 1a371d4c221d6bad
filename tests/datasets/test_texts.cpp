// SPDX-License-Identifier: GPL-3.0-or-later
// One file of texts: each format as it is published, in an odd shape, and broken.
#include <QTemporaryDir>
#include <QTest>

#include "datasets/open_dataset.h"
#include "datasets/text_lines.h"
#include "engine/current_stop.h"
#include "made_files.h"
#include "made_texts.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

const QByteArray kSst2 =
    "sentence\tlabel\nit 's a charming journey . \t1\nunflinchingly bleak \t0\n";
const QByteArray kSst2Shown =
    "positive: it 's a charming journey .\nnegative: unflinchingly bleak\n";
const QByteArray kSnliHeader =
    "gold_label\tsentence1_binary_parse\tsentence2_binary_parse\tsentence1_parse\tsentence2_parse\t"
    "sentence1\tsentence2\tcaptionID\tpairID\tlabel1\tlabel2\tlabel3\tlabel4\tlabel5\n";

QByteArray snliLine(const char* label, const char* first, const char* second) {
    return QByteArray(label) + "\t( a )\t( b )\t(A)\t(B)\t" + first + "\t" + second +
           "\t1.jpg#2\t1.jpg#2r1n\tneutral\tentailment\n";
}

QByteArray snliJson(const char* label, const char* first, const char* second) {
    return QByteArray(
               "{\"annotator_labels\": [\"neutral\"], \"captionID\": \"1\", \"gold_label\": \"") +
           label + "\", \"sentence1\": \"" + first + "\", \"sentence2\": \"" + second + "\"}\n";
}

}  // namespace

void TestTexts::formatsAreReadAsPublished_data() {
    QTest::addColumn<QString>("file");  // with what follows #
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes,
                        const QByteArray& shown) {
        QTest::newRow(name) << QString::fromUtf8(file) << bytes << shown;
    };
    row("SST-2", "train.tsv", kSst2, kSst2Shown);
    row("SST-2 odd: BOM, CRLF, empty lines, no last line end", "a.tsv",
        "\xef\xbb\xbfsentence\tlabel\r\ngood\t1\r\n\r\nbad\t0", "positive: good\nnegative: bad\n");
    row("SST-2 quotes are characters", "a.tsv", "sentence\tlabel\n\"good\t1\n",
        "positive: \"good\n");
    row("SST-2 test has no labels", "test.tsv", "index\tsentence\n0\tuneasy mishmash .\n",
        "?: uneasy mishmash .\n");
    row("QNLI", "a.tsv",
        "index\tquestion\tsentence\tlabel\n0\tWhat?\tThat.\tentailment\n"
        "1\tWho?\tIt.\tnot_entailment\n",
        "entailment: What? / That.\nnot_entailment: Who? / It.\n");
    row("RTE with numbers", "a.tsv",
        "sentence1\tsentence2\tlabel\tidx\nA.\tB.\t1\t0\nC.\tD.\t0\t1\n",
        "not_entailment: A. / B.\nentailment: C. / D.\n");
    row("MRPC", "a.txt",
        "\xef\xbb\xbfQuality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t70\t71\tHe \"went.\tHe left.\n"
        "0\t72\t73\tX.\tY.\n",
        "equivalent: He \"went. / He left.\nnot_equivalent: X. / Y.\n");
    row("QQP", "a.tsv",
        "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate\n1\t2\t3\tA?\tB?\t0\n"
        "4\t5\t6\tC?\tD?\t1\n",
        "not_duplicate: A? / B?\nduplicate: C? / D?\n");
    row("MNLI dev", "a.tsv",
        "index\tpromptID\tpairID\tgenre\tsentence1\tsentence2\tlabel1\tlabel2\tgold_label\n"
        "0\t1\t1n\tfiction\tA.\tB.\tneutral\tentailment\tneutral\n"
        "1\t1\t1c\tfiction\tC.\tD.\tneutral\tcontradiction\tcontradiction\n",
        "neutral: A. / B.\ncontradiction: C. / D.\n");
    row("SciTail TSV", "a.tsv", "A cat.\tAn animal.\tentails\nA dog.\tA cat.\tneutral\n",
        "entails: A cat. / An animal.\nneutral: A dog. / A cat.\n");
    row("SciTail DGEM", "a.tsv", "A.\tB.\tneutral\ta<>b\nC.\tD.\tentails\tc<>d\n",
        "neutral: A. / B.\nentails: C. / D.\n");
    row("SciTail JSON lines in a .txt", "a.txt",
        "{\"annotator_labels\":[\"entails\"],\"gold_label\":\"entailment\",\"sentence1\":\"A.\","
        "\"sentence2\":\"B.\"}\n{\"gold_label\":\"neutral\",\"sentence1\":\"C.\",\"sentence2\":\"D."
        "\"}\n",
        "entails: A. / B.\nneutral: C. / D.\n");
    row("SNLI JSON lines", "a.jsonl",
        snliJson("neutral", "Two \\u00e9.", "They.") + snliJson("-", "X", "Y") +
            snliJson("contradiction", "A.", "B."),
        "neutral: Two \u00e9. / They.\ncontradiction: A. / B.\n");
    row("SNLI text, lines without their last columns", "a.txt",
        kSnliHeader + snliLine("entailment", "A.", "B.") + snliLine("-", "X", "Y"),
        "entailment: A. / B.\n");
    row("UCI sentences", "yelp_labelled.txt", "Wow.\t1\nCrust is not good.\t0\n",
        "positive: Wow.\nnegative: Crust is not good.\n");
    row("label first", "a.tsv", "1\tWow.\n0\tNo.\n", "positive: Wow.\nnegative: No.\n");
    row("plain lines behind a BOM", "a.txt", "\xef\xbb\xbfgood\nbad\n", "?: good\n?: bad\n");
    row("plain lines", "a.txt", "One line, with a comma\n\n  another \"one\"  \n",
        "?: One line, with a comma\n?: another \"one\"\n");
    row("lines in a .tsv", "a.tsv", "One\nTwo\n", "?: One\n?: Two\n");
    row("IMDb CSV", "imdb.csv",
        "reviews,labels\n\"A \"\"good\"\" one,<br /><br />truly\",1\nBad,0\n",
        "positive: A \"good\" one,\n\ntruly\nnegative: Bad\n");
    row("IMDb as Kaggle has it", "a.csv", "review,sentiment\n\"Good\",positive\n\"Bad\",negative\n",
        "positive: Good\nnegative: Bad\n");
    row("CSV odd: line ends in fields, CRLF", "a.csv",
        "labels,reviews\r\n1,\"two\r\nlines\"\r\n0,one\r\n",
        "positive: two\r\nlines\nnegative: one\n");
    row("Yelp polarity", "train.csv",
        "\"1\",\"Awful.\\nNever \"\"again\"\"\"\n\"2\",\"Great \\\"\"x\"\n",
        "negative: Awful.\nNever \"again\"\npositive: Great \"x\n");
    row("Amazon polarity", "train.csv", "\"2\",\"Title\",\"The text, long\"\n\"1\",\"T\",\"Bad\"\n",
        "positive: The text, long\nnegative: Bad\n");
    row("stars", "a.csv", "text,stars,label\na,5,5\nb,3,10\nc,4,2\n", "5: a\n10: b\n2: c\n");
    row("classes of their own", "a.csv", "text,label\na,sad\nb,glad\n", "sad: a\nglad: b\n");
    row(".review", "reviews.review",
        "<review>\n<rating>\n5.0\n</rating>\n<title>\nT\n</title>\n<review_text>\nGood & "
        "<b>bold\n\nEnd\n"
        "</review_text>\n</review>\n<review>\n<rating>\n2.0\n</rating>\n<review_text>\nBad\n"
        "</review_text>\n</review>\n",
        "positive: Good & <b>bold\n\nEnd\nnegative: Bad\n");
    row(".review of three stars", "reviews.review",
        "<review>\n<rating>\n3.0\n</rating>\n<review_text>\nSo so\n</review_text>\n</review>\n"
        "<review>\n<rating>\n4.0\n</rating>\n<review_text>\nGood\n</review_text>\n</review>\n",
        "positive: Good\n");
    row(".review by its name", "negative.review",
        "<reviews>\n<review>\n<review_text>\nFine\n</review_text>\n</review>\n</reviews>\n",
        "negative: Fine\n");
    row("columns by name", "a.csv#Body,Mood", "id,Mood,Body\n1,pos,Good\n2,neg,Bad\n",
        "positive: Good\nnegative: Bad\n");
    row("columns by number", "a.csv#3,2", "1,pos,Good\n2,neg,Bad\n",
        "positive: Good\nnegative: Bad\n");
    row("text alone", "a.csv#Body", "id,Mood,Body\n1,pos,Good\n", "?: Good\n");
    row("a pair without labels", "a.tsv#2,3,", "1\tA\tB\n2\tC\tD\n", "?: A / B\n?: C / D\n");
    row("keys of JSON", "a.jsonl#q.a,mood",
        "{\"q.a\":\"Good\",\"mood\":1}\n{\"q.a\":\"Bad\",\"mood\":0}\n",
        "positive: Good\nnegative: Bad\n");
    row("a path with a #", "odd#name.txt", "A line\n", "?: A line\n");
}

void TestTexts::formatsAreReadAsPublished() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, shown);
    const MadeTexts made;
    const std::string spec = file.toStdString();
    const bool marked = spec.find("odd#") != std::string::npos;
    const std::string name = marked ? spec : spec.substr(0, spec.find('#'));
    made.put(name, bytes.toStdString());
    QCOMPARE(made.shown(spec), shown);
    if (marked) return;
    // The same from each kind of compressed file, and from an archive of the file.
    const std::string columns = spec.substr(name.size());
    const std::pair<const char*, int (*)(archive*)> filters[] = {
        {".gz", archive_write_add_filter_gzip},
        {".xz", archive_write_add_filter_xz},
        {".bz2", archive_write_add_filter_bzip2}};
    for (const auto& [ending, filter] : filters) {
        made.put(name + ending, compressed(bytes.toStdString(), filter));
        QCOMPARE(made.shown(name + ending + columns), shown);
    }
    writeZip(made.path("a.zip"), {{"folder/" + name, bytes.toStdString()}});
    QCOMPARE(made.shown("a.zip" + columns), shown);
}

void TestTexts::networksClassesAreFoundByName() {
    const MadeTexts made;
    using Names = std::vector<std::string>;
    made.put("sst2.tsv", kSst2.toStdString());
    QCOMPARE(made.labels("sst2.tsv", {"pos", "neg"}), (std::vector<int>{0, 1}));
    QCOMPARE(made.labels("sst2.tsv", {"other", "Negative", "POSITIVE"}), (std::vector<int>{2, 1}));
    const auto strange = made.open("sst2.tsv", {"cat", "dog"});
    QVERIFY(!strange);
    const QString message = QString::fromStdString(strange.error().message);
    QVERIFY2(message.contains("(negative, positive), but the network's are cat, dog") &&
                 message.contains("sst2.tsv#map=position"),
             qPrintable(message));
    QCOMPARE(made.labels("sst2.tsv#map=position", {"cat", "dog"}), (std::vector<int>{1, 0}));
    QVERIFY(!made.open("sst2.tsv#map=position", {"cat", "dog", "emu"}));
    made.put("snli.jsonl", (snliJson("entailment", "A", "B") + snliJson("neutral", "A", "B") +
                            snliJson("contradiction", "A", "B"))
                               .toStdString());
    QCOMPARE(made.labels("snli.jsonl"), (std::vector<int>{0, 1, 2}));
    QCOMPARE(made.labels("snli.jsonl", {"contradiction", "entailment", "neutral"}),
             (std::vector<int>{1, 2, 0}));
    QCOMPARE(made.labels("snli.jsonl", {"entailment", "not_entailment"}),
             (std::vector<int>{0, 1, 1}));
    QCOMPARE((*made.open("snli.jsonl"))->classNames(),
             (Names{"entailment", "neutral", "contradiction"}));
    // The paper's maps: SNLI 0 -> 1, 1 -> 2, 2 -> 0 is MNLI's order; SciTail 0 <-> 1 is RTE's.
    QCOMPARE(made.labels("snli.jsonl#map=splitee_snli"), (std::vector<int>{1, 2, 0}));
    QCOMPARE((*made.open("snli.jsonl#map=splitee_snli"))->classNames(),
             (Names{"contradiction", "entailment", "neutral"}));
    QCOMPARE(made.labels("snli.jsonl#map=splitee_snli", {"0", "1", "2"}),
             (std::vector<int>{1, 2, 0}));
    made.put("scitail.tsv", "A\tB\tneutral\nC\tD\tentails\n");
    QCOMPARE(made.labels("scitail.tsv"), (std::vector<int>{0, 1}));
    QCOMPARE(made.labels("scitail.tsv#map=splitee_scitail"), (std::vector<int>{1, 0}));
    QCOMPARE(made.labels("scitail.tsv", {"entailment", "not_entailment"}),
             (std::vector<int>{1, 0}));
    made.put("qqp.tsv", "question1\tquestion2\tis_duplicate\nA\tB\t1\nC\tD\t0\n");
    QCOMPARE(made.labels("qqp.tsv", {"not_equivalent", "equivalent"}), (std::vector<int>{1, 0}));
    made.put("plain.txt", "words\n");
    QCOMPARE((*made.open("plain.txt", {"a", "b"}))->classNames(), (Names{"a", "b"}));
    QCOMPARE(made.labels("plain.txt", {"a", "b"}), std::vector<int>{-1});
}

void TestTexts::aDatasetOfTextsSaysSo() {
    const MadeTexts made;
    made.put("a.tsv", kSst2.toStdString());
    const auto texts = openDataset("text:" + made.path("a.tsv"), Split::Test, 32);
    QVERIFY2(texts, texts ? "" : texts.error().message.c_str());
    QCOMPARE((*texts)->inputKind(), InputKind::Text);
    QCOMPARE((*texts)->side(), 0);
    QVERIFY((*texts)->name().find("a.tsv") != std::string::npos);
    QVERIFY((*openDataset("signs", Split::Test, 32))->inputKind() == InputKind::Image);
    QCOMPARE(*classesOf("text:" + made.path("a.tsv")),
             (std::vector<std::string>{"negative", "positive"}));
    QCOMPARE(*datasetName(made.path("a.tsv") + "#1,2"), "text:" + made.path("a.tsv") + "#1,2");
    // The digest is of what is read: neither the file's name nor its compression count.
    made.put("b.txt.gz", compressed(kSst2.toStdString(), archive_write_add_filter_gzip));
    QCOMPARE((*made.open("b.txt.gz"))->hash(), (*texts)->hash());
    made.put("c.tsv", kSst2.toStdString() + "more\t1\n");
    QVERIFY((*made.open("c.tsv"))->hash() != (*texts)->hash());
    made.put("d.tsv", QByteArray(kSst2).replace("\t1", "\t0").toStdString());
    QVERIFY((*made.open("d.tsv"))->hash() != (*texts)->hash());
}

void TestTexts::linesAreCutTheSameInAnyPieces() {
    const std::string bytes = "a,b\r\n\"c\"\"d\ne\",\n,\"\"\n\n\"x\",y\"z";
    const auto cut = [&](std::size_t piece, auto make) {
        std::string shown;
        auto splitter = make([&](const TextRecord& record) {
            shown += std::to_string(record.line) + "+" + std::to_string(record.lines);
            for (const std::string_view field : record.fields)
                shown += "[" + std::string(field) + "]";
            shown += std::string(record.damage) + "\n";
            return true;
        });
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            splitter.feed(std::string_view(bytes).substr(at, piece));
        splitter.finish();
        return shown;
    };
    const auto csv = [](auto sink) { return CsvSplitter(sink); };
    const auto lines = [](auto sink) { return LineSplitter(sink); };
    QCOMPARE(cut(1000, csv), "1+1[a][b]\n2+2[c\"d\ne][]\n4+1[][]\n6+1[x][y\"z]\n");
    QCOMPARE(cut(1000, lines),
             "1+1[a,b]\n2+1[\"c\"\"d]\n3+1[e\",]\n4+1[,\"\"]\n5+1[]\n6+1[\"x\",y\"z]\n");
    for (std::size_t piece = 1; piece < 12; ++piece) {
        QCOMPARE(cut(piece, csv), cut(1000, csv));
        QCOMPARE(cut(piece, lines), cut(1000, lines));
    }
}

void TestTexts::readersEndWhenTheirWorkIsStopped() {
    const MadeTexts made;
    made.put("a.tsv",
             "sentence\tlabel\n" + QByteArray("fine words\t1\n").repeated(50'000).toStdString());
    std::stop_source stop;
    const CurrentStop current(stop.get_token());
    QVERIFY(made.open("a.tsv"));
    stop.request_stop();
    const auto stopped = made.open("a.tsv");
    QVERIFY(!stopped && stopped.error().message.find("stopped") != std::string::npos);
}

void TestTexts::theRealFilesAllOpen_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("counts");  // samples by class, "?" for none
    QTest::newRow("SST-2 train") << "sst2/train.tsv.xz"
                                 << "negative 29780, positive 37569";
    QTest::newRow("SST-2 dev") << "sst2/dev.tsv"
                               << "negative 428, positive 444";
    QTest::newRow("SST-2 test") << "sst2/test.tsv"
                                << "? 1821";
    QTest::newRow("QNLI") << "qnli"
                          << "entailment 1991, not_entailment 2009";
    QTest::newRow("RTE train") << "rte/train.tsv"
                               << "entailment 1249, not_entailment 1241";
    QTest::newRow("RTE dev") << "rte/dev.tsv"
                             << "entailment 146, not_entailment 131";
    QTest::newRow("IMDb") << "imdb/aclImdb_10k.tar.xz"
                          << "negative 2500, positive 2500";
    QTest::newRow("IMDb CSV") << "imdb-csv/imdb.csv.xz"
                              << "negative 1000, positive 1000";
    for (const char* domain : {"books", "electronics", "kitchen"})
        QTest::newRow(domain) << QStringLiteral("mds/") + domain << "negative 1000, positive 1000";
    QTest::newRow("airline") << "airline/airline.csv.xz"
                             << "negative 932, positive 1068";
    QTest::newRow("Yelp") << "uci-sentences/yelp_labelled.txt"
                          << "negative 500, positive 500";
    QTest::newRow("IMDb sentences") << "uci-sentences/imdb_labelled.txt"
                                    << "negative 500, positive 500";
}

void TestTexts::theRealFilesAllOpen() {
    QFETCH(QString, file);
    QFETCH(QString, counts);
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const auto texts =
        openDataset("text:" + (data + "/text/" + file).toStdString(), Split::Test, 0);
    QVERIFY2(texts, texts ? "" : texts.error().message.c_str());
    QCOMPARE(countsOf(**texts), counts.toStdString());
    for (const std::string& remark : (*texts)->remarks()) qInfo("%s", remark.c_str());
}
