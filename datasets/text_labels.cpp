// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_labels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>

#include "datasets/class_match.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::size_t kLabelsNamed = 12;  // in a refusal
constexpr std::size_t kLabelShown = 60;   // characters of one

struct KnownLabels {
    LabelTask task;
    std::vector<std::string_view> classes;
    std::vector<std::pair<std::string_view, std::int32_t>> words;  // beside the classes' names
};

const std::vector<KnownLabels>& knownLabels() {
    static const std::vector<KnownLabels> known{
        {LabelTask::Sentiment,
         {"negative", "positive"},
         {{"0", 0}, {"1", 1}, {"neg", 0}, {"pos", 1}}},
        {LabelTask::Polarity, {"negative", "positive"}, {{"1", 0}, {"2", 1}}},
        {LabelTask::Entailment, {"entailment", "not_entailment"}, {{"0", 0}, {"1", 1}}},
        {LabelTask::SciTail, {"neutral", "entails"}, {{"0", 0}, {"1", 1}, {"entailment", 1}}},
        {LabelTask::Snli,
         {"entailment", "neutral", "contradiction"},
         {{"0", 0}, {"1", 1}, {"2", 2}}},
        {LabelTask::Mnli,
         {"contradiction", "entailment", "neutral"},
         {{"0", 0}, {"1", 1}, {"2", 2}}},
        {LabelTask::Equivalence, {"not_equivalent", "equivalent"}, {{"0", 0}, {"1", 1}}},
        {LabelTask::Duplicates, {"not_duplicate", "duplicate"}, {{"0", 0}, {"1", 1}}},
    };
    return known;
}

// "Not entailment" and "not-entailment" are not_entailment.
std::string plainLabel(std::string_view word) {
    std::string plain(word);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return plain;
}

std::optional<std::int32_t> classOf(const KnownLabels& labels, std::string_view word) {
    const std::string plain = plainLabel(word);
    for (std::size_t c = 0; c < labels.classes.size(); ++c)
        if (plain == labels.classes[c]) return static_cast<std::int32_t>(c);
    for (const auto& [known, index] : labels.words)
        if (plain == known) return index;
    return std::nullopt;
}

std::optional<TextClasses> classesBy(const KnownLabels& labels,
                                     const std::vector<std::string>& words) {
    TextClasses classes{{labels.classes.begin(), labels.classes.end()}, {}, {}};
    for (const std::string& word : words) {
        const auto index = classOf(labels, word);
        if (!index) return std::nullopt;
        classes.ofWord.push_back(*index);
    }
    return classes;
}

std::optional<double> numberIn(const std::string& word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

TextClasses classesOfTheirOwn(const std::vector<std::string>& words) {
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool numbers = std::ranges::all_of(
        words, [](const std::string& word) { return numberIn(word).has_value(); });
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (numbers && *numberIn(words[a]) != *numberIn(words[b]))
            return *numberIn(words[a]) < *numberIn(words[b]);
        return words[a] < words[b];
    });
    TextClasses classes;
    classes.ofWord.resize(words.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        classes.ofWord[order[place]] = static_cast<std::int32_t>(place);
        classes.names.push_back(words[order[place]]);
    }
    return classes;
}

TextClasses meantBy(const std::vector<std::string>& words, LabelTask task) {
    const bool feeling = task == LabelTask::Sentiment || task == LabelTask::Polarity;
    for (const bool itself : {true, false})
        for (const KnownLabels& labels : knownLabels()) {
            const bool alike = feeling && (labels.task == LabelTask::Sentiment ||
                                           labels.task == LabelTask::Polarity);
            if (itself ? labels.task != task : !alike) continue;
            if (auto classes = classesBy(labels, words)) return *classes;
        }
    if (words.empty()) return {};
    if (std::ranges::any_of(words, [](const std::string& word) { return !numberIn(word); }))
        for (const KnownLabels& labels : knownLabels())
            if (auto classes = classesBy(labels, words)) return *classes;
    return classesOfTheirOwn(words);
}

// Names of one meaning have one spelling.
std::string meaningOf(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSame{
        {{"neg", "negative"},
         {"pos", "positive"},
         {"entails", "entailment"},
         {"duplicate", "equivalent"},
         {"not_duplicate", "not_equivalent"},
         {"paraphrase", "equivalent"},
         {"not_paraphrase", "not_equivalent"}}};
    std::string plain = plainLabel(name);
    for (const auto& [word, meaning] : kSame)
        if (plain == word) return std::string(meaning);
    return plain;
}

