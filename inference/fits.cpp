// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/inference.h"

namespace splitee {

Result<void> fits(const Architecture& architecture, const Dataset& dataset) {
    if (dataset.side() != architecture.side)
        return fail("the network takes images of " + std::to_string(architecture.side) +
                    " pixels a side, but " + dataset.name() + " has " +
                    std::to_string(dataset.side()));
    if (dataset.classNames().size() != static_cast<std::size_t>(architecture.classes))
        return fail("the network knows " + std::to_string(architecture.classes) + " classes, but " +
                    dataset.name() + " has " + std::to_string(dataset.classNames().size()));
    return {};
}

}  // namespace splitee
