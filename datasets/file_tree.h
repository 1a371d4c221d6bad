// SPDX-License-Identifier: GPL-3.0-or-later
// FileTree: the folders and files below a root, on disk or in an archive, as datasets read them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

class FileTree {
public:
    enum class Kind { File, Folder, Other };
    /// `path` begins with the root: "photos.zip/cats/1.jpg" in an archive.
    struct Entry {
        std::filesystem::path path;
        Kind kind = Kind::Other;
    };

    virtual ~FileTree() = default;
    /// What lies in `folder`, sorted by path, so that it is the same on every machine. Links to
    /// folders are no folders. At most 5,000,000 entries. Blocks.
    [[nodiscard]] virtual Result<std::vector<Entry>> entries(
        const std::filesystem::path& folder) const = 0;
    /// Makes `files` ready to be read: of an archive their bytes are kept, 2 GiB at most. Blocks.
    [[nodiscard]] virtual Result<void> prepare(const std::vector<std::filesystem::path>& files) = 0;
    /// The bytes of a file that is prepared, 256 MiB at most. Thread-safe. The error is the reason
    /// alone. May block.
    [[nodiscard]] virtual Result<std::string> bytes(const std::filesystem::path& file) const = 0;
    /// How many entries of an archive were passed over: links, devices, and names that lead out of
    /// it.
    [[nodiscard]] virtual std::size_t unsafeEntries() const { return 0; }
};

/// Folders on disk.
[[nodiscard]] std::shared_ptr<FileTree> folderTree();

/// A .zip or .tar archive, compressed or not; its names are read at once. Files are taken for what
/// they are in the archive; nothing is written to disk. Blocks.
[[nodiscard]] Result<std::shared_ptr<FileTree>> archiveTree(const std::filesystem::path& archive);

}  // namespace splitee
