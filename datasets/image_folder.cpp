// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_folder.h"

#include "datasets/cifar10.h"
#include "datasets/class_match.h"
#include "datasets/digest.h"
#include "datasets/folder_layout.h"
#include "datasets/image_file.h"

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
    ImageFolder(std::filesystem::path root, int side, std::vector<std::string> classes,
                std::vector<File> files, std::vector<std::string> remarks)
        : root_(std::move(root)),
          side_(side),
          classes_(std::move(classes)),
          files_(std::move(files)),
          remarks_(std::move(remarks)) {}
    [[nodiscard]] std::string name() const override { return "folder " + root_.string(); }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(files_.size());
    }
    [[nodiscard]] int side() const override { return side_; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }

    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const File& file = files_[static_cast<std::size_t>(index)];
        auto image = readImageFile(file.path, side_);
        if (!image) return tl::unexpected(image.error());
        return Sample{std::move(*image), file.label};
    }

    [[nodiscard]] std::string hash() const override {
        std::string sums;
        for (const File& file : files_)
            sums += file.path.lexically_relative(root_).generic_string() + '\n' + file.sum;
        return hexText(sha256(sums));
    }
    [[nodiscard]] std::vector<std::string> remarks() const override { return remarks_; }

private:
    std::filesystem::path root_;
    int side_;
    std::vector<std::string> classes_;
    std::vector<File> files_;
    std::vector<std::string> remarks_;
};

// Leaves out the images that cannot be read, and remarks on them; more than one in a hundred is an
// error. The others get their sums.
Result<void> leaveOutBroken(std::vector<File>& files, const FolderLayout& layout,
                            std::vector<std::string>& remarks) {
    const std::size_t all = files.size();
    std::vector<std::string> broken;
    std::string first;
    std::vector<File> whole;
    for (File& file : files) {
        auto sum = checkImageFile(file.path);
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

}  // namespace

Result<std::shared_ptr<const Dataset>> openImageFolder(const std::filesystem::path& path, int side,
                                                       Split split,
                                                       const std::vector<std::string>& classes) {
    if (side < 1 || side > kMaxImageSide)
        return fail("images cannot be resized to " + std::to_string(side) +
                    " pixels a side: give 1 to " + std::to_string(kMaxImageSide));
    std::error_code error;
    if (!std::filesystem::is_directory(path, error))
        return fail("cannot open image folder " + path.string() + ": " +
                    (error && error != std::errc::no_such_file_or_directory
                         ? error.message()
                         : "there is no such folder"));
    auto layout = folderLayout(path, split, classes);
    if (!layout) return tl::unexpected(layout.error());
    if (layout->classes.empty() && isPythonCifar10(path))
        return openCifar10(path, split);  // says what it is
    const std::size_t needed = classes.empty() ? 2 : 1;
    if (layout->classes.size() < needed)
        return fail("image folder " + path.string() + " holds " +
                    std::to_string(layout->classes.size()) +
                    " class folders with images, but at least " + std::to_string(needed) +
                    (needed == 1 ? " is" : " are") + " needed: lay it out as <class>/<image>");
    std::vector<std::string> names, folders;
    for (const ClassFolder& folder : layout->classes) {
        folders.push_back(folder.name);
        names.push_back(classNameOf(folder.name));
    }
    ClassMatch match;
    if (classes.empty()) {
        for (std::size_t k = 0; k < names.size(); ++k)
            match.label.push_back(static_cast<std::int32_t>(k));
    } else {
        auto found = matchClasses(folders, classes, path.string());
        if (!found) return tl::unexpected(found.error());
        match = std::move(*found);
        names = classes;
    }
    std::vector<File> files;
    for (std::size_t k = 0; k < folders.size(); ++k)
        if (match.label[k] >= 0)
            for (std::filesystem::path& image : layout->classes[k].images)
                files.push_back({std::move(image), match.label[k], ""});
    std::vector<std::string> remarks = std::move(match.remarks);
    remarks.insert(remarks.end(), layout->remarks.begin(), layout->remarks.end());
    if (auto left = leaveOutBroken(files, *layout, remarks); !left)
        return tl::unexpected(left.error());
    if (files.empty())
        return fail("image folder " + path.string() +
                    " has no image in this part of the split: add images");
    return std::make_shared<ImageFolder>(layout->root, side, std::move(names), std::move(files),
                                         std::move(remarks));
}

}  // namespace splitee
