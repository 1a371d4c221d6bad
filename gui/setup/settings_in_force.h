// SPDX-License-Identifier: GPL-3.0-or-later
// Shows in the form what holds in the round that plays, where a schedule has changed a setting
// since the run began.
#pragma once

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>

#include "engine/run/schedule.h"

namespace splitee {

class ParameterForm;
class RunController;
class Setup;

class SettingsInForce : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    SettingsInForce(const Setup& setup, const RunController& controller, ParameterForm& form,
                    QObject* parent = nullptr);

private:
    void refresh();
    void show();

    const Setup& setup_;
    const RunController& controller_;
    ParameterForm& form_;
    QTimer settled_;  // what the user changes takes a moment to be in force
    std::string parsed_;
    std::optional<Schedule> schedule_;  // of what plays
    std::int64_t until_ = 0;            // the next change
};

}  // namespace splitee
