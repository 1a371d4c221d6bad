// SPDX-License-Identifier: GPL-3.0-or-later
// reproduce: a paper's experiment beside ours, as a folder of pages, figures, CSV and a session.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "engine/whole_file.h"
#include "reproduction/reproduction_file.h"
#include "reproduction/reproduction_page.h"
#include "reproduction/verdict.h"
#include "storage/files/provenance.h"
#include "storage/files/utc_text.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kDataKinds{"text:", "folder:", "cifar10:", "cifar10c:"};

struct ReproduceFlags {
    std::string name, out, data, model;
    std::vector<std::string> streams;
    std::int64_t seeds = 20, samples = 0;
    int threads = 2;
    bool live = false, overwrite = false, json = false;
};

// "text:PATH" and the like, not a table's file.
bool isData(const std::string& what) {
    return what == "signs" || std::ranges::any_of(kDataKinds, [&](std::string_view kind) {
               return what.starts_with(kind);
           });
}

// What a stream is read from: its table in the description, or texts and images.
struct LiveStream {
    std::size_t stream;
    LiveRequest request;
};

class StreamChooser {
public:
    StreamChooser(const ReproduceFlags& flags, Reproduction& all) : flags_(flags), all_(all) {}

    Result<std::vector<LiveStream>> choose() {
        std::vector<bool> given(all_.streams.size());
        for (const std::string& text : flags_.streams)
            if (auto taken = take(text, given); !taken) return tl::unexpected(taken.error());
        for (std::size_t s = 0; s < all_.streams.size(); ++s)
            if (!given[s]) fromFolder(s);
        for (LiveStream& one : live_) {
            const ReproductionStream& stream = all_.streams[one.stream];
            one.request.model = !flags_.model.empty()   ? flags_.model
                                : !stream.model.empty() ? stream.model
                                                        : all_.model;
            if (one.request.model.empty())
                return fail("stream " + stream.name +
                            " is to be read live, but no model is named: give --model");
        }
        if (flags_.live && live_.empty())
            return fail(
                "--live finds nothing to read: name a folder of data by --data, or texts or images "
                "by --stream NAME=KIND:PATH");
        return live_;
    }

private:
    Result<void> take(const std::string& text, std::vector<bool>& given) {
        const std::size_t sign = text.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == text.size())
            return fail("stream '" + shownText(text, 100) +
                        "' is not NAME=FILE, as in IMDb=table.exits");
        const std::string name = text.substr(0, sign), what = text.substr(sign + 1);
        std::vector<std::string_view> names;
        for (const ReproductionStream& stream : all_.streams) names.push_back(stream.name);
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) {
            const std::string meant = nearest(name, names);
            return fail("there is no stream '" + shownText(name, 100) +
                        "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") +
                        "there are " + listed(names));
        }
        const auto s = static_cast<std::size_t>(found - names.begin());
        if (given[s]) return fail("stream " + name + " is given twice");
        given[s] = true;
        if (flags_.live || isData(what))
            readLive(s, what);
        else
            all_.streams[s].table = what;
        return {};
    }

    void fromFolder(std::size_t s) {
        ReproductionStream& stream = all_.streams[s];
        if (flags_.data.empty()) return;
        if (flags_.live && !stream.dataset.empty()) {
            const std::size_t colon = stream.dataset.find(':');
            const std::string path = stream.dataset.substr(colon + 1);
            readLive(s, colon == std::string::npos ? stream.dataset
                                                   : stream.dataset.substr(0, colon + 1) +
                                                         (fs::path(flags_.data) / path).string());
            return;
        }
        std::error_code error;
        if (!stream.file.empty() && fs::exists(fs::path(flags_.data) / stream.file, error))
            stream.table = (fs::path(flags_.data) / stream.file).string();
    }

    void readLive(std::size_t s, const std::string& dataset) {
        const ReproductionStream& stream = all_.streams[s];
        LiveRequest request;
        request.dataset = dataset;
        request.distortion = stream.distortion;
        request.part = stream.part;
        request.threads = flags_.threads;
        live_.push_back({s, std::move(request)});
    }

    const ReproduceFlags& flags_;
    Reproduction& all_;
    std::vector<LiveStream> live_;
};

