// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/sweep_axis.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <type_traits>

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMostTableName = 4096;

enum class Kind { Number, Whole, Choice, Text };

struct Field {
    FieldInfo info;
    Kind kind;
};

template <class Value>
constexpr Kind kindOf(const FieldInfo& info) {
    if constexpr (std::is_floating_point_v<Value>)
        return Kind::Number;
    else if constexpr (std::is_same_v<Value, std::string>)
        return info.choices.empty() ? Kind::Text : Kind::Choice;
    else
        return Kind::Whole;
}

std::vector<Field> allFields() {
    std::vector<Field> fields;
    const Experiment defaults;
    Experiment::visitFields(defaults, [&](const auto& value, const FieldInfo& info) {
        fields.push_back({info, kindOf<std::remove_cvref_t<decltype(value)>>(info)});
    });
    return fields;
}

Result<Field> fieldOf(const std::string& key) {
    if (key == "policy" || key == "seeds")
        return fail(key +
                    " cannot be an axis: every point of a sweep is played by all policies with all "
                    "seeds, so set it in the experiment");
    std::vector<std::string_view> keys{kSourceAxis, kDistortionAxis};
    const auto fields = allFields();
    for (const Field& field : fields) {
        if (field.kind == Kind::Text) {
            if (field.info.key == key)
                return fail(key + " cannot be an axis: it is neither a number nor a choice");
            continue;
        }
        if (field.info.key == key) return field;
        if (field.info.key != "seeds") keys.push_back(field.info.key);
    }
    const std::string meant = nearest(key, keys);
    return fail("unknown axis '" + shownText(key, 100) + "': " +
                (meant.empty() ? "valid are " + listed(keys) : "did you mean " + meant + "?"));
}

// Names of tables or distortions: texts, each once.
Result<SweepAxis> completedTables(const SweepAxis& axis) {
    if (axis.range) return fail("axis " + axis.key + " is a range, but takes names: list them");
    if (axis.values.empty()) return fail("axis " + axis.key + " is empty: list one name or more");
    SweepAxis result = axis;
    result.values.clear();
    std::set<std::string> known;
    for (const AxisValue& value : axis.values) {
        const auto* name = std::get_if<std::string>(&value);
        if (name == nullptr || name->empty() || name->size() > kMostTableName)
            return fail("axis " + axis.key + " holds what is no name: list " +
                        (axis.key == kSourceAxis ? "exit tables, as files or builtin:NAME"
                                                 : "distortions, as in clean,fog:3"));
        if (axis.key == kDistortionAxis && name->find('@') != std::string::npos)
            return fail("axis distortion holds " + shownText(*name, 100) +
                        ": name what the exit tables are called by, as in fog:3");
        if (known.insert(*name).second) result.values.push_back(value);
    }
    return result;
}

std::optional<double> numberFrom(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Result<void> checkNumber(const Field& field, double value) {
    const std::string start =
        "axis " + std::string(field.info.key) + " holds " + shortNumber(value) + ", but must be ";
    if (!(value >= field.info.min && value <= field.info.max))
        return fail(start + "between " + shortNumber(field.info.min) + " and " +
                    shortNumber(field.info.max));
    if (field.kind == Kind::Whole && value != std::floor(value))
        return fail(start + "a whole number");
    return {};
}

Result<void> checkAxisValue(const Field& field, const AxisValue& value) {
    const auto* number = std::get_if<double>(&value);
    if (field.kind != Kind::Choice && number != nullptr) return checkNumber(field, *number);
    const std::string shown = number != nullptr
                                  ? shortNumber(*number)
                                  : "'" + shownText(std::get<std::string>(value), 100) + "'";
    const std::string start =
        "axis " + std::string(field.info.key) + " holds " + shown + ", but must be ";
    if (field.kind != Kind::Choice) return fail(start + "a number");
    if (number != nullptr ||
        std::ranges::find(field.info.choices, std::string_view(std::get<std::string>(value))) ==
            field.info.choices.end())
        return fail(start + listed(field.info.choices));
    return {};
}

Result<void> checkRange(const Field& field, const SweepAxis& axis) {
    const std::string start = "axis " + axis.key + " ";
    if (field.kind == Kind::Choice)
        return fail(start + "is a range, but takes " + listed(field.info.choices) + ": list them");
    for (const double end : {axis.from, axis.to})
        if (auto valid = checkNumber(field, end); !valid) return valid;
    if (!(axis.from < axis.to))
        return fail(start + "goes from " + shortNumber(axis.from) + " to " + shortNumber(axis.to) +
                    ", but must rise");
    if (axis.logarithmic && !(axis.from > 0))
        return fail(start + "starts at " + shortNumber(axis.from) +
                    ", but a logarithmic axis must start above 0");
    if (axis.steps != 0 && (axis.steps < 2 || axis.steps > kMaxAxisSteps))
        return fail(start + "has " + std::to_string(axis.steps) +
                    " steps, but must have between 2 and " + shortNumber(kMaxAxisSteps));
    return {};
}

// std::exp and std::log differ in the last bit between systems, and sums of decimal steps are not
// decimal.
double rounded(double value) {
    char text[40];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 11).ptr;
    double result = value;
    std::from_chars(text, end, result);
    return result;
}

