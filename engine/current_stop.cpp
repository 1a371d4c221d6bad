// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/current_stop.h"

#include <utility>

namespace splitee {
namespace {

std::stop_token& tokenOfThisThread() {
    static thread_local std::stop_token token;
    return token;
}

}  // namespace

CurrentStop::CurrentStop(std::stop_token token)
    : before_(std::exchange(tokenOfThisThread(), std::move(token))) {}

CurrentStop::~CurrentStop() { tokenOfThisThread() = std::move(before_); }

bool stopRequested() { return tokenOfThisThread().stop_requested(); }

tl::unexpected<Error> stoppedWhileReading(const std::string& name) {
    return fail(name + " was not read to its end: it was stopped");
}

}  // namespace splitee
