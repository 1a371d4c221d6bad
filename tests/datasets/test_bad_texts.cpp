// SPDX-License-Identifier: GPL-3.0-or-later
// Files of texts that are broken: a few bad lines are left out and named, more are an error.
#include <QTest>

#include "made_files.h"
#include "made_texts.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Lines that are good, for files of which a few are not.
QByteArray manyGood(int lines, const char* line = "fine words\t1\n") {
    return QByteArray(line).repeated(lines);
}

}  // namespace

void TestBadTexts::badLinesAreLeftOutAndNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");  // 1 bad line, and 200 that are good
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes,
                        const char* says) {
        QTest::newRow(name) << QString::fromUtf8(file) << bytes << QString::fromUtf8(says);
    };
    const QByteArray header = "sentence\tlabel\n";
    row("a column more", "a.tsv", header + "a\tb\t1\n" + manyGood(200),
        "line 2 (it has more columns than the first line)");
    row("a column less", "a.tsv", header + manyGood(150) + "words\n" + manyGood(50),
        "line 152 (it has fewer columns than the first line)");
    row("no text", "a.tsv", header + " \t1\n" + manyGood(200), "line 2 (its text is empty)");
    row("no label", "a.tsv", header + "words\t \n" + manyGood(200), "line 2 (it has no label)");
    row("not UTF-8", "a.tsv", header + "caf\xe9\t1\n" + manyGood(200), "line 2 (it is not UTF-8)");
    row("a label that is not UTF-8", "a.tsv", header + "cafe\t\xe9\n" + manyGood(200), "not UTF-8");
    row("a long label", "a.tsv", header + "a\t" + QByteArray(201, 'x') + "\n" + manyGood(200),
        "line 2 (its label has more than 200 bytes");
    row("a line of 5 MB", "a.tsv", header + QByteArray(5'000'000, 'x') + "\t1\n" + manyGood(200),
        "line 2 (it has more than 4 MiB)");
    row("a field of 5 MB", "a.csv",
        "text,label\n\"" + QByteArray(5'000'000, 'x') + "\",1\n" + manyGood(200, "fine words,1\n"),
        "line 2 (it has more than 4 MiB)");
    row("commas without end", "a.csv",
        "text,label\n" + QByteArray(5'000'000, ',') + "\n" + manyGood(200, "fine words,1\n"),
        "line 2 (it has more than 4 MiB)");
    row("words behind a quote", "a.csv",
        "text,label\n\"a\" b,1\n" + manyGood(200, "fine words,1\n"),
        "line 2 (a quoted field does not end with its quote)");
    row("an open quote at the end", "a.csv",
        "text,label\n" + manyGood(200, "fine words,1\n") + "\"open,1\n",
        "line 202 (a quoted field does not end before the file does)");
    row("no JSON", "a.jsonl",
        manyGood(200, "{\"text\":\"fine words\",\"label\":1}\n") + "{\"text\":\n",
        "line 201 (it is no JSON object)");
    row("JSON without the key", "a.jsonl",
        manyGood(200, "{\"text\":\"fine words\",\"label\":1}\n") + "{\"label\":1}\n",
        "line 201 (its text is empty)");
    row("JSON too deep", "a.jsonl",
        manyGood(200, "{\"text\":\"fine words\",\"label\":1}\n") +
            "{\"text\":" + QByteArray(100'000, '[') + "\n",
        "line 201 (it is no JSON object)");
    row("no second text", "a.tsv",
        "sentence1\tsentence2\tlabel\nA\t\t1\n" + manyGood(200, "fine words\tB\t1\n"),
        "line 2 (its second text is empty)");
    const QByteArray review = "<review>\n<review_text>\nfine words\n</review_text>\n</review>\n";
    row("a review in a review", "positive.review",
        review.repeated(200) + "<review>\n<review_text>\nlost\n</review_text>\n" + review,
        "line 1005 (a review begins before the last one ends)");
    row("a review without text", "positive.review", review.repeated(200) + "<review>\n</review>\n",
        "line 1002 (a review has no text)");
    row("a review without end", "positive.review",
        review.repeated(200) + "<review>\n<review_text>\nlost\n",
        "line 1003 (a review does not end before the file does)");
}

void TestBadTexts::badLinesAreLeftOutAndNamed() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const MadeTexts made;
    made.put(file.toStdString(), bytes.toStdString());
    const auto texts = made.open(file.toStdString());
    QVERIFY2(texts, texts ? "" : texts.error().message.c_str());
    const bool twice = (*texts)->size() == 201;  // the review that began inside of another is kept
    QVERIFY((*texts)->size() == 200 || twice);
    for (std::int64_t i = 0; i < (*texts)->size(); ++i)
        QCOMPARE((*texts)->read(i)->text().first, "fine words");
    QCOMPARE((*texts)->remarks().size(), std::size_t{1});
    const QString remark = QString::fromStdString((*texts)->remarks().front());
    QVERIFY2(remark.contains(says) && remark.contains(file), qPrintable(remark));
}

