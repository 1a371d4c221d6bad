// SPDX-License-Identifier: GPL-3.0-or-later
// JobPlan: what a job of the splitee program is to do, and the arguments that say it.
#pragma once

#include <QStringList>

#include <string>
#include <variant>

#include "inference/training.h"
#include "sources/live_source.h"
#include "sources/network_import.h"

namespace splitee {

/// `splitee train`.
struct TrainPlan {
    std::string network{kMobileNetwork};
    TrainSettings settings;
    EncoderSettings encoder;  ///< of the network "encoder" alone
    std::string dataset;      ///< see openDataset()
    int side = 0;             ///< of images of a folder, in pixels; 0: 32
    std::string out;          ///< the model file
    bool overwrite = false;   ///< replaces OUT and OUT.checkpoint
    bool resume = false;      ///< goes on from OUT.checkpoint
    int threads = 1;          ///< 1 or 2

    /// As the verb has them where nothing is said.
    [[nodiscard]] static TrainSettings defaultsOf(const std::string& network);
};

/// `splitee table build`.
struct TablePlan {
    LiveRequest live;
    std::string out;  ///< .exits or .csv
};

/// `splitee eval`.
struct EvalPlan {
    LiveRequest live;
};

/// `splitee model import --attach`: exits for a network with one, trained on images.
struct AttachPlan {
    ImportWords words;
    bool overwrite = false;  ///< replaces words.out
};

using JobPlan = std::variant<TrainPlan, TablePlan, EvalPlan, AttachPlan>;

/// For the program; they ask for progress as JSON.
[[nodiscard]] QStringList argumentsOf(const JobPlan& plan);

/// The file that comes of it; "" for an evaluation.
[[nodiscard]] std::string fileOf(const JobPlan& plan);

/// What can be said before any file is read: ranges, shapes, a file in the way. As the verb says
/// it, but for people at a form.
[[nodiscard]] Result<void> checkPlan(const JobPlan& plan);

}  // namespace splitee
