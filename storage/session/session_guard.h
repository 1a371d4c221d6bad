// SPDX-License-Identifier: GPL-3.0-or-later
// Converts SQLite's exceptions to errors of one sentence.
#pragma once

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/result.h"

namespace splitee {

/// "cannot WHAT session FILE: why, and what to do".
[[nodiscard]] Error sessionError(const std::string& what, const std::string& file,
                                 const SQLite::Exception& problem);

/// Runs `work`, which may throw SQLite::Exception and returns a Result.
template <class Work>
[[nodiscard]] auto guarded(const std::string& what, const std::string& file, Work&& work)
    -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& problem) {
        return tl::unexpected(sessionError(what, file, problem));
    }
}

}  // namespace splitee
