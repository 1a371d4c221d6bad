// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_dataset.h"

#include <array>
#include <fstream>

#include "datasets/archive_reader.h"
#include "datasets/cifar10.h"
#include "datasets/cifar10c.h"
#include "datasets/folder_layout.h"
#include "datasets/image_file.h"
#include "datasets/image_folder.h"
#include "datasets/image_whole.h"
#include "datasets/signs.h"
#include "datasets/text_dataset.h"
#include "datasets/text_format.h"
#include "engine/current_stop.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {

Result<std::shared_ptr<const Dataset>> openDataset(std::string_view name, Split split, int side,
                                                   const std::vector<std::string>& classes) {
    constexpr std::array<std::string_view, 5> kValid{"cifar10:PATH", "cifar10c:PATH", "folder:PATH",
                                                     "signs", "text:PATH"};
    constexpr std::array<std::string_view, 5> kKinds{"cifar10", "cifar10c", "folder", "signs",
                                                     "text"};
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    const std::string path(colon == std::string_view::npos ? "" : name.substr(colon + 1));
    if (kind == "folder" && !path.empty())
        return openImageFolder(path, side == 0 ? 32 : side, split, classes);
    if (kind == "text" && !path.empty()) return openTexts(path, split, classes);
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

constexpr int kMostLookedAt = 20'000;  // entries of a folder

bool holdsBatches(const fs::path& folder) {
    std::error_code error;
    if (isPythonCifar10(folder) || fs::is_directory(folder / "cifar-10-batches-bin", error))
        return true;
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error))
        if (isCifar10Batch(it->path().filename().string())) return true;
    return false;
}

// What names of files speak for; images may have a README beside them.
struct FilesSeen {
    bool batches = false, images = false, texts = false;

    void take(const fs::path& file) {
        const std::string name = file.filename().string();
        if (name.starts_with('.')) return;
        batches = batches || isCifar10Batch(name);
        images = images || hasImageEnding(file);
        texts = texts || isTextName(name);
    }
    [[nodiscard]] std::string kind() const {
        return batches ? "cifar10:" : texts && !images ? "text:" : "folder:";
    }
};

std::string kindOfFolder(const fs::path& folder) {
    FilesSeen seen;
    std::error_code error, unread;
    fs::recursive_directory_iterator it(folder, error);
    for (int n = 0; !error && it != fs::recursive_directory_iterator() && n < kMostLookedAt; ++n) {
        if (it->is_regular_file(unread)) seen.take(it->path());
        if (seen.images || stopRequested()) break;
        it.increment(error);
    }
    seen.batches = holdsBatches(folder);
    return seen.kind();
}

Result<std::string> datasetInArchive(const fs::path& path) {
    FilesSeen seen;
    auto listed = listArchive(path, [&](const ArchiveEntry& entry) { seen.take(entry.name); });
    if (!listed) return tl::unexpected(listed.error());
    return seen.kind() + path.string();
}

}  // namespace

Result<std::string> datasetAt(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error) && isCifar10c(path)) return "cifar10c:" + path.string();
    if (fs::is_directory(path, error)) return kindOfFolder(path) + path.string();
    if (!fs::is_regular_file(path, error))
        return fail("cannot open " + path.string() + ": there is no such file or folder");
    const std::string name = path.filename().string();
    if (name.ends_with(".bin") || name.ends_with(".bin.xz") || isCifar10Batch(name))
        return "cifar10:" + path.string();
    if (isArchive(path)) return datasetInArchive(path);
    if (isTextName(name)) return "text:" + path.string();
    char head[16] = {};
    std::ifstream(path, std::ios::binary).read(head, sizeof head);
    if (*imageFormat({head, sizeof head}) != '\0')
        return fail(path.string() +
                    " is one image: name the folder that holds a folder of images for each class");
    return fail(path.string() +
                " is no dataset: name a folder of class folders, a zip or tar archive of one, "
                "CIFAR-10 in its binary version, or texts as .tsv, .csv, .txt, .jsonl or .review");
}

Result<std::string> datasetName(const std::string& name) {
    const bool known = name == "signs" || name.starts_with("folder:") ||
                       name.starts_with("cifar10:") || name.starts_with("cifar10c:") ||
                       name.starts_with("text:");
    std::error_code error;
    if (known) return name;
    if (fs::exists(name, error)) return datasetAt(name);
    const std::size_t mark = name.rfind('#');
    if (mark == std::string::npos || !fs::exists(name.substr(0, mark), error)) return name;
    auto at = datasetAt(name.substr(0, mark));
    if (at && !at->starts_with("text:"))
        return fail("cannot open " + name + ": columns behind # are for texts alone");
    if (at) *at += name.substr(mark);
    return at;
}

InputKind inputKindOf(std::string_view name) {
    return name.starts_with("text:") ? InputKind::Text : InputKind::Image;
}

Result<std::vector<std::string>> classesOf(std::string_view name) {
    if (name == "signs") return openSigns(Split::Test)->classNames();
    if (name.starts_with("cifar10:") || name.starts_with("cifar10c:")) return cifar10Classes();
    if (name.starts_with("folder:")) return classFoldersOf(name.substr(name.find(':') + 1));
    if (name.starts_with("text:")) {
        const auto texts = openTexts(std::string(name.substr(name.find(':') + 1)), Split::All);
        if (!texts) return tl::unexpected(texts.error());
        return (*texts)->classNames();
    }
    return fail("unknown dataset '" + shownText(name, 200) + "'");
}

}  // namespace splitee
