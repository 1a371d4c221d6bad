// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "datasets/text/bert_words.h"
#include "datasets/text/unicode_rules.h"
#include "datasets/text/word_piece.h"
#include "engine/rng.h"
#include "made_files.h"
#include "slow_word_piece.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {
const std::vector<std::string> kSmall{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "want",  "##want",
                                      "##ed",  "wa",    "un",    "runn",  "##ing", ",",
                                      "high",  "##ly",  "low",   "##\xc3"};

QStringList words(std::string_view text, bool lowerCase = true) {
    QStringList found;
    forEachBertWord(text, lowerCase, [&](const BertWord& word) {
        found << QString::fromUtf8(word.text.data(), static_cast<qsizetype>(word.text.size()));
        return true;
    });
    return found;
}

QStringList piecesOf(const WordPiece& tokenizer, std::string_view text) {
    QStringList found;
    for (const std::int32_t id : tokenizer.pieces(text, SIZE_MAX).ids)
        found << QString::fromStdString(std::string(tokenizer.piece(id)));
    return found;
}

std::shared_ptr<const WordPiece> smallTokenizer() { return *WordPiece::of(kSmall); }

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

// What texts are made of for comparisons: everything that a rule speaks of, and any code point.
const std::vector<std::u32string>& stock() {
    static const std::vector<std::u32string> stock{
        U"abcdefghij",
        U"ABCDEFGHIJ",
        U"0123456789",
        U"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
        U" \t\n\r",
        U"     ",
        {0x00, 0x01, 0x07, 0x0B, 0x0C, 0x1C, 0x1F, 0x7F, 0x85, 0xAD},
        U"éàüñÅØßœŒ½²ªº",
        {0x300, 0x301, 0x327, 0x308, 0x30A, 0x345},
        U"ΣσςΑΒΩάΌ",
        U"ΣΣΣ'.:·",
        {0x130, 0x131, 0x49, 0x212A, 0x212B, 0x2126, 0x1E9E},
        U"한국어각힣",
        U"日本語の文字豈",
        {0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFA0E, 0x20000, 0x2CEAF, 0x2F800, 0x2FA1F},
        {0xA0, 0x1680, 0x2000, 0x2003, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000},
        {0x200B, 0x200D, 0x200E, 0x2060, 0xFEFF, 0xFFFD, 0xE000, 0x10FFFF, 0x378},
        U"“”‘’–—…«»¿¡、。！？",
        {0x1FEF, 0x37E, 0x387, 0x2260, 0x226E},
        U"हिन्दीไทยภาษา",
        {0x1D165, 0x1D16D, 0x1D15E, 0x302E, 0x302F, 0x16FF0, 0x1B44},
        U"ⅧⅷⓐⒶ①𝐀",
        U"😀👩💻"};
    return stock;
}

std::string madeText(Rng& rng) {
    std::string text;
    for (std::uint64_t runs = 1 + rng.below(8); runs > 0; --runs) {
        const std::u32string& kind = stock()[rng.below(stock().size())];
        for (std::uint64_t n = 1 + rng.below(6); n > 0; --n) switch (rng.below(12)) {
                case 0:
                    for (auto code = static_cast<char32_t>(rng.below(0x110000));;
                         code = static_cast<char32_t>(rng.below(0x110000)))
                        if (code < 0xD800 || code > 0xDFFF) {
                            appendUtf8(text, code);
                            break;
                        }
                    break;
                case 1:
                    text += static_cast<char>(rng.below(256));
                    break;  // may be no UTF-8
                default:
                    appendUtf8(text, kind[rng.below(kind.size())]);
            }
    }
    return text;
}

// Pieces of what the slow version makes of made texts, so that they are found in others.
std::vector<std::string> madeVocabulary() {
    std::vector<std::string> vocabulary{"[PAD]", "[UNK]", "[CLS]", "[SEP]"};
    Rng rng(3, "vocabulary");
    for (int i = 0; i < 1500; ++i)
        for (const QString& word : slowWords(madeText(rng), i % 2 == 0)) {
            const auto codes = word.toUcs4();
            const auto first =
                static_cast<qsizetype>(rng.below(static_cast<std::uint64_t>(codes.size())));
            std::string piece = first == 0 ? "" : "##";
            for (qsizetype k = first;
                 k < std::min(codes.size(), first + 1 + qsizetype(rng.below(4))); ++k)
                appendUtf8(piece, codes[k]);
            vocabulary.push_back(piece);
        }
    return vocabulary;
}

