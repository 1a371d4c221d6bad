// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/low_priority.h"

#include <sys/resource.h>

namespace splitee {
namespace {

constexpr int kNice = 10;  // the scheduler weighs it 110 against 1024

}  // namespace

// On Linux a nice value is a thread's own. Where it is refused, the work is no less right.
void lowerPriority() { (void)setpriority(PRIO_PROCESS, 0, kNice); }

}  // namespace splitee
