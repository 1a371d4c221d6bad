// SPDX-License-Identifier: GPL-3.0-or-later
// ExitCache: a folder of exit tables that were read beside live runs, so that none is read twice.
// What was used last stays longest.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "engine/world/exit_table.h"

namespace splitee {

/// Any number of threads and programs may use one folder at once. The calls block on the disk.
class ExitCache {
public:
    /// About 700 tables of 10,000 samples and 7 exits.
    static constexpr std::uintmax_t kMostBytes = 512ULL << 20;

    /// The folder is made with the first table; `mostBytes`: of all of them.
    explicit ExitCache(std::filesystem::path folder, std::uintmax_t mostBytes = kMostBytes)
        : folder_(std::move(folder)), mostBytes_(mostBytes) {}

    /// `key`: 64 hex digits, as exitKey() gives them. Nothing where there is none; a damaged file
    /// is removed.
    [[nodiscard]] std::optional<ExitTable> find(const std::string& key) const;
    /// In the place of what is kept under this key. Then those used longest ago go, until all of
    /// them take no more than mostBytes.
    [[nodiscard]] Result<void> keep(const std::string& key, const ExitTable& table) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Of all tables.
    [[nodiscard]] std::uintmax_t bytes() const;
    /// Removes all tables, and no other file. The error names the first that could not be removed.
    [[nodiscard]] Result<void> clear() const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string& key) const;
    void removeOldest() const;

    std::filesystem::path folder_;
    std::uintmax_t mostBytes_;
};

}  // namespace splitee
