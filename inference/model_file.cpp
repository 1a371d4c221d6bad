// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/model_file.h"

#include <cmath>

#include "inference/sealed_file.h"

namespace splitee {
namespace {

constexpr std::string_view kMagic = "SPLITMEE";
constexpr std::string_view kWhat = "model file";
constexpr std::uintmax_t kMaxBytes = 256ULL << 20;
constexpr std::size_t kMaxNameBytes = 256;

using nlohmann::json;

json provenanceJson(const Provenance& p) {
    return {{"program", p.program},    {"torch", p.torch},
            {"command", p.command},    {"dataset", p.dataset},
            {"data_hash", p.dataHash}, {"seed", p.seed},
            {"epochs", p.epochs},      {"accuracy_per_exit", p.accuracyPerExit}};
}

// Throws nlohmann's exceptions on a missing key or a wrong type; the caller turns them into one
// sentence.
ModelFile fromHeader(const json& header) {
    ModelFile model;
    model.architecture.width = header.at("width").get<double>();
    model.architecture.side = header.at("side").get<int>();
    model.architecture.classes = header.at("classes").get<int>();
    model.classNames = header.at("class_names").get<std::vector<std::string>>();
    model.mean = header.at("mean").get<std::array<double, 3>>();
    model.deviation = header.at("deviation").get<std::array<double, 3>>();
    const json& p = header.at("provenance");
    model.provenance = {
        p.at("program"),   p.at("torch"), p.at("command"), p.at("dataset"),
        p.at("data_hash"), p.at("seed"),  p.at("epochs"),  p.at("accuracy_per_exit")};
    return model;
}

Result<void> check(const ModelFile& model) {
    if (auto valid = validate(model.architecture); !valid) return valid;
    if (model.classNames.size() != static_cast<std::size_t>(model.architecture.classes))
        return fail("it names " + std::to_string(model.classNames.size()) + " classes but has " +
                    std::to_string(model.architecture.classes));
    for (const auto& name : model.classNames)
        if (name.empty() || name.size() > kMaxNameBytes)
            return fail("a class name is empty or too long");
    for (std::size_t c = 0; c < 3; ++c)
        if (!(std::abs(model.mean[c]) <= 10) ||
            !(model.deviation[c] >= 1e-3 && model.deviation[c] <= 10))
            return fail("its normalisation is out of range");
    std::size_t expected = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture))
        expected += static_cast<std::size_t>(spec.size());
    if (model.values.size() != expected)
        return fail("it holds " + std::to_string(model.values.size()) +
                    " values, but its architecture has " + std::to_string(expected));
    std::size_t at = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture)) {
        const bool variance = spec.name.ends_with(".variance");
        for (std::int64_t i = 0; i < spec.size(); ++i, ++at)
            if (!std::isfinite(model.values[at]) || (variance && model.values[at] < 0))
                return fail("tensor " + spec.name +
                            " holds a value that is not a finite number in range");
    }
    return {};
}

}  // namespace

Result<ModelFile> readModelFile(const std::filesystem::path& path) {
    auto sealed = readSealedFile(path, kMagic, kWhat, kMaxBytes);
    if (!sealed) return tl::unexpected(sealed.error());
    ModelFile model;
    try {
        model = fromHeader(sealed->header);
    } catch (const json::exception& problem) {
        return fail("model file " + path.string() + " is not usable: its header is incomplete (" +
                    problem.what() + ")");
    }
    model.values = std::move(sealed->values);
    if (auto valid = check(model); !valid)
        return fail("model file " + path.string() + " is not usable: " + valid.error().message);
    model.hash = std::move(sealed->hash);
    return model;
}

Result<void> writeModelFile(const std::filesystem::path& path, const ModelFile& model) {
    const json header{{"width", model.architecture.width},
                      {"side", model.architecture.side},
                      {"classes", model.architecture.classes},
                      {"class_names", model.classNames},
                      {"mean", model.mean},
                      {"deviation", model.deviation},
                      {"provenance", provenanceJson(model.provenance)}};
    return writeSealedFile(path, kMagic, kWhat, header, model.values);
}

}  // namespace splitee
