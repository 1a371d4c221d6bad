// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/network_info.h"

namespace splitee {

std::int64_t StageInfo::payloadBytes() const {
    std::int64_t bytes = 0;
    for (const PayloadTensor& tensor : payload) bytes += tensor.bytes;
    return bytes;
}

std::vector<double> NetworkInfo::depth() const {
    std::vector<double> depths;
    for (const StageInfo& stage : stages) depths.push_back(stage.depth);
    return depths;
}

}  // namespace splitee
