// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/calibration_drift.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/run/run.h"
#include "engine/run/schedule.h"

namespace splitee {
namespace {

constexpr std::int64_t kRoundsBetweenLooks = 8192;

struct DriftBin {
    std::int64_t count = 0, right = 0;
    double confidence = 0;
};

// First rounds of the stretches, and one past the last round.
std::vector<std::int64_t> edgesOf(const Schedule& schedule, std::int64_t rounds, int stretches,
                                  std::int64_t least) {
    std::vector<std::int64_t> segments{1};
    for (const std::int64_t at : schedule.switches())
        if (at > segments.back() && at <= rounds) segments.push_back(at);
    segments.push_back(rounds + 1);
    const std::int64_t size = std::max(least, (rounds + stretches - 1) / std::max(1, stretches));
    std::vector<std::int64_t> edges;
    for (std::size_t k = 0; k + 1 < segments.size(); ++k) {
        const std::int64_t length = segments[k + 1] - segments[k];
        const std::int64_t parts = std::max<std::int64_t>(1, length / size);
        for (std::int64_t part = 0; part < parts; ++part)
            edges.push_back(segments[k] + part * length / parts);
    }
    edges.push_back(rounds + 1);
    return edges;
}

CalibrationWindow windowOf(std::span<const DriftBin> bins) {
    CalibrationWindow window;
    std::int64_t right = 0;
    double confidence = 0, gaps = 0;
    for (const DriftBin& bin : bins) {
        window.labelled += bin.count;
        right += bin.right;
        confidence += bin.confidence;
        gaps += std::abs(static_cast<double>(bin.right) - bin.confidence);
    }
    const double n = window.labelled > 0 ? static_cast<double>(window.labelled)
                                         : std::numeric_limits<double>::quiet_NaN();
    window.confidence = confidence / n;
    window.accuracy = static_cast<double>(right) / n;
    window.ece = gaps / n;
    return window;
}

}  // namespace

Result<CalibrationDrift> calibrationDrift(const std::vector<const ExitTable*>& tables,
                                          const Experiment& experiment, std::int64_t rounds,
                                          int stretches, std::int64_t least, int bins,
                                          std::stop_token stop) {
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    if (schedule->sources().size() > tables.size())
        return fail("the schedule names more sources than there are exit tables");
    const auto exits = static_cast<std::size_t>(tables.front()->exits);
    const auto width = static_cast<std::size_t>(bins);
    const std::vector<std::int64_t> edges = edgesOf(*schedule, rounds, stretches, least);
    SampleOrder order(experiment, experiment.seed, tables.front()->samples());
    CalibrationDrift made;
    std::vector<DriftBin> counts(exits * width);
    Conditions now;
    std::int64_t until = 0, labelled = 0;
    for (std::size_t k = 0; k + 1 < edges.size(); ++k) {
        std::ranges::fill(counts, DriftBin());
        for (std::int64_t t = edges[k]; t < edges[k + 1]; ++t) {
            if (t % kRoundsBetweenLooks == 0 && stop.stop_requested()) return fail("cancelled");
            if (t >= until) {
                now = schedule->at(t);
                until = schedule->nextChange(t);
            }
            const std::int64_t row = order.next();
            const ExitTable& table = *tables[now.sourceOf(experiment.seed, t)];
            const std::int32_t label = table.label[static_cast<std::size_t>(row)];
            if (label < 0) continue;
            ++labelled;
            const auto confidence = table.confidencesOf(row);
            const auto prediction = table.predictionsOf(row);
            for (std::size_t i = 0; i < exits; ++i) {
                DriftBin& bin =
                    counts[i * width + static_cast<std::size_t>(std::min(
                                           static_cast<int>(confidence[i] * bins), bins - 1))];
                ++bin.count;
                bin.right += prediction[i] == label ? 1 : 0;
                bin.confidence += confidence[i];
            }
        }
        CalibrationDrift::Stretch stretch{edges[k], edges[k + 1] - 1};
        for (std::size_t i = 0; i < exits; ++i)
            stretch.exits.push_back(windowOf(std::span(counts).subspan(i * width, width)));
        made.stretches.push_back(std::move(stretch));
    }
    if (labelled == 0)
        return fail(tables.front()->name + " has no labels, so calibration is unknown");
    return made;
}

}  // namespace splitee
