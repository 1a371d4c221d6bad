// SPDX-License-Identifier: GPL-3.0-or-later
// Writes small files of weights as other programs write them, for tests that damage them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace splitee::test {

struct NamedValues {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};
using WeightsToWrite = std::map<std::string, NamedValues>;

/// As the safetensors library writes them; `header` as it would be, for a test to change.
std::string safetensorsHeader(const WeightsToWrite& weights);
std::string safetensorsOf(const WeightsToWrite& weights, const std::string& header);

/// The pickle of a state dict as torch.save writes it.
std::string pickleOf(const WeightsToWrite& weights);
/// The zip around it.
std::string torchZipOf(const WeightsToWrite& weights, const std::string& pickle);

}  // namespace splitee::test
