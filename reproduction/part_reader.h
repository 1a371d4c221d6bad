// SPDX-License-Identifier: GPL-3.0-or-later
// PartReader reads one JSON object of a description, key by key, and keeps the first problem.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/plain_text.h"
#include "engine/run/experiment.h"

namespace splitee {

/// After a problem every call does nothing. A missing key keeps its value.
class PartReader {
public:
    /// `where`: what the object is, for sentences ("stream IMDb"); "" for the whole file.
    PartReader(const nlohmann::json& part, std::string where);

    void keys(std::initializer_list<std::string_view> valid);  ///< refuses any other
    void text(const char* key, std::string& value);
    void flag(const char* key, bool& value);
    void number(const char* key, std::optional<double>& value, double least, double most);
    void number(const char* key, double& value, double least, double most);
    void whole(const char* key, std::int64_t& value, double least, double most);
    /// Of a policy, claim or stream: fit for flags, CSV and names of files.
    void name(std::string& value);
    void checkName(const std::string& value);  ///< refuses what is not fit for them
    /// Parameters laid over those that `value` has.
    void experiment(Experiment& value);
    /// The entries of a list, `least` at least, by a function that takes one and its number from 0.
    template <class Read>
    void list(const char* key, std::size_t least, const Read& read) {
        const nlohmann::json* entries = listAt(key, least);
        for (std::size_t k = 0; entries != nullptr && k < entries->size() && !problem_; ++k)
            read((*entries)[k], k);
    }
    /// `is`, the value of `key`, must be the name of one of `entries`.
    template <class Entries>
    void oneOf(const std::string& key, const std::string& is, const Entries& entries) {
        std::vector<std::string_view> names;
        for (const auto& entry : entries) names.push_back(entry.name);
        oneOfNames(key, is, names);
    }

    /// nullptr where there is none.
    [[nodiscard]] const nlohmann::json* at(const char* key) const;
    void refuse(const std::string& why);
    void take(const PartReader& inner);  ///< what another reader found
    [[nodiscard]] Result<void> result() const;

private:
    [[nodiscard]] const nlohmann::json* listAt(const char* key, std::size_t least);
    void oneOfNames(const std::string& key, const std::string& is,
                    const std::vector<std::string_view>& names);

    const nlohmann::json& part_;
    std::string where_;
    std::optional<Error> problem_;
};

}  // namespace splitee
