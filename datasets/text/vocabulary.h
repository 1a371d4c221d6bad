// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies of every kind, and the tokenizers that they make.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "datasets/text/tokenizer.h"
#include "engine/result.h"

namespace splitee {

/// The kinds, as model files call them.
inline constexpr std::string_view kWordPiece = "word_piece", kSentencePiece = "sentence_piece";

/// The tokenizer that gave `kind` and `bytes` (tokenizer.h). `lowerCase`: of WordPiece alone, as
/// BERT's models called uncased. `name`: for errors, "vocabulary x.txt". Blocks.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> tokenizerOf(std::string_view kind,
                                                                   std::string bytes,
                                                                   bool lowerCase,
                                                                   const std::string& name);

/// A vocab.txt, or a SentencePiece model, told by its name (.model) or its first bytes; it may be
/// compressed. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> tokenizerAt(
    const std::filesystem::path& path, bool lowerCase);

}  // namespace splitee
