// SPDX-License-Identifier: GPL-3.0-or-later
// Text of how far the exits of a live source are read.
#pragma once

#include <QString>

namespace splitee {

class ExitObserver;
class OpenedTables;

/// "3 200 of 10 000 images, 310/s, 22 s left"; empty where nothing is being read.
[[nodiscard]] QString exitProgressText(const ExitObserver& observer);
/// A sentence around it, or why it is not read now; empty where all is known.
[[nodiscard]] QString exitsText(const ExitObserver& observer);
/// Why a panel has no tables to play.
[[nodiscard]] QString whyNoTables(const OpenedTables& tables, const ExitObserver& observer);

}  // namespace splitee
