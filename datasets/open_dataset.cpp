// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_dataset.h"

#include <array>
#include <fstream>

#include "datasets/archive_reader.h"
#include "datasets/cifar10.h"
#include "datasets/cifar10c.h"
#include "datasets/image_file.h"
#include "datasets/image_folder.h"
#include "datasets/image_whole.h"
#include "datasets/signs.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {

Result<std::shared_ptr<const Dataset>> openDataset(std::string_view name, Split split, int side,
                                                   const std::vector<std::string>& classes) {
    constexpr std::array<std::string_view, 4> kValid{"cifar10:PATH", "cifar10c:PATH", "folder:PATH",
                                                     "signs"};
    constexpr std::array<std::string_view, 4> kKinds{"cifar10", "cifar10c", "folder", "signs"};
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    const std::string path(colon == std::string_view::npos ? "" : name.substr(colon + 1));
    if (kind == "folder" && !path.empty())
        return openImageFolder(path, side == 0 ? 32 : side, split, classes);
    if (((kind == "cifar10" || kind == "cifar10c") && !path.empty()) || name == "signs") {
        if (side != 0 && side != 32)
            return fail("dataset '" + std::string(kind) +
                        "' has images of 32 pixels a side, but the network takes " +
                        std::to_string(side));
        if (kind == "cifar10") return openCifar10(path, split);
        if (kind == "cifar10c") return openCifar10c(path, split);
        return openSigns(split);
    }
    const auto known = datasetName(std::string(name));
    if (!known) return tl::unexpected(known.error());
    if (*known != name) return openDataset(*known, split, side, classes);
    const std::string meant = nearest(kind, kKinds);
    return fail("unknown dataset '" + shownText(name, 200) +
                "': " + (meant.empty() || meant == kind ? "" : "did you mean " + meant + "? ") +
                "valid are " + listed(kValid));
}

namespace {

namespace fs = std::filesystem;

bool holdsBatches(const fs::path& folder) {
    std::error_code error;
    if (isPythonCifar10(folder) || fs::is_directory(folder / "cifar-10-batches-bin", error))
        return true;
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error))
        if (isCifar10Batch(it->path().filename().string())) return true;
    return false;
}

Result<std::string> datasetInArchive(const fs::path& path) {
    bool batches = false;
    auto listed = listArchive(path, [&](const ArchiveEntry& entry) {
        batches = batches || isCifar10Batch(fs::path(entry.name).filename().string());
    });
    if (!listed) return tl::unexpected(listed.error());
    return (batches ? "cifar10:" : "folder:") + path.string();
}

}  // namespace

Result<std::string> datasetAt(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error) && isCifar10c(path)) return "cifar10c:" + path.string();
    if (fs::is_directory(path, error))
        return (holdsBatches(path) ? "cifar10:" : "folder:") + path.string();
    if (!fs::is_regular_file(path, error))
        return fail("cannot open " + path.string() + ": there is no such file or folder");
    const std::string name = path.filename().string();
    if (name.ends_with(".bin") || name.ends_with(".bin.xz") || isCifar10Batch(name))
        return "cifar10:" + path.string();
    if (isArchive(path)) return datasetInArchive(path);
    char head[16] = {};
    std::ifstream(path, std::ios::binary).read(head, sizeof head);
    if (*imageFormat({head, sizeof head}) != '\0')
        return fail(path.string() +
                    " is one image: name the folder that holds a folder of images for each class");
    return fail(path.string() +
                " is no dataset: name a folder of class folders, a zip or tar archive of one, or "
                "CIFAR-10 in its binary version");
}

Result<std::string> datasetName(const std::string& name) {
    const bool known = name == "signs" || name.starts_with("folder:") ||
                       name.starts_with("cifar10:") || name.starts_with("cifar10c:");
    std::error_code error;
    return !known && fs::exists(name, error) ? datasetAt(name) : Result<std::string>(name);
}

Result<std::vector<std::string>> classesOf(std::string_view name) {
    if (name == "signs") return openSigns(Split::Test)->classNames();
    if (name.starts_with("cifar10:") || name.starts_with("cifar10c:")) return cifar10Classes();
    if (name.starts_with("folder:")) return classFoldersOf(name.substr(name.find(':') + 1));
    return fail("unknown dataset '" + shownText(name, 200) + "'");
}

}  // namespace splitee
