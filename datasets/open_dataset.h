// SPDX-License-Identifier: GPL-3.0-or-later
// Opens datasets by name, as flags and experiment files give them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/dataset.h"

namespace splitee {

/// `cifar10:PATH`, `folder:PATH` or `signs`. `side`: the pixels that the network wants, 0 where any
/// will do; folder resizes to it (0: 32), the others have 32. `classes`: the network's, by which
/// folder finds its own (class_match.h); empty: the folder's names in their order. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openDataset(
    std::string_view name, Split split, int side, const std::vector<std::string>& classes = {});

}  // namespace splitee
