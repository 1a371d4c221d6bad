// SPDX-License-Identifier: GPL-3.0-or-later
// Network: a network of any kind that was built and can be played. No LibTorch here.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "engine/world/exit_table.h"
#include "engine/world/world.h"
#include "inference/network_info.h"
#include "inference/text_read.h"

namespace splitee {

/// Measured medians for one sample on this machine, on one thread.
struct StageTime {
    double stageMilliseconds = 0;  ///< what lies between the cut before and this exit's cut
    double exitMilliseconds = 0;   ///< the exit's head
};

/// What one sample took, in milliseconds: layers and exits up to where it stopped, and what
/// followed after an offload.
struct SplitTime {
    double device = 0, cloud = 0;
    double waited = 0;  ///< for the sample, before anything was computed
};

/// A network at work as the environment of a run. Its sources, which a schedule may switch among,
/// are the same samples under other distortions; source 0 is what the world was made over.
class LiveNetwork : public World {
public:
    /// One more source: it takes the next number. Refuses samples of another number, side, kind or
    /// classes than source 0's.
    [[nodiscard]] virtual Result<void> addSource(std::shared_ptr<const Dataset> dataset) = 0;
    /// The last sample played, as the network saw it; empty before the first, and where it is of
    /// the other kind.
    [[nodiscard]] virtual const Image& image() const = 0;
    [[nodiscard]] virtual const Text& text() const = 0;
    /// How much of text() the network reads; of an image nothing.
    [[nodiscard]] virtual TextRead textRead() const = 0;
    /// Wall-clock time of the last observe(): what was computed for it, and had not been for the
    /// same sample before.
    [[nodiscard]] virtual SplitTime took() const = 0;
};

/// Whether a network takes samples of this kind. `dataset`: its name, for the error.
[[nodiscard]] Result<void> takes(const NetworkInfo& network, InputKind input,
                                 const std::string& dataset);

/// Whether a network can look at these samples: their kind, the side of images, and their number of
/// classes.
[[nodiscard]] Result<void> fits(const NetworkInfo& network, const Dataset& dataset);

/// A network with L exits, cut behind each of them. Thread-safe.
class Network {
public:
    virtual ~Network() = default;
    [[nodiscard]] virtual const NetworkInfo& info() const = 0;
    /// See evaluation.h. Blocks.
    [[nodiscard]] virtual Result<ExitTable> buildExitTable(const Dataset& dataset,
                                                           std::int64_t samples, int threads,
                                                           const ProgressSink& progress,
                                                           std::stop_token stop) const = 0;
    /// Split execution sample by sample over the first `samples` ones (0: all): a device that runs
    /// layers 1..s, and a cloud that runs the rest from the cut activation, only on offload. The
    /// network must outlive the world.
    [[nodiscard]] virtual Result<std::unique_ptr<LiveNetwork>> liveWorld(
        std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads) const = 0;
    /// [L]. Blocks for about a second.
    [[nodiscard]] virtual Result<std::vector<StageTime>> measure() const = 0;
};

}  // namespace splitee
