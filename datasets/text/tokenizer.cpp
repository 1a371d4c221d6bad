// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/tokenizer.h"

#include <algorithm>

namespace splitee {
namespace {

// Appends the first `kept` pieces and [SEP]; returns how far they reach into their text.
std::size_t appendPieces(Tokens& tokens, const Pieces& pieces, std::size_t kept,
                         std::uint8_t segment, std::int32_t end) {
    tokens.ids.insert(tokens.ids.end(), pieces.ids.begin(),
                      pieces.ids.begin() + static_cast<std::ptrdiff_t>(kept));
    tokens.ids.push_back(end);
    tokens.segments.resize(tokens.ids.size(), segment);
    tokens.cut = tokens.cut || kept < pieces.ids.size();
    return kept == 0 ? 0 : pieces.ends[kept - 1];
}

}  // namespace

Tokens Tokenizer::encode(const Text& text, std::size_t length) const {
    const bool pair = !text.second.empty();
    const std::size_t room = length - std::min<std::size_t>(length, pair ? 3 : 2);
    // One more than there is room for tells that a text is cut. More would change nothing: what is
    // longer than the room is shortened to it before the other text loses a piece.
    const Pieces first = pieces(text.first, room + 1);
    const Pieces second = pair ? pieces(text.second, room + 1) : Pieces{};
    std::size_t ofFirst = first.ids.size();
    std::size_t ofSecond = second.ids.size();
    while (ofFirst + ofSecond > room) --(ofFirst > ofSecond ? ofFirst : ofSecond);
    Tokens tokens;
    tokens.ids.reserve(ofFirst + ofSecond + 3);
    tokens.ids.push_back(special().begin);
    tokens.firstBytes = appendPieces(tokens, first, ofFirst, 0, special().end);
    if (pair) tokens.secondBytes = appendPieces(tokens, second, ofSecond, 1, special().end);
    return tokens;
}

}  // namespace splitee
