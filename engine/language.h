// SPDX-License-Identifier: GPL-3.0-or-later
// Language is what sentences that are composed in parts are said in: English, or what a front end
// translates its phrases to.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>

namespace splitee {

struct Language {
    /// What stands for an English phrase, which has %1, %2, .. where its parts go; empty: itself.
    std::function<std::string(const char* english)> phrase = {};
    /// How digits with a decimal point are written; empty: as they are.
    std::function<std::string(std::string digits)> number = {};
    /// How a policy of a run is called, such as "splitee?beta=2"; empty: as entryLabel() says.
    std::function<std::string(const std::string& entry)> policy = {};

    /// The phrase with its parts, at most nine. What a part holds is not read as a phrase.
    [[nodiscard]] std::string say(const char* english,
                                  std::initializer_list<std::string> parts = {}) const;
    [[nodiscard]] std::string digits(std::string text) const {
        return number ? number(std::move(text)) : text;
    }
};

}  // namespace splitee
