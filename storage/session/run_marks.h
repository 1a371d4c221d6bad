// SPDX-License-Identifier: GPL-3.0-or-later
// RunMarks: what users say of a run. It is stored beside the run and is no part of its identity.
#pragma once

#include <string>

namespace splitee {

struct RunMarks {
    std::string name;  ///< "" without one
    bool starred = false;
    std::string tags;  ///< "blur, for the paper", as tidyTags() makes them
    std::string note;
    bool trashed = false;

    friend bool operator==(const RunMarks&, const RunMarks&) = default;
};

/// Tags as people type them, separated by commas: without spaces around them, each once, in the
/// order they were typed.
[[nodiscard]] std::string tidyTags(const std::string& text);

}  // namespace splitee
