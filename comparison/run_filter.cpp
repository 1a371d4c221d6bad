// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/run_filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "comparison/filter_words.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {

struct RunFilter::Node {
    enum class Kind { And, Or, Not, Compare, OneOf, Search };
    Kind kind = Kind::Search;
    std::vector<Node> parts;         // of And, Or, Not
    std::size_t key = 0;             // of Compare, OneOf
    std::string sign;                // of Compare
    std::vector<double> numbers;     // what a number is held against
    std::vector<std::string> texts;  // what a text is held against or searched for, lowered
};

namespace {

using Node = RunFilter::Node;
using Kind = FilterWord::Kind;

constexpr std::size_t kMostCharacters = 2000;
constexpr int kDeepest = 50;

// Whole numbers are exact: a seed may have ten digits. Shares were added up and may miss what was
// typed by a hair.
bool sameNumber(double a, double b) {
    if (std::trunc(a) == a && std::trunc(b) == b) return a == b;
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool numberPasses(double value, const std::string& sign, double other) {
    if (sign == "=") return sameNumber(value, other);
    if (sign == "!=") return !sameNumber(value, other);
    if (sign == "<") return value < other && !sameNumber(value, other);
    if (sign == "<=") return value < other || sameNumber(value, other);
    if (sign == ">") return value > other && !sameNumber(value, other);
    return value > other || sameNumber(value, other);
}

// Tags are several texts in one.
bool hasTag(std::string_view tags, const std::string& wanted) {
    const std::string all = ", " + lowered(tags) + ", ";
    return all.find(", " + wanted + ", ") != std::string::npos;
}

bool isTag(std::size_t key) { return runKeys()[key].key == "tag"; }

bool equalsText(std::size_t key, std::string_view value, const std::string& wanted) {
    return isTag(key) ? hasTag(value, wanted)
                      : value.size() == wanted.size() && containsLowered(value, wanted);
}

bool textPasses(std::size_t key, std::string_view value, const std::string& sign,
                const std::string& other) {
    if (sign == "=") return equalsText(key, value, other);
    if (sign == "!=") return !equalsText(key, value, other);
    if (sign == "~") return containsLowered(value, other);
    const int order = lowered(value).compare(other);
    if (sign == "<") return order < 0;
    if (sign == "<=") return order <= 0;
    return sign == ">" ? order > 0 : order >= 0;
}

const std::vector<std::size_t>& textKeys() {
    static const std::vector<std::size_t> kTexts = [] {
        std::vector<std::size_t> texts;
        for (std::size_t key = 0; key < runKeys().size(); ++key)
            if (!runKeys()[key].number) texts.push_back(key);
        return texts;
    }();
    return kTexts;
}

// By its key, or by the title of its column, with its unit or without.
std::optional<std::size_t> keyNamed(std::string_view text) {
    const std::string wanted = lowered(text.substr(0, text.find(" (")));
    if (const auto key = findRunKey(wanted)) return key;
    const auto titled =
        std::ranges::find(runKeys(), wanted, [](const RunKey& key) { return lowered(key.label); });
    if (titled == runKeys().end()) return std::nullopt;
    return static_cast<std::size_t>(titled - runKeys().begin());
}

bool passes(const Node& node, const RunRow& row) {
    switch (node.kind) {
        case Node::Kind::And:
            return std::ranges::all_of(node.parts,
                                       [&](const Node& part) { return passes(part, row); });
        case Node::Kind::Or:
            return std::ranges::any_of(node.parts,
                                       [&](const Node& part) { return passes(part, row); });
        case Node::Kind::Not:
            return !passes(node.parts.front(), row);
        case Node::Kind::Search:
            return std::ranges::any_of(textKeys(), [&](std::size_t key) {
                const RunValue value = valueOf(row, key);
                return isKnown(value) &&
                       containsLowered(std::get<std::string_view>(value), node.texts.front());
            });
        case Node::Kind::OneOf: {
            const RunValue value = valueOf(row, node.key);
            if (const double* number = std::get_if<double>(&value))
                return std::ranges::any_of(node.numbers,
                                           [&](double one) { return sameNumber(*number, one); });
            if (!isKnown(value)) return false;
            return std::ranges::any_of(node.texts, [&](const std::string& one) {
                return equalsText(node.key, std::get<std::string_view>(value), one);
            });
        }
        case Node::Kind::Compare: {
            const RunValue value = valueOf(row, node.key);
            if (!isKnown(value)) return node.sign == "!=";
            if (const double* number = std::get_if<double>(&value))
                return node.sign == "~" ? containsLowered(shortNumber(*number), node.texts.front())
                                        : numberPasses(*number, node.sign, node.numbers.front());
            return textPasses(node.key, std::get<std::string_view>(value), node.sign,
                              node.texts.front());
        }
    }
    return false;
}

class Parser {
public:
    Parser(std::string_view text, std::vector<FilterWord> words)
        : text_(text), words_(std::move(words)) {}

    Result<Node> whole() {
        auto node = either();
        if (!node) return node;
        if (now().kind == Kind::Close) return fail("the ) " + place() + " closes nothing");
        if (now().kind != Kind::End)
            return fail("'" + shownText(now().text, 60) + "' " + place() + " does not fit there");
        return node;
    }
    [[nodiscard]] bool trash() const { return trash_; }

private:
    [[nodiscard]] const FilterWord& now() const { return words_[at_]; }
    [[nodiscard]] std::string place() const { return placeIn(text_, now().at); }
    [[nodiscard]] bool is(std::string_view word) const {
        return now().kind == Kind::Word && lowered(now().text) == word;
    }

    Result<Node> joined(Node::Kind kind, Result<Node> (Parser::*part)(), bool (Parser::*more)()) {
        auto first = (this->*part)();
        if (!first) return first;
        Node all{kind, {}, 0, "", {}, {}};
        all.parts.push_back(std::move(*first));
        while ((this->*more)()) {
            auto next = (this->*part)();
            if (!next) return next;
            all.parts.push_back(std::move(*next));
        }
        if (all.parts.size() > 1) return all;
        Node only = std::move(all.parts.front());
        return only;
    }

    bool orFollows() {
        const bool follows = is("or");
        if (follows) ++at_;
        return follows;
    }
    bool andFollows() {
        if (is("and")) {
            ++at_;
            return true;
        }
        const Kind kind = now().kind;  // two beside each other: both
        return !is("or") && (kind == Kind::Word || kind == Kind::Quoted || kind == Kind::Open);
    }

    Result<Node> either() { return joined(Node::Kind::Or, &Parser::both, &Parser::orFollows); }
    Result<Node> both() { return joined(Node::Kind::And, &Parser::one, &Parser::andFollows); }

    Result<Node> one() {
        if (++depth_ > kDeepest)
            return fail("more than " + std::to_string(kDeepest) + " parts lie in each other " +
                        place() + ": make it simpler");
        auto node = oneInside();
        --depth_;
        return node;
    }

    Result<Node> oneInside() {
        if (is("not")) {
            ++at_;
            auto inner = one();
            if (!inner) return inner;
            Node node{Node::Kind::Not, {}, 0, "", {}, {}};
            node.parts.push_back(std::move(*inner));
            return node;
        }
        if (now().kind == Kind::Open) {
            const std::string opened = place();
            ++at_;
            auto inner = either();
            if (!inner) return inner;
            if (now().kind != Kind::Close) return fail("the ( " + opened + " is not closed");
            ++at_;
            return inner;
        }
        if (now().kind == Kind::End) return fail("something is missing at the end");
        const bool word = now().kind == Kind::Word;
        if ((!word && now().kind != Kind::Quoted) || is("and") || is("or") || is("in"))
            return fail("'" + now().text + "' " + place() + " needs something before it");
        const FilterWord& next = words_[at_ + 1];
        const bool notIn = next.kind == Kind::Word && lowered(next.text) == "not" &&
                           words_[at_ + 2].kind == Kind::Word &&
                           lowered(words_[at_ + 2].text) == "in";
        const bool in = next.kind == Kind::Word && lowered(next.text) == "in" &&
                        words_[at_ + 2].kind == Kind::Open;
        const bool compares = next.kind == Kind::Operator || in || notIn;
        if (compares && (word || keyNamed(now().text))) return comparison(notIn);
        return search(word);
    }

    Result<Node> search(bool word) {
        const FilterWord found = words_[at_++];
        const auto key = word ? findRunKey(lowered(found.text)) : std::nullopt;
        const std::string_view name = key ? runKeys()[*key].key : std::string_view();
        if (name == "starred" || name == "trashed") {
            trash_ = trash_ || name == "trashed";
            return Node{Node::Kind::Compare, {}, *key, "=", {1}, {"1"}};
        }
        return Node{Node::Kind::Search, {}, 0, "", {}, {lowered(found.text)}};
    }

    Result<Node> comparison(bool notIn) {
        const std::string wanted = lowered(now().text);
        const auto key = keyNamed(wanted);
        if (!key) {
            std::vector<std::string_view> names;
            for (const RunKey& one : runKeys()) names.push_back(one.key);
            const std::string meant = nearest(wanted, names);
            return fail("there is no '" + shownText(now().text, 60) + "' " + place() +
                        (meant.empty() ? "" : ": did you mean " + meant + "?"));
        }
        trash_ = trash_ || runKeys()[*key].key == "trashed";
        ++at_;
        Node node{Node::Kind::Compare, {}, *key, "", {}, {}};
        if (now().kind == Kind::Operator) {
            node.sign = words_[at_++].text;
            if (auto read = value(node); !read) return tl::unexpected(read.error());
            return node;
        }
        at_ += notIn ? 2 : 1;
        node.kind = Node::Kind::OneOf;
        if (now().kind != Kind::Open)
            return fail("a list in parentheses is missing " + place() + ", as in (1, 2)");
        if (auto read = list(node); !read) return tl::unexpected(read.error());
        if (!notIn) return node;
        Node turned{Node::Kind::Not, {}, 0, "", {}, {}};
        turned.parts.push_back(std::move(node));
        return turned;
    }

    Result<void> list(Node& node) {
        do {
            ++at_;  // ( or ,
            if (auto read = value(node); !read) return read;
        } while (now().kind == Kind::Comma);
        if (now().kind != Kind::Close) return fail("a comma or ) is missing " + place());
        ++at_;
        return {};
    }

    Result<void> value(Node& node) {
        const RunKey& key = runKeys()[node.key];
        const FilterWord found = now();
        if (found.kind != Kind::Word && found.kind != Kind::Quoted)
            return fail("a value for " + std::string(key.key) + " is missing " + place());
        ++at_;
        std::string text = lowered(found.text);
        node.texts.push_back(text);
        if (!key.number || node.sign == "~") return {};
        if (text == "yes" || text == "no") {
            node.numbers.push_back(text == "yes" ? 1 : 0);
            return {};
        }
        bool percent = text.size() > 1 && text.back() == '%';
        if (percent)
            text.pop_back();
        else if (now().kind == Kind::Word && now().text == "%") {
            percent = true;
            ++at_;
        }
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
            return fail("'" + shownText(found.text, 60) + "' " + placeIn(text_, found.at) +
                        " is not a number, and " + std::string(key.key) + " is one");
        percent = percent || (key.unit == "share" && number > 1);
        node.numbers.push_back(percent && key.unit != "%" ? number / 100 : number);
        return {};
    }

    std::string_view text_;
    std::vector<FilterWord> words_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool trash_ = false;
};

}  // namespace

Result<RunFilter> RunFilter::parse(std::string_view text) {
    if (text.size() > kMostCharacters)
        return fail("the filter has " + std::to_string(text.size()) + " characters: keep it to " +
                    std::to_string(kMostCharacters));
    auto words = filterWords(text);
    if (!words) return tl::unexpected(words.error());
    RunFilter filter;
    if (words->size() == 1) return filter;  // the end
    words->push_back(words->back());        // so that two words ahead may be looked at
    words->push_back(words->back());
    Parser parser(text, std::move(*words));
    auto root = parser.whole();
    if (!root) return tl::unexpected(root.error());
    filter.root_ = std::make_shared<const Node>(std::move(*root));
    filter.trash_ = parser.trash();
    return filter;
}

bool RunFilter::matches(const RunRow& row) const { return root_ == nullptr || passes(*root_, row); }

}  // namespace splitee
