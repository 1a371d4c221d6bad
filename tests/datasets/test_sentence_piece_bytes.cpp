// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePiece models of hostile bytes, put together field by field.
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

#include "datasets/text/sentence_piece.h"
#include "datasets/text/sentence_piece_check.h"
#include "engine/rng.h"
#include "made_files.h"
#include "tests/sentence_piece_models.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string protoNumber(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
    return bytes + static_cast<char>(value);
}

std::string protoField(std::uint64_t number, const std::string& bytes) {
    return protoNumber(number << 3 | 2) + protoNumber(bytes.size()) + bytes;
}

std::string rawOf(auto value) { return {reinterpret_cast<const char*>(&value), sizeof value}; }

enum Type : std::uint64_t { kNormal = 1, kUnknown = 2, kControl = 3, kSymbol = 4 };

std::string madePiece(const std::string& text, std::uint64_t type = kNormal, float score = 0) {
    return protoField(1, protoField(1, text) + protoNumber(2 << 3 | 5) + rawOf(score) +
                             protoNumber(3 << 3) + protoNumber(type));
}

// With what a model must have.
std::string madeModel(const std::string& more) {
    return madePiece("<unk>", kUnknown) + madePiece("[CLS]", kControl) +
           madePiece("[SEP]", kControl) + madePiece("a", kNormal, -1) +
           madePiece("b", kNormal, -2) + more;
}

// A double array in which each way of `texts` holds the value of its text.
class MadeArray {
public:
    MadeArray() { grow(); }
    // From the unit at `from` by `byte` to a new block, which it returns.
    std::uint32_t step(std::uint32_t base, unsigned char byte, std::int64_t value = -1) {
        const std::uint32_t at = base ^ byte;
        const std::uint32_t next = grow();
        units[at] = byte | offsetBits(at ^ next) | (value >= 0 ? 1U << 8 : 0);
        if (value >= 0) units[next] = 1U << 31 | static_cast<std::uint32_t>(value);
        return next;
    }
    static std::uint32_t offsetBits(std::uint32_t offset) {
        return offset < 1U << 21 ? offset << 10 : offset << 2 | 1U << 9;
    }
    [[nodiscard]] std::string bytes() const {
        return {reinterpret_cast<const char*>(units.data()), 4 * units.size()};
    }
    std::uint32_t root() {
        const std::uint32_t base = grow();
        units[0] = offsetBits(base);
        return base;
    }
    std::vector<std::uint32_t> units;

private:
    // One more block of units that no way reaches; the first of them.
    std::uint32_t grow() {
        units.resize(units.size() + 256, 1U << 31);
        return static_cast<std::uint32_t>(units.size() - 256);
    }
};

std::string madeNormaliser(const std::string& array, const std::string& texts) {
    return protoField(
        3, protoField(2, rawOf(static_cast<std::uint32_t>(array.size())) + array + texts));
}

// "x" becomes the text at `value` of `texts`.
std::string replacing(const std::string& texts, std::int64_t value) {
    MadeArray array;
    array.step(array.root(), 'x', value);
    return madeNormaliser(array.bytes(), texts);
}

// "x", "xx", ... `deep` times, each of them a text that is replaced.
std::string replacingNested(int deep) {
    MadeArray array;
    std::uint32_t base = array.root();
    for (int i = 0; i < deep; ++i) base = array.step(base, 'x', 0);
    return madeNormaliser(array.bytes(), std::string("a\0", 2));
}

std::string changedArray(std::size_t unit, std::uint32_t bits) {
    MadeArray array;
    array.step(array.root(), 'x', 0);
    array.units[unit] = bits;
    return madeNormaliser(array.bytes(), std::string("a\0", 2));
}

std::string symbols(int nested) {
    std::string all;
    for (int i = 1; i <= nested; ++i)
        all += madePiece(std::string(static_cast<std::size_t>(i), 'a') + "!", kSymbol);
    for (int i = 1; i <= nested; ++i)
        all += madePiece(std::string(static_cast<std::size_t>(i), 'z'), kSymbol);
    return all;
}

}  // namespace

