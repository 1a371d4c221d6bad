// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/sweep_file.h"

#include <array>
#include <fstream>

#include "storage/files/fields_json.h"
#include "storage/files/json_text.h"
#include "storage/files/profile_costs.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMostSweepBytes = 1U << 20;
constexpr std::array<std::string_view, 2> kScales{"linear", "log"};

struct Range {
    double from = 0, to = 0;
    std::int64_t steps = 0;
    std::string scale = "linear";
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.from, FieldInfo{"from", "From", "Smallest value", ""});
        visit(self.to, FieldInfo{"to", "To", "Largest value", ""});
        visit(self.steps,
              FieldInfo{"steps", "Steps",
                        "How many values from end to end; 0: any value of the range", "", 0, 1e15});
        visit(self.scale,
              FieldInfo{"scale", "Scale", "Equal distances, or equal ratios", "", 0, 0, kScales});
    }
};

Result<SweepAxis> rangeFrom(const std::string& key, const json& value) {
    Range range;
    for (const char* end : {"from", "to"})
        if (!value.contains(end)) return fail("axis " + key + " has no '" + end + "'");
    if (auto read = fieldsFromJson(value, range); !read)
        return fail("axis " + key + ": " + read.error().message);
    SweepAxis axis;
    axis.key = key;
    axis.range = true;
    axis.from = range.from;
    axis.to = range.to;
    axis.steps = range.steps;
    axis.logarithmic = range.scale == "log";
    return axis;
}

Result<SweepAxis> axisFrom(const std::string& key, const json& value) {
    if (value.is_object()) return rangeFrom(key, value);
    if (!value.is_array())
        return fail("axis " + key +
                    " is neither a list of values nor a range: write [0.6, 0.7] or {\"from\": 0.6, "
                    "\"to\": 0.9, \"steps\": 4}");
    SweepAxis axis;
    axis.key = key;
    for (const json& one : value) {
        if (one.is_number())
            axis.values.emplace_back(one.get<double>());
        else if (one.is_string())
            axis.values.emplace_back(one.get<std::string>());
        else
            return fail("axis " + key + " holds something that is neither a number nor a text");
    }
    return axis;
}

Result<void> readAxes(const json& value, Sweep& sweep) {
    if (!value.is_object()) return fail("axes must be a JSON object, from keys to values");
    for (const auto& [key, one] : value.items()) {
        auto axis = axisFrom(key.substr(0, 100), one);
        if (!axis) return tl::unexpected(axis.error());
        sweep.axes.push_back(std::move(*axis));
    }
    return {};
}

Result<void> readTables(const json& value, Sweep& sweep) {
    if (!value.is_array()) return fail("tables must be a JSON list of files or builtin:NAME");
    for (const json& one : value) {
        if (!one.is_string())
            return fail("tables must be a JSON list of texts, each a file or builtin:NAME");
        sweep.tables.push_back(one.get<std::string>());
    }
    return {};
}

Result<void> readParts(json& whole, Sweep& sweep) {
    Result<void> read;
    if (const auto part = whole.find("experiment"); part != whole.end())
        read = fieldsFromJson(*part, sweep.experiment);
    if (const auto part = whole.find("costs"); read && part != whole.end())
        read = takeProfile(*part, sweep.experiment);
    if (const auto part = whole.find("tables"); read && part != whole.end())
        read = readTables(*part, sweep);
    if (const auto part = whole.find("axes"); read && part != whole.end())
        read = readAxes(*part, sweep);
    if (!read) return read;
    std::vector<std::string_view> keys{"costs", "description", "tables", "experiment", "axes"};
    for (const std::string_view key : keys) whole.erase(std::string(key));
    Sweep::visitFields(sweep,
                       [&](const auto&, const FieldInfo& info) { keys.push_back(info.key); });
    for (const auto& [key, value] : whole.items())
        if (std::ranges::find(keys, key) == keys.end()) return fail(unknownKey(key, keys));
    return fieldsFromJson(whole, sweep);
}

json axisJson(const SweepAxis& axis) {
    if (axis.range) {
        json out{{"from", axis.from}, {"to", axis.to}};
        if (axis.steps > 0) out["steps"] = axis.steps;
        if (axis.logarithmic) out["scale"] = "log";
        return out;
    }
    json out = json::array();
    for (const AxisValue& value : axis.values)
        std::visit([&](const auto& one) { out.push_back(one); }, value);
    return out;
}

Result<std::string> textOf(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read sweep " + path.string() + ": there is no such file");
    if (std::filesystem::file_size(path, error) > kMostSweepBytes)
        return fail("sweep " + path.string() + " is larger than 1 MiB: this is not a sweep");
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("cannot read sweep " + path.string() + ": check that you may read it");
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<Sweep> parseSweep(std::string_view text, const std::string& origin) {
    auto whole = parseJson(text, "sweep " + origin);
    if (!whole) return tl::unexpected(whole.error());
    if (!whole->is_object()) return fail("sweep " + origin + " is not a JSON object");
    Sweep sweep;
    if (auto read = readParts(*whole, sweep); !read)
        return fail("sweep " + origin + ": " + read.error().message);
    return sweep;
}

std::string toJson(const Sweep& sweep) {
    json out = fieldsToJson(sweep);
    out["experiment"] = fieldsToJson(sweep.experiment);
    out["tables"] = sweep.tables;
    out["axes"] = json::object();
    for (const SweepAxis& axis : sweep.axes) out["axes"][axis.key] = axisJson(axis);
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

bool isSweepFile(const std::filesystem::path& path) {
    const auto text = textOf(path);
    const auto whole =
        text ? parseJson(*text, path.string()) : Result<json>(tl::unexpected(text.error()));
    return whole && whole->is_object() &&
           (whole->contains("tables") || whole->contains("axes") || whole->contains("design"));
}

Result<Sweep> readSweepFile(const std::filesystem::path& path) {
    const auto text = textOf(path);
    return text ? parseSweep(*text, path.string()) : tl::unexpected(text.error());
}

}  // namespace splitee
