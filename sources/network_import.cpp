// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/network_import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "datasets/open_dataset.h"
#include "inference/model_file.h"
#include "storage/files/provenance.h"

namespace splitee {
namespace {

constexpr std::size_t kMostClassBytes = 1 << 20;

std::vector<std::string> pieces(const std::string& text, char between) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(between, at), text.size());
        std::string part = text.substr(at, end - at);
        const auto first = part.find_first_not_of(" \t\r");
        part = first == std::string::npos
                   ? ""
                   : part.substr(first, part.find_last_not_of(" \t\r") - first + 1);
        if (!part.empty() || between == ',') parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

Result<std::vector<std::string>> classNames(const ImportWords& words, AskedBy asked) {
    const bool flags = asked == AskedBy::Flags;
    if (!words.classes.empty()) {
        auto names = classNamesFrom(words.classes);
        if (!names)
            return fail((flags ? "--classes " : "") + words.classes + " " + names.error().message);
        return names;
    }
    if (words.dataset.empty())
        return fail(std::string("the classes that the network tells apart are not known: ") +
                    (flags ? "give --classes FILE, --classes a,b,c, or the --dataset whose "
                             "classes they are"
                           : "name them, or choose the images whose classes they are"));
    return classesOf(words.dataset);
}

// "0.5" for all channels, or "0.49,0.48,0.45".
Result<std::array<double, 3>> channels(const std::string& name, const std::string& text) {
    const auto parts = pieces(text, ',');
    std::array<double, 3> values{};
    for (std::size_t c = 0; c < 3; ++c) {
        const std::string& part = parts[parts.size() == 1 ? 0 : std::min(c, parts.size() - 1)];
        const auto [end, wrong] =
            std::from_chars(part.data(), part.data() + part.size(), values[c]);
        if ((parts.size() != 1 && parts.size() != 3) || wrong != std::errc() ||
            end != part.data() + part.size())
            return fail(name + " " + text +
                        " is neither a number nor three of them, for red, green and blue");
    }
    return values;
}

// The command line that repeats the import, without the paths of this machine.
std::string importCommand(const ImportWords& words) {
    const auto bare = [](const std::string& path) {
        return std::filesystem::path(path).filename().string();
    };
    std::string text = "splitee model import " + bare(words.network);
    std::error_code error;
    if (!words.classes.empty())
        text += " --classes " + (std::filesystem::exists(words.classes, error) ? bare(words.classes)
                                                                               : words.classes);
    text += " --side " + std::to_string(words.side) + " --mean " + words.mean + " --std " +
            words.deviation;
    if (!words.attach.empty()) text += " --attach " + words.attach;
    if (!words.dataset.empty()) {
        const std::size_t colon = words.dataset.find(':');
        text += " --dataset " + words.dataset.substr(0, colon) +
                (colon == std::string::npos ? "" : ":PATH");
    }
    return text + " --out " + bare(words.out);
}

}  // namespace

Result<std::vector<std::string>> classNamesFrom(const std::string& text) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(text, error)) {
        auto names = pieces(text, ',');
        if (names.size() < 2) return fail("is neither a file with a class a line nor a list a,b,c");
        return names;
    }
    std::string read(kMostClassBytes, '\0');
    std::ifstream in(text, std::ios::binary);
    in.read(read.data(), static_cast<std::streamsize>(read.size()));
    read.resize(static_cast<std::size_t>(in.gcount()));
    return pieces(read, '\n');
}

Result<ImportRequest> importRequest(const ImportWords& words, AskedBy asked) {
    const std::string dashes = asked == AskedBy::Flags ? "--" : "";
    ImportRequest request;
    request.network = words.network;
    auto names = classNames(words, asked);
    if (!names) return tl::unexpected(names.error());
    request.classNames = std::move(*names);
    const auto mean = channels(dashes + "mean", words.mean);
    if (!mean) return tl::unexpected(mean.error());
    const auto deviation = channels(dashes + "std", words.deviation);
    if (!deviation) return tl::unexpected(deviation.error());
    request.input = {words.side, *mean, *deviation};
    request.attach = words.attach;
    request.images = words.images;
    request.seed = words.seed;
    request.threads = words.threads;
    NetworkInfo described;
    described.input = request.input;
    described.classNames = request.classNames;
    if (auto valid = checkDescription(described); !valid)
        return fail("cannot import " + words.network + " so: " + valid.error().message);
    request.provenance.program = programText();
    request.provenance.command = importCommand(words);
    request.provenance.dataset = words.dataset.substr(0, words.dataset.find(':'));
    return request;
}

Result<ImportImages> openImportImages(const ImportWords& words,
                                      const std::vector<std::string>& classNames) {
    ImportImages images;
    if (words.dataset.empty()) return images;
    auto validation = openDataset(words.dataset, Split::Validation, words.side, classNames);
    if (!validation) return tl::unexpected(validation.error());
    images.validation = std::move(*validation);
    if (words.attach.empty()) return images;
    auto training = openDataset(words.dataset, Split::Train, words.side, classNames);
    if (!training) return tl::unexpected(training.error());
    images.training = std::move(*training);
    return images;
}

}  // namespace splitee
