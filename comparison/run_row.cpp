// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/run_row.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "comparison/kept_summary.h"
#include "storage/session/run_figures.h"
#include "storage/session/session.h"

namespace splitee {
namespace {

constexpr double kNoFigure = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostText = 100'000;  // of a summary; ours have some hundred characters
constexpr std::size_t kMostLayers = 1000;
constexpr int kDeepestLayer = 8;
constexpr std::int64_t kSayEvery = 500;  // runs, between two words of progress

// A session from anywhere may hold anything, and JSON nested deeply would exhaust the stack.
bool isPlain(const std::string& text) {
    int depth = 0, deepest = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest <= kDeepestLayer && text.size() <= kMostText;
}

double numberAt(const nlohmann::json& figures, const char* key) {
    const auto found = figures.find(key);
    return found != figures.end() && found->is_number() ? found->get<double>() : kNoFigure;
}

std::vector<std::int64_t> pullsOf(const nlohmann::json& figures) {
    const auto found = figures.find("pulls");
    std::vector<std::int64_t> pulls;
    if (found == figures.end() || !found->is_array() || found->size() > kMostLayers) return pulls;
    for (const auto& one : *found)
        pulls.push_back(one.is_number_integer() ? one.get<std::int64_t>() : 0);
    return pulls;
}

}  // namespace

RunRow rowOf(StoredRun run) {
    run.rounds = playedRounds(run);  // where they were not kept, too
    RunRow row{std::move(run), std::vector<double>(runFigures().size(), kNoFigure), {}, kNoFigure};
    const std::string summary = std::exchange(row.run.summary, {});
    if (!isPlain(summary)) return row;
    const auto figures = nlohmann::json::parse(summary, nullptr, false);
    if (!figures.is_object()) return row;
    for (std::size_t i = 0; i < row.figures.size(); ++i)
        row.figures[i] = numberAt(figures, runFigures()[i].key);
    row.pulls = pullsOf(figures);
    row.seconds = numberAt(figures, "seconds");
    return row;
}

Result<std::vector<RunRow>> readRows(const std::filesystem::path& session,
                                     const ProgressSink& progress, const std::stop_token& stop) {
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    const auto count = store->runs().count();
    if (!count) return tl::unexpected(count.error());
    std::vector<RunRow> rows;
    auto read = store->runs().forEach([&](const StoredRun& run) -> Result<void> {
        if (stop.stop_requested()) return fail("cancelled while reading " + store->file());
        rows.push_back(rowOf(run));
        const auto done = static_cast<std::int64_t>(rows.size());
        if (progress && done % kSayEvery == 0)
            progress({"reading " + store->file(), done, *count, "runs", ""});
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    return rows;
}

}  // namespace splitee
