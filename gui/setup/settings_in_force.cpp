// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/settings_in_force.h"

#include <algorithm>

#include "gui/run/experiment_fields.h"
#include "gui/run/run_controller.h"
#include "gui/run/setup.h"
#include "gui/setup/parameter_form.h"

namespace splitee {
namespace {

constexpr int kSettlesMilliseconds = 500;

}  // namespace

SettingsInForce::SettingsInForce(const Setup& setup, const RunController& controller,
                                 ParameterForm& form, QObject* parent)
    : QObject(parent), setup_(setup), controller_(controller), form_(form) {
    settled_.setSingleShot(true);
    settled_.setInterval(kSettlesMilliseconds);
    connect(&settled_, &QTimer::timeout, this, &SettingsInForce::show);
    connect(&setup, &Setup::changed, &settled_, qOverload<>(&QTimer::start));
    connect(&controller, &RunController::stateChanged, this, &SettingsInForce::show);
    connect(&controller, &RunController::advanced, this, &SettingsInForce::refresh);
}

// Rounds stream in: a look at the schedule only where it has come to its next change, or is
// another.
void SettingsInForce::refresh() {
    const bool changed =
        controller_.played().experiment.schedule != parsed_ || controller_.round() + 1 >= until_;
    if (changed && !settled_.isActive()) show();
}

void SettingsInForce::show() {
    std::optional<Conditions> now;
    if (controller_.busy() && controller_.round() > 0) {
        if (auto schedule = Schedule::of(controller_.played().experiment, controller_.rounds()))
            schedule_.emplace(std::move(*schedule));
        parsed_ = controller_.played().experiment.schedule;
        const std::int64_t next = std::min(controller_.round() + 1, controller_.rounds());
        if (schedule_) {
            now = schedule_->at(next);
            until_ = schedule_->nextChange(next);
        }
    }
    for (const std::string_view setting : kSettings) {
        const std::string key(setting);
        std::optional<double> other;
        if (now && now->setting(key) != fieldValue(setup_.experiment(), key).toDouble())
            other = now->setting(key);
        form_.showInForce(key, other);
    }
}

}  // namespace splitee
