// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of two classes, and small networks for texts that the program trains on them.
#pragma once

#include <QString>

namespace splitee::test {

/// Pieces that the networks read.
inline constexpr int kSmallLength = 24;

/// `count` sentences with labels; whether "good" or "bad" stands in one decides. Every tenth has
/// more words than the networks read.
void writeSentences(const QString& path, int count);

/// Trains an encoder of so many layers for seconds, by the program; needs `texts`. False, with what
/// it said printed, where that failed.
[[nodiscard]] bool trainEncoder(const QString& texts, const QString& model, int layers,
                                int epochs = 3);

}  // namespace splitee::test
