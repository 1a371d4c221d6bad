// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/model_file.h"

#include <algorithm>
#include <cmath>

#include "inference/model_kind.h"
#include "inference/sealed_file.h"

namespace splitee {
namespace {

constexpr std::string_view kMagic = "SPLITMEE";
constexpr std::string_view kWhat = "model file";
constexpr std::uint32_t kNewest = 2;
constexpr std::string_view kKindOfVersion1 = "mobilenet", kSectionOfVersion1 = "values";
constexpr std::uintmax_t kMaxBytes = 512ULL << 20;
constexpr std::size_t kMaxNameBytes = 256, kMaxClasses = 1000;

using nlohmann::json;

json provenanceJson(const Provenance& p) {
    return {{"program", p.program},    {"torch", p.torch},
            {"command", p.command},    {"dataset", p.dataset},
            {"data_hash", p.dataHash}, {"seed", p.seed},
            {"epochs", p.epochs},      {"accuracy_per_exit", p.accuracyPerExit}};
}

// Throws nlohmann's exceptions on a missing key or a wrong type, as the kinds do; the caller turns
// them into one sentence.
ModelFile commonPart(const json& header) {
    ModelFile model;
    if (header.value("input", "image") == "text") {
        model.input = TextInput{};  // the kind says the rest
    } else {
        ImageInput input;
        input.side = header.at("side").get<int>();
        input.mean = header.at("mean").get<std::array<double, 3>>();
        input.deviation = header.at("deviation").get<std::array<double, 3>>();
        model.input = input;
    }
    model.classNames = header.at("class_names").get<std::vector<std::string>>();
    const json& p = header.at("provenance");
    model.provenance = {
        p.at("program"),   p.at("torch"), p.at("command"), p.at("dataset"),
        p.at("data_hash"), p.at("seed"),  p.at("epochs"),  p.at("accuracy_per_exit")};
    return model;
}

Result<Sections> sectionsOf(const SealedFile& file) {
    if (file.version == 1) return Sections{{std::string(kSectionOfVersion1), file.body}};
    Sections sections;
    std::string_view rest = file.body;
    for (const json& entry : file.header.at("sections")) {
        const auto bytes = entry.at("bytes").get<std::uint64_t>();
        if (bytes > rest.size()) return fail("its sections are longer than the file");
        sections.emplace(entry.at("name").get<std::string>(), rest.substr(0, bytes));
        rest.remove_prefix(bytes);
    }
    if (!rest.empty()) return fail("its sections are shorter than the file");
    return sections;
}

Result<ModelFile> modelIn(const SealedFile& file) {
    const std::string kind = file.version == 1 ? std::string(kKindOfVersion1)
                                               : file.header.at("kind").get<std::string>();
    const auto known = std::ranges::find(modelKinds(), kind, &ModelKind::name);
    if (known == modelKinds().end())
        return fail("this program knows no networks of kind '" + kind.substr(0, 40) +
                    "': use a newer program");
    const auto sections = sectionsOf(file);
    if (!sections) return tl::unexpected(sections.error());
    ModelFile model = commonPart(file.header);
    model.kind = kind;
    if (auto valid = checkDescription(model); !valid) return tl::unexpected(valid.error());
    if (auto read = (*known)->read(file.header, *sections, model); !read)
        return tl::unexpected(read.error());
    return model;
}

}  // namespace

Result<void> checkDescription(const NetworkInfo& model) {
    if (model.classNames.size() < 2 || model.classNames.size() > kMaxClasses)
        return fail("it names " + std::to_string(model.classNames.size()) + " classes: 2 to " +
                    std::to_string(kMaxClasses) + " are possible");
    for (const auto& name : model.classNames)
        if (name.empty() || name.size() > kMaxNameBytes)
            return fail("a class name is empty or too long");
    if (model.takesTexts()) return {};
    const ImageInput& input = model.image();
    for (std::size_t c = 0; c < 3; ++c)
        if (!(std::abs(input.mean[c]) <= 10) ||
            !(input.deviation[c] >= 1e-3 && input.deviation[c] <= 10))
            return fail("its normalisation is out of range");
    return {};
}

Result<ModelFile> readModelFile(const std::filesystem::path& path) {
    auto sealed = readSealedFile(path, kMagic, kWhat, kMaxBytes, kNewest);
    if (!sealed) return tl::unexpected(sealed.error());
    const std::string unusable = "model file " + path.string() + " is not usable: ";
    try {
        auto model = modelIn(*sealed);
        if (!model) return fail(unusable + model.error().message);
        model->hash = std::move(sealed->hash);
        return model;
    } catch (const json::exception& problem) {
        return fail(unusable + "its header is incomplete (" + problem.what() + ")");
    }
}

Result<void> writeModelFile(const std::filesystem::path& path, const ModelFile& model) {
    const auto kind = std::ranges::find(modelKinds(), model.kind, &ModelKind::name);
    if (kind == modelKinds().end() || !model.content)
        return fail("cannot write model file " + path.string() + ": there is no network in it");
    json header{{"kind", model.kind},
                {"class_names", model.classNames},
                {"provenance", provenanceJson(model.provenance)}};
    if (model.takesTexts()) {
        header["input"] = "text";
    } else {
        header["side"] = model.image().side;
        header["mean"] = model.image().mean;
        header["deviation"] = model.image().deviation;
    }
    std::string body;
    header["sections"] = json::array();
    for (const auto& [name, bytes] : (*kind)->write(model, header)) {
        header["sections"].push_back({{"name", name}, {"bytes", bytes.size()}});
        body += bytes;
    }
    return writeSealedFile(path, kMagic, kWhat, header, body, kNewest);
}

}  // namespace splitee
