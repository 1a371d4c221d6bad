// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/bundled.h"

#include <algorithm>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr std::string_view kBuiltin = "builtin:";

}  // namespace

Result<std::filesystem::path> resourcesFolder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (auto folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        for (const char* place : {"share/splitee/resources", "resources"})
            if (std::filesystem::is_directory(folder / place / "models", error))
                return folder / place;
    return fail("cannot find the bundled resources beside the program: install it again");
}

std::vector<std::string> bundledNames(const std::string& folder, const std::string& ending) {
    std::vector<std::string> names;
    const auto resources = resourcesFolder();
    if (!resources) return names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(*resources / folder, error))
        if (entry.path().extension() == ending)
            names.push_back(std::string(kBuiltin) + entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

Result<std::filesystem::path> resolve(const std::string& name, const std::string& folder,
                                      const std::string& ending) {
    if (!name.starts_with(kBuiltin)) return std::filesystem::path(name);
    const auto resources = resourcesFolder();
    if (!resources) return resources;
    const std::vector<std::string> names = bundledNames(folder, ending);
    if (std::ranges::find(names, name) != names.end())
        return *resources / folder / (name.substr(kBuiltin.size()) + ending);
    const std::vector<std::string_view> views(names.begin(), names.end());
    return fail("there is no " + shownText(name, 100) + ": bundled are " + listed(views));
}

Result<std::string> bundledTexts(const std::string& dataset) {
    constexpr std::string_view kTexts = "text:";
    if (!dataset.starts_with(std::string(kTexts) + std::string(kBuiltin))) return dataset;
    const auto path = resolve(dataset.substr(kTexts.size()), "texts", ".tsv");
    if (!path) return tl::unexpected(path.error());
    return std::string(kTexts) + path->string();
}

Result<ExitTable> openTable(const std::string& name) {
    const auto rows = namedRows(name);
    if (!rows) return tl::unexpected(rows.error());
    const auto path = resolve(rows->file, "tables", ".exits");
    if (!path) return tl::unexpected(path.error());
    return readTable(*path, rows->choices);
}

}  // namespace splitee
