// SPDX-License-Identifier: GPL-3.0-or-later
// The torch-free interface to the networks. LibTorch (some 290 libraries, half a second) is loaded
// with the module behind loadInference(), when a network is first needed.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "engine/world/exit_table.h"
#include "engine/world/world.h"
#include "inference/model_file.h"
#include "inference/training.h"

namespace splitee {

/// Measured medians for one image on this machine, on one thread.
struct StageTime {
    double stageMilliseconds = 0;  ///< the blocks between the cut before and this exit's cut
    double exitMilliseconds = 0;   ///< the exit's head
};

/// What one sample took, in milliseconds: layers and exits up to where it stopped, and what
/// followed after an offload.
struct SplitTime {
    double device = 0, cloud = 0;
};

/// A network at work as the environment of a run. Its sources, which a schedule may switch among,
/// are the same samples under other distortions; source 0 is what the world was made over.
class LiveNetwork : public World {
public:
    /// One more source: it takes the next number. Refuses images of another number, side or classes
    /// than source 0's.
    [[nodiscard]] virtual Result<void> addSource(std::shared_ptr<const Dataset> dataset) = 0;
    /// The last sample played, as the network saw it; empty before the first.
    [[nodiscard]] virtual const Image& image() const = 0;
    /// Wall-clock time of the last observe(): what was computed for it, and had not been for the
    /// same sample before.
    [[nodiscard]] virtual SplitTime took() const = 0;
};

/// A loaded multi-exit network. Thread-safe.
class MultiExitModel {
public:
    virtual ~MultiExitModel() = default;
    [[nodiscard]] virtual const ModelFile& file() const = 0;  ///< values are dropped after loading
    /// fits() for this network.
    [[nodiscard]] virtual Result<void> accepts(const Dataset& dataset) const = 0;
    /// See evaluation.h. Blocks.
    [[nodiscard]] virtual Result<ExitTable> buildExitTable(const Dataset& dataset,
                                                           std::int64_t samples, int threads,
                                                           const ProgressSink& progress,
                                                           std::stop_token stop) const = 0;
    /// Split execution image by image over the first `samples` images (0: all): a device that runs
    /// layers 1..s, and a cloud that runs the rest from the cut activation, only on offload. The
    /// model must outlive the world.
    [[nodiscard]] virtual Result<std::unique_ptr<LiveNetwork>> liveWorld(
        std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads) const = 0;
    /// [kNetworkExits]. Blocks for about a second.
    [[nodiscard]] virtual std::vector<StageTime> measure() const = 0;
};

/// Whether a network of this shape can look at these images: their side and their number of
/// classes.
[[nodiscard]] Result<void> fits(const Architecture& architecture, const Dataset& dataset);

class Inference {
public:
    virtual ~Inference() = default;
    [[nodiscard]] virtual std::string torchVersion() const = 0;
    /// Builds the network of a model file that was read; reads no file. `name`: for errors.
    [[nodiscard]] virtual Result<std::unique_ptr<MultiExitModel>> load(
        const ModelFile& model, const std::string& name) const = 0;
    /// See training.h. Blocks.
    [[nodiscard]] virtual Result<TrainReport> train(const TrainRequest& request,
                                                    const Dataset& training,
                                                    const Dataset& validation,
                                                    const ProgressSink& progress,
                                                    std::stop_token stop) const = 0;
};

/// Loads the module (once a process; later calls return the same). Blocks for about half a second.
[[nodiscard]] Result<const Inference*> loadInference();

}  // namespace splitee
