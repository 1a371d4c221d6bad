// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/read_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "gui/run/setup.h"
#include "sources/kept_source.h"

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
    auto opened = openFiles(file, kTestPart, std::move(read.opened));
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
    return checkedSource(std::move(read), next);
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
    next.experiment.schedule.clear();  // it spoke of other sources
    if (!isLive(file)) {
        next.dataset = next.distortion = "";
        return next;
    }
    if (next.distortion.empty()) next.distortion = "clean";
    if (!next.dataset.starts_with(trainedOn)) next.dataset = trainedOn == "signs" ? "signs" : "";
    return next;
}

Result<ReadFile> readNetwork(const std::string& model, const ExperimentFile& now) {
    const auto network = readModel(model);
    if (!network) return tl::unexpected(network.error());
    ReadFile read{model, {}, false, (*network)->provenance.dataset, {}, {}};
    read.file.model = model;
    read.opened.live.modelName = model;
    read.opened.live.model = *network;
    const ExperimentFile next = read.on(now);
    return checkedSource(std::move(read), next);
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
    if (isSession(path)) return readSession(path);
    const std::string ending = endingOf(path);
    if (ending == ".json") return isSweepFile(path) ? readSweep(path) : readExperiment(path);
    return ending == ".mee" ? readNetwork(path, now) : readTable(path, now);
}

}  // namespace splitee
