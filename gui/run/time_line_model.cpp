// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/time_line_model.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr double kNear = 8;  // pixels between marks that can be told apart
constexpr std::int64_t kPages = 50;

}  // namespace

void TimeLineModel::setMarks(std::vector<TimeLineMark> marks) {
    marks_ = std::move(marks);
    std::ranges::stable_sort(marks_, {}, &TimeLineMark::round);
}

double TimeLineModel::placeOf(std::int64_t round, double width) const {
    return rounds_ > 0
               ? width *
                     std::clamp(static_cast<double>(round) / static_cast<double>(rounds_), 0.0, 1.0)
               : 0;
}

std::int64_t TimeLineModel::roundAt(double place, double width) const {
    if (rounds_ < 1 || played_ < 1 || width <= 0) return -1;
    const auto round = static_cast<std::int64_t>(
        std::llround(std::clamp(place / width, 0.0, 1.0) * static_cast<double>(rounds_)));
    return round > played_ ? 0 : std::max<std::int64_t>(round, 1);
}

std::vector<TimeLineModel::Cluster> TimeLineModel::clusters(double width) const {
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double place = placeOf(marks_[i].round, width);
        if (clusters.empty() || place - clusters.back().place >= kNear)
            clusters.push_back({place, i, 1});
        else
            ++clusters.back().count;
    }
    return clusters;
}

int TimeLineModel::bandAt(std::int64_t round) const {
    const auto band = std::ranges::find_if(
        bands_, [round](const TimeLineBand& b) { return b.first <= round && round <= b.last; });
    return band == bands_.end() ? -1 : static_cast<int>(band - bands_.begin());
}

std::int64_t TimeLineModel::markBeside(std::int64_t round, bool after) const {
    std::int64_t beside = 0;
    for (const TimeLineMark& mark : marks_) {
        if (after && mark.round > round) return mark.round;
        if (!after && mark.round < round) beside = mark.round;
    }
    return beside;
}

std::int64_t TimeLineModel::page() const { return std::max<std::int64_t>(1, rounds_ / kPages); }

}  // namespace splitee
