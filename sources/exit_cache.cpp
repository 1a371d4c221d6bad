// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/exit_cache.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <vector>

#include "storage/tables/table_file.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyDigits = 64;

struct KeptFile {
    fs::path path;
    std::uintmax_t bytes = 0;
    fs::file_time_type used;
};

// Tables, and what is left of one whose writer was killed; no other file.
bool isOurs(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.size() > kKeyDigits && name.find(".exits") != std::string::npos &&
           std::string_view(name).substr(0, kKeyDigits).find_first_not_of("0123456789abcdef") ==
               std::string_view::npos;
}

// Another program may remove any of them at any time.
std::vector<KeptFile> filesIn(const fs::path& folder) {
    std::vector<KeptFile> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        if (!at->is_regular_file(gone) || !isOurs(at->path())) continue;
        KeptFile file{at->path(), at->file_size(gone), {}};
        if (!gone) file.used = at->last_write_time(gone);
        if (!gone) files.push_back(std::move(file));
    }
    return files;
}

}  // namespace

fs::path ExitCache::fileOf(const std::string& key) const { return folder_ / (key + ".exits"); }

std::optional<ExitTable> ExitCache::find(const std::string& key) const {
    const fs::path path = fileOf(key);
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    auto table = readTable(path);
    if (!table) {
        fs::remove(path, error);
        return std::nullopt;
    }
    fs::last_write_time(path, fs::file_time_type::clock::now(), error);  // it was used
    return std::move(*table);
}

Result<void> ExitCache::keep(const std::string& key, const ExitTable& table) const {
    std::error_code error;
    fs::create_directories(folder_, error);
    // Of this program alone until it is whole: another may write the same table.
    const fs::path path = fileOf(key), own = path.string() + "." + std::to_string(getpid());
    if (auto written = writeTableFile(own, table); !written) return written;
    fs::rename(own, path, error);
    if (error) {
        std::error_code ignored;
        fs::remove(own, ignored);
        return fail("cannot keep an exit table as " + path.string() + " (" + error.message() +
                    "): it is read again the next time");
    }
    removeOldest();
    return {};
}

void ExitCache::removeOldest() const {
    std::vector<KeptFile> files = filesIn(folder_);
    std::ranges::sort(files, {}, &KeptFile::used);
    std::uintmax_t total = 0;
    for (const KeptFile& file : files) total += file.bytes;
    for (const KeptFile& file : files) {
        if (total <= mostBytes_) return;
        std::error_code error;
        if (fs::remove(file.path, error)) total -= file.bytes;
    }
}

std::uintmax_t ExitCache::bytes() const {
    std::uintmax_t total = 0;
    for (const KeptFile& file : filesIn(folder_)) total += file.bytes;
    return total;
}

Result<void> ExitCache::clear() const {
    Result<void> cleared;
    for (const KeptFile& file : filesIn(folder_)) {
        std::error_code error;
        fs::remove(file.path, error);
        if (error && cleared)
            cleared =
                fail("cannot remove the exit table " + file.path.string() + ": " + error.message());
    }
    return cleared;
}

}  // namespace splitee
