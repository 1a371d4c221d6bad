// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/folder_layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "datasets/class_match.h"
#include "engine/rng.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxImages = 5'000'000;
constexpr int kMaxDepth = 32;                  // folders below a class
constexpr int kMaxEntered = 4;                 // folders of one folder
constexpr std::size_t kMostFoldersTold = 100;  // names in a remark
constexpr std::size_t kMostKept = 1000;        // names that are kept at all
constexpr std::array<std::string_view, 5> kEndings{".jpg", ".jpeg", ".png", ".bmp", ".webp"};
constexpr std::array<std::string_view, 11> kLeftBySystems{
    "@eadir",     "__macosx", "thumbs.db",    "desktop.ini", "icon\r",
    "#recycle",   "@recycle", "$recycle.bin", "lost+found",  "system volume information",
    "__pycache__"};

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

// AppleDouble files (._x.jpg) have a dot in front too.
bool isPassedOver(const fs::path& path) {
    const std::string name = lowered(path.filename().string());
    return name.starts_with('.') || std::ranges::find(kLeftBySystems, name) != kLeftBySystems.end();
}

bool isFolder(const FileTree::Entry& entry) { return entry.kind == FileTree::Kind::Folder; }

// By name and kind alone, what is inside shows when it is read.
bool looksLikeImage(const FileTree::Entry& entry) {
    return entry.kind == FileTree::Kind::File && hasImageEnding(entry.path);
}

std::optional<Split> partNamed(const fs::path& folder) {
    const std::string name = lowered(folder.filename().string());
    if (name == "train" || name == "training") return Split::Train;
    if (name == "val" || name == "valid" || name == "validation") return Split::Validation;
    if (name == "test" || name == "testing") return Split::Test;
    return std::nullopt;
}

// Names that are counted, and kept up to a limit.
struct LeftOut {
    std::vector<std::string> names;
    std::size_t more = 0;

    void add(std::string name) {
        if (names.size() < kMostKept)
            names.push_back(std::move(name));
        else
            ++more;
    }
    void tell(std::vector<std::string>& remarks, const std::string& one,
              const std::string& several) const {
        if (names.empty()) return;
        const std::size_t all = names.size() + more;
        remarks.push_back("left out " + std::to_string(all) + " " + (all == 1 ? one : several) +
                          ": " + namesIn(names, kMostFoldersTold) +
                          (more == 0 ? "" : " and " + std::to_string(more) + " beside them"));
    }
};

class Scan {
public:
    Scan(const FileTree& tree, fs::path path, Split split, const std::vector<std::string>& classes)
        : tree_(tree), path_(std::move(path)), split_(split), classes_(classes) {
        layout_.root = path_;
    }

    Result<FolderLayout> run() {
        auto folders = enter();
        if (!folders) return tl::unexpected(folders.error());
        const auto parts = partsAmong(*folders);
        if (!parts) return tl::unexpected(parts.error());
        auto done = parts->empty() ? readClasses(*folders, true) : readParts(*parts, *folders);
        if (!done) return tl::unexpected(done.error());
        for (auto& [name, images] : found_) layout_.classes.push_back({name, std::move(images)});
        noImages_.tell(layout_.remarks, "folder without images", "folders without images");
        noKind_.tell(layout_.remarks, "file that is no JPEG, PNG, BMP or WebP by its name",
                     "files that are no JPEG, PNG, BMP or WebP by their names");
        beside_.tell(layout_.remarks, "image that lies in no class folder",
                     "images that lie in no class folder");
        if (const std::size_t unsafe = tree_.unsafeEntries(); unsafe > 0)
            layout_.remarks.push_back("left out " + std::to_string(unsafe) +
                                      " entries of the archive that are links or lead out of it");
        return std::move(layout_);
    }

private:
    using Entry = FileTree::Entry;
    using Folders = std::vector<fs::path>;
    using Parts = std::map<Split, fs::path>;

    std::string below(const fs::path& path) const {
        return path.lexically_relative(layout_.root).generic_string();
    }

    // What counts in a folder, sorted, so that the result is the same on every machine.
    Result<std::vector<Entry>> sortedEntries(const fs::path& folder) const {
        auto entries = tree_.entries(folder);
        if (entries)
            std::erase_if(*entries, [](const Entry& entry) { return isPassedOver(entry.path); });
        return entries;
    }

    bool isClass(const fs::path& folder) const {
        const auto match = matchClasses({folder.filename().string()}, classes_, "");
        return match && match->label.front() >= 0;
    }

    // The folders in the root; images beside them are noted.
    Result<Folders> enter() {
        for (int entered = 0;; ++entered) {
            auto entries = sortedEntries(layout_.root);
            if (!entries) return tl::unexpected(entries.error());
            Folders folders;
            LeftOut beside;
            for (const Entry& entry : *entries) {
                if (isFolder(entry))
                    folders.push_back(entry.path);
                else if (looksLikeImage(entry))
                    beside.add(below(entry.path));
            }
            beside_ = std::move(beside);
            if (folders.size() != 1 || entered == kMaxEntered || isClass(folders.front()) ||
                partNamed(folders.front()) == Split::Test)
                return folders;
            const auto inner = sortedEntries(folders.front());
            if (!inner) return folders;
            const auto inside = std::ranges::count_if(*inner, isFolder);
            if (inside == 0 || (inside == 1 && std::ranges::any_of(*inner, looksLikeImage)))
                return folders;
            layout_.root = folders.front();
        }
    }

