// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_dataset.h"

#include <array>

#include "datasets/cifar10.h"
#include "datasets/image_folder.h"
#include "datasets/signs.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {

Result<std::shared_ptr<const Dataset>> openDataset(std::string_view name, Split split, int side,
                                                   const std::vector<std::string>& classes) {
    constexpr std::array<std::string_view, 3> kValid{"cifar10:PATH", "folder:PATH", "signs"};
    constexpr std::array<std::string_view, 3> kKinds{"cifar10", "folder", "signs"};
    const std::size_t colon = name.find(':');
    const std::string_view kind = name.substr(0, colon);
    const std::string path(colon == std::string_view::npos ? "" : name.substr(colon + 1));
    if (kind == "folder" && !path.empty())
        return openImageFolder(path, side == 0 ? 32 : side, split, classes);
    if ((kind == "cifar10" && !path.empty()) || name == "signs") {
        if (side != 0 && side != 32)
            return fail("dataset '" + std::string(kind) +
                        "' has images of 32 pixels a side, but the network takes " +
                        std::to_string(side));
        if (kind == "cifar10") return openCifar10(path, split);
        return openSigns(split);
    }
    const std::string meant = nearest(kind, kKinds);
    return fail("unknown dataset '" + shownText(name, 200) +
                "': " + (meant.empty() || meant == kind ? "" : "did you mean " + meant + "? ") +
                "valid are " + listed(kValid));
}

}  // namespace splitee
