// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_folder.h"

#include "datasets/archive_reader.h"
#include "datasets/cifar10.h"
#include "datasets/class_match.h"
#include "datasets/digest.h"
#include "datasets/folder_layout.h"
#include "datasets/image_file.h"
#include "engine/current_stop.h"

namespace splitee {
namespace {

constexpr std::size_t kBrokenShare = 100;  // one in so many may be broken
constexpr std::size_t kMostTold = 100;     // names in a remark

struct File {
    std::filesystem::path path;
    std::int32_t label;
    std::string sum;  // SHA-256
};

class ImageFolder final : public Dataset {
public:
    ImageFolder(std::shared_ptr<const FileTree> tree, std::filesystem::path root, int side,
                std::vector<std::string> classes, std::vector<File> files, PartSizes parts,
                std::vector<std::string> remarks)
        : tree_(std::move(tree)),
          root_(std::move(root)),
          side_(side),
          classes_(std::move(classes)),
          files_(std::move(files)),
          parts_(parts),
          remarks_(std::move(remarks)) {}
    [[nodiscard]] std::string name() const override { return "folder " + root_.string(); }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(files_.size());
    }
    [[nodiscard]] int side() const override { return side_; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }

    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const File& file = files_[static_cast<std::size_t>(index)];
        const auto bytes = tree_->bytes(file.path);
        if (!bytes) return unreadableImage(file.path, bytes.error().message);
        auto image = readImage(*bytes, file.path, side_);
        if (!image) return tl::unexpected(image.error());
        return Sample{std::move(*image), file.label};
    }

    // Known from its folder: nothing is decoded.
    [[nodiscard]] Result<std::int32_t> label(std::int64_t index) const override {
        return files_[static_cast<std::size_t>(index)].label;
    }

    [[nodiscard]] std::string hash() const override {
        std::string sums;
        for (const File& file : files_)
            sums += file.path.lexically_relative(root_).generic_string() + '\n' + file.sum;
        return hexText(sha256(sums));
    }
    [[nodiscard]] PartSizes parts() const override { return parts_; }
    [[nodiscard]] std::vector<std::string> remarks() const override { return remarks_; }

private:
    std::shared_ptr<const FileTree> tree_;
    std::filesystem::path root_;
    int side_;
    std::vector<std::string> classes_;
    std::vector<File> files_;
    PartSizes parts_;
    std::vector<std::string> remarks_;
};

Result<std::string> checkedSum(const FileTree& tree, const std::filesystem::path& path) {
    const auto bytes = tree.bytes(path);
    if (!bytes) return unreadableImage(path, bytes.error().message);
    return checkImage(*bytes, path);
}

// Leaves out the images that cannot be read, and remarks on them; more than one in a hundred is an
// error. The others get their sums.
Result<void> leaveOutBroken(const FileTree& tree, std::vector<File>& files,
                            const FolderLayout& layout, std::vector<std::string>& remarks) {
    const std::size_t all = files.size();
    std::vector<std::string> broken;
    std::string first;
    std::vector<File> whole;
    for (File& file : files) {
        if (stopRequested()) return stoppedWhileReading("image folder " + layout.root.string());
        auto sum = checkedSum(tree, file.path);
        if (sum) {
            file.sum = std::move(*sum);
            whole.push_back(std::move(file));
            continue;
        }
        if (broken.empty()) first = sum.error().message;
        broken.push_back(file.path.lexically_relative(layout.root).generic_string());
    }
    files = std::move(whole);
    if (broken.empty()) return {};
    const std::string found =
        std::to_string(broken.size()) + " of " + std::to_string(all) + " images";
    if (broken.size() * kBrokenShare > all)
        return fail("image folder " + layout.root.string() + ": " + found +
                    " cannot be read, more than 1 %; the first: " + first);
    remarks.push_back("left out " + found + ", which cannot be read: " +
                      namesIn(broken, kMostTold) + "; the first: " + first);
    return {};
}

Result<std::shared_ptr<FileTree>> treeAt(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return folderTree();
    if (std::filesystem::is_regular_file(path, error)) return archiveTree(path);
    return fail("cannot open image folder " + path.string() + ": " +
                (error && error != std::errc::no_such_file_or_directory
                     ? error.message()
                     : "there is no such folder"));
}

