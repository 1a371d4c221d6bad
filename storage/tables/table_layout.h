// SPDX-License-Identifier: GPL-3.0-or-later
// The column layout of a text table: ours, or one that others publish, detected by the header.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// One line a sample: column numbers of what an exit table needs.
struct WideLayout {
    std::optional<std::size_t> sample;  ///< none: the row number
    std::optional<std::size_t> label;
    std::vector<std::size_t> confidence;    ///< [L]
    std::vector<std::size_t> prediction;    ///< [L]
    std::vector<std::size_t> entropy;       ///< [L] or empty; our own layout only
    std::vector<std::size_t> context;       ///< [F], in the header's order; our own layout only
    std::vector<std::string> contextNames;  ///< [F]
};

/// One line a sample and exit.
struct LongLayout {
    std::size_t sample, exit, confidence, prediction, label;
};

struct TableLayout {
    std::optional<WideLayout> wide;
    std::optional<LongLayout> rows;
};

/// Recognises a header; the error says what is missing or lists the known layouts.
[[nodiscard]] Result<TableLayout> layoutOf(const std::vector<std::string>& header,
                                           const std::string& file);

}  // namespace splitee
