// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/round_difference.h"

#include <algorithm>

#include "storage/session/session.h"

namespace splitee {
namespace {

constexpr std::int64_t kPage = 16'384;
constexpr std::int64_t kMostStretches = 1000;

void addPair(RoundDifference& found, const RoundRecord& a, const RoundRecord& b,
             std::int64_t each) {
    ++found.common;
    if (found.stretches.empty() || a.round > found.stretches.back().lastRound)
        found.stretches.push_back({a.round + each - 1, 0, 0, 0});
    SplitStretch& stretch = found.stretches.back();
    stretch.first += a.split;  // sums, until all are read
    stretch.second += b.split;
    if (a == b) return;
    ++found.differing;
    ++stretch.differing;
    found.splits += a.split != b.split ? 1 : 0;
    found.samples += a.sample != b.sample ? 1 : 0;
    found.answers += a.prediction != b.prediction ? 1 : 0;
    if (!found.from) found.from = a.round;
    if (found.rounds.size() < RoundDifference::kMostListed) found.rounds.push_back({a, b});
}

}  // namespace

Result<RoundDifference> roundDifference(const std::filesystem::path& path, std::int64_t first,
                                        std::int64_t second, const ProgressSink& progress,
                                        const std::stop_token& stop) {
    auto session = Session::openReadOnly(path);
    if (!session) return tl::unexpected(session.error());
    const auto a = session->runs().find(first);
    if (!a) return tl::unexpected(a.error());
    const auto b = session->runs().find(second);
    if (!b) return tl::unexpected(b.error());
    RoundDifference found;
    found.firstRounds = a->rounds;
    found.secondRounds = b->rounds;
    const std::int64_t total = std::min(a->rounds, b->rounds);
    const std::int64_t each =
        std::max<std::int64_t>(1, (total + kMostStretches - 1) / kMostStretches);
    for (std::int64_t from = 1; from <= total; from += kPage) {
        if (stop.stop_requested()) return fail("cancelled");
        const std::int64_t size = std::min(kPage, total - from + 1);
        const auto page = session->rounds().read(first, from, size);
        if (!page) return tl::unexpected(page.error());
        const auto other = session->rounds().read(second, from, size);
        if (!other) return tl::unexpected(other.error());
        for (std::size_t k = 0; k < std::min(page->size(), other->size()); ++k)
            addPair(found, (*page)[k], (*other)[k], each);
        if (progress)
            progress({"comparing rounds", std::min(from + kPage - 1, total), total, "rounds", ""});
    }
    std::int64_t before = 0;
    for (SplitStretch& stretch : found.stretches) {
        stretch.lastRound = std::min(stretch.lastRound, found.common);
        const auto rounds = static_cast<double>(stretch.lastRound - before);
        stretch.first /= rounds;
        stretch.second /= rounds;
        before = stretch.lastRound;
    }
    return found;
}

}  // namespace splitee
