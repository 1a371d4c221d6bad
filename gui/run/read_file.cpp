// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/read_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "datasets/archive_reader.h"
#include "datasets/class_match.h"
#include "datasets/open_dataset.h"
#include "datasets/text_format.h"
#include "gui/run/setup.h"
#include "sources/kept_source.h"
#include "storage/files/cost_profile.h"
#include "storage/tables/bundled.h"
#include "storage/tables/table_csv.h"

namespace splitee {
namespace {

std::string endingOf(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return ending;
}

Result<ReadFile> checkedSource(ReadFile read, const ExperimentFile& file) {
    if (!hasSource(file)) return read;
    auto opened = openFiles(file, std::move(read.opened));
    if (!opened) return tl::unexpected(opened.error());
    read.opened = std::move(*opened);
    return read;
}

Result<ReadFile> readExperiment(const std::string& path) {
    auto file = readExperimentFile(path);
    if (!file) return tl::unexpected(file.error());
    auto opened = openFiles(*file);
    if (!opened) return tl::unexpected(opened.error());
    return ReadFile{path, *file, true, {}, {}, {}, std::move(*opened)};
}

// The experiment of its last run. What that run was played on may be gone: a session opens all the
// same.
Result<ReadFile> readSession(const std::string& path) {
    ReadFile read{path, {}, true, {}, path, {}};
    auto session = Session::openReadOnly(path);
    if (!session) return tl::unexpected(session.error());
    std::optional<StoredRun> last;
    const auto shown = session->runs().forEach([&](const StoredRun& run) -> Result<void> {
        last = run;
        return {};
    });
    if (!shown) return tl::unexpected(shown.error());
    if (!last) return read;
    auto again = playable(*session, *last);
    read.remark = again ? again->instead
                        : "the set-up of its last run cannot be opened: " + again.error().message;
    if (!again) return read;
    read.file = std::move(again->file);
    read.opened = std::move(again->opened);
    return read;
}

Result<ReadFile> readSweep(const std::string& path) {
    auto sweep = readSweepFile(path);
    if (!sweep) return tl::unexpected(sweep.error());
    ReadFile read{path, {}, false, {}, {}, {}};
    read.sweep = std::move(*sweep);
    return read;
}

Result<ReadFile> readTable(const std::string& path, const ExperimentFile& now) {
    ReadFile read{path, {}, false, {}, {}, {}};
    read.file.table = path;
    const ExperimentFile next = read.on(now);
    auto checked = checkedSource(read, next);
    if (checked || path.find('?') != std::string::npos) return checked;
    auto groups = groupColumnsOf(path);
    if (!groups || groups->empty()) return checked;
    read.groups = std::move(*groups);
    return read;
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += (text.empty() ? "" : "; ") + sentence;
    return text;
}

// The network of the set-up, else a bundled one, for samples of this kind and classes; null where
// there is none. Of texts the labels are matched when they are read.
struct FittingNetwork {
    std::string name;
    std::shared_ptr<const ModelFile> model;
};
FittingNetwork fittingNetwork(InputKind kind, const std::vector<std::string>& classes,
                              const std::string& ofSetup) {
    const bool texts = kind == InputKind::Text;
    std::vector<std::string> names = bundledNames("models", ".mee");
    if (!ofSetup.empty()) names.insert(names.begin(), ofSetup);
    for (const std::string& name : names)
        if (auto model = readModel(name);
            model && (*model)->takesTexts() == texts &&
            (texts || matchClasses(classes, (*model)->classNames, "")))
            return {name, std::move(*model)};
    return {};
}

// What another kind of network, or of samples, leaves of the distortion: nothing.
bool appliesTo(InputKind kind, const std::string& distortion) {
    const auto known = parseDistortion(distortion);
    return !known || inputOf(known->kind).value_or(kind) == kind;
}

// What `read` names, with what is to be known of the images.
Result<ReadFile> checkedImages(ReadFile read, const ExperimentFile& now) {
    const ExperimentFile next = read.on(now);
    auto checked = checkedSource(std::move(read), next);
    if (!checked) return checked;
    const std::string left = joined(checked->opened.live.images->remarks());
    if (!left.empty()) checked->remark += (checked->remark.empty() ? "" : "; ") + left;
    return checked;
}

// Exit tables and texts share these endings.
bool mayBeTable(const std::string& ending) {
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

bool isSamples(const std::string& path, const std::string& ending) {
    std::error_code error;
    return std::filesystem::is_directory(path, error) || ending == ".bin" ||
           path.ends_with(".bin.xz") || isArchive(path) ||
           (isTextName(path) && !mayBeTable(ending));
}

// What is no table is opened as texts; what is neither is told of as its ending has it.
Result<ReadFile> readTableOrTexts(const std::string& path, const std::string& ending,
                                  const ExperimentFile& now) {
    auto table = readTable(path, now);
    if (table) return table;
    auto texts = readImages(path, "", now, ShownTo::AnyThatFits);
    return texts || ending != ".csv" ? std::move(texts) : std::move(table);
}

}  // namespace

bool isSession(const std::string& path) {
    constexpr std::string_view magic = "SQLite format 3";
    std::string head(magic.size(), '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), static_cast<std::streamsize>(head.size())) && head == magic;
}

ExperimentFile ReadFile::on(const ExperimentFile& now) const {
    ExperimentFile next = now;
    next.table = file.table;
    next.model = file.model;
    if (next.table != now.table || next.model != now.model)
        next.experiment.schedule.clear();  // it spoke of other sources
    if (!isLive(file)) {
        next.dataset = next.distortion = next.part = "";
        return next;
    }
    if (next.distortion.empty() || !appliesTo(kindOfSource(), next.distortion))
        next.distortion = "clean";
    if (withoutImages) {
        next.dataset = next.part = "";
    } else if (!file.dataset.empty()) {
        next.dataset = file.dataset;
        next.part = file.part;
    } else if (!next.dataset.starts_with(trainedOn) ||
               inputKindOf(next.dataset) != kindOfSource()) {
        next.dataset = trainedOn == "signs" ? "signs" : "";
        next.part.clear();
    }
    return next;
}

InputKind ReadFile::kindOfSource() const {
    if (!file.dataset.empty()) return inputKindOf(file.dataset);
    const auto& model = opened.live.model;
    return model && model->takesTexts() ? InputKind::Text : InputKind::Image;
}

Result<ReadFile> readNetwork(const std::string& model, const ExperimentFile& now,
                             const std::string& dataset) {
    const auto network = readModel(model);
    if (!network) return tl::unexpected(network.error());
    ReadFile read{model, {}, false, (*network)->provenance.dataset, {}, {}};
    read.file.model = model;
    read.file.dataset = dataset;
    read.opened.live.modelName = model;
    read.opened.live.model = *network;
    auto checked = checkedSource(read, read.on(now));
    if (checked || !dataset.empty() || read.on(now).dataset != now.dataset) return checked;
    // The images of another network say nothing against this one.
    read.withoutImages = true;
    read.remark = checked.error().message;
    return read;
}

Result<ReadFile> readProfile(const std::string& path) {
    ReadFile read{path, {}, false, {}, {}, {}};
    if (isOfflineProfile(path)) {
        auto offline = readOfflineProfile(path);
        if (!offline) return tl::unexpected(offline.error());
        read.profile = ReadProfile{{}, std::move(*offline)};
        return read;
    }
    auto profile = readCostProfile(path);
    if (!profile) return tl::unexpected(profile.error());
    read.profile = ReadProfile{std::move(*profile), {}};
    return read;
}

Result<ReadFile> readRun(const std::filesystem::path& session, std::int64_t run) {
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    const auto stored = store->runs().find(run);
    if (!stored) return tl::unexpected(stored.error());
    auto again = playable(*store, *stored);
    if (!again) return tl::unexpected(again.error());
    return ReadFile{session.string(),          std::move(again->file),  true, {}, {},
                    std::move(again->instead), std::move(again->opened)};
}

Result<ReadFile> readFile(const std::string& path, const ExperimentFile& now) {
    const std::string ending = endingOf(path);
    if (isSession(path) || ending == ".splitee") return readSession(path);
    if (ending == ".json")
        return isSweepFile(path)                               ? readSweep(path)
               : isCostProfile(path) || isOfflineProfile(path) ? readProfile(path)
                                                               : readExperiment(path);
    if (ending == ".mee") return readNetwork(path, now);
    if (isSamples(path, ending)) return readImages(path, "", now, ShownTo::AnyThatFits);
    return mayBeTable(ending) ? readTableOrTexts(path, ending, now) : readTable(path, now);
}

Result<ReadFile> readImages(const std::string& name, const std::string& part,
                            const ExperimentFile& now, ShownTo network) {
    const bool path = name.starts_with('/');
    const auto dataset = path ? datasetAt(name) : datasetName(name);
    if (!dataset) return tl::unexpected(dataset.error());
    ReadFile read{name, {}, false, {}, {}, {}};
    read.file.dataset = *dataset;
    read.file.part = part;
    read.file.model = now.model;
    if (network == ShownTo::SetUpsOwn) return checkedImages(std::move(read), now);
    const InputKind kind = inputKindOf(*dataset);
    const auto classes =
        kind == InputKind::Text ? Result<std::vector<std::string>>() : classesOf(*dataset);
    if (!classes) return tl::unexpected(classes.error());
    FittingNetwork fitting = fittingNetwork(kind, *classes, now.model);
    if (!fitting.model && kind == InputKind::Text)
        return fail(name + " holds texts, and there is no network for texts: open one (.mee) " +
                    "first, or train one: splitee train --network encoder --dataset " + *dataset +
                    " --out mine.mee");
    if (!fitting.model)
        return fail(name + " holds the classes " + namesIn(*classes, 5) +
                    ", which no bundled network tells apart: open the network that was trained on "
                    "them (.mee) first, or train one: splitee train --dataset " +
                    *dataset + " --out mine.mee");
    if (!now.model.empty() && fitting.name != now.model)
        read.remark = kind == InputKind::Text
                          ? "these texts are shown to " + fitting.name +
                                ", since the network of the set-up takes images"
                          : "these images are shown to " + fitting.name +
                                ", since the network of the set-up tells other classes apart";
    read.file.model = fitting.name;
    read.opened.live.modelName = fitting.name;
    read.opened.live.model = std::move(fitting.model);
    return checkedImages(std::move(read), now);
}

}  // namespace splitee