void TestBadTexts::badInputGivesOneSentence_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes,
                        const char* says) {
        QTest::newRow(name) << QString::fromUtf8(file) << bytes << QString::fromUtf8(says);
    };
    row("not there", "none.tsv", {}, "there is no such file or folder");
    row("empty", "a.tsv", "", "holds no texts: it is empty");
    row("blanks alone", "a.txt", " \n\n  \n", "holds no texts: it is empty");
    row("a header alone", "a.tsv", "sentence\tlabel\n", "have none in this part");
    row("a BOM alone", "a.txt", "\xef\xbb\xbf", "holds no texts: it is empty");
    row("a program", "a.txt",
        QByteArray("\x7f"
                   "ELF\0\0\1",
                   7),
        "no file of texts");
    row("UTF-16", "a.txt", QByteArray("\xff\xfeh\0i\0\n\0", 8), "must be UTF-8");
    row("Latin-1", "a.txt", "caf\xe9\ncr\xe8me\n",
        "2 of 2 lines cannot be read, more than 1 %: line 1");
    row("two in a hundred", "a.tsv", "sentence\tlabel\n" + manyGood(98) + "x\ny\n",
        "2 of 100 lines cannot be read, more than 1 %: line 100 (it has fewer columns");
    row("an open quote at the start", "a.csv", "text,label\n\"open,1\n" + manyGood(50, "words,1\n"),
        "51 of 51 lines cannot be read");
    row("unknown columns", "a.tsv", "alpha\tbeta\tgamma\tdelta\n1\t2\t3\t4\n",
        "cannot tell which column");
    row("two columns of text", "a.tsv", "one text\tanother text\n", "cannot tell which column");
    row("unknown columns of CSV", "a.csv", "alpha,beta\nx,y\n", "alpha, beta: choose them");
    row("unknown keys", "a.jsonl", "{\"alpha\":1}\n", "its first line is alpha");
    row("no JSON in JSON lines", "a.jsonl", "words\n", "is no JSON object, as its name has it");
    row("half a JSON object", "a.jsonl", "{\"text\":\n", "begins as a JSON object, but is none");
    row("no such column", "a.csv#text,mood", "text,label\na,1\n",
        "no column 'mood': it has text, label");
    row("column 0", "a.csv#0,1", "text,label\na,1\n", "no column '0'");
    row("column 3 of 2", "a.csv#3", "text,label\na,1\n", "numbers from 1 to 2");
    row("column of nine digits", "a.csv#999999999999", "text,label\na,1\n",
        "no column '999999999999'");
    row("four columns", "a.csv#1,2,1,2", "text,label\na,1\n",
        "cannot choose columns by '#1,2,1,2'");
    row("no column", "a.csv#", "text,label\na,1\n", "cannot choose columns by '#'");
    row("an unknown map", "a.csv#map=snli", "text,label\na,1\n", "unknown map of labels 'snli'");
    row("a map for other texts", "a.csv#map=splitee_snli", "text,label\na,1\nb,0\n",
        "is for 3 classes, but the texts of");
    row(
        "2,000 labels", "a.csv",
        [] {
            QByteArray rows = "text,label\n";
            for (int i = 0; i < 2000; ++i) rows += "words,x" + QByteArray::number(i) + "\n";
            return rows;
        }(),
        "(its label is one more than 1,000)");
    row("junk of gzip", "a.tsv.gz", QByteArray("\x1f\x8b\x08\0junkjunkjunk", 16), "a.tsv.gz");
    row("half an xz", "a.tsv.xz",
        QByteArray::fromStdString(
            compressed(manyGood(2000).toStdString(), archive_write_add_filter_xz).substr(0, 80)),
        "a.tsv.xz");
    row("reviews without text", "positive.review", "<review>\n</review>\n",
        "1 of 1 lines cannot be read, more than 1 %: line 2 (a review has no text)");
    row("no reviews", "positive.review", "words\nwords\n", "have none in this part");
    row("more bytes than a file may have", "bomb.tsv.xz",
        QByteArray::fromStdString(
            compressed(std::string(1U << 24, '\0'), archive_write_add_filter_xz)),
        "no file of texts");
}

void TestBadTexts::badInputGivesOneSentence() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const MadeTexts made;
    const std::string spec = file.toStdString();
    if (!spec.starts_with("none")) made.put(spec.substr(0, spec.find('#')), bytes.toStdString());
    const auto texts = made.open(spec);
    QVERIFY(!texts);
    const QString message = QString::fromStdString(texts.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(!message.contains('\n') && message.size() < 2000, qPrintable(message));
}
