// SPDX-License-Identifier: GPL-3.0-or-later
// ProgramModule: a part of the program in a file of its own, which is loaded when it is first
// needed.
#pragma once

#include <string>

#include "engine/result.h"

namespace splitee {

struct ProgramModule {
    std::string title;   ///< for errors: "inference module"
    std::string file;    ///< in lib/splitee of a folder above the program
    std::string entry;   ///< name of the function that is its door
    std::string remedy;  ///< what to do where the file is missing
    /// Whether what the module links finds its own symbols before those that the program has of the
    /// same name. Not under the address sanitizer, which refuses that.
    bool ownSymbolsFirst = false;
};

/// Loads the module, without giving its symbols to others, and returns the address of its entry.
/// The folders are those of a build, its tests included, and of the installed program. Blocks.
[[nodiscard]] Result<void*> entryOf(const ProgramModule& module);

}  // namespace splitee
