// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/vocabulary_training.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>

#include "datasets/text/bert_words.h"
#include "datasets/text/unicode_rules.h"
#include "engine/current_stop.h"

namespace splitee {
namespace {

struct CountedWord {
    std::vector<std::uint32_t> symbols;
    std::int64_t count = 0;
};

// Two symbols side by side.
using Pair = std::uint64_t;
Pair pairOf(std::uint32_t left, std::uint32_t right) { return std::uint64_t{left} << 32U | right; }
std::uint32_t leftOf(Pair pair) { return static_cast<std::uint32_t>(pair >> 32U); }
std::uint32_t rightOf(Pair pair) { return static_cast<std::uint32_t>(pair); }

struct PairUse {
    std::int64_t count = 0;
    std::vector<std::uint32_t> words;  // where it stood at some time, each once in a row
};

class PairMerger {
public:
    PairMerger(std::vector<std::string> spelling, std::vector<CountedWord> words)
        : spelling_(std::move(spelling)), words_(std::move(words)) {
        for (std::uint32_t id = 0; id < spelling_.size(); ++id) idOf_.emplace(spelling_[id], id);
        for (std::uint32_t w = 0; w < words_.size(); ++w) countPairs(w, words_[w].count);
        for (const Pair pair : touched_) offer(pair);
        touched_.clear();
    }

    // Joins the most frequent pair; false where none stands together `least` times.
    bool joinOne(std::int64_t least) {
        while (!best_.empty()) {
            const Offer offered = best_.top();
            best_.pop();
            const auto use = uses_.find(offered.pair);
            if (use == uses_.end() || use->second.count != offered.count) continue;  // outdated
            if (offered.count < least) return false;
            const std::vector<std::uint32_t> words = std::move(use->second.words);
            use->second.words.clear();
            const std::uint32_t joined = symbolOf(offered.spelling);
            for (const std::uint32_t w : words) joinIn(w, offered.pair, joined);
            for (const Pair pair : touched_) offer(pair);
            touched_.clear();
            return true;
        }
        return false;
    }

    [[nodiscard]] const std::vector<std::string>& spelling() const { return spelling_; }

private:
    struct Offer {
        std::int64_t count;
        std::string spelling;
        Pair pair;
        bool operator<(const Offer& other) const {  // the greatest is joined
            if (count != other.count) return count < other.count;
            if (spelling != other.spelling) return spelling > other.spelling;
            return pair > other.pair;
        }
    };

    [[nodiscard]] std::string spelled(Pair pair) const {
        return spelling_[leftOf(pair)] + spelling_[rightOf(pair)].substr(2);  // without ##
    }

    // Two ways to make a piece lead to one symbol.
    std::uint32_t symbolOf(const std::string& spelling) {
        const auto [there, made] =
            idOf_.emplace(spelling, static_cast<std::uint32_t>(spelling_.size()));
        if (made) spelling_.push_back(spelling);
        return there->second;
    }

    void countPairs(std::uint32_t w, std::int64_t count) {
        const std::vector<std::uint32_t>& symbols = words_[w].symbols;
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            const Pair pair = pairOf(symbols[i], symbols[i + 1]);
            PairUse& use = uses_[pair];
            use.count += count;
            if (count > 0 && (use.words.empty() || use.words.back() != w)) use.words.push_back(w);
            touched_.insert(pair);
        }
    }

    void joinIn(std::uint32_t w, Pair pair, std::uint32_t joined) {
        std::vector<std::uint32_t>& symbols = words_[w].symbols;
        std::vector<std::uint32_t> after;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            const bool here = i + 1 < symbols.size() && pairOf(symbols[i], symbols[i + 1]) == pair;
            after.push_back(here ? joined : symbols[i]);
            i += here ? 1 : 0;
        }
        if (after.size() == symbols.size()) return;  // joined to something else meanwhile
        countPairs(w, -words_[w].count);
        symbols = std::move(after);
        countPairs(w, words_[w].count);
    }

