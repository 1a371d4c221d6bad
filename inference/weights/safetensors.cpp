// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/safetensors.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::uint64_t kMostHeaderBytes = 64 << 20, kLengthBytes = 8;

using nlohmann::json;

StoredType typeNamed(const std::string& name) {
    if (name == "F64") return StoredType::Float64;
    if (name == "F32") return StoredType::Float32;
    if (name == "F16") return StoredType::Float16;
    if (name == "BF16") return StoredType::BFloat16;
    if (name == "I64") return StoredType::Int64;
    return StoredType::Other;
}

Result<StoredTensor> tensorIn(const json& entry, std::uint64_t dataAt, std::uint64_t size) {
    StoredTensor tensor;
    tensor.type = typeNamed(entry.at("dtype").get<std::string>());
    tensor.shape = entry.at("shape").get<std::vector<std::int64_t>>();
    const json& offsets = entry.at("data_offsets");
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned())
        return fail("has offsets that are not two whole numbers");
    const auto begin = offsets[0].get<std::uint64_t>();
    const auto end = offsets[1].get<std::uint64_t>();
    if (begin > end || end > size - dataAt) return fail("lies outside the file");
    const auto values = valuesOf(tensor.shape);
    if (!values) return tl::unexpected(values.error());
    if (tensor.type != StoredType::Other && *values * bytesOf(tensor.type) != end - begin)
        return fail("has " + std::to_string(end - begin) + " bytes, but its shape another number");
    tensor.offset = dataAt + begin;
    tensor.bytes = end - begin;
    return tensor;
}

// The rule of the format: tensors lie one behind the other, without gaps, to the end.
Result<void> checkOrder(const std::map<std::string, StoredTensor>& tensors, std::uint64_t dataAt,
                        std::uint64_t size) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> stretches;
    for (const auto& [name, tensor] : tensors)
        stretches.emplace_back(tensor.offset, tensor.offset + tensor.bytes);
    std::ranges::sort(stretches);
    std::uint64_t at = dataAt;
    for (const auto& [begin, end] : stretches) {
        if (begin != at) return fail(begin < at ? "its tensors overlap" : "there are gaps in it");
        at = end;
    }
    if (at != size) return fail("it goes on behind its last tensor");
    return {};
}

}  // namespace

Result<std::map<std::string, StoredTensor>> readSafetensors(std::istream& in, std::uint64_t size) {
    std::uint64_t headerBytes = 0;
    char length[kLengthBytes];
    in.seekg(0);
    if (size < kLengthBytes || !in.read(length, kLengthBytes))
        return fail("it is too short for a safetensors file");
    std::memcpy(&headerBytes, length, kLengthBytes);
    if (headerBytes > kMostHeaderBytes || headerBytes > size - kLengthBytes)
        return fail("it is neither a safetensors file nor a zip of torch.save");
    std::string text(headerBytes, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(headerBytes)))
        return fail("its header cannot be read");
    const json header = json::parse(text, nullptr, false);
    if (!header.is_object()) return fail("its header is not a JSON object");
    const std::uint64_t dataAt = kLengthBytes + headerBytes;
    std::map<std::string, StoredTensor> tensors;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") continue;
        const std::string subject = "tensor " + shownText(name, 100) + " ";
        try {
            auto tensor = tensorIn(entry, dataAt, size);
            if (!tensor) return fail(subject + tensor.error().message);
            tensors.emplace(name, std::move(*tensor));
        } catch (const json::exception&) {
            return fail(subject + "is described in a way that the format does not have");
        }
    }
    if (auto ordered = checkOrder(tensors, dataAt, size); !ordered)
        return tl::unexpected(ordered.error());
    return tensors;
}

}  // namespace splitee
