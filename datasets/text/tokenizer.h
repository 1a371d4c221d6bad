// SPDX-License-Identifier: GPL-3.0-or-later
// Tokenizer: makes of a text the numbers that a network for texts takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// Most ids of a text where nothing else is asked for.
inline constexpr std::size_t kTokens = 128;

/// What a network takes for one text: [CLS] first [SEP], or [CLS] first [SEP] second [SEP].
struct Tokens {
    std::vector<std::int32_t> ids;       ///< [n] pieces of the vocabulary
    std::vector<std::uint8_t> segments;  ///< [n] 0, and 1 from the second text's first piece on
    bool cut = false;                    ///< whether pieces were left out
    std::size_t firstBytes = 0;          ///< how far the pieces reach into the first text
    std::size_t secondBytes = 0;         ///< and into the second

    friend bool operator==(const Tokens&, const Tokens&) = default;
};

/// The pieces of one text.
struct Pieces {
    std::vector<std::int32_t> ids;
    std::vector<std::size_t> ends;  ///< [ids] byte of the text behind the word of each, or
                                    ///< behind the piece, where it knows no words
    std::uint64_t steps = 0;        ///< bytes looked at, of the text and of pieces: the work
};

/// Ids with a meaning of their own; -1: the vocabulary has none.
struct SpecialIds {
    std::int32_t pad = -1, unknown = -1, begin = -1, end = -1, mask = -1;

    friend bool operator==(const SpecialIds&, const SpecialIds&) = default;
};

/// Thread-safe: calls share nothing that changes.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;
    /// What vocabularies of this kind are called in a model file (vocabulary.h).
    [[nodiscard]] virtual std::string_view kind() const = 0;
    /// The vocabulary as tokenizerOf() takes it.
    [[nodiscard]] virtual std::string bytes() const = 0;
    /// Whether capitals count as small letters; false where the vocabulary itself says what counts.
    [[nodiscard]] virtual bool lowerCase() const = 0;
    /// Pieces in the vocabulary; ids are 0 .. size - 1.
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// Piece 0 <= id < size() as the vocabulary writes it.
    [[nodiscard]] virtual std::string_view piece(std::int32_t id) const = 0;
    [[nodiscard]] virtual const SpecialIds& special() const = 0;
    /// The first `most` pieces of a text, which may hold any bytes. Takes time in proportion to the
    /// bytes up to there.
    [[nodiscard]] virtual Pieces pieces(std::string_view text, std::size_t most) const = 0;

    /// At most `length` ids (3 or more; 5 for two texts): of two texts, the longer one loses its
    /// last piece until they fit, the second where they are equal, as in BERT.
    [[nodiscard]] Tokens encode(const Text& text, std::size_t length = kTokens) const;
};

}  // namespace splitee
