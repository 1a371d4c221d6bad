// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/sentence_piece.h"

#include <QTemporaryDir>
#include <QTest>

#include "datasets/text/vocabulary.h"
#include "made_files.h"
#include "tests/sentence_piece_models.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// A model for each kind, and for each setting that changes what a text is cut into.
const std::vector<std::pair<const char*, QStringList>> kSpmKinds{
    {"unigram", {"--vocab_size=70"}},
    {"bpe", {"--vocab_size=70", "--model_type=bpe"}},
    {"char", {"--vocab_size=60", "--model_type=char", "--hard_vocab_limit=false"}},
    {"word", {"--vocab_size=40", "--model_type=word", "--hard_vocab_limit=false"}},
    {"bytes", {"--vocab_size=310", "--byte_fallback", "--character_coverage=0.98"}},
    {"suffix", {"--vocab_size=70", "--treat_whitespace_as_suffix"}},
    {"over blanks", {"--vocab_size=84", "--split_by_whitespace=false"}},
    {"blanks kept",
     {"--vocab_size=70", "--remove_extra_whitespaces=false", "--normalization_rule_name=identity",
      "--allow_whitespace_only_pieces"}},
    {"folded", {"--vocab_size=66", "--normalization_rule_name=nmt_nfkc_cf"}},
    {"symbols", {"--vocab_size=70", "--user_defined_symbols=<br>,the cat"}}};

std::unique_ptr<QTemporaryDir> spmFolder;

QString spmModel(const char* kind) {
    return spmFolder->filePath(QString(kind).replace(' ', '_')) + ".model";
}

std::shared_ptr<const Tokenizer> spmTokenizer(const char* kind) {
    const auto read = tokenizerAt(spmModel(kind).toStdString(), true);
    if (!read) qWarning("%s", read.error().message.c_str());
    return read ? *read : nullptr;
}

// Lines like those of the training, and some that are not.
QStringList spmLines() {
    QStringList lines = QString::fromUtf8(sentencePieceTexts()).split('\n').mid(0, 10);
    lines << ""
          << "   "
          << "  the  cat "
          << "\u00DCnknown w\u00F6rds \u4F60\u597D zebra QUIZ"
          << "the\tcat" + QString(QChar(0x3000)) + "sat\u00A0on"
          << "<unk> <s> [CLS] [SEP]"
          << "the cat<br>the catthe dog" << QString(3000, 'c')
          << QString("the dog ran ").repeated(500) << QString("naive").repeated(200) + " cats";
    return lines;
}

}  // namespace

void TestSentencePiece::initTestCase() {
    if (!hasSentencePiece()) QSKIP("skipped: built without libsentencepiece-dev");
    if (!hasSentencePiecePrograms()) QSKIP("skipped: the package sentencepiece is missing");
    spmFolder = std::make_unique<QTemporaryDir>();
    for (const auto& [kind, settings] : kSpmKinds) {
        const QString prefix = spmFolder->filePath(QString(kind).replace(' ', '_'));
        QVERIFY2(trainSentencePiece(prefix, bertPieces() + settings), kind);
    }
}

void TestSentencePiece::idsAreThoseOfTheLibrary_data() {
    QTest::addColumn<QString>("kind");
    for (const auto& [kind, settings] : kSpmKinds) QTest::newRow(kind) << kind;
}

void TestSentencePiece::idsAreThoseOfTheLibrary() {
    QFETCH(QString, kind);
    const auto tokenizer = spmTokenizer(qPrintable(kind));
    QVERIFY(tokenizer);
    QByteArray input = spmLines().join('\n').toUtf8() + "\n\xff\xe2\x82 the\xf0 cat\n";
    const QByteArray written = writtenBy(
        "spm_encode", {"--model=" + spmModel(qPrintable(kind)), "--output_format=id"}, input);
    const QList<QByteArray> texts = input.chopped(1).split('\n');
    const QList<QByteArray> wanted = written.chopped(1).split('\n');
    QCOMPARE(wanted.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const std::string text = texts[i].toStdString();
        QByteArray ids;
        const Pieces all = tokenizer->pieces(text, SIZE_MAX);
        for (const std::int32_t id : all.ids)
            ids += (ids.isEmpty() ? "" : " ") + QByteArray::number(id);
        QCOMPARE(ids, wanted[i]);
        QCOMPARE(all.ends.size(), all.ids.size());
        QVERIFY(std::ranges::is_sorted(all.ends));
        QVERIFY(all.ends.empty() || all.ends.back() <= text.size());
        // As the first of many: what stands behind changes nothing.
        for (const std::size_t most : {std::size_t{1}, std::size_t{7}, std::size_t{130}}) {
            const Pieces few = tokenizer->pieces(text + " the end" + text, most);
            Pieces whole = tokenizer->pieces(text + " the end" + text, SIZE_MAX);
            whole.ids.resize(std::min(most, whole.ids.size()));
            QCOMPARE(few.ids, whole.ids);
        }
    }
}

