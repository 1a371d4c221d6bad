// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_dataset.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <span>

#include "datasets/archive_reader.h"
#include "datasets/digest.h"
#include "datasets/file_tree.h"
#include "datasets/text_folder.h"
#include "datasets/text_format.h"
#include "datasets/text_holdout.h"
#include "datasets/text_reader.h"
#include "engine/current_stop.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBadFileShare = 100;                      // one text in so many may be bad
constexpr std::uintmax_t kSmallSet = std::uintmax_t{64} << 20;  // bytes on disk

struct TextRequest {
    fs::path path;
    std::vector<std::string> columns;
    LabelMap map = LabelMap::ByName;
};

// A path may hold a # itself.
Result<TextRequest> requestOf(const std::string& name) {
    TextRequest request{name, {}, LabelMap::ByName};
    std::error_code error;
    const std::size_t mark = name.rfind('#');
    if (mark == std::string::npos || fs::exists(name, error)) return request;
    request.path = name.substr(0, mark);
    for (std::size_t at = mark + 1; at <= name.size();) {
        const std::size_t end = std::min(name.find(',', at), name.size());
        const std::string item = name.substr(at, end - at);
        at = end + 1;
        if (item.starts_with("map=")) {
            const auto map = labelMapFrom(item.substr(4));
            if (!map) return tl::unexpected(map.error());
            request.map = *map;
        } else {
            request.columns.push_back(item);
        }
    }
    if (request.columns.size() > 3 || (!request.columns.empty() && request.columns[0].empty()))
        return fail("cannot choose columns by '" + name.substr(mark) +
                    "': give #TEXT, #TEXT,LABEL or #FIRST,SECOND,LABEL, and #map=NAME");
    return request;
}

class TextDataset final : public Dataset {
public:
    TextDataset(std::string name, std::vector<ReadText> samples, TextClasses classes,
                PartSizes parts, std::vector<std::string> remarks)
        : name_(std::move(name)),
          samples_(std::move(samples)),
          classes_(std::move(classes)),
          parts_(parts),
          remarks_(std::move(remarks)) {}
    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(samples_.size());
    }
    [[nodiscard]] InputKind inputKind() const override { return InputKind::Text; }
    [[nodiscard]] int side() const override { return 0; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override {
        return classes_.names;
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const ReadText& sample = samples_[static_cast<std::size_t>(index)];
        return Sample{sample.text, labelOf(sample)};
    }
    [[nodiscard]] std::string hash() const override {
        Sha256 hash;
        for (const ReadText& sample : samples_) {
            const std::int32_t label = labelOf(sample);
            hash.add(label < 0 ? "" : classes_.names[static_cast<std::size_t>(label)]);
            for (const std::string& text : {sample.text.first, sample.text.second}) {
                hash.add({"\0", 1});  // stands in no text
                hash.add(text);
            }
            hash.add("\n");
        }
        return hexText(hash.result());
    }
    [[nodiscard]] PartSizes parts() const override { return parts_; }
    [[nodiscard]] std::vector<std::string> remarks() const override { return remarks_; }

private:
    [[nodiscard]] std::int32_t labelOf(const ReadText& sample) const {
        return sample.word < 0 ? -1 : classes_.ofWord[static_cast<std::size_t>(sample.word)];
    }

    std::string name_;
    std::vector<ReadText> samples_;
    TextClasses classes_;
    PartSizes parts_;
    std::vector<std::string> remarks_;
};

// Files of a text each.
Result<void> readWholeTexts(const FileTree& tree, const std::vector<TextFolder::File>& files,
                            const fs::path& path, ReadTexts& texts) {
    texts.task = LabelTask::Sentiment;
    std::size_t bad = 0;
    std::string first;
    for (const TextFolder::File& file : files) {
        if (stopRequested()) return stoppedWhileReading("the texts of " + path.string());
        if (texts.bytes > kMostTextBytes)
            return fail(path.string() + " holds more than 2 GiB of texts: take a part of it");
        const auto bytes = tree.bytes(file.path);
        const std::string why = bytes
                                    ? std::string(texts.add({plainReview(*bytes), ""}, file.label))
                                    : bytes.error().message;
        if (why.empty()) continue;
        if (++bad == 1) first = file.path.string() + " (" + why + ")";
    }
    if (bad == 0) return {};
    const std::string found =
        std::to_string(bad) + " of " + std::to_string(files.size()) + " texts";
    if (bad * kBadFileShare > files.size())
        return fail("the texts of " + path.string() + ": " + found +
                    " cannot be read, more than 1 %; the first: " + first);
    texts.remarks.push_back("left out " + found + ", which cannot be read; the first: " + first);
    return {};
}

