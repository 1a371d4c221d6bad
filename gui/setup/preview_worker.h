// SPDX-License-Identifier: GPL-3.0-or-later
// Computes what a network sees and says of one image, clean and distorted, on a thread of its own.
// Only the newest request counts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/background/latest_work.h"
#include "sources/live_source.h"

namespace splitee {

struct PreviewRequest {
    LiveRequest source;
    std::uint64_t seed = 1;  ///< fixes the distortion's noise
    std::int64_t row = 0;    ///< any number: it goes round
};

/// One image, and what every exit says of it: [L].
struct SeenImage {
    Image image;
    std::vector<double> confidence;
    std::vector<int> prediction;
};

struct Preview {
    PreviewRequest request;  ///< whose answer it is
    SeenImage clean, distorted;
    std::string label;  ///< of the image, or ""
    std::vector<std::string> classNames;
    std::string error;  ///< why there is nothing to show
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

    std::function<void(const Preview&)> ready_;
    // Of the worker's thread: the source that is loaded, and its name.
    std::string opened_;
    std::optional<LiveSource> source_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
