// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a job.
#pragma once

#include <QString>

#include "gui/jobs/job.h"

namespace splitee {

/// "Train net.mee on road signs", "Exit table of signs.mee on road signs".
[[nodiscard]] QString jobTitle(const Job& job);

/// "epoch 3 of 30 · 412 images/s · 2 min left", "waiting", "paused after epoch 3".
[[nodiscard]] QString jobState(const Job& job);

/// From 0 to 1; < 0: not known.
[[nodiscard]] double jobShare(const Job& job);

/// One sentence for the message bar, once it has ended.
[[nodiscard]] QString jobEndSentence(const Job& job);

}  // namespace splitee
