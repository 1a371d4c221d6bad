// SPDX-License-Identifier: GPL-3.0-or-later
// ModelKind: how one kind of network lies in a model file. No LibTorch here.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/result.h"
#include "inference/model_file.h"

namespace splitee {

/// The body of a model file by the names of its sections.
using Sections = std::map<std::string, std::string_view>;

class ModelKind {
public:
    virtual ~ModelKind() = default;
    /// What the header calls it; never changed once files have it.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Takes `header` and `sections` into `model`, whose class names, input and provenance were
    /// read: title, stages and content. Everything is hostile until it is checked; an error is the
    /// end of a sentence about the file. May throw nlohmann's exceptions.
    [[nodiscard]] virtual Result<void> read(const nlohmann::json& header, const Sections& sections,
                                            ModelFile& model) const = 0;
    /// Adds the kind's own keys to `header`; the sections of the body, by name and in their order.
    [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> write(
        const ModelFile& model, nlohmann::json& header) const = 0;
};

/// Every kind. Defined beside the kinds (inference/kinds), of which this room knows nothing.
[[nodiscard]] std::span<const ModelKind* const> modelKinds();

}  // namespace splitee
