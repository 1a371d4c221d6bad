// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/flag_text.h"

#include <algorithm>
#include <vector>

#include "engine/fields.h"

namespace splitee {
namespace {

std::string shellWord(const std::string& word) {
    return word.find_first_of(" '\"$;&|<>*?()#@") == std::string::npos ? word : "\"" + word + "\"";
}

}  // namespace

std::string flagsText(const Experiment& experiment) {
    const Experiment standard;
    std::vector<std::string> usual;
    Experiment::visitFields(
        standard, [&](const auto& value, const FieldInfo&) { usual.push_back(fieldText(value)); });
    std::string text;
    std::size_t at = 0;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        const std::string is = fieldText(value);
        if (is == usual[at++]) return;
        std::string flag(info.key);
        std::ranges::replace(flag, '_', '-');
        text += " --" + flag + " " + shellWord(is);
    });
    return text;
}

}  // namespace splitee