    void offer(Pair pair) {
        const auto use = uses_.find(pair);
        if (use->second.count > 0)
            best_.push({use->second.count, spelled(pair), pair});
        else
            uses_.erase(use);
    }

    std::vector<std::string> spelling_;  // by symbol
    std::map<std::string, std::uint32_t> idOf_;
    std::vector<CountedWord> words_;
    std::unordered_map<Pair, PairUse> uses_;
    std::set<Pair> touched_;  // whose counts have changed
    std::priority_queue<Offer> best_;
};

std::vector<std::string> charactersOf(const std::string& word) {
    std::vector<std::string> characters;
    for (std::string_view rest = word; !rest.empty();) {
        const std::size_t bytes = decoded(rest).bytes;
        characters.emplace_back(rest.substr(0, bytes));
        rest.remove_prefix(bytes);
    }
    return characters;
}

using SortedWords = std::vector<std::pair<std::string, std::int64_t>>;

std::set<std::string> frequentCharacters(const SortedWords& words, std::size_t most) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& [word, count] : words)
        for (const std::string& character : charactersOf(word)) counts[character] += count;
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             &std::pair<std::string, std::int64_t>::second);
    sorted.resize(std::min(sorted.size(), most));
    std::set<std::string> kept;
    for (const auto& [character, count] : sorted) kept.insert(character);
    return kept;
}

}  // namespace

void VocabularyTraining::add(std::string_view text) {
    forEachBertWord(text, settings_.lowerCase, [&](const BertWord& word) {
        if (word.characters <= kMostWordCharacters) ++count_[std::string(word.text)];
        return true;
    });
    if (count_.size() > settings_.mostWords) forgetRareWords();
}

void VocabularyTraining::forgetRareWords() {
    for (std::int64_t rare = 1; count_.size() > settings_.mostWords / 2; ++rare)
        std::erase_if(count_, [&](const auto& counted) { return counted.second <= rare; });
}

Result<std::vector<std::string>> VocabularyTraining::pieces() const {
    const SortedWords sorted = [&] {
        SortedWords all(count_.begin(), count_.end());
        std::ranges::sort(all);
        return all;
    }();
    if (sorted.empty()) return fail("no vocabulary can be made: the texts have no words");
    const std::set<std::string> kept = frequentCharacters(sorted, settings_.mostCharacters);
    std::set<std::string> alphabet;
    std::vector<std::vector<std::string>> spelled;
    std::vector<CountedWord> words;
    for (const auto& [word, count] : sorted) {
        std::vector<std::string> characters = charactersOf(word);
        if (!std::ranges::all_of(characters, [&](const auto& c) { return kept.contains(c); }))
            continue;
        for (std::size_t i = 1; i < characters.size(); ++i) characters[i].insert(0, "##");
        alphabet.insert(characters.begin(), characters.end());
        spelled.push_back(std::move(characters));
        words.push_back({{}, count});
    }
    std::vector<std::string> spelling{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    std::map<std::string, std::uint32_t> idOf;
    for (const std::string& character : alphabet) {
        idOf.emplace(character, static_cast<std::uint32_t>(spelling.size()));
        spelling.push_back(character);
    }
    if (spelling.size() > settings_.pieces)
        return fail("a vocabulary of " + std::to_string(settings_.pieces) +
                    " pieces is too small: the characters of the texts alone take " +
                    std::to_string(spelling.size()));
    for (std::size_t w = 0; w < words.size(); ++w)
        for (const std::string& character : spelled[w])
            words[w].symbols.push_back(idOf.at(character));
    PairMerger merger(std::move(spelling), std::move(words));
    while (merger.spelling().size() < settings_.pieces && merger.joinOne(settings_.leastCount))
        if (stopRequested()) return stoppedWhileReading("the vocabulary's training text");
    return merger.spelling();
}

}  // namespace splitee
