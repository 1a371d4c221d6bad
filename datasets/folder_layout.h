// SPDX-License-Identifier: GPL-3.0-or-later
// FolderLayout: which images of which class a folder or archive holds, told from names alone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "datasets/file_tree.h"

namespace splitee {

struct ClassFolder {
    std::string name;                           ///< of the folder itself
    std::vector<std::filesystem::path> images;  ///< of the part asked for, sorted
};

struct FolderLayout {
    std::filesystem::path root;        ///< the folder that was entered
    std::vector<ClassFolder> classes;  ///< sorted by name; every class of every part
    std::vector<std::string> remarks;  ///< what was left out or stands for something, sentences
};

/// .jpg, .jpeg, .png, .bmp or .webp, in any case.
[[nodiscard]] bool hasImageEnding(const std::filesystem::path& file);

/// Looks into `path` of `tree`. Images lie at any depth below a class folder. A folder that holds
/// but one folder of folders is entered. Where there are folders train, val and test (also
/// training, valid, validation, testing), each is a part as a whole; without val, a part of train
/// is held out by name, and without test, val is the test part too. Else images are split by a hash
/// of the path below the root, about 70 % train, 15 % validation, 15 % test. Split::All takes them
/// all. Passed over: names with a dot in front, and what systems leave (@eaDir, __MACOSX,
/// Thumbs.db, ..). Links to folders are not followed. `classes`: the network's, whose folders are
/// not entered as roots; may be empty. Blocks.
[[nodiscard]] Result<FolderLayout> folderLayout(const FileTree& tree,
                                                const std::filesystem::path& path, Split split,
                                                const std::vector<std::string>& classes);

}  // namespace splitee
