// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/double_array.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace splitee {
namespace {

constexpr std::uint32_t kTop = std::uint32_t{1} << 31;  // of a unit that holds a value
constexpr int kMostValues = 32;                         // places that the library has for them
constexpr int kDeepest = 1000;                          // bytes of a text that is replaced

// Bits of a unit (github.com/s-yata/darts-clone).
std::uint32_t labelOf(std::uint32_t unit) { return unit & (kTop | 0xFF); }
bool hasValue(std::uint32_t unit) { return (unit >> 8 & 1) != 0; }
std::uint32_t offsetOf(std::uint32_t unit) { return unit >> 10 << ((unit & 1 << 9) >> 6); }

class Walk {
public:
    Walk(std::string_view array, const std::function<bool(std::uint32_t)>& fits)
        : units_(array.size() / sizeof(std::uint32_t)), values_(units_.size(), kUnseen) {
        if (!units_.empty())  // memcpy() takes no null pointer, also for no bytes
            std::memcpy(units_.data(), array.data(), units_.size() * sizeof(std::uint32_t));
        fits_ = &fits;
    }

    // The most values on a way from the children at `base` on; more than kMostValues where
    // something is wrong.
    int most(std::uint32_t base, int depth) {
        // A byte of a text leads from `base` to any of these 256 units.
        if ((base | 0xFF) >= units_.size() || depth > kDeepest) return kWrong;
        int found = 0;
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t at = base ^ byte;
            if (labelOf(units_[at]) != byte) continue;
            found = std::max(found, mostFrom(at, depth));
            if (found > kMostValues) return kWrong;
        }
        return found;
    }
    [[nodiscard]] bool wholeFrom(std::uint32_t first) {
        return !units_.empty() && most(first ^ offsetOf(units_[first]), 0) <= kMostValues;
    }

private:
    static constexpr int kUnseen = -1, kOnTheWay = -2, kWrong = 1'000'000;

    int mostFrom(std::uint32_t at, int depth) {
        int& known = values_[at];
        if (known == kOnTheWay) return kWrong;  // in a circle
        if (known != kUnseen) return known;
        known = kOnTheWay;
        const std::uint32_t base = at ^ offsetOf(units_[at]);
        int found = most(base, depth + 1);
        if (hasValue(units_[at]) && found <= kMostValues)
            found = (*fits_)(units_[base] & ~kTop) ? found + 1 : kWrong;
        known = found;
        return found;
    }

    std::vector<std::uint32_t> units_;
    std::vector<int> values_;  // [units] found from each
    const std::function<bool(std::uint32_t)>* fits_ = nullptr;
};

}  // namespace

bool leadsNowhereElse(std::string_view array, const std::function<bool(std::uint32_t)>& fits) {
    return Walk(array, fits).wholeFrom(0);
}

}  // namespace splitee