// Labels are the network's where there is one, else they follow the folders' order.
Result<ClassMatch> matchOf(const FolderLayout& layout, const std::vector<std::string>& classes,
                           const std::filesystem::path& path) {
    std::vector<std::string> folders;
    for (const ClassFolder& folder : layout.classes) folders.push_back(folder.name);
    if (!classes.empty()) return matchClasses(folders, classes, path.string());
    ClassMatch match;
    for (std::size_t k = 0; k < folders.size(); ++k)
        match.label.push_back(static_cast<std::int32_t>(k));
    return match;
}

// `opened` images are in the part `split`. A part that the folder lacks has none.
PartSizes partSizes(const FileTree& tree, const std::filesystem::path& path, Split split,
                    const std::vector<std::string>& classes, std::size_t opened) {
    const auto sizeOf = [&](Split part) -> std::int64_t {
        if (part == split) return static_cast<std::int64_t>(opened);
        const auto layout = folderLayout(tree, path, part, classes);
        const auto match = layout ? matchOf(*layout, classes, path)
                                  : Result<ClassMatch>(tl::unexpected(layout.error()));
        std::int64_t size = 0;
        for (std::size_t k = 0; match && k < match->label.size(); ++k)
            if (match->label[k] >= 0)
                size += static_cast<std::int64_t>(layout->classes[k].images.size());
        return size;
    };
    return {sizeOf(Split::Train), sizeOf(Split::Validation), sizeOf(Split::Test),
            sizeOf(Split::All)};
}

}  // namespace

Result<std::shared_ptr<const Dataset>> openImageFolder(const std::filesystem::path& path, int side,
                                                       Split split,
                                                       const std::vector<std::string>& classes) {
    if (side < 1 || side > kMaxImageSide)
        return fail("images cannot be resized to " + std::to_string(side) +
                    " pixels a side: give 1 to " + std::to_string(kMaxImageSide));
    const auto tree = treeAt(path);
    if (!tree) return tl::unexpected(tree.error());
    auto layout = folderLayout(**tree, path, split, classes);
    if (!layout) return tl::unexpected(layout.error());
    if (layout->classes.empty() && isPythonCifar10(path))
        return openCifar10(path, split);  // says what it is
    const std::size_t needed = classes.empty() ? 2 : 1;
    if (layout->classes.size() < needed)
        return fail("image folder " + path.string() + " holds " +
                    std::to_string(layout->classes.size()) +
                    " class folders with images, but at least " + std::to_string(needed) +
                    (needed == 1 ? " is" : " are") + " needed: lay it out as <class>/<image>");
    auto match = matchOf(*layout, classes, path);
    if (!match) return tl::unexpected(match.error());
    std::vector<File> files;
    for (std::size_t k = 0; k < layout->classes.size(); ++k)
        if (match->label[k] >= 0)
            for (std::filesystem::path& image : layout->classes[k].images)
                files.push_back({std::move(image), match->label[k], ""});
    std::vector<std::string> remarks = std::move(match->remarks);
    remarks.insert(remarks.end(), layout->remarks.begin(), layout->remarks.end());
    if (files.empty())
        return fail("image folder " + path.string() +
                    " has no image in this part of the split: add images, or choose part all");
    const PartSizes parts = partSizes(**tree, path, split, classes, files.size());
    std::vector<std::filesystem::path> paths;
    for (const File& file : files) paths.push_back(file.path);
    if (auto prepared = (*tree)->prepare(paths); !prepared) return tl::unexpected(prepared.error());
    if (auto left = leaveOutBroken(**tree, files, *layout, remarks); !left)
        return tl::unexpected(left.error());
    std::vector<std::string> names = classes;
    if (names.empty())
        for (const ClassFolder& folder : layout->classes) names.push_back(classNameOf(folder.name));
    return std::make_shared<ImageFolder>(*tree, layout->root, side, std::move(names),
                                         std::move(files), parts, std::move(remarks));
}

Result<std::vector<std::string>> classFoldersOf(const std::filesystem::path& path) {
    const auto tree = treeAt(path);
    if (!tree) return tl::unexpected(tree.error());
    const auto layout = folderLayout(**tree, path, Split::All, {});
    if (!layout) return tl::unexpected(layout.error());
    std::vector<std::string> names;
    for (const ClassFolder& folder : layout->classes) names.push_back(folder.name);
    if (names.empty())
        return fail("image folder " + path.string() +
                    " holds no class folders with images: lay it out as <class>/<image>");
    return names;
}

}  // namespace splitee