void TestSentencePieceBytes::hostileModelsGiveOneSentence_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("says");  // empty: it is taken
    const auto row = [](const char* name, const std::string& model, const char* says) {
        QTest::newRow(name) << QByteArray(model.data(), static_cast<qsizetype>(model.size()))
                            << says;
    };
    const char* damaged = "it is no SentencePiece model, or it is damaged";
    const char* normaliser = "its normaliser is damaged";
    row("a good one", madeModel(""), "");
    row("good, with what no one knows", madeModel(protoField(300, "x") + protoField(4, "y")), "");
    row("good, with a normaliser", madeModel(replacing(std::string("b\0", 2), 0)), "");
    row("good, with 32 texts in each other", madeModel(replacingNested(32)), "");
    row("good, with 64 symbols in each other", madeModel(symbols(64)), "");
    row("empty", "", damaged);
    row("text", "words that are no model", damaged);
    row("a group", madeModel("\x0b"), damaged);
    row("field 0", madeModel(protoField(0, "x")), damaged);
    row("a number without an end", madeModel(std::string(12, '\xff')), damaged);
    row("a length beyond 2^63", madeModel("\x0a" + std::string(9, '\xff') + "\x01"), damaged);
    row("a length beyond the file", madeModel("\x0a\x7f"), damaged);
    row("a piece that is a number", madeModel("\x08\x01"), damaged);
    row("a text that is a number", madeModel(protoField(1, "\x08\x01")), damaged);
    row("a score of eight bytes",
        madeModel(protoField(1, protoField(1, "c") + "\x11" + std::string(8, 'x'))), damaged);
    row("no such type", madeModel(madePiece("c", 9)), damaged);
    row("no text", madeModel(madePiece("")), "a piece of 0 bytes");
    row("a long piece", madeModel(madePiece(std::string(1001, 'c'))), "a piece of 1001 bytes");
    row("a zero byte", madeModel(madePiece(std::string("c\0d", 3))), "a piece that is no text");
    row("no UTF-8", madeModel(madePiece("c\xe2\x82")), "a piece that is no text");
    row("no number", madeModel(madePiece("c", kNormal, std::nanf(""))), "whose score is no number");
    row("infinite", madeModel(madePiece("c", kNormal, std::numeric_limits<float>::infinity())),
        "whose score is no number");
    row("twice the same", madeModel(madePiece("a")), "SentencePiece refuses it");
    row("two unknown", madeModel(madePiece("c", kUnknown)), "SentencePiece refuses it");
    row("no unknown", madePiece("a") + madePiece("[CLS]", kControl) + madePiece("[SEP]", kControl),
        "SentencePiece refuses it");
    row("no ends", madePiece("<unk>", kUnknown) + madePiece("a"),
        "no pieces for the begin and the end");
    row("bytes without fallback", madeModel(madePiece("<0x0A>", 6)), "SentencePiece refuses it");
    row("65 symbols in each other", madeModel(symbols(65)), "more than 64 of its symbols");
    row("33 texts in each other", madeModel(replacingNested(33)), normaliser);
    row("normaliser of a byte", madeModel(protoField(3, protoField(2, "x"))), normaliser);
    row("array beyond the file", madeModel(protoField(3, protoField(2, rawOf(9U) + "123456789"))),
        normaliser);
    row("array of nothing", madeModel(madeNormaliser("", std::string("a\0", 2))), normaliser);
    row("array of a unit", madeModel(madeNormaliser(rawOf(0U), std::string("a\0", 2))), normaliser);
    row("text without an end", madeModel(replacing("b", 0)), normaliser);
    row("text beyond the texts", madeModel(replacing(std::string("b\0", 2), 2)), normaliser);
    row("text far away", madeModel(replacing(std::string("b\0", 2), 0x7fffffff)), normaliser);
    row("long text", madeModel(replacing(std::string(65, 'b') + '\0', 0)), normaliser);
    row("text that is no UTF-8", madeModel(replacing(std::string("\xe2\x82\0", 3), 0)), normaliser);
    row("root beyond the array", madeModel(changedArray(0, 0xfffffc00)), normaliser);
    row("way beyond the array", madeModel(changedArray(256 ^ 'x', 0x7ffffc00U | 'x')), normaliser);
    row("way in a circle",
        madeModel(changedArray(512 ^ 'y', MadeArray::offsetBits((512 ^ 'y') ^ 256U) | 'y')),
        normaliser);
    row("in a second normaliser",
        madeModel(replacing(std::string("b\0", 2), 0) + replacing("b", 0)), normaliser);
    row("too large", std::string(kMostSentencePieceBytes + 1, '\n'), "it has more than 16 MiB");
}

