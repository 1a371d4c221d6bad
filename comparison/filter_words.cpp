// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/filter_words.h"

#include <algorithm>
#include <cstdint>

namespace splitee {
namespace {

using WordKind = FilterWord::Kind;

char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isOperator(char c) { return c == '=' || c == '!' || c == '<' || c == '>' || c == '~'; }
bool isWord(char c) {
    return !isSpace(c) && !isOperator(c) && c != '(' && c != ')' && c != ',' && c != '"' &&
           c != '\'';
}

}  // namespace

std::string placeIn(std::string_view text, std::size_t at) {
    std::size_t characters = 1;
    for (const char c : text.substr(0, at))
        characters +=
            (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U ? 1 : 0;  // not the rest of one
    return "at character " + std::to_string(characters);
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lowerCase);
    return out;
}

bool containsLowered(std::string_view text, std::string_view part) {
    if (part.empty()) return true;
    if (part.size() > text.size()) return false;
    for (std::size_t start = 0; start + part.size() <= text.size(); ++start) {
        std::size_t same = 0;
        while (same < part.size() && lowerCase(text[start + same]) == part[same]) ++same;
        if (same == part.size()) return true;
    }
    return false;
}

Result<std::vector<FilterWord>> filterWords(std::string_view text) {
    std::vector<FilterWord> words;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const std::size_t start = i;
        if (isSpace(c)) {
            ++i;
        } else if (c == '(' || c == ')' || c == ',') {
            words.push_back({c == '('   ? WordKind::Open
                             : c == ')' ? WordKind::Close
                                        : WordKind::Comma,
                             std::string(1, c), i++});
        } else if (c == '"' || c == '\'') {
            const std::size_t end = text.find(c, i + 1);
            if (end == std::string_view::npos)
                return fail("the quote " + placeIn(text, start) + " is not closed");
            words.push_back(
                {WordKind::Quoted, std::string(text.substr(i + 1, end - i - 1)), start});
            i = end + 1;
        } else if (isOperator(c)) {
            const bool two = i + 1 < text.size() && text[i + 1] == '=' && c != '~';
            std::string sign(text.substr(i, two ? 2 : 1));
            i += sign.size();
            if (sign == "!")
                return fail("! " + placeIn(text, start) + " stands alone: write != or not");
            if (sign == "==") sign = "=";
            words.push_back({WordKind::Operator, std::move(sign), start});
        } else {
            while (i < text.size() && isWord(text[i])) ++i;
            const std::string_view word = text.substr(start, i - start);
            if (word == "&&" || word == "&" || word == "||" || word == "|")
                return fail("'" + std::string(word) + "' " + placeIn(text, start) +
                            " joins nothing: write " + (word[0] == '&' ? "and" : "or"));
            words.push_back({WordKind::Word, std::string(text.substr(start, i - start)), start});
        }
    }
    words.push_back({WordKind::End, "", text.size()});
    return words;
}

}  // namespace splitee