// Which samples, first .. last - 1, are of which part, as its files have it.
using Ranges = std::map<Split, std::pair<std::size_t, std::size_t>>;

class TextOpener {
public:
    explicit TextOpener(TextRequest request) : request_(std::move(request)) {}

    // The texts of the part, and of the other parts too where they are not large: they tell their
    // sizes, and more of the classes. Split::All in `ranges`: there are no parts.
    Result<ReadTexts> read(Split split, Ranges& ranges) {
        std::error_code error;
        folder_ = fs::is_directory(request_.path, error);
        if (!folder_ && !fs::is_regular_file(request_.path, error))
            return fail("cannot open texts at " + request_.path.string() + ": " +
                        (error && error != std::errc::no_such_file_or_directory
                             ? error.message()
                             : "there is no such file or folder"));
        const auto found = filesFound();
        if (!found) return tl::unexpected(found.error());
        ReadTexts texts;
        texts.remarks = found->remarks;
        const bool small = diskBytes(*found) <= kSmallSet;
        for (const bool needed : {true, false})
            for (const auto& [part, files] : found->parts) {
                const bool wanted = isNeeded(split, part, found->parts);
                if (wanted != needed || (!wanted && !small)) continue;
                const std::size_t before = texts.samples.size();
                if (auto done = readFiles(files, texts); !done) {
                    if (needed) return tl::unexpected(done.error());
                    texts.samples.resize(before);
                    continue;
                }
                ranges.emplace(part, std::pair(before, texts.samples.size()));
            }
        whole_ = ranges.size() == found->parts.size();
        return texts;
    }

    /// Whether every part was read.
    [[nodiscard]] bool whole() const { return whole_; }
    [[nodiscard]] const TextRequest& request() const { return request_; }

private:
    using Files = std::vector<TextFolder::File>;

    static bool isNeeded(Split split, Split part, const std::map<Split, Files>& parts) {
        if (split == Split::All || part == Split::All || split == part) return true;
        return split == Split::Validation && part == Split::Train &&
               !parts.contains(Split::Validation);
    }

    Result<TextFolder> filesFound() {
        const bool archive = !folder_ && isArchive(request_.path);
        if (!folder_ && !archive) {
            const std::string name = unpackedName(request_.path.filename().string());
            const bool told = name == "positive.review" || name == "negative.review";
            return TextFolder{
                {{Split::All, {{request_.path, told ? name.substr(0, 8) : "", false}}}}, {}};
        }
        if (folder_) {
            tree_ = folderTree();
        } else {
            auto opened = archiveTree(request_.path);
            if (!opened) return tl::unexpected(opened.error());
            tree_ = std::move(*opened);
        }
        return textFolder(*tree_, request_.path,
                          [this](const fs::path& table) { return hasLabels(table); });
    }

    [[nodiscard]] std::uintmax_t diskBytes(const TextFolder& found) const {
        std::error_code error;
        if (tree_ && !folder_) return fs::file_size(request_.path, error);
        std::uintmax_t bytes = 0;
        for (const auto& [part, files] : found.parts)
            for (const TextFolder::File& file : files) {
                const std::uintmax_t size = fs::file_size(file.path, error);
                bytes += error ? 0 : size;
            }
        return bytes;
    }

    Result<TextFile> fileAt(const fs::path& path) {
        if (!tree_ || folder_) return textFileAt(path);
        if (auto kept = tree_->prepare({path}); !kept) return tl::unexpected(kept.error());
        auto bytes = tree_->bytes(path);
        if (!bytes) return fail("cannot read " + path.string() + ": " + bytes.error().message);
        return textFileOf(path.string(), std::move(*bytes));
    }

    bool hasLabels(const fs::path& table) {
        const auto file = fileAt(table);
        if (!file) return true;  // to be refused when it is read
        const auto head = headOf(*file);
        const auto format = head ? textFormat(file->name, *head, request_.columns)
                                 : Result<TextFormat>(tl::unexpected(head.error()));
        return !format || format->layout == TextFormat::Layout::Reviews || format->label >= 0;
    }