void TestSentencePieceBytes::hostileModelsGiveOneSentence() {
    QFETCH(QByteArray, model);
    QFETCH(QString, says);
    if (!hasSentencePiece()) QSKIP("skipped: built without libsentencepiece-dev");
    const auto read = sentencePiece(model.toStdString(), "vocabulary x");
    if (says.isEmpty()) {
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        for (const char* text : {"xaxbxx a!aa!zzz", "\xff\xfe"})
            for (const std::int32_t id :
                 (*read)->pieces(std::string(text) + std::string(300, 'x'), 999).ids)
                QVERIFY(id >= 0 && id < static_cast<std::int32_t>((*read)->size()));
        return;
    }
    QVERIFY(!read);
    const QString said = QString::fromStdString(read.error().message);
    QVERIFY2(said.startsWith("cannot take vocabulary x: ") && said.contains(says),
             qPrintable(said));
    QVERIFY(!said.contains('\n'));
}

// Also where a shorter beginning of the text would hold as many pieces as are asked for.
void TestSentencePieceBytes::aPieceOverABlankIsFound() {
    if (!hasSentencePiece()) QSKIP("skipped: built without libsentencepiece-dev");
    const std::string word(70, 'a');
    const auto read = sentencePiece(madeModel(madePiece(word + "\u2581" + "b")), "it");
    QVERIFY(read.has_value());
    QCOMPARE((*read)->pieces(word + " b a", 2).ids, (std::vector<std::int32_t>{0, 5}));
}

// Neither a crash nor an id that there is not.
void TestSentencePieceBytes::everyFlippedBitIsSurvived() {
    if (!hasSentencePiece()) QSKIP("skipped: built without libsentencepiece-dev");
    const std::string good = madeModel(symbols(3) + replacingNested(3));
    const std::string text = "xxxx ab a! zzzz \u4F60 \xff" + std::string(1, '\0') + "b";
    const auto survives = [&](const std::string& model) {
        const auto read = sentencePiece(model, "it");
        if (!read) return true;
        const Pieces pieces = (*read)->pieces(text, 999);
        return std::ranges::all_of(pieces.ids, [&](std::int32_t id) {
            return id >= 0 && id < static_cast<std::int32_t>((*read)->size());
        });
    };
    for (std::size_t byte = 0; byte < good.size(); ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string bytes = good;
            bytes[byte] = static_cast<char>(bytes[byte] ^ 1 << bit);
            QVERIFY(survives(bytes));
        }
    }
    for (std::size_t bytes = 0; bytes < good.size(); bytes += bytes < 300 ? 1 : 997)
        QVERIFY(survives(good.substr(0, bytes)));
}

// The same of a real normaliser, at random.
void TestSentencePieceBytes::changedRealModelsAreSurvived() {
    if (!hasSentencePiece() || !hasSentencePiecePrograms())
        QSKIP("skipped: SentencePiece or its programs are missing");
    const QTemporaryDir folder;
    QVERIFY(
        trainSentencePiece(folder.filePath("m"), bertPieces() + QStringList{"--vocab_size=70"}));
    const std::string good = bytesOf(folder.filePath("m.model").toStdString());
    QVERIFY(good.size() > 200'000);  // with the array of NFKC
    const std::string text = sentencePieceTexts().left(4000).toStdString();
    Rng rng(5, "bytes");
    for (int i = 0; i < 60; ++i) {
        std::string bytes = good;
        for (std::uint64_t changes = 1 + rng.below(4); changes > 0; --changes)
            bytes[rng.below(bytes.size())] = static_cast<char>(rng.below(256));
        const auto read = sentencePiece(bytes, "it");
        if (!read) continue;
        for (const std::int32_t id : (*read)->pieces(text, SIZE_MAX).ids)
            QVERIFY(id >= 0 && id < static_cast<std::int32_t>((*read)->size()));
    }
}
