// SPDX-License-Identifier: GPL-3.0-or-later
// What a network sees and says of one image, clean and distorted: computed on a thread of its own,
// the latest request first.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

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
    PreviewRequest request;  ///< what was asked for
    SeenImage clean, distorted;
    std::string label;  ///< of the image, or ""
    std::string error;  ///< why there is nothing to show
};

class PreviewWorker {
public:
    /// `ready` is called on the worker's thread.
    explicit PreviewWorker(std::function<void(const Preview&)> ready);
    /// Takes the place of a request that waits. Never blocks; the first one starts the thread,
    /// which loads the network and keeps it.
    void ask(const PreviewRequest& request);

private:
    void work(const std::stop_token& stop);
    [[nodiscard]] Result<Preview> look(const PreviewRequest& request);

    std::function<void(const Preview&)> ready_;
    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::optional<PreviewRequest> waiting_;
    std::string opened_;  // the source that is loaded
    std::optional<LiveSource> source_;
    std::jthread thread_;  // last: it is joined before anything else goes
};

}  // namespace splitee
