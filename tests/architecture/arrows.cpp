// SPDX-License-Identifier: GPL-3.0-or-later
// Fails, with file and line, on an #include that the table of rooms does not allow, on LibTorch
// reaching a file that must not see it, on a source file over 400 lines, and on a table in
// ARCHITECTURE.md that differs from the includes. Standard library only.
// Usage: arrows ROOT, or arrows --table ROOT, which prints the table for ARCHITECTURE.md.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string_view>;

/// A row of the table: what the files of one room may include besides their own room and the
/// standard library. A name ending in "/*" stands for a folder with all rooms in it.
struct Room {
    std::string_view path;
    Names rooms;
    Names libraries;  ///< prefixes of headers
};

// From the ground up: a row names only rooms that stand above it, so the arrows make no circle.
const std::vector<Room> kTable{
    {"engine", {}, {"tl/", "dlfcn.h"}},
    {"engine/world", {"engine"}, {"tl/", "boost/math/"}},
    {"engine/policies", {"engine", "engine/world"}, {"tl/", "boost/math/"}},
    {"engine/run", {"engine", "engine/world", "engine/policies"}, {"tl/", "boost/math/"}},
    {"engine/replay",
     {"engine", "engine/world", "engine/policies", "engine/run"},
     {"tl/", "immintrin.h"}},
    {"engine/device", {"engine", "engine/world", "engine/policies", "engine/run"}, {"tl/"}},
    {"engine/analysis", {"engine/*"}, {"tl/", "boost/math/"}},
    {"plot", {}, {}},
    {"datasets/corruptions", {"engine"}, {"Q"}},
    {"datasets",
     {"engine/*", "datasets/corruptions"},
     {"tl/", "Q", "archive.h", "archive_entry.h"}},
    {"datasets/text", {"engine/*", "datasets"}, {"tl/", "Q", "sentencepiece_processor.h"}},
    {"inference", {"engine/*", "datasets/*"}, {"tl/", "ATen/", "c10/", "torch/", "nlohmann/"}},
    {"inference/weights", {"engine/*", "inference"}, {"tl/", "nlohmann/"}},
    {"inference/training",
     {"engine/*", "datasets", "inference"},
     {"tl/", "ATen/", "c10/", "torch/", "nlohmann/"}},
    {"inference/encoder",
     {"engine/*", "datasets/*", "inference", "inference/weights", "inference/training"},
     {"tl/", "ATen/", "c10/", "torch/", "nlohmann/", "oneapi/dnnl/"}},
    {"inference/mobilenet",
     {"engine/*", "datasets", "inference", "inference/training"},
     {"tl/", "ATen/", "c10/", "torch/", "nlohmann/", "oneapi/dnnl/"}},
    {"inference/torchscript",
     {"engine/*", "datasets", "inference"},
     {"tl/", "ATen/", "c10/", "torch/", "caffe2/", "nlohmann/", "unistd.h", "sys/", "fcntl.h",
      "poll.h", "signal.h"}},
    {"inference/kinds",
     {"engine/*", "datasets/*", "inference/*"},
     {"tl/", "ATen/", "c10/", "torch/"}},
    {"storage/files", {"engine/*"}, {"tl/", "nlohmann/", "unistd.h", "sys/", "fcntl.h"}},
    {"storage/tables", {"engine/*", "storage/files"}, {"tl/", "nlohmann/", "unistd.h", "lzma.h"}},
    {"storage/session",
     {"engine/*", "storage/files", "storage/tables"},
     {"tl/", "SQLiteCpp/", "sqlite3.h", "nlohmann/", "unistd.h", "sys/", "fcntl.h"}},
    {"comparison", {"engine/*", "storage/*"}, {"tl/", "nlohmann/"}},
    {"comparison/report", {"engine/*", "plot", "storage/*", "comparison"}, {"tl/", "nlohmann/"}},
    {"reproduction", {"engine/*", "plot", "storage/*", "comparison/*"}, {"tl/", "nlohmann/"}},
    {"sources", {"engine/*", "datasets", "inference", "storage/*"}, {"tl/", "unistd.h"}},
    {"cli",
     {"engine/*", "plot", "datasets", "inference", "storage/*", "comparison/*", "reproduction",
      "sources"},
     {"tl/", "CLI/", "nlohmann/", "Q", "unistd.h", "malloc.h", "sys/", "fcntl.h"}},
    {"gui/widgets", {"engine"}, {"Q", "qcustomplot.h"}},
    {"gui/background", {"engine"}, {"tl/", "Q", "sys/"}},
    {"gui/jobs", {"engine", "datasets", "inference", "sources"}, {"tl/", "Q", "sys/"}},
    {"gui/run",
     {"engine/*", "datasets", "inference", "storage/*", "sources", "gui/background"},
     {"tl/", "Q", "unistd.h"}},
    {"gui/setup",
     {"engine/*", "datasets", "inference", "storage/*", "sources", "gui/widgets", "gui/background",
      "gui/run"},
     {"tl/", "Q"}},
    {"gui/track", {"engine/*", "storage/*", "gui/widgets", "gui/run"}, {"tl/", "Q"}},
    {"gui/charts",
     {"engine/*", "plot", "storage/*", "gui/widgets", "gui/background", "gui/run"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/why",
     {"engine/*", "storage/*", "sources", "gui/widgets", "gui/background", "gui/run"},
     {"tl/", "Q"}},
    {"gui/live",
     {"engine/*", "inference", "storage/*", "sources", "gui/widgets", "gui/background", "gui/run",
      "gui/setup", "gui/track", "gui/charts", "gui/why"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/runs",
     {"engine/*", "storage/*", "comparison", "sources", "gui/widgets", "gui/background", "gui/run"},
     {"tl/", "Q"}},
    {"gui/compare",
     {"engine/*", "storage/*", "comparison/*", "gui/widgets", "gui/background", "gui/run",
      "gui/charts"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/sweeps",
     {"engine/*", "storage/*", "gui/widgets", "gui/background", "gui/run", "gui/setup", "gui/runs"},
     {"tl/", "Q"}},
    {"gui/distortions",
     {"engine/*", "datasets", "inference", "storage/*", "sources", "gui/widgets", "gui/background",
      "gui/run", "gui/setup", "gui/charts"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/imports",
     {"engine/*", "datasets", "inference", "storage/*", "sources", "gui/widgets", "gui/background",
      "gui/setup", "gui/track"},
     {"tl/", "Q"}},
    {"gui/job_sheets",
     {"engine/*", "datasets", "inference", "storage/*", "sources", "gui/widgets", "gui/background",
      "gui/jobs", "gui/setup", "gui/charts"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/advise",
     {"engine/*", "storage/*", "comparison/report", "gui/widgets", "gui/background", "gui/run",
      "gui/setup", "gui/charts", "gui/live"},
     {"tl/", "Q", "qcustomplot.h"}},
    {"gui/app",
     {"engine/*", "inference", "storage/*", "comparison", "sources", "gui/*"},
     {"tl/", "Q", "qcustomplot.h", "unistd.h"}},
};
const Names kTorch{"ATen/", "c10/", "torch/", "caffe2/"};
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
    return std::ranges::any_of(prefixes,
                               [&](std::string_view prefix) { return text.starts_with(prefix); });
}

bool isQt(const Include& include) {
    return !include.ours && (include.header[0] == 'Q' || include.header == "qcustomplot.h");
}
bool isTorch(const Include& include) {
    return !include.ours && startsWithAny(include.header, kTorch);
}

/// No dot, no slash: <vector>, but not <QImage>.
bool isStandard(const Include& include) {
    return !include.ours && include.header[0] != 'Q' &&
           include.header.find_first_of("./") == std::string::npos;
}

/// "engine/run" for "engine/run/run.h".
std::string_view folderOf(std::string_view path) {
    return path.substr(0, std::min(path.rfind('/'), path.size()));
}

const Room* roomOf(std::string_view path) {
    const auto row = std::ranges::find(kTable, folderOf(path), &Room::path);
    return row == kTable.end() ? nullptr : &*row;
}

bool covers(std::string_view name, std::string_view room) {
    if (!name.ends_with("/*")) return name == room;
    name.remove_suffix(2);
    return room.starts_with(name) && (room.size() == name.size() || room[name.size()] == '/');
}

bool allows(const Room& room, const Include& include) {
    if (!include.ours) return isStandard(include) || startsWithAny(include.header, room.libraries);
    const Room* target = roomOf(include.header);
    if (target == nullptr) return false;
    if (target == &room) return true;
    // Its own row stands above: "gui/*" in the row of gui/app means the rooms before it.
    return target < &room && std::ranges::any_of(room.rooms, [&](std::string_view name) {
               return covers(name, target->path);
           });
}

SourceFile readSource(const fs::path& path) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    SourceFile file;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        ++file.lines;
        std::smatch match;
        if (std::regex_search(line, match, kInclude))
            file.includes.push_back({file.lines, match[2], match[1] == "\""});
    }
    return file;
}

std::string textOf(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

class Check {
public:
    explicit Check(const fs::path& root) : root_(root) {
        std::set<std::string_view> tops{"tests"};
        for (const Room& room : kTable) tops.insert(room.path.substr(0, room.path.find('/')));
        for (const std::string_view top : tops) {
            if (!fs::exists(root / top)) continue;
            for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
                const auto ending = entry.path().extension();
                if (!entry.is_regular_file() || (ending != ".h" && ending != ".cpp")) continue;
                files_.emplace(entry.path().lexically_relative(root).generic_string(),
                               readSource(entry.path()));
            }
        }
    }

    /// Prints every fault; returns how many.
    int run() {
        for (const auto& [path, file] : files_) {
            if (file.lines > kMostLines)
                fault(path, file.lines, "more than 400 lines: find the seam");
            if (path.starts_with("tests/")) continue;
            const Room* room = roomOf(path);
            if (room == nullptr)
                fault(path, 1, "lies in no room of the table in ARCHITECTURE.md");
            else
                checkIncludes(path, file, *room);
        }
        const std::string architecture = textOf(root_ / "ARCHITECTURE.md");
        if (architecture.find(table()) == std::string::npos)
            fault("ARCHITECTURE.md", 1,
                  "its table of rooms differs from the includes: replace it by what "
                  "'architecture_arrows --table .' prints");
        std::cout << files_.size() << " files, " << faults_ << " faults\n";
        return files_.empty() ? 1 : faults_;
    }

    /// Rooms x rooms as Markdown: a row for each room, a dot where one of its files includes one of
    /// the column's room. The rooms stand in the order of kTable, so every dot is left of the
    /// diagonal.
    std::string table() const {
        std::set<std::pair<const Room*, const Room*>> arrows;
        for (const auto& [path, file] : files_)
            for (const Include& include : file.includes)
                if (include.ours) arrows.emplace(roomOf(path), roomOf(include.header));
        std::ostringstream text;
        text << "| | room |";
        for (std::size_t column = 1; column < kTable.size(); ++column)
            text << " " << column << " |";
        text << "\n|--:|---|" << [] {
            std::string rule;
            for (std::size_t i = 1; i < kTable.size(); ++i) rule += "---|";
            return rule;
        }() << "\n";
        for (std::size_t row = 0; row < kTable.size(); ++row) {
            text << "| " << row + 1 << " | `" << kTable[row].path << "` |";
            for (std::size_t column = 0; column + 1 < kTable.size(); ++column)
                text << (row != column && arrows.contains({&kTable[row], &kTable[column]}) ? " • |"
                                                                                           : "  |");
            text << "\n";
        }
        return text.str();
    }

private:
    void checkIncludes(const std::string& path, const SourceFile& file, const Room& room) {
        const bool torchItself = std::ranges::any_of(file.includes, isTorch);
        bool torch = false;
        bool qt = false;
        for (const Include& include : file.includes) {
            if (!allows(room, include)) {
                fault(path, include.line,
                      std::string(room.path) + " may not include \"" + include.header + "\"");
                continue;
            }
            const bool bringsTorch = reaches(include, isTorch);
            if (bringsTorch && !covers("inference/*", room.path))
                fault(path, include.line,
                      "\"" + include.header + "\" brings LibTorch, which only inference may see");
            if (torchItself && include.header.starts_with("nlohmann/"))
                fault(path, include.line, "JSON belongs in the files without LibTorch");
            torch = torch || bringsTorch;
            qt = qt || reaches(include, isQt);
            if (torch && qt)
                return fault(path, include.line,
                             "LibTorch and Qt headers meet here: their 'slots' clash");
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

    fs::path root_;
    std::map<std::string, SourceFile> files_;
    int faults_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const bool table = argc == 3 && std::string_view(argv[1]) == "--table";
    if (argc != 2 && !table) {
        std::cerr << "usage: arrows [--table] ROOT\n";
        return 2;
    }
    Check check(argv[argc - 1]);
    if (!table) return check.run() == 0 ? 0 : 1;
    std::cout << check.table();
    return 0;
}
