// SPDX-License-Identifier: GPL-3.0-or-later
// What LibTorch throws about a TorchScript network, as the end of one sentence for the user. No
// LibTorch here.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/result.h"

namespace splitee {

/// Names the operator, the line of the network's own source and the way out, where `what` (of
/// LibTorch's exception, often a page long) tells them.
[[nodiscard]] std::string scriptErrorText(std::string_view what);

/// Calls `work`, which returns a Result; what LibTorch throws becomes an error, the end of a
/// sentence about the network.
template <class Work>
[[nodiscard]] std::invoke_result_t<Work> withScriptErrors(Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        return fail("it needs more memory than there is");
    } catch (const std::exception& problem) {
        return fail(scriptErrorText(problem.what()));
    }
}

}  // namespace splitee
