// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_digest.h"

#include <algorithm>
#include <vector>

namespace splitee {
namespace {

constexpr std::int64_t kDigestPage = 65536;

void add(Digest& digest, const RoundRecord& r) {
    for (const std::int64_t number :
         {r.round, r.row, r.sample, std::int64_t{r.split}, std::int64_t{r.exited},
          std::int64_t{r.prediction}, std::int64_t{r.correct}})
        digest.add(number);
    for (const double number : {r.reward, r.computeCost, r.offloadCost}) digest.add(number);
}

}  // namespace

Result<DigestValue> roundsDigest(Session& session, std::int64_t run, const std::stop_token& stop) {
    Digest digest;
    for (std::int64_t first = 1;;) {
        if (stop.stop_requested()) return fail("cancelled while reading " + session.file());
        const auto page = session.rounds().read(run, first, kDigestPage);
        if (!page) return tl::unexpected(page.error());
        for (const RoundRecord& round : *page) add(digest, round);
        if (static_cast<std::int64_t>(page->size()) < kDigestPage) return digest.value();
        first = page->back().round + 1;
    }
}

Result<std::string> sessionDigest(Session& session, const ProgressSink& progress,
                                  std::stop_token stop) {
    const auto count = session.runs().count();
    if (!count) return tl::unexpected(count.error());
    std::vector<DigestValue> runs;
    auto read = session.runs().forEach([&](const StoredRun& run) -> Result<void> {
        if (stop.stop_requested())
            return fail("cancelled before the digest of " + session.file() + " was made");
        const auto rounds = roundsDigest(session, run.id, stop);
        if (!rounds) return tl::unexpected(rounds.error());
        Digest one;
        for (const std::uint64_t word : identityOf(run)) one.add(word);
        one.add(toText(run.status));
        one.add(comparableFigures(run.summary));
        for (const std::uint64_t word : *rounds) one.add(word);
        runs.push_back(one.value());
        if (progress)
            progress({"reading " + session.file(), static_cast<std::int64_t>(runs.size()), *count,
                      "runs", ""});
        return {};
    });
    if (!read) return tl::unexpected(read.error());
    std::ranges::sort(runs);
    runs.erase(std::ranges::unique(runs).begin(), runs.end());
    Digest all;
    for (const DigestValue& run : runs)
        for (const std::uint64_t word : run) all.add(word);
    return toText(all.value());
}

}  // namespace splitee
