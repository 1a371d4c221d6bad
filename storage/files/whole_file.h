// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are the old one or the new one, never half of either.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "engine/result.h"

namespace splitee {

/// Lets `write` fill PATH.part and renames that to PATH; on failure PATH is as before and the part
/// file is gone. A device or pipe is written to as it is. `what` names the content in the sentence
/// ("exit table"). Blocks.
[[nodiscard]] Result<void> writeWholeFile(const std::filesystem::path& path,
                                          const std::string& what,
                                          const std::function<void(std::ostream&)>& write);

/// "cannot write WHAT to PATH: reason", the reason taken from errno where the system gave one.
[[nodiscard]] Error writeError(const std::string& what, const std::filesystem::path& path,
                               int reason);

}  // namespace splitee
