#include "cli/sources.h"

#include <algorithm>
#include <fstream>

#include "engine/fields.h"
#include "storage/table_file.h"

namespace splitee {

Result<std::filesystem::path> resourcesFolder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (auto folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
        for (const char* place : {"share/splitee/resources", "resources"})
            if (std::filesystem::is_directory(folder / place / "models", error)) return folder / place;
    return fail("cannot find the bundled resources beside the program: install it again");
}

Result<std::filesystem::path> resolve(const std::string& name, const std::string& folder, const std::string& ending) {
    constexpr std::string_view kBuiltin = "builtin:";
    if (!name.starts_with(kBuiltin)) return std::filesystem::path(name);
    const auto resources = resourcesFolder();
    if (!resources) return resources;
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(*resources / folder, error))
        if (entry.path().extension() == ending) names.push_back(std::string(kBuiltin) + entry.path().stem().string());
    std::ranges::sort(names);
    if (std::ranges::find(names, name) != names.end()) return *resources / folder / (name.substr(kBuiltin.size()) + ending);
    const std::vector<std::string_view> views(names.begin(), names.end());
    return fail("there is no " + name.substr(0, 100) + ": bundled are " + listed(views));
}

Result<ExitTable> openTable(const std::string& name) {
    const auto path = resolve(name, "tables", ".exits");
    if (!path) return tl::unexpected(path.error());
    return readTable(*path);
}

Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name) {
    const auto path = resolve(name, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    if (auto readable = readModelFile(*path); !readable) return tl::unexpected(readable.error());   // before torch is loaded
    const auto inference = loadInference();
    if (!inference) return tl::unexpected(inference.error());
    return (*inference)->load(*path);
}

Result<Split> splitFrom(const std::string& text) {
    if (text == "train") return Split::Train;
    if (text == "validation") return Split::Validation;
    if (text == "test") return Split::Test;
    return fail("unknown part '" + text.substr(0, 100) + "': valid are train, validation or test");
}

std::string programText() { return "splitee " SPLITEE_VERSION; }

std::string cpuName() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("model name") || line.starts_with("Model"))
            if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
    return "unknown";
}

}  // namespace splitee
