// SPDX-License-Identifier: GPL-3.0-or-later
// Computes what a network sees and says of one sample, clean and distorted, on a thread of its own.
// Only the newest request counts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gui/background/latest_work.h"
#include "sources/live_source.h"

namespace splitee {

struct PreviewRequest {
    LiveRequest source;           ///< without a dataset there are typed texts alone
    std::uint64_t seed = 1;       ///< fixes the distortion's noise
    std::int64_t row = 0;         ///< any number: it goes round
    std::optional<Text> typed{};  ///< in place of the row's, distorted as that would be
    LiveFiles files{};            ///< what was read of the source: it is not read again

    /// Whether both ask for the same.
    [[nodiscard]] bool same(const PreviewRequest& other) const;
};

/// One sample, and what every exit says of it: [L].
struct SeenSample {
    Image image;
    Text text;
    TextRead read;  ///< how much of the text the network looked at
    std::vector<double> confidence;
    std::vector<int> prediction;
};

/// The exit at which a sample with these confidences, [L], leaves: the first that reaches the
/// threshold, else the last; 0: there are none.
[[nodiscard]] int leavesAt(std::span<const double> confidence, double alpha);

struct Preview {
    PreviewRequest request;  ///< whose answer it is
    SeenSample clean, distorted;
    std::string label;                 ///< of the sample, or ""
    std::vector<std::string> classes;  ///< of the predictions
    std::string error;                 ///< why there is nothing to show
};

class PreviewWorker {
public:
    /// `ready` is called in the thread that makes the worker.
    explicit PreviewWorker(std::function<void(const Preview&)> ready) : ready_(std::move(ready)) {}
    /// Takes the place of a request that waits. Never blocks; the first one loads the network,
    /// which is kept.
    void request(const PreviewRequest& request);

private:
    [[nodiscard]] Result<Preview> compute(const PreviewRequest& request);
    [[nodiscard]] Result<void> open(const PreviewRequest& request);

    std::function<void(const Preview&)> ready_;
    // Of the worker's thread: the source that is loaded, and its name.
    std::string opened_;
    std::shared_ptr<const Dataset> samples_;  // null: none were named
    std::unique_ptr<Network> model_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
