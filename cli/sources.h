// From what the user names to what a run plays on: models and parts of datasets. Tables: storage/table_source.h.
#pragma once

#include <memory>
#include <string>

#include "datasets/dataset.h"
#include "engine/inference/inference.h"

namespace splitee {

/// A file, or builtin:NAME (resources/models/NAME.mee). Loads the inference module. Blocks.
[[nodiscard]] Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name);

/// "train", "validation" or "test".
[[nodiscard]] Result<Split> splitFrom(const std::string& text);

}  // namespace splitee
