// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/round_column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "comparison/kept_regret.h"

namespace splitee {
namespace {

constexpr std::array<std::string_view, 6> kFollowed{"accuracy",    "cost_mean", "offload_rate",
                                                    "reward_mean", "regret",    "realised_regret"};
constexpr int kMeans = 4, kRealised = 5;  // means come first
constexpr std::int64_t kColumnPage = 16384;
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

// A key with this bit is a column: two bits say of what, eight which measure, the rest the round.
constexpr std::size_t kColumnBit = std::size_t{1} << 62;
constexpr int kOfShift = 58, kMeasureShift = 48;
constexpr std::int64_t kMostRound = (std::int64_t{1} << kMeasureShift) - 1;

double quantity(const RoundRecord& round, int what) {
    switch (what) {
        case 0:
            return round.correct < 0 ? kNoValue : round.correct;
        case 1:
            return round.cost();
        case 2:
            return round.exited ? 0 : 1;
        default:
            return round.reward;
    }
}

int placeOf(std::size_t measure) {
    const auto found = measure < runKeys().size()
                           ? std::ranges::find(kFollowed, runKeys()[measure].key)
                           : kFollowed.end();
    return static_cast<int>(found - kFollowed.begin());
}

}  // namespace

bool isFollowed(std::size_t measure) {
    return placeOf(measure) < static_cast<int>(kFollowed.size());
}

bool hasExtremes(std::size_t measure) { return placeOf(measure) < kMeans; }

std::size_t keyOf(const RoundColumn& column) {
    const auto round =
        static_cast<std::size_t>(std::clamp(column.round, std::int64_t{0}, kMostRound));
    return kColumnBit | static_cast<std::size_t>(column.of) << kOfShift |
           column.measure << kMeasureShift | round;
}

std::optional<RoundColumn> roundColumnOf(std::size_t key) {
    if ((key & kColumnBit) == 0) return std::nullopt;
    return RoundColumn{key >> kMeasureShift & 0xFFU,
                       static_cast<RoundColumn::Of>(key >> kOfShift & 3U),
                       static_cast<std::int64_t>(key & static_cast<std::size_t>(kMostRound))};
}

std::string nameOf(const RoundColumn& column) {
    const std::string measure(runKeys()[column.measure].key);
    if (column.of == RoundColumn::Of::AtRound) return measure + "@" + std::to_string(column.round);
    return measure + (column.of == RoundColumn::Of::Least ? ":least" : ":most");
}

std::optional<RoundColumn> roundColumnNamed(std::string_view name) {
    const std::size_t sign = name.find_first_of("@:");
    if (sign == std::string_view::npos) return std::nullopt;
    const auto measure = findRunKey(name.substr(0, sign));
    const std::string_view rest = name.substr(sign + 1);
    if (!measure || !isFollowed(*measure)) return std::nullopt;
    if (name[sign] == ':') {
        if (!hasExtremes(*measure)) return std::nullopt;
        if (rest == "least") return RoundColumn{*measure, RoundColumn::Of::Least, 0};
        return rest == "most" ? std::optional(RoundColumn{*measure, RoundColumn::Of::Most, 0})
                              : std::nullopt;
    }
    std::int64_t round = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), round);
    if (error != std::errc() || end != rest.data() + rest.size() || round < 1 || round > kMostRound)
        return std::nullopt;
    return RoundColumn{*measure, RoundColumn::Of::AtRound, round};
}

FollowedMeasure::FollowedMeasure(const RoundColumn& column)
    : column_(column), what_(placeOf(column.measure)) {
    if (column_.of != RoundColumn::Of::AtRound)
        window_.assign(static_cast<std::size_t>(kFollowedWindow), kNoValue);
}

void FollowedMeasure::add(std::span<const RoundRecord> rounds) {
    for (const RoundRecord& round : rounds) {
        if (done()) return;
        const double value = quantity(round, what_);
        if (!window_.empty()) {
            double& place = window_[static_cast<std::size_t>(rounds_ % kFollowedWindow)];
            if (rounds_ >= kFollowedWindow && !std::isnan(place)) {
                sum_ -= place;
                --known_;
            }
            place = value;
        }
        if (!std::isnan(value)) {
            sum_ += value;
            ++known_;
        }
        ++rounds_;
        if (window_.empty() || rounds_ < kFollowedWindow || known_ == 0) continue;
        const double mean = sum_ / static_cast<double>(known_);
        const bool better =
            column_.of == RoundColumn::Of::Least ? mean < extreme_ : mean > extreme_;
        if (!any_ || better) extreme_ = mean;
        any_ = true;
    }
}

