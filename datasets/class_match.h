// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a network's classes among the folders of a dataset, by their names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// The name that a class folder shows: "017.bonsai" is bonsai (Caltech-256).
[[nodiscard]] std::string classNameOf(const std::string& folder);

struct ClassMatch {
    std::vector<std::int32_t> label;   ///< [folders] index among the classes, -1: left out
    std::vector<std::string> remarks;  ///< classes and folders that found none, a sentence each
};

/// `folders`: names of class folders; `classes`: what the network tells apart, in the order of its
/// answers. A folder is a class by its name or classNameOf() it; where none has the very name, case
/// does not count and blanks, hyphens and _ are the same. Of several classes of one name the first
/// folder is the first class. Folders may hold some of the classes, or all and others too, which
/// are left out. Where classes are missing and there are other folders, one may be renamed: that is
/// refused with both named. `path`: of the dataset, for the sentence.
[[nodiscard]] Result<ClassMatch> matchClasses(const std::vector<std::string>& folders,
                                              const std::vector<std::string>& classes,
                                              const std::string& path);

/// "a, b, c and 7 more": at most `most` of the names.
[[nodiscard]] std::string namesIn(const std::vector<std::string>& names, std::size_t most);

}  // namespace splitee
