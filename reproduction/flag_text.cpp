// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/flag_text.h"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "engine/fields.h"

namespace splitee {
namespace {

template <class Value>
std::string flagValue(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value>)
        return shortNumber(static_cast<double>(value));
    else
        return value;
}

std::string shellWord(const std::string& word) {
    return word.find_first_of(" '\"$;&|<>*?()#@") == std::string::npos ? word : "\"" + word + "\"";
}

}  // namespace

std::string flagsText(const Experiment& experiment) {
    const Experiment standard;
    std::vector<std::string> usual;
    Experiment::visitFields(
        standard, [&](const auto& value, const FieldInfo&) { usual.push_back(flagValue(value)); });
    std::string text;
    std::size_t at = 0;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        const std::string is = flagValue(value);
        if (is == usual[at++]) return;
        std::string flag(info.key);
        std::ranges::replace(flag, '_', '-');
        text += " --" + flag + " " + shellWord(is);
    });
    return text;
}

}  // namespace splitee
