// SPDX-License-Identifier: GPL-3.0-or-later
// TextFormat: how a file holds texts and labels, told from its name and its first lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "datasets/text_labels.h"
#include "engine/result.h"

namespace splitee {

/// Bytes of a file's head that tell its format.
inline constexpr std::size_t kTextHeadBytes = std::size_t{1} << 18;

struct TextFormat {
    enum class Layout {
        Lines,      ///< a text a line, no labels
        Tsv,        ///< columns parted by tabs, nothing quoted (GLUE)
        Csv,        ///< RFC 4180
        JsonLines,  ///< a JSON object a line
        Reviews,    ///< Blitzer, Dredze and Pereira's pseudo-XML: <review>, <review_text>, <rating>
    };
    Layout layout = Layout::Lines;
    bool header = false;                        ///< the first record names the columns
    int columns = 1;                            ///< most that a record has
    int first = 0, second = -1, label = -1;     ///< columns from 0; -1: there is none
    std::string firstKey, secondKey, labelKey;  ///< of JSON; empty: there is none
    LabelTask task = LabelTask::Unknown;        ///< by its columns
};

/// `name`: of the file, for its ending and for errors; `head`: its first kTextHeadBytes, unpacked.
/// `columns`: names of columns or keys, or numbers from 1, that the user chose: text; text, label;
/// or first text, second text, label. Empty: they are told from known headers (those of GLUE, SNLI,
/// SciTail and sets of reviews), or where there is none from which columns look like labels.
[[nodiscard]] Result<TextFormat> textFormat(const std::string& name, std::string_view head,
                                            const std::vector<std::string>& columns);

/// "train.tsv" for "train.tsv.xz": the name without the endings of compression, in lower case.
[[nodiscard]] std::string unpackedName(std::string_view name);

/// Whether files of this name are looked at for texts: .tsv, .csv, .txt, .jsonl, .review,
/// compressed or not.
[[nodiscard]] bool isTextName(std::string_view name);

}  // namespace splitee
