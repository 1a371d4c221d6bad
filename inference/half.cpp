// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/half.h"

#include <bit>
#include <cstring>

namespace splitee {
namespace {

constexpr std::uint32_t kFloatInfinity = 0x7f800000;
constexpr std::uint16_t kHalfInfinity = 0x7c00;

}  // namespace

std::uint16_t halfOf(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000);
    const std::uint32_t size = bits & 0x7fffffff;
    if (size > kFloatInfinity) return static_cast<std::uint16_t>(sign | kHalfInfinity | 0x200);
    // Below 2^-14 a half is a multiple of 2^-24: adding .5 makes the processor round to that.
    if (size < 0x38800000) {
        const float shifted = std::bit_cast<float>(size) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) & 0x7ff));
    }
    // The bit that is dropped first, and whether what stays is odd, decide; a carry may run into
    // the exponent, and from there into infinity.
    const std::uint32_t rounded = size + 0xfff + (size >> 13 & 1) - 0x38000000;
    if (rounded >= 0x0f800000) return static_cast<std::uint16_t>(sign | kHalfInfinity);
    return static_cast<std::uint16_t>(sign | rounded >> 13);
}

float floatOfHalf(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000) << 16;
    const std::uint32_t size = half & 0x7fff;
    if (size < 0x400) {  // a multiple of 2^-24
        const float value = static_cast<float>(size) * 0x1p-24F;
        return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | sign);
    }
    const std::uint32_t exponent = size >= kHalfInfinity ? 0x70000000 : 0x38000000;
    return std::bit_cast<float>(sign | ((size << 13) + exponent));
}

std::string halvesOf(std::span<const float> values) {
    std::string bytes(2 * values.size(), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint16_t half = halfOf(values[i]);
        std::memcpy(bytes.data() + 2 * i, &half, sizeof half);
    }
    return bytes;
}

std::vector<float> floatsOfHalves(std::string_view bytes) {
    std::vector<float> values(bytes.size() / 2);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data() + 2 * i, sizeof half);
        values[i] = floatOfHalf(half);
    }
    return values;
}

std::vector<float> roundedToHalf(std::vector<float> values) {
    for (float& value : values) value = floatOfHalf(halfOf(value));
    return values;
}

}  // namespace splitee
