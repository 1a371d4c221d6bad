// SPDX-License-Identifier: GPL-3.0-or-later
// ValidationPart: what every exit of a live set-up's network says of the validation part of its
// dataset, which temperatures are fitted on. Test samples are no part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "engine/progress.h"
#include "engine/world/exit_table.h"
#include "sources/exit_cache.h"
#include "sources/live_source.h"
#include "storage/files/experiment_file.h"
#include "storage/files/provenance.h"

namespace splitee {

class ValidationPart {
public:
    /// Of the network, the dataset and the distortion of a live set-up; `cache`: where tables are
    /// kept, none: they are read anew.
    /// `opened`: what plays, so that another network or other data of the same names is told apart.
    ValidationPart(const ExperimentFile& file, const RunProvenance& opened,
                   std::optional<ExitCache> cache);

    [[nodiscard]] bool sameAs(const ValidationPart& other) const;
    /// At low priority on the thread that calls it. The error is one sentence: there is no such
    /// part, its samples are test samples too, the network has changed, or what cannot be read. A
    /// stop keeps what was read by then. Blocks.
    [[nodiscard]] Result<ExitTable> read(const ProgressSink& progress,
                                         const std::stop_token& stop) const;

private:
    LiveRequest request_;
    std::uint64_t seed_ = 1;
    std::string modelHash_, dataHash_;
    std::optional<ExitCache> cache_;
};

}  // namespace splitee
