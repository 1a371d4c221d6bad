// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_folder.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "datasets/digest.h"
#include "datasets/image_file.h"
#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::size_t kMaxImages = 5'000'000;
constexpr std::array<std::string_view, 5> kEndings{".jpg", ".jpeg", ".png", ".bmp", ".webp"};

struct File {
    std::filesystem::path path;
    std::int32_t label;
};

// By name and kind alone, what is inside shows when it is read. A pipe or a device named x.jpg
// would never end.
bool looksLikeImage(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) {
        return static_cast<char>(c < 128 ? std::tolower(c) : c);
    });
    std::error_code error;
    return std::ranges::find(kEndings, ending) != kEndings.end() &&
           std::filesystem::is_regular_file(path, error);
}

// Entries of one folder, sorted, so that the result is the same on every machine. Links to folders
// are not followed.
Result<std::vector<std::filesystem::path>> sortedEntries(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> entries;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        entries.push_back(it->path());
        if (entries.size() > kMaxImages)
            return fail("folder " + folder.string() + " holds more than 5,000,000 files");
    }
    if (error) return fail("cannot read folder " + folder.string() + ": " + error.message());
    std::ranges::sort(entries);
    return entries;
}

bool isFolder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(std::filesystem::symlink_status(path, error));
}

// "017.bonsai" -> "bonsai" (Caltech-256).
std::string className(const std::filesystem::path& folder) {
    std::string name = folder.filename().string();
    const bool numbered =
        name.size() > 4 && name[3] == '.' &&
        std::all_of(name.begin(), name.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    return numbered ? name.substr(4) : name;
}

class ImageFolder final : public Dataset {
public:
    ImageFolder(std::filesystem::path root, int side, std::vector<std::string> classes,
                std::vector<File> files)
        : root_(std::move(root)),
          side_(side),
          classes_(std::move(classes)),
          files_(std::move(files)) {}
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
        std::call_once(hashed_, [this] {
            std::string sums;
            for (const File& file : files_) {
                sums += file.path.lexically_relative(root_).generic_string() + '\n' +
                        sha256OfFile(file.path);
            }
            hash_ = hexText(sha256(sums));
        });
        return hash_;
    }

private:
    std::filesystem::path root_;
    int side_;
    std::vector<std::string> classes_;
    std::vector<File> files_;
    mutable std::once_flag hashed_;
    mutable std::string hash_;
};

Split splitOf(const std::filesystem::path& relative) {
    const auto share = mixBits(hashText(relative.generic_string())) % 100;
    return share < 70 ? Split::Train : share < 85 ? Split::Validation : Split::Test;
}

}  // namespace

Result<std::shared_ptr<const Dataset>> openImageFolder(const std::filesystem::path& path, int side,
                                                       Split split) {
    if (side < 1 || side > kMaxImageSide)
        return fail("images cannot be resized to " + std::to_string(side) +
                    " pixels a side: give 1 to " + std::to_string(kMaxImageSide));
    std::error_code error;
    if (!std::filesystem::is_directory(path, error))
        return fail("cannot open image folder " + path.string() + ": " +
                    (error && error != std::errc::no_such_file_or_directory
                         ? error.message()
                         : "there is no such folder"));
    auto entries = sortedEntries(path);
    if (!entries) return tl::unexpected(entries.error());
    std::erase_if(*entries, [](const auto& entry) { return !isFolder(entry); });
    std::filesystem::path root = path;
    if (entries->size() == 1) {
        const auto inner = sortedEntries(entries->front());
        if (inner && std::ranges::count_if(*inner, isFolder) > 1) {
            root = entries->front();
            entries = inner;
            std::erase_if(*entries, [](const auto& entry) { return !isFolder(entry); });
        }
    }
    std::vector<std::string> classes;
    std::vector<File> files;
    for (const auto& folder : *entries) {
        const auto images = sortedEntries(folder);
        if (!images) return tl::unexpected(images.error());
        if (std::ranges::none_of(*images, looksLikeImage)) continue;
        const auto label = static_cast<std::int32_t>(classes.size());
        classes.push_back(className(folder));
        for (const auto& image : *images)
            if (looksLikeImage(image) && splitOf(image.lexically_relative(root)) == split)
                files.push_back({image, label});
    }
    if (classes.size() < 2)
        return fail(
            "image folder " + path.string() + " holds " + std::to_string(classes.size()) +
            " class folders with images, but at least 2 are needed: lay it out as <class>/<image>");
    if (files.empty())
        return fail("image folder " + path.string() +
                    " has no image in this part of the split: add images");
    return std::make_shared<ImageFolder>(root, side, std::move(classes), std::move(files));
}

}  // namespace splitee
