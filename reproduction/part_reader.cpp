// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/part_reader.h"

#include <algorithm>
#include <cmath>

#include "reproduction/reproduction.h"
#include "storage/files/fields_json.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNameBytes = 60, kMostEntries = 500;

}  // namespace

PartReader::PartReader(const json& part, std::string where)
    : part_(part), where_(std::move(where)) {
    if (!part.is_object()) refuse("must be a JSON object");
}

void PartReader::keys(std::initializer_list<std::string_view> valid) {
    if (problem_) return;
    for (const auto& [key, value] : part_.items())
        if (std::ranges::find(valid, std::string_view(key)) == valid.end())
            return refuse(unknownKey(key, {valid.begin(), valid.size()}));
}

void PartReader::text(const char* key, std::string& value) {
    const json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_string()) return refuse(std::string(key) + " must be a text in quotes");
    value = found->get<std::string>();
}

void PartReader::flag(const char* key, bool& value) {
    const json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_boolean()) return refuse(std::string(key) + " must be true or false");
    value = found->get<bool>();
}

void PartReader::number(const char* key, std::optional<double>& value, double least, double most) {
    const json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_number()) return refuse(std::string(key) + " must be a number");
    const auto is = found->get<double>();
    if (!(is >= least && is <= most))
        return refuse(std::string(key) + " is " + shortNumber(is) + ", but must be between " +
                      shortNumber(least) + " and " + shortNumber(most));
    value = is;
}

void PartReader::number(const char* key, double& value, double least, double most) {
    std::optional<double> is;
    number(key, is, least, most);
    value = is.value_or(value);
}

void PartReader::whole(const char* key, std::int64_t& value, double least, double most) {
    std::optional<double> is;
    number(key, is, least, most);
    if (is && *is != std::floor(*is)) return refuse(std::string(key) + " must be a whole number");
    if (is) value = static_cast<std::int64_t>(*is);
}

void PartReader::name(std::string& value) {
    text("name", value);
    if (problem_) return;
    if (value.empty()) return refuse("has no name");
    checkName(value);
}

void PartReader::checkName(const std::string& value) {
    const bool odd = value.size() > kMostNameBytes || cleanText(value) != value ||
                     value.find_first_of("=,\"'") != std::string::npos || fileWord(value).empty();
    if (odd)
        refuse("has the name '" + shownText(value, 80) + "', which must have at most " +
               std::to_string(kMostNameBytes) +
               " characters, a letter or digit among them, and none of = , \" '");
}

const json* PartReader::at(const char* key) const {
    if (problem_) return nullptr;
    const auto found = part_.find(key);
    return found == part_.end() ? nullptr : &*found;
}

void PartReader::refuse(const std::string& why) {
    if (!problem_) problem_ = Error{where_.empty() ? why : where_ + ": " + why};
}

void PartReader::take(const PartReader& inner) {
    if (inner.problem_) refuse(inner.problem_->message);
}

void PartReader::experiment(Experiment& value) {
    const json* found = at("experiment");
    if (found == nullptr) return;
    if (auto read = fieldsFromJson(*found, value); !read)
        refuse("experiment: " + read.error().message);
}

Result<void> PartReader::result() const {
    return problem_ ? Result<void>(tl::unexpected(*problem_)) : Result<void>();
}

const json* PartReader::listAt(const char* key, std::size_t least) {
    const json* found = at(key);
    if (found != nullptr && !found->is_array()) refuse(std::string(key) + " must be a JSON list");
    const std::size_t size = found == nullptr ? 0 : found->size();
    if (size < least) refuse("has no " + std::string(key));
    if (size > kMostEntries)
        refuse(std::string(key) + " has " + std::to_string(size) + " entries, but at most " +
               std::to_string(kMostEntries) + " are possible");
    return problem_ ? nullptr : found;
}

void PartReader::oneOfNames(const std::string& key, const std::string& is,
                            const std::vector<std::string_view>& names) {
    if (problem_ || std::ranges::find(names, is) != names.end()) return;
    const std::string meant = nearest(is, names);
    refuse(key + " is '" + shownText(is, 80) + "', but " +
           (names.empty()   ? "there is none"
            : meant.empty() ? "there are " + listed(names)
                            : "did you mean " + meant + "?"));
}

}  // namespace splitee
