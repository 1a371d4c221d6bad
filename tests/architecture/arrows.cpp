// Fails, with file and line, on an #include that ARCHITECTURE.md does not allow, and on a source file over 400 lines.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// What a folder may include: prefixes in quotes (ours) and in angle brackets (libraries). The standard library has no
// dot and no slash in its names and is always allowed; a few POSIX headers are named.
struct Folder {
    std::string path;
    std::vector<std::string> allowed;
};

const std::vector<Folder> kFolders{
    {"engine/inference", {"engine/", "datasets/", "ATen/", "c10/", "torch/", "nlohmann/", "dlfcn.h"}},
    {"engine", {"engine/", "tl/"}},
    {"datasets", {"datasets/", "engine/", "tl/", "Q", "archive.h", "archive_entry.h"}},
    {"storage", {"storage/", "engine/", "tl/", "SQLiteCpp/", "sqlite3.h", "nlohmann/", "unistd.h"}},
    {"cli", {"cli/", "engine/", "datasets/", "storage/", "CLI/", "nlohmann/", "Q", "tl/", "unistd.h", "malloc.h", "sys/"}},
    {"gui", {"gui/", "engine/", "storage/", "datasets/", "Q", "qcustomplot.h", "tl/"}},
};

// The engine proper must not reach into the module below it, and nobody may include the module's torch headers.
const std::vector<std::string> kTorchHeaders{"trainable_network.h", "split_network.h", "optimiser.h", "shards.h", "live_world.h"};

bool startsWithAny(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return text.rfind(p, 0) == 0; });
}

bool allowed(const Folder& folder, const std::string& header, bool ours) {
    if (!ours && header.find('.') == std::string::npos && header.find('/') == std::string::npos && header[0] != 'Q') return true;
    if (folder.path == "engine" && header.rfind("engine/inference/", 0) == 0) return false;
    const bool torchHeader = ours && startsWithAny(header, {"engine/inference/"}) &&
                             std::any_of(kTorchHeaders.begin(), kTorchHeaders.end(), [&](const auto& h) { return header.ends_with("/" + h); });
    if (torchHeader && folder.path != "engine/inference") return false;
    return startsWithAny(header, folder.allowed);
}

int checkFile(const fs::path& root, const fs::path& file, const Folder& folder) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::ifstream in(file);
    std::string line;
    int number = 0;
    int faults = 0;
    bool torch = false;
    bool qt = false;
    const std::string name = file.lexically_relative(root).generic_string();
    const auto fault = [&](int at, const std::string& text) {
        std::cout << name << ":" << at << ": " << text << "\n";
        ++faults;
    };
    while (std::getline(in, line)) {
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, kInclude)) continue;
        const bool ours = match[1] == "\"";
        const std::string header = match[2];
        torch = torch || startsWithAny(header, {"ATen/", "c10/", "torch/"});
        qt = qt || (!ours && header[0] == 'Q');
        if (!allowed(folder, header, ours)) fault(number, folder.path + " may not include \"" + header + "\"");
    }
    if (torch && qt) fault(1, "torch and Qt headers in one file: their 'slots' clash");
    if (number > 400) fault(number, "longer than 400 lines: find the seam");
    return faults;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const fs::path root = argv[1];
    int files = 0;
    int faults = 0;
    for (const Folder& folder : kFolders) {
        if (!fs::exists(root / folder.path)) continue;
        const bool deep = folder.path != "engine";   // engine/inference has a line of its own
        for (auto it = fs::recursive_directory_iterator(root / folder.path); it != fs::recursive_directory_iterator(); ++it) {
            if (!deep && it.depth() == 0 && it->is_directory()) it.disable_recursion_pending();
            const auto ending = it->path().extension();
            if (!it->is_regular_file() || (ending != ".h" && ending != ".cpp")) continue;
            ++files;
            faults += checkFile(root, it->path(), folder);
        }
    }
    std::cout << files << " files, " << faults << " faults\n";
    return files > 0 && faults == 0 ? 0 : 1;
}
