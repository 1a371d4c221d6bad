// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePiece: a tokenizer whose vocabulary is a SentencePiece model (Kudo and Richardson 2018),
// by Google's library where it was there when the program was built.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "datasets/text/tokenizer.h"
#include "engine/result.h"

namespace splitee {

/// Whether this program can read such models.
[[nodiscard]] bool hasSentencePiece();

/// `model`: bytes of a `.model` file. [CLS] and [SEP] are those of ALBERT ([CLS], [SEP]), of XLNet
/// (<cls>, <sep>) or the model's own begin and end of a text (XLM-R); one of them must be there.
/// `name`: for errors. Words are what stands between blanks.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> sentencePiece(const std::string& model,
                                                                     const std::string& name);

/// The same of a file, of at most 64 MiB, which may be compressed. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Tokenizer>> sentencePieceAt(
    const std::filesystem::path& path);

}  // namespace splitee
