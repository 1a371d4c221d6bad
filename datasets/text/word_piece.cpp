// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/word_piece.h"

#include <algorithm>
#include <array>

#include "datasets/archive_reader.h"
#include "datasets/text/bert_words.h"
#include "engine/utf8.h"

namespace splitee {
namespace {

constexpr std::string_view kRestMark = "##";

}  // namespace

WordPiece::WordPiece(std::vector<std::string> pieces, bool lowerCase)
    : vocabulary_(std::move(pieces)), lowerCase_(lowerCase) {
    std::vector<std::pair<std::string_view, std::int32_t>> starts, rests;
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
        const std::string_view piece = vocabulary_[i];
        const auto id = static_cast<std::int32_t>(i);
        if (piece == "[PAD]") special_.pad = id;
        if (piece == "[UNK]") special_.unknown = id;
        if (piece == "[CLS]") special_.begin = id;
        if (piece == "[SEP]") special_.end = id;
        if (piece == "[MASK]") special_.mask = id;
        if (!isUtf8(piece)) continue;  // would end inside of a character
        if (piece.starts_with(kRestMark)) rests.emplace_back(piece.substr(2), id);
        starts.emplace_back(piece, id);
    }
    starts_ = PieceTrie(std::move(starts));
    rests_ = PieceTrie(std::move(rests));
}

Result<std::shared_ptr<const WordPiece>> WordPiece::of(std::vector<std::string> pieces,
                                                       bool lowerCase, const std::string& name) {
    if (pieces.size() > kMostPieces)
        return fail(name + " has " + std::to_string(pieces.size()) +
                    " pieces, but at most 1,000,000 are taken");
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].size() > kMostPieceBytes)
            return fail(name + ": line " + std::to_string(i + 1) +
                        " has more than 1,000 bytes; a vocabulary holds a piece of a word a line");
    for (const char* wanted : {"[PAD]", "[UNK]", "[CLS]", "[SEP]"})
        if (std::ranges::find(pieces, wanted) == pieces.end())
            return fail(name + " has no " + wanted +
                        ": a WordPiece vocabulary holds a piece a line, [PAD], [UNK], [CLS] and "
                        "[SEP] among them");
    return std::shared_ptr<const WordPiece>(new WordPiece(std::move(pieces), lowerCase));
}

Result<std::shared_ptr<const WordPiece>> WordPiece::fromFile(const std::filesystem::path& path,
                                                             bool lowerCase) {
    const auto bytes = readCompressedFile(path, kMostBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    return fromText(*bytes, lowerCase, "vocabulary " + path.string());
}

Result<std::shared_ptr<const WordPiece>> WordPiece::fromText(std::string_view text, bool lowerCase,
                                                             const std::string& name) {
    std::vector<std::string> pieces = vocabularyLines(text);
    for (std::string& piece : pieces)
        while (piece.ends_with('\r')) piece.pop_back();
    return of(std::move(pieces), lowerCase, name);
}

std::string WordPiece::bytes() const {
    std::string text;
    for (const std::string& piece : vocabulary_) text += piece + "\n";
    return text;
}

std::vector<std::string> vocabularyLines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() <= WordPiece::kMostPieces) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// False, with nothing appended, where the word cannot be split.
bool WordPiece::appendWord(std::string_view word, Pieces& pieces) const {
    const std::size_t before = pieces.ids.size();
    const PieceTrie* trie = &starts_;
    while (!word.empty()) {
        const auto [id, bytes] = trie->longest(word, pieces.steps);
        if (id < 0) {
            pieces.ids.resize(before);
            return false;
        }
        pieces.ids.push_back(id);
        word.remove_prefix(bytes);
        trie = &rests_;
    }
    return true;
}

Pieces WordPiece::pieces(std::string_view text, std::size_t most) const {
    Pieces pieces;
    const auto takeWord = [&](const BertWord& word) {
        if (word.characters > kMostWordCharacters || !appendWord(word.text, pieces))
            pieces.ids.push_back(special_.unknown);
        pieces.ends.resize(pieces.ids.size(), word.end);
        return pieces.ids.size() < most;
    };
    if (most > 0) pieces.steps += forEachBertWord(text, lowerCase_, takeWord);
    pieces.ids.resize(std::min(pieces.ids.size(), most));
    pieces.ends.resize(pieces.ids.size());
    return pieces;
}

}  // namespace splitee