Result<void> prepareFolder(const fs::path& folder, const fs::path& session, bool overwrite) {
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        return fail("cannot write the reproduction to " + folder.string() +
                    ": it is a file, so name another folder by --out");
    if (fs::is_directory(folder, error) && !overwrite) {
        const bool empty = fs::is_empty(folder, error);
        if (!empty && !error)
            return fail("folder " + folder.string() +
                        " is not empty: name another by --out, or give --overwrite, which replaces "
                        "files of the same names");
    }
    // Nothing in it yet: where a table cannot be read, the same command may be given again.
    fs::create_directories(folder, error);
    if (error) return tl::unexpected(writeError("reproduction", folder, error.value()));
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(session.string() + ending, error);
    return {};
}

// Reads the exits of a model on the texts or images of these streams into tables of the folder.
bool readTables(const ReproduceFlags& flags, const fs::path& folder, Reproduction& all,
                const std::vector<LiveStream>& live, std::vector<std::string>& remarks,
                int& exitCode) {
    std::error_code error;
    if (!live.empty()) fs::create_directories(folder / "tables", error);
    for (const LiveStream& one : live) {
        ReproductionStream& stream = all.streams[one.stream];
        std::fprintf(stderr, "splitee: reading %s: %s on %s\n", printable(stream.name).c_str(),
                     printable(one.request.model).c_str(), printable(one.request.dataset).c_str());
        TableFlags table{one.request, flags.samples, 1};
        const auto read = tableOf(table, exitCode);
        if (!read) return false;
        const fs::path path = folder / "tables" / (fileWord(stream.name) + ".exits");
        if (auto written = writeTableFile(path, *read); !written) {
            exitCode = report(written.error());
            return false;
        }
        stream.table = path.string();
        remarks.push_back(stream.name + " was read live: " + one.request.model + " on " +
                          one.request.dataset + ", part " + one.request.part + ", " +
                          one.request.distortion + ".");
    }
    return true;
}

std::string quoted(const std::string& word) {
    return word.find_first_of(" '\"$;&|<>*?()#") == std::string::npos ? word : "\"" + word + "\"";
}

std::string commandText(const Command& verb, const ReproduceFlags& flags) {
    std::string text = "splitee reproduce " + quoted(flags.name);
    for (const std::string& stream : flags.streams) text += " --stream " + quoted(stream);
    if (!flags.data.empty()) text += " --data " + quoted(flags.data);
    if (flags.live) text += " --live";
    if (!flags.model.empty()) text += " --model " + quoted(flags.model);
    if (flags.samples > 0) text += " --samples " + std::to_string(flags.samples);
    if (verb.given("--seeds")) text += " --seeds " + std::to_string(flags.seeds);
    return text;
}

nlohmann::json claimsJson(const PlayedReproduction& played) {
    nlohmann::json claims = nlohmann::json::array();
    for (const ReproductionClaim& claim : played.description.claims) {
        nlohmann::json streams = nlohmann::json::array();
        for (const StreamVerdict& verdict : verdictsOn(played, claim))
            streams.push_back(
                {{"stream", played.description.streams[verdict.stream].name},
                 {"met", verdict.met ? nlohmann::json(*verdict.met) : nlohmann::json(nullptr)},
                 {"sentence", verdict.sentence},
                 {"reason", verdict.reason},
                 {"caveat", verdict.caveat}});
        claims.push_back({{"claim", claim.name}, {"says", claimText(claim)}, {"streams", streams}});
    }
    return claims;
}

