// SPDX-License-Identifier: GPL-3.0-or-later
// CurrentStop: while it lives, the stop token of the work that its thread does. Loops deep inside
// readers ask stopRequested(), so that no function between them and the work has to pass a token.
#pragma once

#include <stop_token>

#include "engine/result.h"

namespace splitee {

/// One on the stack of a thread; an inner one takes the place of the outer one while it lives.
class CurrentStop {
public:
    explicit CurrentStop(std::stop_token token);
    ~CurrentStop();
    CurrentStop(const CurrentStop&) = delete;
    CurrentStop& operator=(const CurrentStop&) = delete;

private:
    std::stop_token before_;
};

/// Whether the work of this thread is to stop; false where no CurrentStop lives in it.
[[nodiscard]] bool stopRequested();

/// The error of a loop that ends because of it: "NAME was not read to its end: .."
[[nodiscard]] tl::unexpected<Error> stoppedWhileReading(const std::string& name);

}  // namespace splitee
