// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/experiment_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/files/fields_json.h"
#include "storage/files/json_text.h"
#include "storage/files/profile_costs.h"

namespace splitee {
namespace {

constexpr std::uintmax_t kMostExperimentBytes = 1U << 20;

struct Source {
    std::string table, model, dataset, distortion, part;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.table, FieldInfo{"table", "Exit table", "A file or builtin:NAME", ""});
        visit(self.model, FieldInfo{"model", "Model", "A model file", ""});
        visit(self.dataset,
              FieldInfo{"dataset", "Dataset", "cifar10:PATH, folder:PATH, text:PATH or signs", ""});
        visit(self.distortion,
              FieldInfo{"distortion", "Distortion", "As in gaussian_blur:0.8", ""});
        visit(self.part,
              FieldInfo{"part", "Part", "Of the dataset: train, validation, test or all", ""});
    }
};

constexpr std::array<std::string_view, 4> kImageParts{"test", "validation", "train", "all"};
constexpr std::array<std::string_view, 4> kParts{"costs", "description", "experiment", "source"};

Result<void> readPart(const std::string& key, const nlohmann::json& value, Experiment& experiment,
                      Source& source) {
    if (key == "experiment") return fieldsFromJson(value, experiment);
    if (key == "description" || key == "costs") return {};  // for people; and for the end
    if (key != "source") return fail(unknownKey(key, kParts));
    if (auto read = fieldsFromJson(value, source); !read) return read;
    if (!source.table.empty() &&
        !(source.model + source.dataset + source.distortion + source.part).empty())
        return fail(
            "source names a table and also a model, dataset, distortion or part: name one or the "
            "other");
    if (!source.part.empty() && std::ranges::find(kImageParts, source.part) == kImageParts.end())
        return fail("source.part '" + shownText(source.part, 100) + "' is unknown: valid are " +
                    listed(kImageParts));
    if (source.part == kImageParts.front()) source.part.clear();
    return {};
}

}  // namespace

Result<ExperimentFile> parseExperiment(std::string_view text, const std::string& origin) {
    const auto json = parseJson(text, "experiment " + origin);
    if (!json) return tl::unexpected(json.error());
    if (!json->is_object()) return fail("experiment " + origin + " is not a JSON object");
    ExperimentFile file;
    Source source;
    for (const auto& [key, value] : json->items())
        if (auto read = readPart(key, value, file.experiment, source); !read)
            return fail("experiment " + origin + ": " + read.error().message);
    if (const auto costs = json->find("costs"); costs != json->end())
        if (auto taken = takeProfile(*costs, file.experiment); !taken)
            return fail("experiment " + origin + ": " + taken.error().message);
    file.table = source.table;
    file.model = source.model;
    file.dataset = source.dataset;
    file.distortion = source.distortion;
    file.part = source.part;
    return file;
}

std::string toJson(const ExperimentFile& file) {
    const Source source{file.table, file.model, file.dataset, file.distortion, file.part};
    nlohmann::json json{{"experiment", fieldsToJson(file.experiment)},
                        {"source", fieldsToJson(source)}};
    std::erase_if(json["source"].get_ref<nlohmann::json::object_t&>(),
                  [](const auto& entry) { return entry.second == ""; });
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<ExperimentFile> readExperimentFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read experiment " + path.string() + ": there is no such file");
    if (std::filesystem::file_size(path, error) > kMostExperimentBytes)
        return fail("experiment " + path.string() +
                    " is larger than 1 MiB: this is not an experiment");
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail("cannot read experiment " + path.string() + ": check that you may read it");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return parseExperiment(text, path.string());
}

}  // namespace splitee
