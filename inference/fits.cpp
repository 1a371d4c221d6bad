// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "inference/network.h"

namespace splitee {

Result<void> fits(const NetworkInfo& network, const Dataset& dataset) {
    const bool texts = dataset.inputKind() == InputKind::Text;
    if (texts != network.takesTexts())
        return fail(std::string("the network takes ") + (texts ? "images" : "texts") + ", but " +
                    dataset.name() + " holds " + (texts ? "texts" : "images"));
    if (const int side = network.side(); dataset.side() != side)
        return fail("the network takes images of " + std::to_string(side) + " pixels a side, but " +
                    dataset.name() + " has " + std::to_string(dataset.side()));
    if (dataset.classNames().size() != network.classNames.size())
        return fail("the network knows " + std::to_string(network.classNames.size()) +
                    " classes, but " + dataset.name() + " has " +
                    std::to_string(dataset.classNames().size()));
    return {};
}

}  // namespace splitee
