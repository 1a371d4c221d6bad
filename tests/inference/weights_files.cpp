// SPDX-License-Identifier: GPL-3.0-or-later
#include "weights_files.h"

#include <nlohmann/json.hpp>

namespace splitee::test {
namespace {

template <class Number>
std::string raw(Number number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

std::string rawValues(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

std::string pickledText(const std::string& text) {
    return "X" + raw(static_cast<std::uint32_t>(text.size())) + text;
}

std::string pickledNumbers(const std::vector<std::int64_t>& numbers) {
    std::string all = "(";
    for (const std::int64_t number : numbers) all += "J" + raw(static_cast<std::int32_t>(number));
    return all + "t";
}

}  // namespace

std::string safetensorsHeader(const WeightsToWrite& weights) {
    nlohmann::json header{{"__metadata__", {{"format", "pt"}}}};
    std::size_t at = 0;
    for (const auto& [name, tensor] : weights) {
        const std::size_t end = at + 4 * tensor.values.size();
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
        at = end;
    }
    return header.dump();
}

std::string safetensorsOf(const WeightsToWrite& weights, const std::string& header) {
    std::string bytes = raw(std::uint64_t{header.size()}) + header;
    for (const auto& [name, tensor] : weights) bytes += rawValues(tensor.values);
    return bytes;
}

std::string pickleOf(const WeightsToWrite& weights) {
    std::string bytes = "\x80\x02";
    bytes += "ccollections\nOrderedDict\n)Rq";
    bytes += '\0';
    bytes += "(";
    int key = 0;
    for (const auto& [name, tensor] : weights) {
        std::vector<std::int64_t> strides(tensor.shape.size(), 1);
        for (std::size_t i = strides.size(); i > 1; --i)
            strides[i - 2] = strides[i - 1] * tensor.shape[i - 1];
        bytes += pickledText(name) + "ctorch._utils\n_rebuild_tensor_v2\n((" +
                 pickledText("storage") + "ctorch\nFloatStorage\n" +
                 pickledText(std::to_string(key++)) + pickledText("cpu") + "J" +
                 raw(static_cast<std::int32_t>(tensor.values.size())) + "tQK" +
                 std::string(1, '\0') + pickledNumbers(tensor.shape) + pickledNumbers(strides) +
                 "\x89" + "ccollections\nOrderedDict\n)RtR";
    }
    return bytes + "u.";
}

std::string torchZipOf(const WeightsToWrite& weights, const std::string& pickle) {
    std::vector<std::pair<std::string, std::string>> entries{{"archive/data.pkl", pickle}};
    int key = 0;
    for (const auto& [name, tensor] : weights)
        entries.emplace_back("archive/data/" + std::to_string(key++), rawValues(tensor.values));
    std::string bytes;
    std::string directory;
    for (const auto& [name, content] : entries) {
        const std::string sizes = raw(std::uint32_t{0}) +
                                  raw(static_cast<std::uint32_t>(content.size())) +
                                  raw(static_cast<std::uint32_t>(content.size())) +
                                  raw(static_cast<std::uint16_t>(name.size()));
        const std::string kind = raw(std::uint16_t{20}) + std::string(8, '\0');  // stored
        directory += "PK\1\2" + raw(std::uint16_t{20}) + kind + sizes + std::string(12, '\0') +
                     raw(static_cast<std::uint32_t>(bytes.size())) + name;
        bytes += "PK\3\4" + kind + sizes + std::string(2, '\0') + name + content;
    }
    const auto count = static_cast<std::uint16_t>(entries.size());
    return bytes + directory + "PK\5\6" + std::string(4, '\0') + raw(count) + raw(count) +
           raw(static_cast<std::uint32_t>(directory.size())) +
           raw(static_cast<std::uint32_t>(bytes.size())) + std::string(2, '\0');
}

}  // namespace splitee::test