    // Images at any depth below a folder, sorted by their paths.
    Result<std::vector<fs::path>> imagesBelow(const fs::path& folder) {
        std::vector<fs::path> images;
        std::vector<std::pair<fs::path, int>> open{{folder, 0}};
        while (!open.empty()) {
            const auto [here, depth] = std::move(open.back());
            open.pop_back();
            const auto entries = sortedEntries(here);
            if (!entries) return tl::unexpected(entries.error());
            for (const Entry& entry : *entries) {
                if (isFolder(entry)) {
                    if (depth == kMaxDepth)
                        return fail("folder " + entry.path.string() +
                                    " lies more than 32 folders below its class");
                    open.emplace_back(entry.path, depth + 1);
                } else if (looksLikeImage(entry)) {
                    images.push_back(entry.path);
                } else if (entry.kind == FileTree::Kind::File) {
                    noKind_.add(below(entry.path));
                }
            }
            if (images.size() > kMaxImages)
                return fail("folder " + folder.string() + " holds more than 5,000,000 images");
        }
        std::ranges::sort(images);
        return images;
    }

    // A part holds class folders, not images.
    Result<bool> holdsClasses(const fs::path& part) {
        const auto entries = sortedEntries(part);
        if (!entries) return tl::unexpected(entries.error());
        return std::ranges::any_of(*entries, isFolder);
    }

    Result<Parts> partsAmong(const Folders& folders) {
        Parts parts;
        for (const fs::path& folder : folders) {
            const auto part = partNamed(folder);
            if (!part) continue;
            if (const auto there = parts.find(*part); there != parts.end())
                return fail("image folder " + path_.string() + " has both " +
                            there->second.filename().string() + " and " +
                            folder.filename().string() + ": keep one of them");
            parts.emplace(*part, folder);
        }
        if (parts.empty() || (parts.size() == 1 && folders.size() > 1)) return Parts();
        for (const auto& [part, folder] : parts) {
            const auto classes = holdsClasses(folder);
            if (!classes) return tl::unexpected(classes.error());
            if (*classes) continue;
            if (parts.size() < folders.size()) return Parts();  // a class of that name
            return fail("image folder " + path_.string() + " has no class folders in " +
                        below(folder) + ": lay it out as " + below(folder) + "/<class>/<image>");
        }
        return parts;
    }

    // `wanted`: of this part of a split by name.
    bool isInSplit(const fs::path& image, bool held) const {
        if (split_ == Split::All) return true;
        const auto share = mixBits(hashText(below(image))) % 100;
        if (held) return (share < 85) == (split_ == Split::Train);
        return split_ == (share < 70 ? Split::Train : share < 85 ? Split::Validation : Split::Test);
    }

    Result<void> readClasses(const Folders& folders, bool splitByName, bool wanted = true,
                             bool held = false) {
        for (const fs::path& folder : folders) {
            auto images = imagesBelow(folder);
            if (!images) return tl::unexpected(images.error());
            if (images->empty()) {
                noImages_.add(below(folder));
                continue;
            }
            if (splitByName)
                std::erase_if(*images,
                              [&](const fs::path& image) { return !isInSplit(image, held); });
            auto& kept = found_[folder.filename().string()];
            if (wanted) kept.insert(kept.end(), images->begin(), images->end());
        }
        return {};
    }

    Result<void> readParts(const Parts& parts, const Folders& folders) {
        Split from = split_;
        bool held = false;
        if (!parts.contains(from) && from == Split::Test && parts.contains(Split::Validation)) {
            from = Split::Validation;
            layout_.remarks.push_back("there is no folder test: the images of " +
                                      below(parts.at(from)) + " are the test part too");
        }
        if (from != Split::Test && from != Split::All && parts.contains(Split::Train) &&
            !parts.contains(Split::Validation)) {
            held = true;
            if (from == Split::Validation)
                layout_.remarks.push_back("there is no folder val: 15 % of " +
                                          below(parts.at(Split::Train)) + " are held out for it");
            from = Split::Train;
        }
        if (from != Split::All && !parts.contains(from)) {
            std::string there;
            for (const auto& [part, folder] : parts)
                there += (there.empty() ? "" : ", ") + below(folder);
            return fail("image folder " + path_.string() + " has no folder " +
                        (split_ == Split::Train  ? "train"
                         : split_ == Split::Test ? "test"
                                                 : "val") +
                        ": its parts are " + there);
        }
        LeftOut others;
        for (const fs::path& folder : folders)
            if (!partNamed(folder)) others.add(below(folder));
        others.tell(layout_.remarks, "folder beside the parts", "folders beside the parts");
        for (const auto& [part, folder] : parts) {
            auto entries = sortedEntries(folder);
            if (!entries) return tl::unexpected(entries.error());
            const bool wanted = part == from || from == Split::All;
            Folders inside;
            for (const Entry& entry : *entries) {
                if (isFolder(entry))
                    inside.push_back(entry.path);
                else if (wanted && looksLikeImage(entry))
                    beside_.add(below(entry.path));
            }
            if (auto read = readClasses(inside, held && part == from, wanted, held); !read)
                return read;
        }
        return {};
    }

    const FileTree& tree_;
    fs::path path_;
    Split split_;
    const std::vector<std::string>& classes_;
    FolderLayout layout_;
    std::map<std::string, std::vector<fs::path>> found_;  // by the folder's name
    LeftOut noImages_, noKind_, beside_;
};

}  // namespace

bool hasImageEnding(const fs::path& file) {
    return std::ranges::find(kEndings, lowered(file.extension().string())) != kEndings.end();
}

Result<FolderLayout> folderLayout(const FileTree& tree, const fs::path& path, Split split,
                                  const std::vector<std::string>& classes) {
    return Scan(tree, path, split, classes).run();
}

}  // namespace splitee
