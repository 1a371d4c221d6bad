// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the bytes of a SentencePiece model before the library sees them: it trusts what a model
// says of places in memory, and ends the program on some faults.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace splitee {

inline constexpr std::size_t kMostSentencePieceBytes = std::size_t{16} << 20;  ///< of a model

struct ShownModel {
    std::string bytes;        ///< of the model, what the library needs: pieces, kind and normaliser
    bool overBlanks = false;  ///< whether a piece reaches over a blank
};

/// Whether the bytes begin as those of such a model do, unlike those of a vocab.txt.
[[nodiscard]] bool looksLikeSentencePiece(std::string_view bytes);

/// `model`: a ModelProto (sentencepiece_model.proto), any bytes. Checks its layout; of pieces that
/// they are UTF-8, not too many and not too long, that their scores are numbers and that no more of
/// them lie in each other than the library's places for them; of the normaliser that its double
/// array leads nowhere outside itself, comes to an end, and gives short UTF-8. An error is the end
/// of a sentence about the model.
[[nodiscard]] Result<ShownModel> shownModel(std::string_view model);

}  // namespace splitee
