// SPDX-License-Identifier: GPL-3.0-or-later
// distortions: lists them, draws them on a contact sheet, and measures how many images a second
// each makes.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/contact_sheet.h"
#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "datasets/distortion.h"
#include "datasets/image_file.h"
#include "datasets/image_whole.h"
#include "datasets/open_dataset.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr int kDefaultSide = 32;
constexpr double kMeasuredSeconds = 0.3;
constexpr std::int64_t kVariedSamples = 64;

struct DistortionsFlags {
    std::string sheet, names, image = "signs";
    std::int64_t index = 0;
    std::uint64_t seed = 1;
    int side = 0;
    bool speed = false, json = false;
};

std::string_view familyName(CorruptionFamily family) {
    switch (family) {
        case CorruptionFamily::Noise:
            return "noise";
        case CorruptionFamily::Blur:
            return "blur";
        case CorruptionFamily::Weather:
            return "weather";
        case CorruptionFamily::Light:
            return "light";
        case CorruptionFamily::Digital:
            return "lens and digital";
        case CorruptionFamily::Scene:
            break;
    }
    return "scene";
}

bool hasSeverities(const DistortionInfo& info) {
    return info.distortion.kind == DistortionKind::Corruption;
}

// By --names; without, the 19 published corruptions.
Result<std::vector<DistortionInfo>> chosenDistortions(const std::string& names) {
    const std::vector<DistortionInfo> all = distortionList();
    std::vector<DistortionInfo> chosen;
    if (names.empty()) {
        std::ranges::copy_if(all, std::back_inserter(chosen), [](const DistortionInfo& info) {
            return hasSeverities(info) && !isScene(info.distortion.corruption);
        });
        return chosen;
    }
    std::vector<std::string_view> known;
    for (const DistortionInfo& info : all)
        if (hasSeverities(info)) known.push_back(info.name);
    for (std::size_t from = 0; from <= names.size();) {
        const std::size_t comma = std::min(names.find(',', from), names.size());
        const std::string name = names.substr(from, comma - from);
        from = comma + 1;
        const auto found = std::ranges::find(all, name, &DistortionInfo::name);
        if (found == all.end() || !hasSeverities(*found)) {
            const std::string meant = nearest(name, known);
            return fail("there is no distortion '" + shownText(name, 100) + "' with severities: " +
                        (meant.empty() || meant == name ? "" : "did you mean " + meant + "? ") +
                        "valid are " + listed(known));
        }
        chosen.push_back(*found);
    }
    return chosen;
}

// A file, or an image of a dataset.
Result<Image> chosenImage(const DistortionsFlags& flags) {
    std::error_code error;
    if (std::filesystem::is_regular_file(flags.image, error)) {
        const auto bytes = imageFileBytes(flags.image);
        if (bytes && *imageFormat(*bytes) != '\0')
            return readImage(*bytes, flags.image, flags.side == 0 ? kDefaultSide : flags.side);
    }
    const auto images = openDataset(flags.image, Split::Test, flags.side);
    if (!images) return tl::unexpected(images.error());
    if (flags.index >= (*images)->size())
        return fail((*images)->name() + " has no image " + std::to_string(flags.index) +
                    ": it has " + std::to_string((*images)->size()) + ", counted from 0");
    return (*images)->read(flags.index).map([](const Sample& sample) { return sample.image(); });
}

Distortion atSeverity(const DistortionInfo& info, int severity) {
    return {DistortionKind::Corruption, static_cast<double>(severity), info.distortion.corruption};
}

Result<void> drawSheet(const DistortionsFlags& flags, const std::vector<DistortionInfo>& chosen,
                       const Image& image) {
    std::vector<SheetRow> rows;
    for (const DistortionInfo& info : chosen) {
        SheetRow row{info.name.substr(info.name.find(':') + 1), {image}};
        for (int severity = 1; severity <= kSeverities; ++severity)
            row.pictures.push_back(
                distort(image, atSeverity(info, severity), flags.seed, flags.index));
        rows.push_back(std::move(row));
    }
    return writePng(flags.sheet, contactSheet({"clean", "1", "2", "3", "4", "5"}, rows));
}

