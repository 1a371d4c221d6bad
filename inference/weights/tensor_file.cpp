// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/tensor_file.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>

#include "inference/half.h"
#include "inference/weights/safetensors.h"
#include "inference/weights/torch_zip.h"

namespace splitee {
namespace {

constexpr std::uint64_t kMostStoredValues = 1ULL << 40;

template <class Stored, class Value>
void convert(const std::string& bytes, std::vector<float>& to, const Value& value) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        Stored stored{};
        std::memcpy(&stored, bytes.data() + i * sizeof stored, sizeof stored);
        to[i] = value(stored);
    }
}

}  // namespace

std::uint64_t bytesOf(StoredType type) {
    switch (type) {
        case StoredType::Float64:
        case StoredType::Int64:
            return 8;
        case StoredType::Float32:
            return 4;
        case StoredType::Float16:
        case StoredType::BFloat16:
            return 2;
        case StoredType::Other:
            break;
    }
    return 0;
}

Result<std::uint64_t> valuesOf(const std::vector<std::int64_t>& shape) {
    std::uint64_t values = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0) return fail("has a negative extent");
        const auto by = static_cast<std::uint64_t>(extent);
        if (by != 0 && values > kMostStoredValues / by) return fail("has too many values");
        values *= by;
    }
    return values;
}

Result<std::vector<float>> TensorFile::read(const std::string& name) const {
    const std::string subject = "tensor " + name + " of " + path.string() + " ";
    const StoredTensor& stored = tensors.at(name);
    if (stored.type == StoredType::Other || stored.type == StoredType::Int64)
        return fail(subject + "does not hold numbers with fractions");
    std::string bytes(stored.bytes, '\0');
    std::ifstream in(path, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(stored.offset));
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return fail(subject + "cannot be read: the file changed while it was open");
    std::vector<float> values(stored.bytes / bytesOf(stored.type));
    if (stored.type == StoredType::Float64)
        convert<double>(bytes, values, [](double v) { return static_cast<float>(v); });
    if (stored.type == StoredType::Float32)
        convert<float>(bytes, values, [](float v) { return v; });
    if (stored.type == StoredType::Float16) convert<std::uint16_t>(bytes, values, floatOfHalf);
    if (stored.type == StoredType::BFloat16)
        convert<std::uint16_t>(bytes, values, [](std::uint16_t v) {
            return std::bit_cast<float>(static_cast<std::uint32_t>(v) << 16);
        });
    for (const float value : values)
        if (!std::isfinite(value)) return fail(subject + "holds a value that is not finite");
    return values;
}

Result<TensorFile> openTensorFile(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    char magic[4] = {};
    std::ifstream in(path, std::ios::binary);
    if (error || !in || !std::filesystem::is_regular_file(path, error))
        return fail("cannot read " + path.string() + ": check that it is a file that you may read");
    in.read(magic, sizeof magic);
    const bool zip = std::string_view(magic, sizeof magic) == std::string_view("PK\3\4", 4);
    auto tensors = zip ? readTorchZip(in, size) : readSafetensors(in, size);
    if (!tensors) return fail(path.string() + " cannot be imported: " + tensors.error().message);
    return TensorFile{path, std::move(*tensors)};
}

}  // namespace splitee