int reproduceNow(const Command& verb, const ReproduceFlags& flags) {
    const auto start = std::chrono::steady_clock::now();
    auto all = readReproduction(flags.name);
    if (!all) return report(all.error(), kExitUsage);
    if (verb.given("--seeds")) all->setSeeds(flags.seeds);
    const auto live = StreamChooser(flags, *all).choose();
    if (!live) return report(live.error(), kExitUsage);
    const fs::path folder = flags.out.empty() ? "reproduction-" + all->name : flags.out;
    const fs::path session = folder / (all->name + ".splitee");
    if (auto ready = prepareFolder(folder, session, flags.overwrite); !ready)
        return report(ready.error());
    ReproductionPageOptions options{
        utcText(std::chrono::system_clock::now()), programText(), commandText(verb, flags), {}};
    int exitCode = kExitFine;
    if (!readTables(flags, folder, *all, *live, options.remarks, exitCode)) return exitCode;
    const auto stop = cancelledByUser();
    Result<PlayedReproduction> played;
    {
        ProgressLine progress;
        played = playReproduction(*all, session, flags.threads, progress.sink(), stop);
    }
    if (!played)
        return report(played.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    const auto files = reproductionFiles(*played, options);
    if (auto written = writeReproduction(folder, files); !written) return report(written.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (flags.json) {
        printJson({{"reproduction", all->name},
                   {"folder", folder.string()},
                   {"runs", played->runs},
                   {"rounds", played->rounds},
                   {"seconds", seconds},
                   {"claims", claimsJson(*played)},
                   {"units", {{"seconds", "s"}}}});
        return kExitFine;
    }
    for (const std::string& line : summaryLines(*played))
        std::printf("%s\n", printable(line).c_str());
    std::printf("\n%s: %s, %s in %s; open %s.html\n", printable(folder.string()).c_str(),
                counted(played->runs, "run").c_str(), counted(played->rounds, "round").c_str(),
                durationText(seconds).c_str(), printable((folder / all->name).string()).c_str());
    return kExitFine;
}

}  // namespace

void addReproduceVerb(Command program) {
    const auto flags = std::make_shared<ReproduceFlags>();
    const Command verb = program.addCommand(
        "reproduce",
        "A paper's experiment beside ours: a page with figures, a CSV and a session of all runs");
    verb.option("name", flags->name,
                "splitee or i-splitee ('splitee list reproductions'), or a description of your own "
                "(FILE.json)")
        .required();
    verb.option("-o,--out", flags->out,
                "The folder to write, made where there is none; else reproduction-NAME")
        .fileNotStdout();
    verb.flag("--overwrite", flags->overwrite,
              "Write into a folder that is not empty; files of the same names are replaced");
    verb.option("--seeds", flags->seeds, "Orders of the samples a policy plays; else 20")
        .between(1, 1000);
    verb.option("--threads", flags->threads, "Runs played at once; the figures do not depend on it")
        .between(1, 64)
        .showDefault();
    verb.option("--stream", flags->streams,
                "NAME=FILE: plays this exit table as that stream; NAME=KIND:PATH: reads texts or "
                "images with a model first; may be given several times")
        .oneValueEach();
    verb.option("--data", flags->data,
                "A folder of data: tables and, with --live, sets that the description names there")
        .fileNotStdout();
    verb.flag("--live", flags->live,
              "Read the tables from the texts or images of --data or --stream, then the same");
    verb.option("--model", flags->model,
                "Of live readings, in place of the description's: a file or builtin:NAME");
    verb.option("--samples", flags->samples, "Of live readings, only the first so many; 0: all")
        .nonNegative();
    verb.flag("--json", flags->json, "Whether claims are met, as one JSON object on stdout");
    verb.footer(
        "Example: splitee reproduce i-splitee --out beside\n"
        "NAME.html and NAME.md are the page, NAME.csv all figures, NAME.splitee all runs.");
    verb.onRun([verb, flags] { return reproduceNow(verb, *flags); });
}

}  // namespace splitee
