// SPDX-License-Identifier: GPL-3.0-or-later
// Examples of the welcome page: experiment files that come with the program.
#pragma once

#include <QString>

#include <vector>

#include "storage/files/experiment_file.h"

namespace splitee {

struct Example {
    QString name;  ///< as --example takes it: "cifar10-replay"
    QString title, text, icon;
    ExperimentFile file;
    bool onWelcome = true;  ///< shown on the welcome page; else only --example opens it
};

/// In the order of the welcome page; one whose file cannot be read is left out. Reads small files.
[[nodiscard]] std::vector<Example> bundledExamples();
[[nodiscard]] Result<Example> exampleNamed(const QString& name);

}  // namespace splitee
