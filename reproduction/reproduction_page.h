// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a reproduction found: one page as Markdown and HTML, its figures as SVG files, and a
// CSV of all numbers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reproduction/played_reproduction.h"

namespace splitee {

struct ReproductionPageOptions {
    std::string madeAt;                ///< UTC, from utcText()
    std::string madeBy;                ///< programText()
    std::string command;               ///< that made it, for the page
    std::vector<std::string> remarks;  ///< sentences about this reproduction: live reading, ..
};

/// What there is to write: names relative to the folder, and contents.
struct ReproductionFile {
    std::string name, content;
};

/// NAME.md, NAME.html, NAME.csv and figures/*.svg. The same call gives the same bytes.
[[nodiscard]] std::vector<ReproductionFile> reproductionFiles(
    const PlayedReproduction& played, const ReproductionPageOptions& options);

/// The summary of the page, a sentence a line: for the terminal.
[[nodiscard]] std::vector<std::string> summaryLines(const PlayedReproduction& played);

/// Writes them into `folder`, each whole. Blocks.
[[nodiscard]] Result<void> writeReproduction(const std::filesystem::path& folder,
                                             const std::vector<ReproductionFile>& files);

}  // namespace splitee
