// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "datasets/text/vocabulary_training.h"
#include "datasets/text/word_piece.h"
#include "engine/current_stop.h"
#include "engine/rng.h"
#include "slow_word_piece.h"
#include "text_tests.h"

using namespace splitee;
using namespace splitee::test;

namespace {

using Strings = std::vector<std::string>;

Result<Strings> vocabularyOf(const Strings& texts, const VocabularySettings& settings) {
    VocabularyTraining training(settings);
    for (const std::string& text : texts) training.add(text);
    return training.pieces();
}

}  // namespace

void TestVocabulary::piecesAreThoseWorkedOutByHand() {
    // low 5, lower 2, newest 6, widest 3: the example of Sennrich, Haddow and Birch. By counts: es
    // 9, est 9 (es before st), ow 7 (before lo), low 7, ew 6 (before ne and west), ewest 6,
    // newest 6.
    Strings texts(5, "low");
    texts.insert(texts.end(), 2, "lower");
    texts.insert(texts.end(), 6, "Newest!");
    texts.insert(texts.end(), 3, "widest");
    const auto made = vocabularyOf(texts, {.pieces = 24});
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    const Strings expected{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]",  "!",
                           "##d",   "##e",   "##i",   "##o",   "##r",     "##s",
                           "##t",   "##w",   "l",     "n",     "w",       "##es",
                           "##est", "##ow",  "low",   "##ew",  "##ewest", "newest"};
    QCOMPARE(*made, expected);
    const auto tokenizer = *WordPiece::of(*made);
    QCOMPARE(tokenizer->pieces("lowest", 9).ids.size(), std::size_t{2});
}

void TestVocabulary::piecesAreThoseOfTheSlowVersion() {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Rng rng(seed, "words");
        Strings words;
        std::string text;
        for (int i = 0; i < 120; ++i) {
            words.emplace_back();
            for (std::uint64_t n = 1 + rng.below(7); n > 0; --n)
                words.back() += static_cast<char>('a' + rng.below(2 + seed % 4));
            text += words.back() + ' ';
        }
        const std::size_t pieces = 20 + rng.below(60);
        const int least = 1 + static_cast<int>(rng.below(4));
        const auto fast = vocabularyOf({text}, {.pieces = pieces, .leastCount = least});
        QVERIFY2(fast, fast ? "" : fast.error().message.c_str());
        QCOMPARE(*fast, slowVocabulary(words, pieces, least));
    }
}

void TestVocabulary::textsInAnotherOrderGiveTheSame() {
    const Strings texts{"one two three", "three two", "tone twine throne"};
    const auto made = vocabularyOf(texts, {.pieces = 40, .leastCount = 1});
    QCOMPARE(*made, *vocabularyOf({texts[2], texts[0], texts[1]}, {.pieces = 40, .leastCount = 1}));
}

void TestVocabulary::rareCharactersAndLongWordsAreLeftOut() {
    const auto made = vocabularyOf({"aa aa ab zq", std::string(101, 'y')},
                                   {.pieces = 30, .leastCount = 9, .mostCharacters = 2});
    QCOMPARE(*made, (Strings{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##a", "##b", "a"}));
}

void TestVocabulary::memoryIsBounded() {
    VocabularyTraining training({.pieces = 60, .leastCount = 1, .mostWords = 1000});
    training.add("often often often");
    for (int i = 0; i < 20'000; ++i) {  // words of their own
        training.add(std::to_string(i));
        QVERIFY(training.words() <= 1000);
    }
    const auto made = training.pieces();
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QVERIFY(std::ranges::find(*made, "o") != made->end());  // a frequent word stays
}

void TestVocabulary::badInputGivesOneSentence() {
    const auto none = vocabularyOf({" \n", ""}, {});
    QVERIFY(!none && none.error().message.find("no words") != std::string::npos);
    const auto small = vocabularyOf({"abcdef"}, {.pieces = 10});
    QVERIFY(!small);
    QVERIFY2(small.error().message.find("10 pieces is too small") != std::string::npos &&
                 small.error().message.find("take 11") != std::string::npos,
             small.error().message.c_str());
    std::stop_source source;
    source.request_stop();
    const CurrentStop stop(source.get_token());
    QVERIFY(!vocabularyOf({"abcdef abcdef"}, {.pieces = 30}));
}
