// SPDX-License-Identifier: GPL-3.0-or-later
// Builds networks by the kind of their model: a new kind adds its line here.
#include "inference/encoder/staged_encoder.h"
#include "inference/mobilenet/staged_mobilenet.h"
#include "inference/staged_network.h"
#include "inference/torchscript/cut_script.h"

namespace splitee {

Result<std::unique_ptr<StagedNetwork>> buildNetwork(const ModelFile& model,
                                                    const std::string& name) {
    try {
        if (const MobileNetModel* own = mobileNetOf(model))
            return std::make_unique<StagedMobileNet>(model, *own);
        if (auto own = std::dynamic_pointer_cast<const EncoderModel>(model.content))
            return std::make_unique<StagedEncoder>(model, std::move(own));
        if (const ScriptModel* own = scriptModelOf(model)) return buildScript(model, *own, name);
    } catch (const std::exception& problem) {  // LibTorch reports by exceptions
        return fail("cannot build the network of " + name + ": " + problem.what());
    }
    return fail("cannot build the network of " + name + ": it is of no kind that can be played");
}

}  // namespace splitee