std::int32_t placeAmong(const std::vector<std::string>& network, const std::string& name) {
    const auto find = [&](std::string_view meaning) {
        const auto at = std::ranges::find_if(
            network, [&](const std::string& other) { return meaningOf(other) == meaning; });
        return at == network.end() ? -1 : static_cast<std::int32_t>(at - network.begin());
    };
    const std::string meaning = meaningOf(name);
    const std::int32_t place = find(meaning);
    const bool weaker = meaning == "neutral" || meaning == "contradiction";
    return place < 0 && weaker ? find("not_entailment") : place;
}

std::string namesShown(const std::vector<std::string>& names) {
    std::vector<std::string> shown;
    for (const std::string& name : names) shown.push_back(shownText(name, kLabelShown));
    return namesIn(shown, kLabelsNamed);
}

// SplitEE's runs give label i the number order[i].
void reorder(TextClasses& classes, const std::vector<std::int32_t>& order) {
    std::vector<std::string> names(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        names[static_cast<std::size_t>(order[i])] = classes.names[i];
    classes.names = std::move(names);
    for (std::int32_t& index : classes.ofWord) index = order[static_cast<std::size_t>(index)];
}

Result<void> fitTo(const std::vector<std::string>& network, LabelMap map, TextClasses& classes,
                   const std::string& path) {
    const auto differ = [&](const std::string& what) {
        return fail("the texts of " + path + " " + what + " (" + namesShown(classes.names) +
                    "), but the network's are " + namesShown(network));
    };
    if (map != LabelMap::ByName) {
        if (classes.names.size() != network.size())
            return differ("have " + std::to_string(classes.names.size()) + " classes");
    } else {
        std::vector<std::int32_t> place;
        for (const std::string& name : classes.names) place.push_back(placeAmong(network, name));
        for (std::int32_t& index : classes.ofWord) {
            index = place[static_cast<std::size_t>(index)];
            if (index < 0) {
                auto wrong = differ("have classes that the network does not know");
                wrong.value().message +=
                    ": text:" + path + "#map=position takes them in their order";
                return wrong;
            }
        }
    }
    classes.names = network;
    return {};
}

}  // namespace

Result<LabelMap> labelMapFrom(std::string_view text) {
    constexpr std::array<std::string_view, 3> kMaps{"position", "splitee_scitail", "splitee_snli"};
    if (text == kMaps[0]) return LabelMap::ByPlace;
    if (text == kMaps[1]) return LabelMap::SpliteeSciTail;
    if (text == kMaps[2]) return LabelMap::SpliteeSnli;
    const std::string meant = nearest(text, kMaps);
    return fail("unknown map of labels '" + shownText(text, 100) +
                "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
                listed(kMaps));
}

bool looksLikeLabel(std::string_view field) {
    const bool digits = !field.empty() && field.size() <= 2 &&
                        std::ranges::all_of(field, [](char c) { return c >= '0' && c <= '9'; });
    return digits || field == "-" ||
           std::ranges::any_of(knownLabels(), [&](const KnownLabels& labels) {
               return classOf(labels, field).has_value();
           });
}

Result<TextClasses> textClasses(const std::vector<std::string>& words, LabelTask task, LabelMap map,
                                const std::vector<std::string>& network, const std::string& path) {
    TextClasses classes = meantBy(words, task);
    const std::size_t mapped = map == LabelMap::SpliteeSciTail ? 2
                               : map == LabelMap::SpliteeSnli  ? 3
                                                               : 0;
    if (mapped != 0) {
        if (classes.names.size() != mapped)
            return fail("map=" + std::string(mapped == 2 ? "splitee_scitail" : "splitee_snli") +
                        " is for " + std::to_string(mapped) + " classes, but the texts of " + path +
                        " have " + std::to_string(classes.names.size()) + " (" +
                        namesShown(classes.names) + ")");
        reorder(classes,
                mapped == 2 ? std::vector<std::int32_t>{1, 0} : std::vector<std::int32_t>{1, 2, 0});
    }
    if (!network.empty())
        if (auto fit = fitTo(network, map, classes, path); !fit) return tl::unexpected(fit.error());
    return classes;
}

}  // namespace splitee
