// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/vocabulary.h"

#include "datasets/archive_reader.h"
#include "datasets/text/sentence_piece.h"
#include "datasets/text/sentence_piece_check.h"
#include "datasets/text/word_piece.h"
#include "engine/plain_text.h"

namespace splitee {

Result<std::shared_ptr<const Tokenizer>> tokenizerOf(std::string_view kind, std::string bytes,
                                                     bool lowerCase, const std::string& name) {
    if (kind == kSentencePiece) return sentencePiece(std::move(bytes), name);
    if (kind == kWordPiece) return WordPiece::of(vocabularyLines(bytes), lowerCase, name);
    return fail(name + " is of the kind '" + shownText(kind, 40) +
                "', which this program does not know: use a newer program");
}

Result<std::shared_ptr<const Tokenizer>> tokenizerAt(const std::filesystem::path& path,
                                                     bool lowerCase) {
    auto bytes = readCompressedFile(path, WordPiece::kMostBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string name = "vocabulary " + path.string();
    if (path.extension() == ".model" || looksLikeSentencePiece(*bytes))
        return sentencePiece(std::move(*bytes), name);
    return WordPiece::fromText(*bytes, lowerCase, name);
}

}  // namespace splitee
