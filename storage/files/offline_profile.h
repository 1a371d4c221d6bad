// SPDX-License-Identifier: GPL-3.0-or-later
// Reads offline_profile.json of split computing testbeds: what every part of a network computes and
// sends, without the speed of a machine or of a link.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/world/physical_profile.h"

namespace splitee {

/// A network with exits at some of its places of cutting; the last exit is at its end.
struct OfflineProfile {
    std::vector<std::string> exits;  ///< [L] names
    std::vector<double> stageFlops;  ///< [L] from one exit to the next
    std::vector<double> cutBytes;    ///< [L + 1] as sent; 0: the input
    std::vector<double> accuracy;    ///< [L] on its test images, per cent; NaN where unknown
};

/// Whether a file in JSON is one, and no profile of splitee's own layout. Blocks.
[[nodiscard]] bool isOfflineProfile(const std::filesystem::path& path);

/// The file holds cumulative_flops and serialized_bytes (or activation_bytes) place by place, and
/// exits with the name of the module that each is attached to. layer_stats.csv beside it
/// (boundary_id,name,..) numbers these names: an exit attached to `layer1` is at `layer1`, or at
/// the last `layer1.N`. At most 1 MiB each. Blocks.
[[nodiscard]] Result<OfflineProfile> readOfflineProfile(const std::filesystem::path& path);

/// With a device of so many 10^9 operations a second; cloud and link are those of `rest`.
[[nodiscard]] PhysicalProfile onDevice(const OfflineProfile& offline, double gigaflops,
                                       PhysicalProfile rest);

}  // namespace splitee