double FollowedMeasure::value() const {
    if (any_) return extreme_;
    const bool reached = column_.of != RoundColumn::Of::AtRound || rounds_ >= column_.round;
    return reached && known_ > 0 ? sum_ / static_cast<double>(known_) : kNoValue;
}

namespace {

/// The columns of one run. Regrets are added up once, however many columns ask for them.
class FollowedRun {
public:
    FollowedRun(std::span<const RoundColumn> columns, const StoredRun& run, World* world)
        : columns_(columns), regret_(run, world) {
        for (const RoundColumn& column : columns) {
            measures_.emplace_back(column);
            regrets_.push_back(kNoValue);
            if (!hasExtremes(column.measure)) lastRegret_ = std::max(lastRegret_, column.round);
        }
    }

    void add(std::span<const RoundRecord> rounds) {
        for (std::size_t k = 0; k < columns_.size(); ++k)
            if (hasExtremes(columns_[k].measure)) measures_[k].add(rounds);
        for (const RoundRecord& round : rounds) {
            if (rounds_ >= lastRegret_) return;
            ++rounds_;
            regret_.add(round);
            for (std::size_t k = 0; k < columns_.size(); ++k)
                if (!hasExtremes(columns_[k].measure) && columns_[k].round == rounds_)
                    regrets_[k] = (placeOf(columns_[k].measure) == kRealised ? regret_.realised()
                                                                             : regret_.pseudo())
                                      .value_or(kNoValue);
        }
    }

    [[nodiscard]] bool done() const {
        if (rounds_ < lastRegret_) return false;
        for (std::size_t k = 0; k < columns_.size(); ++k)
            if (hasExtremes(columns_[k].measure) && !measures_[k].done()) return false;
        return true;
    }

    [[nodiscard]] std::vector<double> values() const {
        std::vector<double> values;
        for (std::size_t k = 0; k < columns_.size(); ++k)
            values.push_back(hasExtremes(columns_[k].measure) ? measures_[k].value() : regrets_[k]);
        return values;
    }

private:
    std::span<const RoundColumn> columns_;
    std::vector<FollowedMeasure> measures_;  // [columns]; a regret's is not used
    std::vector<double> regrets_;            // [columns]
    KeptRegret regret_;
    std::int64_t rounds_ = 0, lastRegret_ = 0;
};

}  // namespace

Result<void> followRounds(const std::filesystem::path& session, std::span<const std::int64_t> runs,
                          std::span<const RoundColumn> columns,
                          const std::function<void(std::int64_t, const std::vector<double>&)>& show,
                          const ProgressSink& progress, const std::stop_token& stop) {
    auto store = Session::openReadOnly(session);
    if (!store) return tl::unexpected(store.error());
    const bool regrets = !std::ranges::all_of(
        columns, [](const RoundColumn& column) { return hasExtremes(column.measure); });
    RegretWorlds worlds(*store);
    std::int64_t done = 0;
    for (const std::int64_t run : runs) {
        StoredRun kept;
        if (regrets) {
            auto found = store->runs().find(run);
            if (!found) return tl::unexpected(found.error());
            kept = std::move(*found);
        }
        FollowedRun followed(columns, kept, regrets ? worlds.of(kept) : nullptr);
        for (std::int64_t first = 1;;) {
            if (stop.stop_requested()) return fail("cancelled while reading " + store->file());
            const auto page = store->rounds().read(run, first, kColumnPage);
            if (!page) return tl::unexpected(page.error());
            followed.add(*page);
            if (static_cast<std::int64_t>(page->size()) < kColumnPage || followed.done()) break;
            first = page->back().round + 1;
        }
        show(run, followed.values());
        if (progress && ++done % 50 == 0)
            progress({"reading rounds of " + store->file(), done,
                      static_cast<std::int64_t>(runs.size()), "runs", ""});
    }
    return {};
}

}  // namespace splitee
