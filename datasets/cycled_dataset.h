// SPDX-License-Identifier: GPL-3.0-or-later
// Another domain in the place of a dataset: as many samples, taken in turn from the start again
// where it has fewer.
#pragma once

#include <cstdint>
#include <memory>

#include "datasets/dataset.h"

namespace splitee {

/// Sample i is sample i mod dataset.size() of `dataset`, which must not be empty. Name, hash and
/// remarks stay those of `dataset`.
[[nodiscard]] std::shared_ptr<const Dataset> cycled(std::shared_ptr<const Dataset> dataset,
                                                    std::int64_t size);

}  // namespace splitee
