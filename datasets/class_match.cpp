// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/class_match.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMostNamed = 12;       // in a refusal
constexpr std::size_t kMostNamesTold = 100;  // in a remark
constexpr std::size_t kShown = 60;           // characters of a name

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string loose(const std::string& name) {
    std::string plain = name;
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return plain;
}

// The ways in which a folder may name a class, the nearest first.
constexpr int kWays = 4;
std::string nameIn(int way, const std::string& folder) {
    const std::string name = way % 2 == 0 ? folder : classNameOf(folder);
    return way < 2 ? name : loose(name);
}

}  // namespace

std::string classNameOf(const std::string& folder) {
    const bool numbered = folder.size() > 4 && folder[3] == '.' &&
                          std::all_of(folder.begin(), folder.begin() + 3, isDigit);
    return numbered ? folder.substr(4) : folder;
}

std::string namesIn(const std::vector<std::string>& names, std::size_t most) {
    std::string text;
    for (std::size_t k = 0; k < std::min(names.size(), most); ++k)
        text += (k == 0 ? "" : ", ") + shownText(names[k], 200);
    if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
    return text;
}

Result<ClassMatch> matchClasses(const std::vector<std::string>& folders,
                                const std::vector<std::string>& classes, const std::string& path) {
    ClassMatch match;
    match.label.assign(folders.size(), -1);
    std::vector<char> found(classes.size(), 0);
    for (int way = 0; way < kWays; ++way) {
        std::unordered_map<std::string, std::deque<std::size_t>> named;
        for (std::size_t f = 0; f < folders.size(); ++f)
            if (match.label[f] < 0) named[nameIn(way, folders[f])].push_back(f);
        for (std::size_t c = 0; c < classes.size(); ++c) {
            const auto there =
                found[c] != 0 ? named.end() : named.find(way < 2 ? classes[c] : loose(classes[c]));
            if (there == named.end() || there->second.empty()) continue;
            match.label[there->second.front()] = static_cast<std::int32_t>(c);
            there->second.pop_front();
            found[c] = 1;
        }
    }
    std::vector<std::string> missing, extra;
    for (std::size_t c = 0; c < classes.size(); ++c)
        if (found[c] == 0) missing.push_back(shownText(classes[c], kShown));
    for (std::size_t f = 0; f < folders.size(); ++f)
        if (match.label[f] < 0) extra.push_back(shownText(folders[f], kShown));
    if (missing.size() == classes.size() || (!missing.empty() && !extra.empty())) {
        const std::string of = std::to_string(missing.size()) + " of the network's " +
                               std::to_string(classes.size()) + " classes";
        return fail("image folder " + path + " has no folder for " + of + " (" +
                    namesIn(missing, kMostNamed) + ") and has " + std::to_string(extra.size()) +
                    " that the network does not know (" + namesIn(extra, kMostNamed) +
                    "): name the folders as the network's classes, move others away, or train a "
                    "network on it: splitee train --dataset folder:" +
                    path);
    }
    if (!missing.empty())
        match.remarks.push_back("no images of " + std::to_string(missing.size()) +
                                " of the network's " + std::to_string(classes.size()) +
                                " classes: " + namesIn(missing, kMostNamesTold));
    if (!extra.empty())
        match.remarks.push_back(
            "left out " + std::to_string(extra.size()) +
            (extra.size() == 1 ? " folder" : " folders") +
            " that the network has no class for: " + namesIn(extra, kMostNamesTold));
    return match;
}

}  // namespace splitee