std::string shown(const std::string& text) {
    return QByteArray::fromStdString(text).toPercentEncoding(" ").toStdString();
}

}  // namespace

void TestWordPiece::wordsAreThoseWorkedOutByHand_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* name, const QByteArray& text, const char* lower,
                        const char* kept) {
        QTest::newRow(name) << text << QString::fromUtf8(lower) << QString::fromUtf8(kept);
    };
    // The first five are those of google-research/bert, tokenization_test.py.
    row("case", " \tHeLLo!how  \n Are yoU?  ", "hello ! how are you ?", "HeLLo ! how Are yoU ?");
    row("accent", "H\u00E9llo", "hello", "H\u00E9llo");
    row("ideographs", "ah\u535A\u63A8zz", "ah \u535A \u63A8 zz", "ah \u535A \u63A8 zz");
    row("wanted", "UNwant\u00E9d,running", "unwanted , running", "UNwant\u00E9d , running");
    row("nothing", "", "", "");
    row("blanks alone", " \t\n\r\u00A0\u3000", "", "");
    row("every blank", "a\u00A0b\u2003c\u2028d\u3000e", "a b c d e", "a b c d e");
    row("no blank", "d\u200Be", "de", "de");
    row("controls", QByteArray("x\0y\xEF\xBF\xBDz\x07w\xC2\x85q\xC2\xADr", 15), "xyzwqr", "xyzwqr");
    row("vertical tab joins",
        "a\x0B"
        "b\x0C"
        "c\x1C"
        "d",
        "abcd", "abcd");
    row("not UTF-8",
        "a\xff"
        "b\xc3 c\xe2\x82 d\xc0\x80"
        "e",
        "ab c de", "ab c de");
    row("surrogates are no UTF-8",
        "a\xed\xa0\x80"
        "b",
        "ab", "ab");
    row("ASCII punctuation", "don't $5.00 a_b ~^`|<=>", "don ' t $ 5 . 00 a _ b ~ ^ ` | < = >",
        "don ' t $ 5 . 00 a _ b ~ ^ ` | < = >");
    row("Unicode punctuation", "\u201Csmart\u201D\u2014\u2026\u00BFqu\u00E9?",
        "\u201C smart \u201D \u2014 \u2026 \u00BF que ?",
        "\u201C smart \u201D \u2014 \u2026 \u00BF qu\u00E9 ?");
    row("symbols stay", "x\u00B2 \u20AC5 \u00A9a \u00BD", "x\u00B2 \u20AC5 \u00A9a \u00BD",
        "x\u00B2 \u20AC5 \u00A9a \u00BD");
    row("composed and not", "\u212Bngstro\u0308m \u00C5ngstr\u00F6m", "angstrom angstrom",
        "\u212Bngstro\u0308m \u00C5ngstr\u00F6m");
    row("no ligature is split", "\uFB01ne", "\uFB01ne", "\uFB01ne");
    row("Turkish", "\u0130stanbul \u0131I", "istanbul \u0131i", "\u0130stanbul \u0131I");
    row("Kelvin", "K\u212A", "kk", "K\u212A");
    row("Hangul falls apart", "\uD55C\uAD6D", "\u1112\u1161\u11AB\u1100\u116E\u11A8",
        "\uD55C\uAD6D");
    row("Hangul of two", "\uAC00", "\u1100\u1161", "\uAC00");
    row("Mn goes, Mc stays", "\u0939\u093F\u0928\u094D\u0926\u0940",
        "\u0939\u093F\u0928\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940");
    row("two ideographs of one kind", "\uF900\u8C48", "\u8C48 \u8C48", "\uF900 \u8C48");
    row("beyond the first plane", "ab\U00020000c", "ab \U00020000 c", "ab \U00020000 c");
    row("emoji", "\U0001F600 fun\U0001F469\u200D\U0001F4BB!",
        "\U0001F600 fun\U0001F469\U0001F4BB !", "\U0001F600 fun\U0001F469\U0001F4BB !");
    row("becomes punctuation",
        "a\u1FEF"
        "b\u037E",
        "a ` b ;",
        "a\u1FEF"
        "b \u037E");
    row("sigma", "\u039F\u03A3 \u03A3 \u0391\u03A3. \u0391\u03A3.\u0392 \u0391\u00AD\u03A3",
        "\u03BF\u03C2 \u03C3 \u03B1\u03C2 . \u03B1\u03C3 . \u03B2 \u03B1\u03C2",
        "\u039F\u03A3 \u03A3 \u0391\u03A3 . \u0391\u03A3 . \u0392 \u0391\u03A3");
    row("sigma and marks", "\u03A3\u0301\u03A3", "\u03C3\u03C2", "\u03A3\u0301\u03A3");
    row("ideograph ends a sigma's word", "\u0391\u03A3\u535A\u0391", "\u03B1\u03C2 \u535A \u03B1",
        "\u0391\u03A3 \u535A \u0391");
    row("a mark that is cased too", "\u0391\u03A3\u030A\u0345\U0001F600 \u0345\u03A3",
        "\u03B1\u03C2\U0001F600 \u03C3", "\u0391\u03A3\u030A\u0345\U0001F600 \u0345\u03A3");
    row("marks alone", "\u0301\u0327", "", "\u0301\u0327");
}

