// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePieceLibrary: the door of the module around Google's SentencePiece, which no other file
// includes. It brings a protobuf of its own, whose symbols would clash with LibTorch's, so the
// module is loaded, never linked.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "datasets/text/tokenizer.h"

namespace splitee {

/// A model that was loaded. Thread-safe.
class SentencePieceModel {
public:
    virtual ~SentencePieceModel() = default;
    [[nodiscard]] virtual std::size_t size() const noexcept = 0;
    /// Piece 0 <= id < size().
    [[nodiscard]] virtual std::string_view piece(std::int32_t id) const noexcept = 0;
    /// -1 where there is no such piece.
    [[nodiscard]] virtual std::int32_t idOf(std::string_view piece) const noexcept = 0;
    /// As the model itself says; it knows no mask.
    [[nodiscard]] virtual SpecialIds special() const noexcept = 0;
    /// Appends the pieces of a text and where each ends in it; false where the library fails.
    [[nodiscard]] virtual bool encode(std::string_view text, Pieces& pieces) const noexcept = 0;
};

class SentencePieceLibrary {
public:
    virtual ~SentencePieceLibrary() = default;
    /// `model`: as shownModel() (sentence_piece_check.h) lets through. Null where the library takes
    /// it for none.
    [[nodiscard]] virtual std::unique_ptr<const SentencePieceModel> load(
        std::string_view model) const noexcept = 0;
};

}  // namespace splitee