    Result<void> readFiles(const Files& files, ReadTexts& texts) {
        if (files.front().whole) {
            std::vector<fs::path> paths;
            for (const TextFolder::File& file : files) paths.push_back(file.path);
            if (auto kept = tree_->prepare(paths); !kept) return kept;
            return readWholeTexts(*tree_, files, request_.path, texts);
        }
        for (const TextFolder::File& file : files) {
            const auto opened = fileAt(file.path);
            if (!opened) return tl::unexpected(opened.error());
            if (auto done = readTexts(*opened, request_.columns, file.label, texts); !done)
                return done;
        }
        return {};
    }

    TextRequest request_;
    std::shared_ptr<FileTree> tree_;  // none: the path is a single file
    bool folder_ = false;
    bool whole_ = false;
};

// [samples] The part of each; Split::All: of none. Without parts in the files, training and
// validation are parts of what is the test part too.
PartSizes sizesOf(const Ranges& ranges, const std::vector<HeldOut>& held, bool whole) {
    const auto count = [&](Split part) {
        const auto at = ranges.find(part);
        return at == ranges.end() ? 0
                                  : static_cast<std::int64_t>(at->second.second - at->second.first);
    };
    const auto training = std::ranges::count(held, HeldOut::No);
    const auto validation = std::ranges::count(held, HeldOut::Yes);
    if (ranges.contains(Split::All))
        return {training, validation, count(Split::All), count(Split::All)};
    if (!whole) return {};
    PartSizes sizes{count(Split::Train), count(Split::Validation), count(Split::Test), 0};
    if (!ranges.contains(Split::Validation)) sizes.train = training, sizes.validation = validation;
    sizes.all = count(Split::Train) + count(Split::Validation) + count(Split::Test);
    return sizes;
}

// Keeps the samples of the part, in their order, and says how many each part has.
PartSizes keepPart(Split split, const Ranges& ranges, bool whole, ReadTexts& texts) {
    const bool parted = !ranges.contains(Split::All);
    const auto source = ranges.find(parted ? Split::Train : Split::All);
    std::vector<HeldOut> held;
    if (source != ranges.end() && !ranges.contains(Split::Validation))
        held = heldOut(
            std::span(texts.samples)
                .subspan(source->second.first, source->second.second - source->second.first));
    const bool fromHeld = !held.empty() && (split == Split::Train || split == Split::Validation);
    const PartSizes sizes = sizesOf(ranges, held, whole);
    if (split == Split::All || (split == Split::Test && !parted)) return sizes;
    std::vector<ReadText> kept;
    const auto range = fromHeld ? source : ranges.find(split);
    if (range != ranges.end())
        for (std::size_t i = range->second.first; i < range->second.second; ++i) {
            const bool here = !fromHeld || held[i - range->second.first] ==
                                               (split == Split::Train ? HeldOut::No : HeldOut::Yes);
            if (here) kept.push_back(std::move(texts.samples[i]));
        }
    texts.samples = std::move(kept);
    if (const auto neither = std::ranges::count(held, HeldOut::Neither); fromHeld && neither > 0)
        texts.remarks.push_back("left out " + std::to_string(neither) +
                                " texts that are phrases of held-out sentences alone");
    return sizes;
}

}  // namespace

Result<std::shared_ptr<const Dataset>> openTexts(const std::string& name, Split split,
                                                 const std::vector<std::string>& classes) {
    auto request = requestOf(name);
    if (!request) return tl::unexpected(request.error());
    TextOpener opener(std::move(*request));
    Ranges ranges;
    auto texts = opener.read(split, ranges);
    if (!texts) return tl::unexpected(texts.error());
    const std::string path = opener.request().path.string();
    const PartSizes parts = keepPart(split, ranges, opener.whole(), *texts);
    if (texts->samples.empty())
        return fail("the texts of " + path + " have none in this part: choose part test or all");
    auto meant = textClasses(texts->words, texts->task, opener.request().map, classes, path);
    if (!meant) return tl::unexpected(meant.error());
    std::vector<std::string> remarks = std::move(meant->remarks);
    remarks.insert(remarks.end(), texts->remarks.begin(), texts->remarks.end());
    return std::make_shared<TextDataset>("texts " + name, std::move(texts->samples),
                                         std::move(*meant), parts, std::move(remarks));
}

}  // namespace splitee
