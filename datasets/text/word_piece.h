// SPDX-License-Identifier: GPL-3.0-or-later
// WordPiece: BERT's tokenizer (google-research/bert, tokenization.py), for any of its vocabularies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "datasets/text/piece_trie.h"
#include "datasets/text/tokenizer.h"
#include "datasets/text/vocabulary.h"
#include "engine/result.h"

namespace splitee {

/// Splits a text into words (bert_words.h), and each word, from its start, into the longest pieces
/// that the vocabulary has; behind the first they are written with ## in front. A word that cannot
/// be split so, or of more than kMostWordCharacters, is [UNK] as a whole. What a text says of
/// [CLS] or [SEP] is text.
class WordPiece final : public Tokenizer {
public:
    /// `pieces` in the order of their ids; of equal ones the last counts. [PAD], [UNK], [CLS] and
    /// [SEP] must be among them. `lowerCase`: as BERT's models called uncased. `name`: for errors.
    [[nodiscard]] static Result<std::shared_ptr<const WordPiece>> of(
        std::vector<std::string> pieces, bool lowerCase = true,
        const std::string& name = "the vocabulary");
    /// A vocab.txt: a piece a line, at most kMostPieces of kMostPieceBytes; may be compressed.
    /// Blocks.
    [[nodiscard]] static Result<std::shared_ptr<const WordPiece>> fromFile(
        const std::filesystem::path& path, bool lowerCase = true);
    /// The bytes of such a file.
    [[nodiscard]] static Result<std::shared_ptr<const WordPiece>> fromText(std::string_view text,
                                                                           bool lowerCase,
                                                                           const std::string& name);

    static constexpr std::size_t kMostPieces = 1'000'000;
    static constexpr std::size_t kMostPieceBytes = 1000;
    static constexpr std::size_t kMostBytes = std::size_t{64} << 20;  ///< of a file

    [[nodiscard]] std::string_view kind() const override { return kWordPiece; }
    [[nodiscard]] std::string bytes() const override;
    [[nodiscard]] bool lowerCase() const override { return lowerCase_; }
    [[nodiscard]] std::size_t size() const override { return vocabulary_.size(); }
    [[nodiscard]] std::string_view piece(std::int32_t id) const override {
        return vocabulary_[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] const SpecialIds& special() const override { return special_; }
    [[nodiscard]] Pieces pieces(std::string_view text, std::size_t most) const override;

    /// As of() takes them.
    [[nodiscard]] const std::vector<std::string>& vocabulary() const { return vocabulary_; }

private:
    WordPiece(std::vector<std::string> pieces, bool lowerCase);
    [[nodiscard]] bool appendWord(std::string_view word, Pieces& pieces) const;

    std::vector<std::string> vocabulary_;
    bool lowerCase_;
    SpecialIds special_;
    PieceTrie starts_, rests_;  // of words; they point into vocabulary_
};

/// A line a piece, the last one with or without its end, as bytes() writes them.
[[nodiscard]] std::vector<std::string> vocabularyLines(std::string_view text);

}  // namespace splitee
