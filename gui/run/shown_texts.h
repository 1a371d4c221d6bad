// SPDX-License-Identifier: GPL-3.0-or-later
// ShownTexts: the texts that the rounds of a live run were played on, under what the schedule had
// in force.
#pragma once

#include <QString>

#include <optional>

#include "engine/run/schedule.h"
#include "gui/run/run_controller.h"

namespace splitee {

class ShownTexts {
public:
    /// `controller` must outlive it.
    explicit ShownTexts(const RunController& controller) : controller_(controller) {}

    /// Whether what is open reads texts.
    [[nodiscard]] bool any() const { return controller_.opened().takesTexts(); }
    /// On one line; empty where it is not known.
    [[nodiscard]] QString lineOf(const RoundRecord& round);

private:
    const RunController& controller_;
    std::string of_;  // the schedule that was read
    std::int64_t rounds_ = -1;
    std::optional<Schedule> schedule_;
};

}  // namespace splitee
