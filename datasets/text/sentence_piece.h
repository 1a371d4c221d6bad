// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePiece: a tokenizer whose vocabulary is a SentencePiece model (Kudo and Richardson 2018),
// by Google's library in a module that is loaded when such a vocabulary is first needed.
#pragma once

#include <memory>
#include <string>

#include "datasets/text/tokenizer.h"
#include "engine/result.h"

namespace splitee {

/// Whether the module is there: a program that was built without the library has none.
[[nodiscard]] bool hasSentencePiece();

/// `model`: bytes of a `.model` file, of at most kMostSentencePieceBytes. [CLS] and [SEP] are those
/// of ALBERT ([CLS], [SEP]), of XLNet (<cls>, <sep>) or the model's own begin and end of a text
/// (XLM-R); one of them must be there. `name`: for errors. Its pieces end where they end, not where
/// words do. A text that the library refuses is one unknown piece. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> sentencePiece(std::string model,
                                                                     const std::string& name);

}  // namespace splitee
