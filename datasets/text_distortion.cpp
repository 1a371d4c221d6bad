// SPDX-License-Identifier: GPL-3.0-or-later
// Distortions of texts: typing errors and words that are missing.
#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "datasets/distortion.h"
#include "engine/plain_text.h"
#include "engine/rng.h"

namespace splitee {
namespace {

// The letters beside each letter on an American keyboard, from a to z.
constexpr std::array<std::string_view, 26> kNeighbours{
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isAsciiLetter(std::string_view character) {
    const char lower = static_cast<char>(character.front() | 0x20);
    return character.size() == 1 && lower >= 'a' && lower <= 'z';
}

std::vector<std::string_view> charactersIn(std::string_view text) {
    std::vector<std::string_view> characters;
    while (!text.empty()) {
        const std::size_t bytes = std::max<std::size_t>(utf8CharacterBytes(text), 1);
        characters.push_back(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return characters;
}

char neighbourOf(char letter, Rng& rng) {
    const bool capital = letter >= 'A' && letter <= 'Z';
    const std::string_view beside = kNeighbours[static_cast<std::size_t>((letter | 0x20) - 'a')];
    const char other = beside[rng.below(beside.size())];
    return capital ? static_cast<char>(other - 'a' + 'A') : other;
}

std::string mistyped(std::string_view text, double rate, Rng& rng) {
    const std::vector<std::string_view> characters = charactersIn(text);
    std::string typed;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const std::string_view character = characters[i];
        const bool letter = isAsciiLetter(character) || character.size() > 1;
        if (!letter || rng.uniform() >= rate) {
            typed += character;
            continue;
        }
        const bool swaps = i + 1 < characters.size() && !isBlank(characters[i + 1].front());
        switch (rng.below(4)) {
            case 0:
                break;  // left out
            case 1:
                typed.append(character).append(character);
                break;
            case 2:
                if (swaps) typed += characters[++i];
                typed += character;
                break;
            default:
                if (isAsciiLetter(character))
                    typed += neighbourOf(character.front(), rng);
                else
                    typed += character;
        }
    }
    return typed;
}

// Of a text of words one is always left.
std::string thinned(std::string_view text, double rate, Rng& rng) {
    std::string kept;
    std::string_view first;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && isBlank(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && !isBlank(text[end])) ++end;
        const std::string_view word = text.substr(at, end - at);
        at = end;
        if (word.empty()) break;
        if (first.empty()) first = word;
        if (rng.uniform() < rate) continue;
        kept.append(kept.empty() ? "" : " ").append(word);
    }
    return kept.empty() ? std::string(first) : kept;
}

}  // namespace

Text distort(const Text& text, const Distortion& distortion, std::uint64_t seed,
             std::int64_t sample) {
    if (distortion.kind == DistortionKind::Clean) return text;
    assert(inputOf(distortion.kind) == InputKind::Text);
    Rng rng(seed, toText(distortion), static_cast<std::uint64_t>(sample));
    const auto change = distortion.kind == DistortionKind::Typos ? mistyped : thinned;
    Text changed{change(text.first, distortion.amount, rng), ""};
    changed.second = change(text.second, distortion.amount, rng);
    return changed;
}

}  // namespace splitee
