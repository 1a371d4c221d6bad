// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "datasets/text/sentence_piece.h"
#include "made_files.h"
#include "text_tests.h"

#ifdef SPLITEE_HAS_SENTENCEPIECE
#include <sentencepiece_trainer.h>
#endif

using namespace splitee;
using namespace splitee::test;

void TestSentencePiece::aModelIsReadAndUsed() {
#ifndef SPLITEE_HAS_SENTENCEPIECE
    QSKIP("skipped: built without SPLITEE_SENTENCEPIECE");
#else
    const QTemporaryDir folder;
    const std::string text = folder.filePath("text.txt").toStdString();
    std::string lines;
    for (int i = 0; i < 200; ++i)
        lines += "the cat sat on the mat\na dog ran to the cat\nnaïve cats eat " +
                 std::to_string(i) + "\n";
    put(text, lines);
    const std::string prefix = folder.filePath("m").toStdString();
    const auto trained = sentencepiece::SentencePieceTrainer::Train(
        "--input=" + text + " --model_prefix=" + prefix +
        " --vocab_size=60 --pad_id=0 --unk_id=1 --bos_id=-1 --eos_id=-1 "
        "--control_symbols=[CLS],[SEP],[MASK] --minloglevel=2 --num_threads=1");
    QVERIFY2(trained.ok(), trained.ToString().c_str());
    const auto read = sentencePieceAt(prefix + ".model");
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    const Tokenizer& tokenizer = **read;
    QCOMPARE(tokenizer.size(), std::size_t{60});
    QCOMPARE(tokenizer.special(), (SpecialIds{0, 1, 2, 3, 4}));
    const Tokens tokens = tokenizer.encode({"the cat sat", "on a mat"});
    QVERIFY(tokens.ids.front() == 2 && tokens.ids.back() == 3 && !tokens.cut);
    QCOMPARE(tokens.firstBytes, std::size_t{11});
    std::string joined;
    for (const std::int32_t id : tokenizer.pieces("the cat sat", 99).ids)
        joined += tokenizer.piece(id);
    QCOMPARE(joined,
             "\u2581the\u2581"
             "cat\u2581sat");
    // The first pieces of a long text are those of the whole, and little of it is looked at.
    std::string words;
    for (int i = 0; i < 50'000; ++i) words += "the naïve dog ran 7 ";
    const Pieces few = tokenizer.pieces(words, 20);
    Pieces all = tokenizer.pieces(words.substr(0, 5000), 100'000);
    all.ids.resize(20);
    QCOMPARE(few.ids, all.ids);
    QVERIFY(few.steps < 10'000);
    QVERIFY(tokenizer.encode({words, ""}).cut);
    QCOMPARE(tokenizer.encode({"", ""}).ids, (std::vector<std::int32_t>{2, 3}));
    QVERIFY(!tokenizer.pieces("\xff\xe2\x82", 9).ids.empty());  // no UTF-8: unknown, not a crash
    // Damaged models.
    const std::string model = bytesOf(prefix + ".model");
    for (const std::size_t bytes :
         {std::size_t{0}, std::size_t{1}, model.size() / 2, model.size() - 1})
        QVERIFY(!sentencePiece(model.substr(0, bytes), "half a model"));
#endif
}

void TestSentencePiece::whatIsNoModelIsRefused() {
    const auto read = sentencePiece("words that are no model", "a.model");
    QVERIFY(!read && read.error().message.find("a.model") != std::string::npos);
    QVERIFY(!sentencePieceAt("/nowhere/a.model"));
    const auto said = QString::fromStdString(read.error().message);
    QVERIFY2(
        said.contains(hasSentencePiece() ? "is no SentencePiece model" : "without SentencePiece"),
        qPrintable(said));
}
