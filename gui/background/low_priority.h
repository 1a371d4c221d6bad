// SPDX-License-Identifier: GPL-3.0-or-later
// lowerPriority(): for work beside the window that nobody waits for.
#pragma once

namespace splitee {

/// The calling thread gets a tenth of a processor that others want too, and all of one that nobody
/// wants. There is no way back: for a thread that ends with its work, and those it starts.
void lowerPriority();

}  // namespace splitee
