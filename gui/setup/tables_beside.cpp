// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/tables_beside.h"

#include <filesystem>
#include <vector>

#include "engine/run/table_names.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr std::size_t kMostFiles = 10'000;  // of a folder that are looked at

std::vector<std::string> namesBeside(const std::string& source) {
    if (source.starts_with("builtin:")) return bundledNames("tables", ".exits");
    std::vector<std::string> names;
    const std::size_t start = source.find_last_of('/') + 1;
    std::error_code error;
    std::filesystem::directory_iterator files(start == 0 ? "." : source.substr(0, start), error);
    for (std::size_t k = 0;
         !error && files != std::filesystem::directory_iterator() && k < kMostFiles;
         ++k, files.increment(error))
        names.push_back(source.substr(0, start) + files->path().filename().string());
    return names;
}

}  // namespace

std::set<std::string> distortionsBeside(const std::string& source) {
    const TableName own = tableNameOf(tableBeside(source, "clean"));
    std::set<std::string> found;
    if (own.distortion.empty()) return found;
    for (const std::string& name : namesBeside(source)) {
        const TableName other = tableNameOf(name);
        if (other.prefix == own.prefix && other.ending == own.ending && !other.distortion.empty())
            found.insert(other.distortion);
    }
    return found;
}

}  // namespace splitee