void TestSentencePiece::aModelIsReadAndUsed() {
    const auto tokenizer = spmTokenizer("unigram");
    QVERIFY(tokenizer);
    QCOMPARE(tokenizer->size(), std::size_t{70});
    QCOMPARE(tokenizer->kind(), kSentencePiece);
    QCOMPARE(tokenizer->bytes(), bytesOf(spmModel("unigram").toStdString()));
    QCOMPARE(tokenizer->special(), (SpecialIds{0, 1, 2, 3, 4}));
    const Tokens tokens = tokenizer->encode({"the cat sat", "on a mat"});
    QVERIFY(tokens.ids.front() == 2 && tokens.ids.back() == 3 && !tokens.cut);
    QCOMPARE(tokens.firstBytes, std::size_t{11});
    std::string joined;
    for (const std::int32_t id : tokenizer->pieces("the cat sat", 99).ids)
        joined += tokenizer->piece(id);
    QCOMPARE(joined,
             "\u2581the\u2581"
             "cat\u2581sat");
    QCOMPARE(tokenizer->encode({"", ""}).ids, (std::vector<std::int32_t>{2, 3}));
    // Of a long text little is looked at.
    std::string words;
    for (int i = 0; i < 50'000; ++i) words += "the na\u00EFve dog ran 7 ";
    const Tokens cut = tokenizer->encode({words, ""});
    QVERIFY(cut.cut && cut.ids.size() == kTokens);
    QVERIFY(cut.firstBytes > 100 && cut.firstBytes < 2000);
    QVERIFY(tokenizer->pieces(words, kTokens).steps < 20'000);
    // The same from its bytes.
    const auto again = tokenizerOf(kSentencePiece, tokenizer->bytes(), false, "it");
    QVERIFY(again && (*again)->encode({words, ""}) == cut);
}

// The begin and the end of a text are those of ALBERT, of XLNet or of the model itself.
void TestSentencePiece::beginAndEndAreFound() {
    const auto specialOf = [](const char* name, const QStringList& settings) {
        const QString prefix = spmFolder->filePath(name);
        if (!trainSentencePiece(prefix, QStringList{"--vocab_size=70"} + settings))
            return SpecialIds{};
        const auto read = tokenizerAt((prefix + ".model").toStdString(), true);
        return read ? (*read)->special() : SpecialIds{};
    };
    QCOMPARE(specialOf("xlm", {}), (SpecialIds{-1, 0, 1, 2, -1}));
    QCOMPARE(specialOf("xlnet", {"--control_symbols=<cls>,<sep>,<pad>,<mask>"}),
             (SpecialIds{5, 0, 3, 4, 6}));
    QVERIFY(trainSentencePiece(spmFolder->filePath("none"),
                               {"--vocab_size=70", "--bos_id=-1", "--eos_id=-1"}));
    const auto none = tokenizerAt(spmFolder->filePath("none.model").toStdString(), true);
    QVERIFY(!none);
    QVERIFY2(none.error().message.ends_with("no pieces for the begin and the end of a text"),
             none.error().message.c_str());
}

void TestSentencePiece::aModelIsToldFromAVocabulary() {
    const std::string model = bytesOf(spmModel("bpe").toStdString());
    const auto kindOf = [&](const char* name, const std::string& bytes) {
        const std::string path = spmFolder->filePath(name).toStdString();
        put(path, bytes);
        const auto read = tokenizerAt(path, true);
        if (!read) return read.error().message;
        return std::string((*read)->kind());
    };
    QCOMPARE(kindOf("renamed", model), std::string(kSentencePiece));
    QCOMPARE(kindOf("b.model.gz", writtenBy("gzip", {"-c", spmModel("bpe")}).toStdString()),
             std::string(kSentencePiece));
    QCOMPARE(kindOf("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n"), std::string(kWordPiece));
    QCOMPARE(kindOf("odd.txt", "\n!\n[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n"), std::string(kWordPiece));
    QVERIFY(kindOf("words.model", "words that are no model")
                .ends_with("it is no SentencePiece model, or it is damaged"));
    QVERIFY(!tokenizerAt("/nowhere/a.model", true));
    const auto unknown = tokenizerOf("byte_pairs", model, true, "its vocabulary");
    QVERIFY(!unknown && unknown.error().message.find("kind 'byte_pairs'") != std::string::npos);
}
