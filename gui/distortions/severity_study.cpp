// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/severity_study.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/replay/replay.h"

namespace splitee {

Distortion distortionAt(int row, int column) {
    if (column == 0) return {};
    return {DistortionKind::Corruption, static_cast<double>(column),
            kCorruptions[static_cast<std::size_t>(row)].corruption};
}

Result<std::vector<SeverityFigures>> figuresUnder(const ExitTable& answers, Experiment experiment,
                                                  const std::stop_token& stop) {
    experiment.schedule.clear();
    experiment.temperature = "1";
    experiment.seeds = kSeveritySeeds;
    experiment.rounds = kSeverityRounds;
    const ReplayOptions options{.threads = 1, .points = 1};
    const auto runs = replay(answers, experiment, stop, options);
    if (!runs) return tl::unexpected(runs.error());
    std::vector<SeverityFigures> figures;
    std::vector<std::int64_t> pulls;
    const auto chooseLayer = [&] {
        if (figures.empty() || pulls.empty()) return;
        figures.back().layer =
            static_cast<int>(std::ranges::max_element(pulls) - pulls.begin()) + 1;
    };
    for (const ReplayRun& run : *runs) {
        if (figures.empty() || figures.back().policy != run.spec.policy) {
            chooseLayer();
            figures.push_back({.policy = run.spec.policy});
            pulls.assign(run.summary.pulls.size(), 0);
        }
        constexpr double kPercent = 100.0 / kSeveritySeeds;
        SeverityFigures& of = figures.back();
        of.accuracy +=
            kPercent * run.summary.accuracy.value_or(std::numeric_limits<double>::quiet_NaN());
        of.cost += run.summary.costMean / kSeveritySeeds;
        of.offloaded += kPercent * run.summary.offloadRate;
        for (std::size_t i = 0; i < pulls.size(); ++i) pulls[i] += run.summary.pulls[i];
    }
    chooseLayer();
    return figures;
}

Result<std::shared_ptr<const ExitTable>> SeverityReader::read(const LiveRequest& source,
                                                              std::uint64_t seed,
                                                              const std::stop_token& stop) {
    const auto distortion = parseDistortion(source.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    if (const std::string name = source.model + " on " + source.dataset + " [" + source.part + "]";
        !source_ || name != opened_) {
        source_.reset();
        auto opened = openLiveSource(source, seed);
        if (!opened) return tl::unexpected(opened.error());
        source_ = std::move(*opened);
        opened_ = name;
    }
    const auto images = underDistortion(source_->images, *distortion, seed);
    if (!images) return tl::unexpected(images.error());
    const std::int64_t samples = std::min(kSeveritySamples, (*images)->size());
    auto table = source_->model->buildExitTable(**images, samples, 1, {}, stop);
    if (!table) return tl::unexpected(table.error());
    return std::make_shared<const ExitTable>(std::move(*table));
}

}  // namespace splitee
