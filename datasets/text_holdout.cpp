// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_holdout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::uint64_t kHeldShare = 20;  // one text in
constexpr std::size_t kMostPhraseWords = 100;
constexpr std::size_t kMostPhrases = 20'000'000;  // of all sentences: about 1 GiB
constexpr std::uint8_t kInKept = 1;
constexpr std::uint8_t kInHeld = 2;

bool isHeld(std::string_view text) { return mixBits(hashText(text)) % kHeldShare == 0; }

// Hashes of the words, parted by blanks.
std::vector<std::uint64_t> wordHashes(std::string_view text) {
    std::vector<std::uint64_t> words;
    for (std::size_t at = 0;
         (at = text.find_first_not_of(" \t\n", at)) != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
        words.push_back(mixBits(hashText(text.substr(at, end - at))));
        at = end;
    }
    return words;
}

std::uint64_t joinedHash(std::uint64_t phrase, std::uint64_t word) {
    return mixBits(phrase * 0x100000001b3ULL ^ word);
}

std::uint64_t phraseHash(std::span<const std::uint64_t> words) {
    return std::accumulate(words.begin(), words.end(), std::uint64_t{0}, joinedHash);
}

// Whether looking for phrases is worth its memory.
bool mayBePhrases(const std::vector<std::vector<std::uint64_t>>& words) {
    std::size_t phrases = 0;
    for (const auto& text : words) {
        if (text.size() > kMostPhraseWords) return false;
        phrases += text.size() * text.size() / 2;
        if (phrases > 4 * kMostPhrases) return false;
    }
    return true;
}

}  // namespace

std::vector<HeldOut> heldOut(std::span<const ReadText> samples) {
    std::vector<HeldOut> parts(samples.size());
    std::ranges::transform(samples, parts.begin(), [](const ReadText& sample) {
        return isHeld(sample.text.first) ? HeldOut::Yes : HeldOut::No;
    });
    if (std::ranges::any_of(samples, [](const ReadText& s) { return !s.text.second.empty(); }))
        return parts;
    std::vector<std::vector<std::uint64_t>> words;
    for (const ReadText& sample : samples) words.push_back(wordHashes(sample.text.first));
    if (!mayBePhrases(words)) return parts;
    std::vector<std::size_t> order(samples.size());  // the longest first
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return words[i].size(); });
    std::unordered_map<std::uint64_t, std::uint8_t> standsIn;  // by phrase
    std::vector<char> sentence(samples.size(), 0);
    for (const std::size_t i : order) {
        if (words[i].empty() || standsIn.contains(phraseHash(words[i]))) continue;
        if (standsIn.size() > kMostPhrases) return parts;
        sentence[i] = 1;
        const std::uint8_t in = parts[i] == HeldOut::Yes ? kInHeld : kInKept;
        for (std::size_t first = 0; first < words[i].size(); ++first) {
            std::uint64_t phrase = 0;
            for (std::size_t last = first; last < words[i].size(); ++last)
                standsIn[phrase = joinedHash(phrase, words[i][last])] |= in;
        }
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto where = standsIn.find(phraseHash(words[i]));
        if (where == standsIn.end()) continue;
        const bool heldAlone = where->second == kInHeld;
        parts[i] = !heldAlone ? HeldOut::No : sentence[i] != 0 ? HeldOut::Yes : HeldOut::Neither;
    }
    return parts;
}

}  // namespace splitee