void TestWordPiece::wordsAreThoseWorkedOutByHand() {
    QFETCH(QByteArray, text);
    QFETCH(QString, lower);
    QFETCH(QString, kept);
    QCOMPARE(words(text.toStdString()).join(u' '), lower);
    QCOMPARE(words(text.toStdString(), false).join(u' '), kept);
    QCOMPARE(slowWords(text.toStdString()).join(u' '),
             lower);  // the slow version is held to it too
    QCOMPARE(slowWords(text.toStdString(), false).join(u' '), kept);
}

void TestWordPiece::everyCodePointIsTreatedAlike() {
    for (char32_t block = 0; block < 0x110000; block += 128) {
        std::string text;
        for (char32_t code = block; code < block + 128; ++code) {
            if (code >= 0xD800 && code <= 0xDFFF) continue;
            text += " x";
            appendUtf8(text, code);
            text += "y A";
            appendUtf8(text, code);
            appendUtf8(text, 0x3A3);  // and as it stands to a final sigma
        }
        if (words(text) != slowWords(text) || words(text, false) != slowWords(text, false))
            QFAIL(qPrintable(QStringLiteral("differs in the block of U+%1").arg(block, 4, 16)));
    }
}

void TestWordPiece::piecesAreThoseOfTheSlowVersion() {
    const std::vector<std::string> vocabulary = madeVocabulary();
    int unknown = 0, split = 0;
    for (const bool lowerCase : {true, false}) {
        const auto tokenizer = *WordPiece::of(vocabulary, lowerCase);
        Rng rng(lowerCase ? 1 : 2, "texts");
        for (int i = 0; i < 2000; ++i) {
            const std::string text = madeText(rng);
            const QStringList slow = slowPieces(text, vocabulary, lowerCase);
            QVERIFY2(piecesOf(*tokenizer, text) == slow, shown(text).c_str());
            unknown += slow.contains(QStringLiteral("[UNK]"));
            split += !slow.filter(QStringLiteral("##")).isEmpty();
        }
    }
    QVERIFY(unknown > 400 && unknown < 3600);  // both ways are tried
    QVERIFY(split > 400);
}