// Share u in [0, 1], ends included.
double between(const SweepAxis& axis, double u) {
    double value = 0;
    if (axis.logarithmic)
        value = std::exp(std::log(axis.from) + (std::log(axis.to) - std::log(axis.from)) * u);
    else
        value = axis.from + (axis.to - axis.from) * u;
    return std::clamp(axis.whole ? std::round(value) : rounded(value), axis.from, axis.to);
}

}  // namespace

Result<SweepAxis> parseAxis(std::string_view text) {
    const std::string shown = shownText(text, 100);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return fail("axis '" + shown + "' is not KEY=VALUE,VALUE,.. or KEY=FROM..TO/STEPS");
    SweepAxis axis;
    axis.key = text.substr(0, equals);
    std::string_view rest = text.substr(equals + 1);
    const auto dots = rest.find("..");
    const bool names = isTableAxis(axis.key);
    axis.range = dots != std::string_view::npos && !names;
    if (!axis.range) {
        while (!rest.empty()) {
            const auto comma = std::min(rest.find(','), rest.size());
            const std::string_view word = rest.substr(0, comma);
            const bool last = comma == rest.size();
            if (word.empty() || (!last && comma + 1 == rest.size()))
                return fail("axis '" + shown + "' holds an empty value: remove the comma too many");
            const auto number = names ? std::nullopt : numberFrom(word);
            axis.values.push_back(number ? AxisValue(*number) : AxisValue(std::string(word)));
            rest.remove_prefix(last ? comma : comma + 1);
        }
        return axis;
    }
    const std::string_view ends = rest.substr(0, std::min(rest.find('/'), rest.size()));
    std::string_view extras = rest.substr(ends.size());
    const auto from = numberFrom(ends.substr(0, dots));
    const auto to = dots + 2 <= ends.size() ? numberFrom(ends.substr(dots + 2)) : std::nullopt;
    if (!from || !to) return fail("axis '" + shown + "' is not KEY=FROM..TO with two numbers");
    axis.from = *from;
    axis.to = *to;
    while (!extras.empty()) {
        extras.remove_prefix(1);
        const std::string_view word = extras.substr(0, std::min(extras.find('/'), extras.size()));
        extras.remove_prefix(word.size());
        const auto steps = numberFrom(word);
        if (word == "log")
            axis.logarithmic = true;
        else if (axis.steps == 0 && steps && *steps == std::floor(*steps) && *steps >= 1 &&
                 *steps <= 1e15)
            axis.steps = static_cast<std::int64_t>(*steps);
        else
            return fail("axis '" + shown + "' ends in '" + shownText(word, 60) +
                        "', but after the range come only a number of steps and log, as in /9/log");
    }
    return axis;
}

std::string valuesText(const SweepAxis& axis) {
    if (axis.range)
        return shortNumber(axis.from) + ".." + shortNumber(axis.to) +
               (axis.steps > 0 ? "/" + std::to_string(axis.steps) : "") +
               (axis.logarithmic ? "/log" : "");
    std::string text;
    for (const AxisValue& value : axis.values) {
        const auto* number = std::get_if<double>(&value);
        text += (text.empty() ? "" : ",") +
                (number != nullptr ? shortNumber(*number) : std::get<std::string>(value));
    }
    return text;
}

Result<SweepAxis> completed(const SweepAxis& axis) {
    if (isTableAxis(axis.key)) return completedTables(axis);
    const auto field = fieldOf(axis.key);
    if (!field) return tl::unexpected(field.error());
    if (axis.range) {
        if (auto valid = checkRange(*field, axis); !valid) return tl::unexpected(valid.error());
    } else if (axis.values.empty()) {
        return fail("axis " + axis.key + " is empty: give it values, or a range");
    }
    SweepAxis result = axis;
    result.whole = field->kind == Kind::Whole;
    for (std::int64_t k = 0; k < axis.steps; ++k)
        result.values.emplace_back(
            between(result, static_cast<double>(k) / static_cast<double>(axis.steps - 1)));
    if (axis.steps > 0) result.range = false;
    for (const AxisValue& value : result.values)
        if (auto valid = checkAxisValue(*field, value); !valid)
            return tl::unexpected(valid.error());
    std::vector<AxisValue> distinct;  // in their order
    std::vector<AxisValue> sorted = result.values;
    std::ranges::sort(sorted);
    std::vector<bool> taken(sorted.size(), false);
    for (const AxisValue& value : result.values) {
        const auto at =
            static_cast<std::size_t>(std::ranges::lower_bound(sorted, value) - sorted.begin());
        if (!taken[at]) distinct.push_back(value);
        taken[at] = true;
    }
    result.values = std::move(distinct);
    return result;
}

AxisValue valueAt(const SweepAxis& axis, double u) {
    if (!axis.range) {
        const auto count = axis.values.size();
        return axis
            .values[std::min(static_cast<std::size_t>(u * static_cast<double>(count)), count - 1)];
    }
    if (!axis.whole || axis.logarithmic) return between(axis, u);
    return std::min(axis.from + std::floor(u * (axis.to - axis.from + 1)),
                    axis.to);  // every whole number equally often
}

void assign(Experiment& experiment, const std::string& key, const AxisValue& value) {
    Experiment::visitFields(experiment, [&](auto& member, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(member)>;
        if (info.key != key) return;
        if constexpr (std::is_same_v<Value, std::string>)
            member = std::get<std::string>(value);
        else
            member = static_cast<Value>(std::get<double>(value));
    });
}

}  // namespace splitee
