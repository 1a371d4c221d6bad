// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "datasets/distortion.h"
#include "datasets/signs.h"
#include "made_texts.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Text longText() {
    std::string words;
    for (int i = 0; i < 4000; ++i) words += "caf\u00E9 Words ";
    return {words, "One, two 3"};
}

std::size_t wordsIn(const std::string& text) {
    return static_cast<std::size_t>(
        QString::fromStdString(text).split(u' ', Qt::SkipEmptyParts).size());
}

}  // namespace

void TestTextDistortion::typosDependOnSeedAndSampleAlone() {
    const Distortion typos = *parseDistortion("typos:0.1");
    const Text text{"A sentence of several words, typed in haste", "and its second"};
    QCOMPARE(distort(text, typos, 3, 9), distort(text, typos, 3, 9));
    QVERIFY(!(distort(text, typos, 3, 9) == text));
    QVERIFY(!(distort(text, typos, 3, 9) == distort(text, typos, 3, 10)));
    QVERIFY(!(distort(text, typos, 3, 9) == distort(text, typos, 4, 9)));
    QCOMPARE(distort(text, Distortion{}, 3, 9), text);
    // A sample of a dataset is the same whatever was read before it.
    const MadeTexts made;
    made.put("a.tsv",
             "sentence\tlabel\nthe first sentence of them\t1\nthe second sentence here\t0\n");
    const auto clean = *made.open("a.tsv");
    const auto seen = distorted(clean, typos, 7);
    const auto late = seen->read(1)->text();
    QCOMPARE(seen->read(0)->text(), distort(clean->read(0)->text(), typos, 7, 0));
    QCOMPARE(seen->read(1)->text(), late);
    QCOMPARE(seen->read(1)->label, 0);
    QCOMPARE(seen->inputKind(), InputKind::Text);
    QCOMPARE(seen->hash(), clean->hash());
    QVERIFY(seen->name().ends_with(", typos:0.1"));
}

void TestTextDistortion::theShareOfTyposIsTheStatedOne() {
    // Words of one letter: each typo leaves a mark of its own.
    std::string letters;
    for (int i = 0; i < 20'000; ++i) letters += "g ";
    const std::string typed = distort({letters, ""}, *parseDistortion("typos:0.2"), 1, 0).first;
    const QString text = QString::fromStdString(typed);
    const double wrong = 20'000.0 - static_cast<double>(text.count(u'g')) + 0.0;
    // Left out and replaced letters are missing, doubled ones are one more, swaps leave it: in sum
    // a quarter of the typos is missing, and half of them show no g in their place.
    QVERIFY2(std::abs(wrong - 0.2 * 20'000 / 4) < 250, qPrintable(QString::number(wrong)));
    const auto replaced = std::ranges::count_if(typed, [](char c) { return c != 'g' && c != ' '; });
    QVERIFY2(std::abs(static_cast<double>(replaced) - 1000) < 150,
             qPrintable(QString::number(replaced)));
    for (const char c : typed)
        QVERIFY(std::string_view("g ftyhbv").find(c) != std::string_view::npos);
    // No letter changes places with a blank: then two words of one letter would stand as one.
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(word.size() == 1 || word == "gg", qPrintable(word));
}

void TestTextDistortion::aCapitalStaysOne() {
    const std::string typed =
        distort({std::string(1000, 'G'), ""}, *parseDistortion("typos:1"), 5, 1).first;
    for (const char c : typed)
        QVERIFY(std::string_view("GFTYHBV").find(c) != std::string_view::npos);
    QVERIFY(std::ranges::count(typed, 'F') > 0);
}

void TestTextDistortion::typosKeepTextsUtf8AndBlanks() {
    const Text text = longText();
    const Text typed = distort(text, *parseDistortion("typos:1"), 5, 1);
    QVERIFY(QString::fromStdString(typed.first).toStdString() == typed.first);  // still UTF-8
    QVERIFY(typed.first.find("\u00E9\u00E9") != std::string::npos);  // doubled as a whole
    QVERIFY(typed.second != text.second);                            // a pair's second text, too
    QVERIFY(typed.second.find('3') != std::string::npos);            // digits stay
    QCOMPARE(distort({"", ""}, *parseDistortion("typos:1"), 5, 1), (Text{"", ""}));
    QCOMPARE(distort({"1 2, 3!", ""}, *parseDistortion("typos:1"), 5, 1), (Text{"1 2, 3!", ""}));
}

void TestTextDistortion::theShareOfDroppedWordsIsTheStatedOne() {
    const Text text = longText();
    const Text thin = distort(text, *parseDistortion("dropped_words:0.3"), 2, 4);
    const double left =
        static_cast<double>(wordsIn(thin.first)) / static_cast<double>(wordsIn(text.first));
    QVERIFY2(std::abs(left - 0.7) < 0.02, qPrintable(QString::number(left)));
    // One word is left, and words keep their order.
    QCOMPARE(distort({"one two", "three"}, *parseDistortion("dropped_words:1"), 2, 4),
             (Text{"one", "three"}));
    QCOMPARE(distort({"  one\ttwo  ", ""}, *parseDistortion("dropped_words:0.000001"), 2, 4),
             (Text{"one two", ""}));
}

void TestTextDistortion::amountsAndMismatchesGiveOneSentence() {
    QCOMPARE(toText(*parseDistortion("dropped_words:0.25")), "dropped_words:0.25");
    const auto says = [](const auto& result, const char* text) {
        return !result && result.error().message.find(text) != std::string::npos;
    };
    QVERIFY(says(parseDistortion("typos:1.5"), "above 0 and at most 1"));
    QVERIFY(says(parseDistortion("gaussian_blur:10.5"), "above 0 and at most 10"));
    QVERIFY(says(parseDistortion("typos:0"), "above 0"));
    QVERIFY(says(parseDistortion("typos@3"), "typos has no severities"));
    QVERIFY(says(parseDistortion("typo:0.1"), "did you mean typos?"));
    const auto signs = openSigns(Split::Test);
    const Distortion typos = *parseDistortion("typos:0.1");
    const Distortion blur = *parseDistortion("gaussian_blur:1");
    const MadeTexts made;
    made.put("a.txt", "words\n");
    const auto texts = *made.open("a.txt");
    QVERIFY(applies(typos, *texts) && applies(blur, *signs) && applies(Distortion{}, *signs) &&
            applies(Distortion{}, *texts));
    QVERIFY(says(applies(typos, *signs), "'typos:0.1' is for texts, but signs test holds images"));
    QVERIFY(says(applies(blur, *texts), "'gaussian_blur:1' is for images, but texts"));
    QVERIFY(says(distorted(texts, blur, 1)->read(0), "is for images"));  // not a wrong alternative
    QVERIFY(says(underDistortion(texts, blur, 1), "is for images"));
    QVERIFY(underDistortion(texts, typos, 1).has_value());
    // What was left out of a dataset is left out under a distortion too.
    std::string lines = "sentence\tlabel\n \t1\n";
    for (int i = 0; i < 200; ++i) lines += "words\t1\n";
    made.put("b.tsv", lines);
    const auto some = *made.open("b.tsv");
    QCOMPARE(some->remarks().size(), std::size_t{1});
    QCOMPARE(distorted(some, typos, 1)->remarks(), some->remarks());
}
