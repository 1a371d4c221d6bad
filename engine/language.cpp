// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language.h"

#include <cstddef>

namespace splitee {

std::string Language::say(const char* english, std::initializer_list<std::string> parts) const {
    const std::string form = phrase ? phrase(english) : english;
    std::string said;
    for (std::size_t at = 0; at < form.size(); ++at) {
        const int part = form[at] == '%' && at + 1 < form.size() ? form[at + 1] - '1' : -1;
        if (part < 0 || part >= static_cast<int>(parts.size())) {
            said += form[at];
            continue;
        }
        said += parts.begin()[part];
        ++at;
    }
    return said;
}

}  // namespace splitee
