// SPDX-License-Identifier: GPL-3.0-or-later
// A sink that writes the rounds of one run as CSV:
// round,sample,split_layer,exited,reward,cost,prediction,correct.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include "engine/run/run.h"

namespace splitee {

/// Layers and rounds from 1; reward and cost with 9 decimals; exited and correct 1 or 0, correct
/// empty where unknown.
class RoundsCsv final : public RoundSink {
public:
    [[nodiscard]] static Result<std::unique_ptr<RoundsCsv>> open(const std::filesystem::path& path);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    /// Says whether everything reached the file; the sentence names it. Closing again is fine.
    [[nodiscard]] Result<void> close();

private:
    std::filesystem::path path_;
    std::ofstream out_;
};

}  // namespace splitee
