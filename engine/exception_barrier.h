// SPDX-License-Identifier: GPL-3.0-or-later
// The exception barrier of a thread: a call whose exceptions become errors. Every function that a
// thread runs stands behind it, for an exception that leaves a thread ends the program.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

#include "engine/result.h"

namespace splitee {

/// The exception that is being handled, as an Error; for catch blocks only. Of LibTorch's messages
/// the first line: the rest is a backtrace.
[[nodiscard]] inline Error errorOfException() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {"there is not enough memory for this"};
    } catch (const std::exception& problem) {
        const std::string what = problem.what();
        return {"this failed unexpectedly: " + what.substr(0, what.find('\n'))};
    } catch (...) {
        return {"this failed unexpectedly, without saying why"};
    }
}

template <class T>
struct ResultOf {
    using Type = Result<T>;
};
template <class T>
struct ResultOf<Result<T>> {
    using Type = Result<T>;
};

/// Calls `work`, which returns a Result, a value or nothing. What it returns comes as a Result; so
/// does an exception that it throws, as an error.
template <class Work>
[[nodiscard]] auto guarded(Work&& work) -> typename ResultOf<std::invoke_result_t<Work>>::Type {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            std::forward<Work>(work)();
            return {};
        } else {
            return std::forward<Work>(work)();
        }
    } catch (...) {
        return tl::unexpected(errorOfException());
    }
}

}  // namespace splitee
