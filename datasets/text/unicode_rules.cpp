// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/unicode_rules.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>

#include "engine/plain_text.h"

namespace splitee {
namespace {

using enum QChar::Category;

struct Stretch {
    char32_t first, last;
};

template <std::size_t n>
bool liesIn(const std::array<Stretch, n>& stretches, char32_t code) {
    return std::ranges::any_of(stretches, [&](const Stretch& stretch) {
        return code >= stretch.first && code <= stretch.last;
    });
}

constexpr std::array<Stretch, 8> kIdeographs{{{0x4E00, 0x9FFF},
                                              {0x3400, 0x4DBF},
                                              {0x20000, 0x2A6DF},
                                              {0x2A700, 0x2B73F},
                                              {0x2B740, 0x2B81F},
                                              {0x2B820, 0x2CEAF},
                                              {0xF900, 0xFAFF},
                                              {0x2F800, 0x2FA1F}}};

// Other_Lowercase and Other_Uppercase that are no modifiers: those are case-ignorable.
constexpr std::array<Stretch, 7> kCasedBeyondLetters{{{0xAA, 0xAA},
                                                      {0xBA, 0xBA},
                                                      {0x2160, 0x217F},
                                                      {0x24B6, 0x24E9},
                                                      {0x1F130, 0x1F149},
                                                      {0x1F150, 0x1F169},
                                                      {0x1F170, 0x1F189}}};

// Word_Break = MidLetter, MidNumLet, Single_Quote.
constexpr std::array<char32_t, 17> kIgnorablePunctuation{
    0x27,   0x2E,   0x3A,   0xB7,   0x387,  0x55F,  0x5F4,  0x2018, 0x2019,
    0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A};

constexpr char32_t kCapitalDottedI = 0x130;
constexpr char32_t kHangul = 0xAC00;
constexpr char32_t kHangulLast = 0xD7A3;

bool isCaseIgnorable(char32_t code) {
    switch (QChar::category(code)) {
        case Mark_NonSpacing:
        case Mark_Enclosing:
        case Other_Format:
        case Letter_Modifier:
        case Symbol_Modifier:
            return true;
        default:
            return std::ranges::find(kIgnorablePunctuation, code) != kIgnorablePunctuation.end();
    }
}

bool isCased(char32_t code) {
    switch (QChar::category(code)) {
        case Letter_Uppercase:
        case Letter_Lowercase:
        case Letter_Titlecase:
            return true;
        default:
            return liesIn(kCasedBeyondLetters, code);
    }
}

// What sits between two letters without parting them, seen after BERT has left out its part.
bool isPassedOverForCase(const DecodedCharacter& next) {
    return !next.valid || bertClassOf(next.code) == BertClass::LeftOut ||
           isCaseIgnorable(next.code);
}

// The character that ends in front of byte `at` > 0.
DecodedCharacter decodedBefore(std::string_view text, std::size_t at) {
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(at, 4); ++bytes) {
        const DecodedCharacter character = decoded(text.substr(at - bytes, bytes));
        if (character.valid && character.bytes == bytes) return character;
    }
    return {};
}

}  // namespace

DecodedCharacter decoded(std::string_view text) {
    const std::size_t bytes = utf8CharacterBytes(text);
    const auto byteAt = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    if (bytes == 0) return {};
    if (bytes == 1) return {byteAt(0), 1, true};
    char32_t code = byteAt(0) & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) code = code << 6U | (byteAt(i) & 0x3fU);
    return {code, bytes, true};
}

void appendUtf8(std::string& text, char32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const unsigned more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;  // bytes that follow
    text += static_cast<char>((0xf00U >> (more + 1) & 0xffU) | code >> (6 * more));
    for (unsigned i = more; i > 0; --i)
        text += static_cast<char>(0x80U | (code >> (6 * (i - 1)) & 0x3fU));
}

BertClass bertClassOf(char32_t code) {
    if (code == '\t' || code == '\n' || code == '\r') return BertClass::Space;
    if (code == 0xFFFD) return BertClass::LeftOut;
    switch (QChar::category(code)) {
        case Other_Control:
        case Other_Format:
            return BertClass::LeftOut;
        case Separator_Space:
        case Separator_Line:
        case Separator_Paragraph:
            return BertClass::Space;
        case Punctuation_Connector:
        case Punctuation_Dash:
        case Punctuation_Open:
        case Punctuation_Close:
        case Punctuation_InitialQuote:
        case Punctuation_FinalQuote:
        case Punctuation_Other:
            return BertClass::Punctuation;
        case Letter_Uppercase:
        case Letter_Lowercase:
        case Number_DecimalDigit:
            return BertClass::Other;
        default:
            break;
    }
    if (code < 0x80) return BertClass::Punctuation;  // symbols: $ + < = > ^ ` | ~
    return liesIn(kIdeographs, code) ? BertClass::Ideograph : BertClass::Other;
}

bool isNonspacingMark(char32_t code) { return QChar::category(code) == Mark_NonSpacing; }

std::uint8_t combiningClassOf(char32_t code) { return QChar::combiningClass(code); }

char32_t lowerCaseOf(char32_t code) {
    return code == kCapitalDottedI ? U'i' : QChar::toLower(code);  // Qt leaves that one as it is
}

void decompose(char32_t code, std::vector<char32_t>& parts) {
    const bool hangul = code >= kHangul && code <= kHangulLast;
    if (!hangul && QChar::decompositionTag(code) != QChar::Canonical) {
        parts.push_back(code);
        return;
    }
    if (hangul) {  // Unicode 3.12
        const char32_t index = code - kHangul;
        parts.push_back(0x1100 + index / 588);
        parts.push_back(0x1161 + index % 588 / 28);
        if (index % 28 != 0) parts.push_back(0x11A7 + index % 28);
        return;
    }
    for (const char32_t part : QChar::decomposition(code).toUcs4()) decompose(part, parts);
}

bool isFinalSigma(std::string_view text, std::size_t at, std::uint64_t& steps) {
    bool casedBefore = false;
    for (std::size_t i = at; i > 0;) {
        const DecodedCharacter before = decodedBefore(text, i);
        i -= before.bytes;
        steps += before.bytes;
        if (isPassedOverForCase(before)) continue;
        casedBefore = isCased(before.code);
        break;
    }
    if (!casedBefore) return false;
    for (std::size_t i = at + 2; i < text.size();) {
        const DecodedCharacter next = decoded(text.substr(i));
        i += next.bytes;
        steps += next.bytes;
        if (!isPassedOverForCase(next)) return !isCased(next.code);
    }
    return true;
}

}  // namespace splitee
