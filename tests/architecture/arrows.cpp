// Fails, with file and line, on an #include that the table of ARCHITECTURE.md does not allow, on LibTorch reaching a
// file that must not see it, and on a source file over 400 lines. Standard library only. Usage: arrows ROOT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A row of the table: what the files of one folder may include besides their own folder and the standard library.
struct Folder {
    std::string_view path;
    std::vector<std::string_view> folders;     ///< ours
    std::vector<std::string_view> libraries;   ///< prefixes of headers
};

// A folder inside another stands before it: the first match is a file's row.
const std::vector<Folder> kTable{
    {"engine/inference", {"engine", "datasets"}, {"ATen/", "c10/", "torch/", "nlohmann/", "dlfcn.h"}},
    {"engine", {}, {"tl/", "boost/math/", "immintrin.h"}},
    {"datasets", {"engine"}, {"tl/", "Q", "archive.h", "archive_entry.h"}},
    {"storage", {"engine"}, {"tl/", "SQLiteCpp/", "sqlite3.h", "nlohmann/", "unistd.h", "sys/", "fcntl.h"}},
    {"library", {"engine", "storage"}, {"tl/", "nlohmann/"}},
    {"sources", {"engine", "engine/inference", "datasets", "storage"}, {"tl/"}},
    {"cli", {"engine", "engine/inference", "datasets", "storage", "library", "sources"},
     {"tl/", "CLI/", "nlohmann/", "Q", "unistd.h", "malloc.h", "sys/"}},
    {"gui", {"engine", "engine/inference", "datasets", "storage", "library", "sources"}, {"tl/", "Q", "qcustomplot.h", "unistd.h"}},
};
const std::vector<std::string_view> kTorch{"ATen/", "c10/", "torch/"};
constexpr int kMostLines = 400;

struct Include {
    int line = 0;
    std::string header;
    bool ours = false;
};

struct SourceFile {
    int lines = 0;
    std::vector<Include> includes;
};

bool startsWithAny(std::string_view text, const std::vector<std::string_view>& prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); });
}

bool isQt(const Include& include) { return !include.ours && (include.header[0] == 'Q' || include.header == "qcustomplot.h"); }
bool isTorch(const Include& include) { return !include.ours && startsWithAny(include.header, kTorch); }

/// No dot, no slash: <vector>, but not <QImage>.
bool isStandard(const Include& include) {
    return !include.ours && include.header[0] != 'Q' && include.header.find_first_of("./") == std::string::npos;
}

const Folder* folderOf(std::string_view path) {
    const auto row = std::ranges::find_if(kTable, [&](const Folder& folder) {
        return path.starts_with(folder.path) && path.substr(folder.path.size()).starts_with('/');
    });
    return row == kTable.end() ? nullptr : &*row;
}

bool allows(const Folder& folder, const Include& include) {
    if (!include.ours) return isStandard(include) || startsWithAny(include.header, folder.libraries);
    const Folder* target = folderOf(include.header);
    return target != nullptr && (target == &folder || std::ranges::find(folder.folders, target->path) != folder.folders.end());
}

SourceFile readSource(const fs::path& path) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    SourceFile file;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        ++file.lines;
        std::smatch match;
        if (std::regex_search(line, match, kInclude)) file.includes.push_back({file.lines, match[2], match[1] == "\""});
    }
    return file;
}

class Check {
public:
    explicit Check(const fs::path& root) {
        for (const std::string_view top : {"engine", "datasets", "storage", "library", "sources", "cli", "gui", "tests"}) {
            if (!fs::exists(root / top)) continue;
            for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
                const auto ending = entry.path().extension();
                if (!entry.is_regular_file() || (ending != ".h" && ending != ".cpp")) continue;
                files_.emplace(entry.path().lexically_relative(root).generic_string(), readSource(entry.path()));
            }
        }
    }

    /// Prints every fault; returns how many.
    int run() {
        for (const auto& [path, file] : files_) {
            if (file.lines > kMostLines) fault(path, file.lines, "more than 400 lines: find the seam");
            if (const Folder* folder = folderOf(path)) checkIncludes(path, file, *folder);
        }
        std::cout << files_.size() << " files, " << faults_ << " faults\n";
        return files_.empty() ? 1 : faults_;
    }

private:
    void checkIncludes(const std::string& path, const SourceFile& file, const Folder& folder) {
        const bool torchItself = std::ranges::any_of(file.includes, isTorch);
        bool torch = false;
        bool qt = false;
        for (const Include& include : file.includes) {
            if (!allows(folder, include)) {
                fault(path, include.line, std::string(folder.path) + " may not include \"" + include.header + "\"");
                continue;
            }
            const bool bringsTorch = reaches(include, isTorch);
            if (bringsTorch && folder.path != "engine/inference")
                fault(path, include.line, "\"" + include.header + "\" brings LibTorch, which only engine/inference may see");
            if (torchItself && include.header.starts_with("nlohmann/"))
                fault(path, include.line, "JSON belongs in the files without LibTorch");
            torch = torch || bringsTorch;
            qt = qt || reaches(include, isQt);
            if (torch && qt) return fault(path, include.line, "LibTorch and Qt headers meet here: their 'slots' clash");
        }
    }

    /// Does the include, or one of our headers behind it, satisfy `wanted`?
    bool reaches(const Include& include, bool (*wanted)(const Include&)) const {
        std::set<std::string> seen;
        std::vector<const Include*> open{&include};
        while (!open.empty()) {
            const Include* next = open.back();
            open.pop_back();
            if (wanted(*next)) return true;
            if (!next->ours || !seen.insert(next->header).second) continue;
            const auto file = files_.find(next->header);
            if (file == files_.end()) continue;
            for (const Include& behind : file->second.includes) open.push_back(&behind);
        }
        return false;
    }

    void fault(const std::string& path, int line, const std::string& text) {
        std::cout << path << ":" << line << ": " << text << "\n";
        ++faults_;
    }

    std::map<std::string, SourceFile> files_;
    int faults_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: arrows ROOT\n";
        return 2;
    }
    return Check(argv[1]).run() == 0 ? 0 : 1;
}
