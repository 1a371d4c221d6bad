// SPDX-License-Identifier: GPL-3.0-or-later
// A sink that writes the rounds of one run as CSV:
// round,sample,split_layer,exited,reward,cost,prediction,correct.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>

#include "engine/run/run.h"

namespace splitee {

/// Layers and rounds from 1; reward and cost with 9 decimals; exited and correct 1 or 0, correct
/// empty where unknown.
class RoundsCsv final : public RoundSink {
public:
    [[nodiscard]] static Result<std::unique_ptr<RoundsCsv>> open(const std::filesystem::path& path);
    /// Onto a stream that outlives it; `name` stands for it in errors.
    [[nodiscard]] static Result<std::unique_ptr<RoundsCsv>> onto(std::ostream& out,
                                                                 const std::string& name);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    /// Says whether everything reached the file; the sentence names it. Closing again is fine.
    [[nodiscard]] Result<void> close();

private:
    [[nodiscard]] Result<void> begin();

    std::filesystem::path path_;
    std::ofstream file_;
    std::ostream* out_ = &file_;
};

}  // namespace splitee
