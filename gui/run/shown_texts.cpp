// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/shown_texts.h"

#include "gui/run/text_line.h"

namespace splitee {

QString ShownTexts::lineOf(const RoundRecord& round) {
    if (!any()) return {};
    const Experiment& experiment = controller_.played().experiment;
    if (rounds_ != controller_.rounds() || of_ != experiment.schedule) {
        of_ = experiment.schedule;
        rounds_ = controller_.rounds();
        auto read = Schedule::of(experiment, rounds_);
        schedule_ = read ? std::optional(std::move(*read)) : std::nullopt;
    }
    const auto& sources = controller_.opened().sources;
    const std::size_t source = schedule_ ? schedule_->at(round.round).source : 0;
    if (source >= sources.size() || round.row >= sources[source]->size()) return {};
    const auto sample = sources[source]->read(round.row);
    return sample ? splitee::lineOf(sample->text()) : QString();
}

}  // namespace splitee
