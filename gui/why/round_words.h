// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a round's account: sentences and sums with the numbers filled in.
#pragma once

#include "gui/why/round_replay.h"

#include <QString>
#include <QStringList>

namespace splitee {

/// "SplitEE chose layer 4: its index 0.873 is the largest."
[[nodiscard]] QString choiceText(const RoundAccount& account);
/// "Sample 5 123, label 3. Exit 4 says 0.630, below α 0.8: offloaded. The final exit answers 3:
/// right."
[[nodiscard]] QString sampleText(const RoundAccount& account);
/// A class by its name, or by its number where no names are known.
[[nodiscard]] QString className(const RoundAccount& account, int index);
/// One line for each part of the cost, and their sum.
[[nodiscard]] QStringList costLines(const RoundAccount& account);
/// "r = C₇ − μ (γ₄ + o) = 0.931 − 0.1 × (4 + 5) = 0.031"
[[nodiscard]] QString rewardText(const RoundAccount& account);

}  // namespace splitee
