// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a file so that PATH holds the old or the new content, never a part of either.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "engine/result.h"

namespace splitee {

/// Calls `write` with PATH.part and renames that to PATH. On an error PATH is unchanged and
/// PATH.part is removed. A device or pipe is written to directly. `what` names the content in the
/// error
/// ("exit table"). Blocks.
[[nodiscard]] Result<void> writeWholeFile(const std::filesystem::path& path,
                                          const std::string& what,
                                          const std::function<void(std::ostream&)>& write);

/// "cannot write WHAT to PATH: reason", `reason` as in errno, 0 where it is not known.
[[nodiscard]] Error writeError(const std::string& what, const std::filesystem::path& path,
                               int reason);

}  // namespace splitee