// Images a second of processor time on one thread, at the slowest severity.
double imagesPerSecond(const DistortionInfo& info, const Image& image) {
    double slowest = 0;
    for (int severity = 1; severity <= kSeverities; ++severity) {
        const Distortion distortion = atSeverity(info, severity);
        std::int64_t done = 0;
        const std::clock_t begun = std::clock();
        double seconds = 0;
        for (; seconds < kMeasuredSeconds / kSeverities && done < 1'000'000; ++done) {
            (void)distort(image, distortion, 1, done % kVariedSamples);
            seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
        }
        const double rate = static_cast<double>(done) / seconds;
        slowest = severity == 1 ? rate : std::min(slowest, rate);
    }
    return slowest;
}

void printList(bool json) {
    nlohmann::json list = nlohmann::json::array();
    std::size_t width = 0;
    const auto all = distortionList();
    for (const DistortionInfo& info : all) width = std::max(width, info.name.size());
    for (const DistortionInfo& info : all) {
        const std::string number = hasSeverities(info) ? "severity" : "amount";
        const std::string family(familyName(info.family));
        list.push_back(
            {{"name", info.name}, {"family", family}, {"number", number}, {"help", info.help}});
        if (!json)
            std::printf("%-*s  %-16s  %-8s  %s\n", static_cast<int>(width), info.name.c_str(),
                        family.c_str(), number.c_str(), info.help.c_str());
    }
    if (json) printJson(list);
}

void printSpeeds(const std::vector<DistortionInfo>& chosen, const Image& image, bool json) {
    nlohmann::json list = nlohmann::json::array();
    if (!json)
        std::printf("%d x %d pixels, one thread, processor time, slowest severity\n\n  images/s\n",
                    image.width, image.height);
    for (const DistortionInfo& info : chosen) {
        if (cancelledByUser().stop_requested()) break;
        const double rate = imagesPerSecond(info, image);
        list.push_back({{"name", info.name}, {"images_per_second", rate}});
        if (!json) std::printf("%10.0f  %s\n", rate, info.name.c_str());
    }
    if (json) printJson({{"width", image.width}, {"height", image.height}, {"speeds", list}});
}

int distortionsNow(const DistortionsFlags& flags) {
    if (flags.sheet.empty() && !flags.speed) {
        printList(flags.json);
        return kExitFine;
    }
    const auto chosen = chosenDistortions(flags.names);
    if (!chosen) return report(chosen.error(), kExitUsage);
    const auto image = chosenImage(flags);
    if (!image) return report(image.error());
    if (!flags.sheet.empty())
        if (auto drawn = drawSheet(flags, *chosen, *image); !drawn) return report(drawn.error());
    if (flags.speed) printSpeeds(*chosen, *image, flags.json);
    return cancelledByUser().stop_requested() ? kExitCancelled : kExitFine;
}

}  // namespace

void addDistortionsVerb(Command program) {
    const auto flags = std::make_shared<DistortionsFlags>();
    const Command verb = program.addCommand(
        "distortions", "What can be done to images: a list, a picture of each, their speeds");
    verb.option("--sheet", flags->sheet,
                "Draw one image under each, a row with severities 1 to 5, into this PNG file")
        .fileNotStdout();
    verb.option("--names", flags->names,
                "Of these only, as in fog,night; otherwise the 19 published corruptions");
    verb.option("--image", flags->image,
                "An image file, or a dataset as --dataset takes it, whose test images are meant")
        .showDefault();
    verb.option("--index", flags->index, "Which image of the dataset, from 0")
        .showDefault()
        .nonNegative();
    verb.option("--side", flags->side,
                "Resize the image to so many pixels a side; 0: 32, or what the dataset has")
        .between(0, kMaxImageSide);
    verb.option("--seed", flags->seed, "Fixes what is drawn at random").showDefault().nonNegative();
    verb.flag("--speed", flags->speed, "Measure images a second on one thread");
    verb.flag("--json", flags->json, "JSON on stdout");
    verb.footer(
        "Example: splitee distortions --sheet sheet.png --image photo.jpg --side 160\n"
        "         splitee run --model builtin:signs --dataset signs --distortion fog@3");
    verb.onRun([flags] { return distortionsNow(*flags); });
}

}  // namespace splitee
