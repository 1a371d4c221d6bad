// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/analysis/regime.h"

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::int64_t kMaxAxisValues = 10'000;

template <class Number>
bool readWhole(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

struct AxisText {
    std::string start;  // "offload '5..1/3'", how every sentence begins
    [[nodiscard]] Result<double> number(std::string_view text) const {
        double value = 0;
        if (!readWhole(text, value) || !std::isfinite(value))
            return fail(start + ": '" + shownText(text, 40) +
                        "' is not a number; write 0.7, 0.5,0.7,0.9 or LOW..HIGH/COUNT, with /log "
                        "for equal ratios");
        return value;
    }

    [[nodiscard]] Result<std::vector<double>> list(std::string_view text) const {
        std::vector<double> values;
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t comma = std::min(text.find(',', from), text.size());
            const auto value = number(text.substr(from, comma - from));
            if (!value) return tl::unexpected(value.error());
            if (!values.empty() && !(*value > values.back()))
                return fail(start + ": the values must rise");
            values.push_back(*value);
            from = comma + 1;
        }
        return values;
    }

    [[nodiscard]] Result<std::vector<double>> range(std::string_view text, std::size_t dots) const {
        std::string_view rest = text.substr(dots + 2);
        const std::size_t slash = rest.find('/');
        const auto low = number(text.substr(0, dots));
        const auto high = number(rest.substr(0, slash));
        if (!low) return tl::unexpected(low.error());
        if (!high) return tl::unexpected(high.error());
        if (slash == std::string_view::npos)
            return fail(start + ": a range needs a number of values, as in 0..10/21");
        rest.remove_prefix(slash + 1);
        const bool log = rest.ends_with("/log");
        if (log) rest.remove_suffix(4);
        std::int64_t count = 0;
        if (!readWhole(rest, count))
            return fail(start + ": '" + shownText(rest, 40) + "' is not a number of values");
        if (count < 1)
            return fail(start + ": a range of " + std::to_string(count) + " values is empty");
        if (count > kMaxAxisValues)
            return fail(start + ": " + std::to_string(count) + " values are too many, at most " +
                        std::to_string(kMaxAxisValues) + " are possible");
        if (*high < *low) return fail(start + ": the range is reversed, write the lower end first");
        if ((count == 1) != (*high == *low))
            return fail(start + ": a range with " + std::to_string(count) + " values from " +
                        shortNumber(*low) + " to " + shortNumber(*high) + " makes no sense");
        if (log && *low <= 0) return fail(start + ": a log scale must start above 0");
        std::vector<double> values;
        for (std::int64_t k = 0; k < count; ++k) {
            const double share =
                count == 1 ? 0 : static_cast<double>(k) / static_cast<double>(count - 1);
            values.push_back(log ? *low * std::pow(*high / *low, share)
                                 : *low + (*high - *low) * share);
        }
        values.back() = *high;
        return values;
    }
};

}  // namespace

Result<std::vector<double>> parseAxis(std::string_view name, std::string_view text) {
    const AxisText axis{std::string(name) + " '" + shownText(text, 60) + "'"};
    const std::size_t dots = text.find("..");
    return dots == std::string_view::npos ? axis.list(text) : axis.range(text, dots);
}

}  // namespace splitee
