// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of networks that model files may hold: a new one adds its line here.
#include <array>

#include "inference/encoder/encoder_model.h"
#include "inference/mobilenet/mobilenet_model.h"
#include "inference/model_kind.h"
#include "inference/torchscript/script_model.h"

namespace splitee {

std::span<const ModelKind* const> modelKinds() {
    static const std::array kinds{&mobileNetKind(), &scriptKind(), &encoderKind()};
    return kinds;
}

}  // namespace splitee
