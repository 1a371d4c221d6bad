// SPDX-License-Identifier: GPL-3.0-or-later
// TableLayout: the columns of a text table, ours or one that others publish, told by its header.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// One line a sample: column numbers of what an exit table needs.
struct WideLayout {
    std::optional<std::size_t> sample;  ///< none, or of others and empty: the row number
    std::optional<std::size_t> label;
    std::vector<std::size_t> confidence;  ///< [L]
    std::vector<std::size_t> prediction;  ///< [L]
    std::vector<std::size_t> entropy;     ///< [L] or empty
    bool byOthers = false;             ///< published: unusable entropies are left out, not refused
    std::vector<std::size_t> context;  ///< [F], in the header's order; our own layout only
    std::vector<std::string> contextNames;  ///< [F]
};

/// One line a sample and exit.
struct LongLayout {
    std::size_t sample, exit, confidence, prediction, label;
};

struct TableLayout {
    std::optional<WideLayout> wide;
    std::optional<LongLayout> rows;
    std::string remark;  ///< what the header has and is not read, a sentence; mostly ""
};

/// A column's name as people vary it: without blanks around it, in small letters, with _ for blanks
/// and hyphens.
[[nodiscard]] std::string plainName(std::string_view name);

/// Is this the header of an exit table, complete or not?
[[nodiscard]] bool looksLikeTable(const std::vector<std::string>& header);

/// Does layoutOf() take this header?
[[nodiscard]] bool isReadable(const std::vector<std::string>& header);

/// Recognises a header, as it is or by its plain names; the error says what is missing or lists the
/// known layouts. Our own layout has no columns of others, but for unnamed ones, those that tell
/// distortions or models apart, and `chosen`, by which rows are chosen. `dialect`: how the header
/// was read, for the error.
[[nodiscard]] Result<TableLayout> layoutOf(const std::vector<std::string>& header,
                                           const std::string& file,
                                           const std::vector<std::string>& chosen,
                                           const std::string& dialect);

}  // namespace splitee
