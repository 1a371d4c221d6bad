// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/flags.h"

#include <algorithm>

#include "engine/run/experiment.h"

namespace splitee {

std::string flagOf(std::string_view key) {
    std::string flag = "--" + std::string(key);
    std::ranges::replace(flag, '_', '-');
    return flag;
}

std::string helpOf(const FieldInfo& info) {
    std::string help(info.help);
    if (!info.choices.empty()) help += " (" + listed(info.choices) + ")";
    if (!info.unit.empty()) help += ", in " + std::string(info.unit);
    return help;
}

template void addFieldFlags(const Command& command, Experiment& parameters);
template Result<Experiment> withGivenFlags(const Command& command, const Experiment& parsed,
                                           Experiment base);

}  // namespace splitee
