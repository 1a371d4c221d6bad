// SPDX-License-Identifier: GPL-3.0-or-later
// Text that a verb writes to a file, or to standard output where the file is called "-".
#pragma once

#include <functional>
#include <initializer_list>
#include <ostream>
#include <string>
#include <utility>

#include "engine/result.h"

namespace splitee {

[[nodiscard]] inline bool isStdout(const std::string& file) { return file == "-"; }

/// Its name in messages.
[[nodiscard]] std::string shownName(const std::string& file);

/// writeWholeFile(), or to standard output. `what` names the content in the error.
[[nodiscard]] Result<void> writeText(const std::string& file, const std::string& what,
                                     const std::function<void(std::ostream&)>& write);
[[nodiscard]] Result<void> writeText(const std::string& file, const std::string& what,
                                     const std::string& text);

/// Standard output takes one thing: an error that names the first two flags that both want it.
[[nodiscard]] Result<void> oneOnStdout(
    std::initializer_list<std::pair<const char*, bool>> flagsThatWantIt);

}  // namespace splitee
