// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T> is a value or an Error: what everything returns that files, devices or peers can break.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace splitee {

/// One sentence for the user: what failed, on what, why and, where it helps, what to do about it.
struct Error {
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

/// The failing half of a Result, from its sentence.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace splitee