void TestWordPiece::piecesOfRealSentencesAreThoseOfTheSlowVersion() {
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const std::string text = data.toStdString() + "/text/";
    const auto tokenizer = WordPiece::fromFile(text + "vocab.txt");
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QCOMPARE((*tokenizer)->size(), std::size_t{30'522});
    QCOMPARE((*tokenizer)->special(), (SpecialIds{0, 100, 101, 102, 103}));
    const auto lines = QByteArray::fromStdString(bytesOf(text + "sst2/dev.tsv")).split('\n');
    QCOMPARE(lines.size(), 874);
    for (const QByteArray& line : lines) {
        const std::string sentence = line.toStdString();
        QCOMPARE(piecesOf(**tokenizer, sentence), slowPieces(sentence, (*tokenizer)->vocabulary()));
    }
    // As HF's bert-base-uncased gives it.
    QCOMPARE((*tokenizer)->encode({"Hello, world! unaffable", ""}).ids,
             (std::vector<std::int32_t>{101, 7592, 1010, 2088, 999, 14477, 20961, 3468, 102}));
}

void TestWordPiece::unknownAndLongWordsAreWhole() {
    const auto small = smallTokenizer();
    QCOMPARE(piecesOf(*small, "UNwant\u00E9d,running").join(u' '), "un ##want ##ed , runn ##ing");
    QCOMPARE(piecesOf(*small, "unwantedX running").join(u' '), "[UNK] runn ##ing");
    QCOMPARE(piecesOf(*small, "[CLS] lowly").join(u' '), "[UNK] [UNK] [UNK] low ##ly");
    // A piece that is half a character ends no word.
    QCOMPARE(piecesOf(*small, "low\u00DF").join(u' '), "[UNK]");
    const auto letters = *WordPiece::of({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "\u00DF", "##\u00DF"});
    QCOMPARE(letters->pieces(repeated("\u00DF", 100), SIZE_MAX).ids.size(), std::size_t{100});
    QCOMPARE(piecesOf(*letters, repeated("\u00DF", 101)).join(u' '), "[UNK]");
    QCOMPARE(piecesOf(*letters, repeated("\u00DF", 101) + " \u00DF").join(u' '), "[UNK] \u00DF");
    // Of equal pieces the last counts, as in a Python dictionary.
    const auto twice = *WordPiece::of({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "a"});
    QCOMPARE(twice->pieces("a", 9).ids, std::vector<std::int32_t>{6});
}

void TestWordPiece::pairsAndTruncationFollowBert() {
    const auto small = smallTokenizer();  // want 4, un 8, low 14, [CLS] 2, [SEP] 3
    using Ids = std::vector<std::int32_t>;
    using Segments = std::vector<std::uint8_t>;
    const Tokens one = small->encode({"want low", ""});
    QCOMPARE(one.ids, (Ids{2, 4, 14, 3}));
    QCOMPARE(one.segments, (Segments{0, 0, 0, 0}));
    QVERIFY(!one.cut && one.firstBytes == 8);
    const Tokens two = small->encode({"want low", "un"});
    QCOMPARE(two.ids, (Ids{2, 4, 14, 3, 8, 3}));
    QCOMPARE(two.segments, (Segments{0, 0, 0, 0, 1, 1}));
    const Tokens none = small->encode({"", ""});
    QCOMPARE(none.ids, (Ids{2, 3}));
    const Tokens cut = small->encode({"want low  want", ""}, 4);
    QCOMPARE(cut.ids, (Ids{2, 4, 14, 3}));
    QVERIFY(cut.cut && cut.firstBytes == 8);
    QVERIFY(!small->encode({"want low", ""}, 4).cut);
    // The longer one loses its last piece, the second where both are equal.
    const Tokens longer = small->encode({"low low low low", "un un"}, 7);
    QCOMPARE(longer.ids, (Ids{2, 14, 14, 3, 8, 8, 3}));
    QVERIFY(longer.cut && longer.firstBytes == 7 && longer.secondBytes == 5);
    QVERIFY(small->encode({"un un", "low low low low"}, 7).cut);
    QVERIFY(!small->encode({"low low", "un un"}, 7).cut);
    const Tokens equal = small->encode({"low low low", "un un un"}, 6);
    QCOMPARE(equal.ids, (Ids{2, 14, 14, 3, 8, 3}));
    // Which of 128 pieces stay does not depend on how long the longer text is.
    const std::string words = repeated("low ", 100);
    QCOMPARE(small->encode({words, repeated("un ", 70)}).ids,
             small->encode({words + words + words, repeated("un ", 70)}).ids);
    QCOMPARE(small->encode({words, words}).ids.size(), kTokens);
    const Tokens both = small->encode({words, words});
    QCOMPARE(std::ranges::count(both.segments, 1),
             std::ptrdiff_t{63});  // 63 of the first, 62 of the second and its [SEP]
}

void TestWordPiece::aMegabyteTakesAThousandTimesAKilobyte_data() {
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("words") << QByteArray("want low highly, ");
    QTest::newRow("one word") << QByteArray("wantwantwantwant");
    QTest::newRow("unknown words") << QByteArray("unwantwantwantwantwantzzz ");
    QTest::newRow("punctuation") << QByteArray(",,,,,,,,");
    QTest::newRow("blanks") << QByteArray("        ");
    QTest::newRow("sigmas") << QByteArray("\u03A3'''''''");
    QTest::newRow("capital and sigmas") << QByteArray("\u0391''\u03A3''.");
    QTest::newRow("marks that stay, backwards") << QByteArray("\u302E\U0001D165");
    QTest::newRow("marks that go") << QByteArray("\u0301\u0327\u0308\u0345");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xe2\x82\xc0");
    QTest::newRow("Hangul") << QByteArray("\uD55C\uAD6D");
    QTest::newRow("NUL") << QByteArray("\0\0\0\0", 4);
}

void TestWordPiece::aMegabyteTakesAThousandTimesAKilobyte() {
    QFETCH(QByteArray, unit);
    const auto small = smallTokenizer();
    const auto work = [&](std::size_t bytes) {
        const std::string text =
            repeated(unit.toStdString(), bytes / static_cast<std::size_t>(unit.size()));
        return static_cast<double>(small->pieces(text, SIZE_MAX).steps);
    };
    const double kilobyte = work(1024);
    const double megabyte = work(1024 * 1024);
    QVERIFY2(megabyte < 1100 * kilobyte, qPrintable(QString::number(megabyte / kilobyte)));
    QVERIFY2(megabyte < 40 * 1024 * 1024, qPrintable(QString::number(megabyte)));
    // Of a text of any length no more is looked at than the first pieces need.
    if (unit.startsWith("want low")) {
        const std::string text = repeated(unit.toStdString(), 65536);
        QVERIFY(small->pieces(text, 128).steps < 2000);
    }
}

void TestWordPiece::anyBytesGiveIdsOfTheVocabulary() {
    const auto tokenizer = *WordPiece::of(madeVocabulary());
    Rng rng(7, "bytes");
    for (int i = 0; i < 3000; ++i) {
        const auto bytes = [&](std::uint64_t most) {
            std::string text(rng.below(most), '\0');
            for (char& c : text)
                c = static_cast<char>(rng.below(i % 2 == 0 ? 256 : 8) + (i % 3 == 0 ? 0xc0 : 0));
            return text;
        };
        const Text text{bytes(400), i % 4 == 0 ? bytes(400) : ""};
        const std::size_t length = 5 + rng.below(60);
        const Tokens tokens = tokenizer->encode(text, length);
        QVERIFY(tokens.ids.size() <= length && tokens.ids.size() == tokens.segments.size());
        QVERIFY(tokens.ids.front() == 2 && tokens.ids.back() == 3);
        QVERIFY(tokens.firstBytes <= text.first.size() && tokens.secondBytes <= text.second.size());
        for (const std::int32_t id : tokens.ids)
            QVERIFY(id >= 0 && static_cast<std::size_t>(id) < tokenizer->size());
    }
}

void TestWordPiece::badVocabulariesGiveOneSentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << "has no [PAD]";
    QTest::newRow("no [UNK]") << QByteArray("[PAD]\n[CLS]\n[SEP]\na\n") << "has no [UNK]";
    QTest::newRow("a long line") << QByteArray("[PAD]\n") + QByteArray(1001, 'x')
                                 << "line 2 has more than 1,000 bytes";
    QTest::newRow("too many") << QByteArray("a\n").repeated(1'000'001) << "1000001 pieces";
    QTest::newRow("zeros") << QByteArray(900, '\0') << "has no [PAD]";
}

void TestWordPiece::badVocabulariesGiveOneSentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const std::string path = folder.filePath("vocab.txt").toStdString();
    put(path, bytes.toStdString());
    const auto read = WordPiece::fromFile(path);
    QVERIFY(!read);
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains(says) && message.contains("vocab.txt"), qPrintable(message));
}

void TestWordPiece::aVocabularyIsReadAsItIs() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("vocab.txt").toStdString();
    QVERIFY(!WordPiece::fromFile(path));  // not there
    put(path,
        "[PAD]\r\n[UNK]\r\n[CLS]\r\n\r\n[SEP]\r\n##a\r\nb");  // from Windows, no last line end
    const auto read = WordPiece::fromFile(path, false);
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QCOMPARE((*read)->size(), std::size_t{7});  // an empty line has a number too
    QCOMPARE((*read)->special(), (SpecialIds{0, 1, 2, 4, -1}));
    QCOMPARE(piecesOf(**read, "ba B").join(u' '), "b ##a [UNK]");
    QVERIFY((*WordPiece::of((*read)->vocabulary()))->vocabulary() == (*read)->vocabulary());
}
