// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program_module.h"
#include "inference/inference.h"

namespace splitee {
namespace {

Result<const Inference*> open() {
    const auto entry = entryOf({"inference module", "inference.so", "spliteeInference",
                                "build or install the program again"});
    if (!entry) return tl::unexpected(entry.error());
    return reinterpret_cast<const Inference* (*)()>(*entry)();
}

}  // namespace

Result<const Inference*> loadInference() {
    static const Result<const Inference*> loaded = open();
    return loaded;
}

}  // namespace splitee
