// SPDX-License-Identifier: GPL-3.0-or-later
// OpenedFiles and RunSource: what an experiment plays on, which is exit tables, or a network and
// the images it is shown.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/world/world.h"
#include "sources/live_source.h"
#include "storage/files/experiment_file.h"
#include "storage/session/session.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// What an experiment names, read and checked once. Hand it to openRunSource(), which reads nothing
/// again that it holds under the same names.
struct OpenedFiles {
    std::string table;                   ///< as the experiment named it
    std::vector<std::string> scheduled;  ///< and as its schedule did
    std::shared_ptr<TableSource> tables;
    LiveFiles live;  ///< of a live run
};

/// Exit tables or a live source. It must outlive the worlds made over it.
struct RunSource {
    std::shared_ptr<TableSource>
        tables;  ///< of a replay; at temperature 1 until applyTemperature()
    std::shared_ptr<const LiveSource> live;  ///< of a live run
    std::vector<std::shared_ptr<const Dataset>>
        scheduled;  ///< of a live run: samples as the schedule's sources 1, 2, .. have them
    int threads = 1;
    RunProvenance provenance;  ///< of all runs on it
};

/// Reads and checks what `file` names, and what its schedule switches to, without loading LibTorch.
/// `given` holds what was read before. Blocks.
[[nodiscard]] Result<OpenedFiles> openFiles(const ExperimentFile& file, OpenedFiles given = {});

/// The same, and builds the network of a live run, for which a scheduled source is a distortion.
/// Blocks.
[[nodiscard]] Result<RunSource> openRunSource(const ExperimentFile& file, int threads = 1,
                                              OpenedFiles given = {});

/// `file` as a live run asks for it.
[[nodiscard]] LiveRequest liveRequest(const ExperimentFile& file);

/// Of a live run's samples: "clean" or its distortion, then what its schedule switches to.
[[nodiscard]] std::vector<std::string> sampleNames(const ExperimentFile& file);

/// A world of its own for whoever plays: worlds over one source share nothing that changes. `live`,
/// where it is wanted, receives the world of a live run, nullptr for a replay.
[[nodiscard]] Result<std::unique_ptr<World>> worldOn(const RunSource& source,
                                                     LiveNetwork** live = nullptr);

/// The samples of a live run under another distortion, for LiveNetwork::addSource(). `text:PATH` in
/// the place of a distortion is another domain: the texts there (their test part), as many as the
/// run has, again from the first where they are fewer. Blocks for a domain.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> imagesUnder(const LiveSource& source,
                                                                 const std::string& distortion,
                                                                 std::uint64_t seed);

}  // namespace splitee
