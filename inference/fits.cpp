// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "inference/network.h"

namespace splitee {

Result<void> takes(const NetworkInfo& network, InputKind input, const std::string& dataset) {
    const bool image = std::holds_alternative<ImageInput>(network.input);
    if (image == (input == InputKind::Image)) return {};
    return fail(std::string("the network takes ") + (image ? "images" : "texts") + ", but " +
                dataset + " holds " + (image ? "texts" : "images"));
}

Result<void> fits(const NetworkInfo& network, const Dataset& dataset) {
    if (auto kind = takes(network, dataset.inputKind(), dataset.name()); !kind) return kind;
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
