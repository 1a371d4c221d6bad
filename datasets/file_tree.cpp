// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/file_tree.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "datasets/archive_reader.h"
#include "datasets/image_file.h"
#include "engine/current_stop.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 5'000'000;
constexpr std::size_t kMostKeptBytes = std::size_t{2} << 30;

class FolderTree final : public FileTree {
public:
    [[nodiscard]] Result<std::vector<Entry>> entries(const fs::path& folder) const override {
        if (stopRequested()) return stoppedWhileReading("folder " + folder.string());
        std::error_code error;
        std::vector<Entry> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            if (entries.size() == kMostEntries)
                return fail("folder " + folder.string() + " holds more than 5,000,000 files");
            entries.push_back({it->path(), kindOf(*it)});
        }
        if (error) return fail("cannot read folder " + folder.string() + ": " + error.message());
        std::ranges::sort(entries, {}, &Entry::path);
        return entries;
    }
    [[nodiscard]] Result<void> prepare(const std::vector<fs::path>&) override { return {}; }
    [[nodiscard]] Result<std::string> bytes(const fs::path& file) const override {
        return imageFileBytes(file);
    }

private:
    // A pipe or a device named x.jpg would never end: it is Other.
    static Kind kindOf(const fs::directory_entry& entry) {
        std::error_code error;
        if (!entry.is_symlink(error) && entry.is_directory(error)) return Kind::Folder;
        return entry.is_regular_file(error) ? Kind::File : Kind::Other;
    }
};

class ArchiveTree final : public FileTree {
public:
    explicit ArchiveTree(fs::path archive) : archive_(std::move(archive)) {}

    Result<void> readNames() {
        std::set<fs::path> files, folders{archive_};
        auto listed = listArchive(archive_, [&](const ArchiveEntry& entry) {
            const auto inside = pathInside(entry.name);
            if (!inside || !(entry.isFile || entry.isFolder)) {
                ++unsafe_;
                return;
            }
            fs::path folder = archive_ / *inside;
            if (entry.isFile) {
                files.insert(folder);
                nameOf_.emplace(folder.string(), entry.name);
                folder = folder.parent_path();
            }
            for (; folders.insert(folder).second; folder = folder.parent_path()) continue;
        });
        if (!listed) return listed;
        for (const fs::path& folder : folders)
            if (folder != archive_) inside_[folder.parent_path()].push_back({folder, Kind::Folder});
        for (const fs::path& file : files)
            if (!folders.contains(file)) inside_[file.parent_path()].push_back({file, Kind::File});
        for (auto& [folder, entries] : inside_) std::ranges::sort(entries, {}, &Entry::path);
        return {};
    }

    [[nodiscard]] Result<std::vector<Entry>> entries(const fs::path& folder) const override {
        if (stopRequested()) return stoppedWhileReading("archive " + archive_.string());
        const auto there = inside_.find(folder);
        return there == inside_.end() ? std::vector<Entry>() : there->second;
    }

    [[nodiscard]] Result<void> prepare(const std::vector<fs::path>& files) override {
        std::unordered_map<std::string, std::string> wanted;  // path by name in the archive
        for (const fs::path& file : files)
            if (const auto name = nameOf_.find(file.string()); name != nameOf_.end())
                wanted.emplace(name->second, file.string());
        std::size_t kept = 0;
        return readArchive(
            archive_,
            [&](const std::string& name) {
                return wanted.contains(name) ? std::min(kMaxImageBytes, kMostKeptBytes - kept) : 0;
            },
            [&](const std::string& name, std::string bytes) -> Result<void> {
                kept += bytes.size();
                if (kept >= kMostKeptBytes)
                    return fail("the images of archive " + archive_.string() +
                                " take more than 2 GiB of memory: unpack it and name the folder");
                bytes_.insert_or_assign(wanted.at(name), std::move(bytes));
                return {};
            },
            kImageArchive, [](const std::string&) {});  // bytes() tells of those that are damaged
    }

    [[nodiscard]] Result<std::string> bytes(const fs::path& file) const override {
        const auto there = bytes_.find(file.string());
        if (there == bytes_.end()) return fail("it is damaged in the archive, or too large");
        return there->second;
    }
    [[nodiscard]] std::size_t unsafeEntries() const override { return unsafe_; }

private:
    // Without "." and empty parts; nothing for a name that leads out of the archive.
    static std::optional<fs::path> pathInside(const std::string& name) {
        fs::path inside;
        if (name.starts_with('/') || name.find('\\') != std::string::npos) return std::nullopt;
        for (const fs::path& part : fs::path(name)) {
            if (part == "..") return std::nullopt;
            if (!part.empty() && part != ".") inside /= part;
        }
        return inside;
    }

    fs::path archive_;
    std::size_t unsafe_ = 0;
    std::map<fs::path, std::vector<Entry>> inside_;                // by folder
    std::unordered_map<std::string, std::string> nameOf_, bytes_;  // by path
};

}  // namespace

std::shared_ptr<FileTree> folderTree() { return std::make_shared<FolderTree>(); }

Result<std::shared_ptr<FileTree>> archiveTree(const fs::path& archive) {
    auto tree = std::make_shared<ArchiveTree>(archive);
    if (auto read = tree->readNames(); !read) return tl::unexpected(read.error());
    return tree;
}

}  // namespace splitee
