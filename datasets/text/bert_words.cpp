// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/bert_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "datasets/text/unicode_rules.h"

namespace splitee {
namespace {

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;

const std::array<BertClass, 128>& asciiClasses() {
    static const std::array<BertClass, 128> classes = [] {
        std::array<BertClass, 128> made{};
        for (std::size_t code = 0; code < made.size(); ++code)
            made[code] = bertClassOf(static_cast<char32_t>(code));
        return made;
    }();
    return classes;
}

class WordSplitter {
public:
    WordSplitter(std::string_view source, bool lowerCase,
                 const std::function<bool(const BertWord&)>& visit)
        : source_(source), lowerCase_(lowerCase), visit_(visit) {}

    std::uint64_t run() {
        while (at_ < source_.size() && goesOn_) {
            const auto byte = static_cast<unsigned char>(source_[at_]);
            if (byte < 0x80)
                takeAscii(byte);
            else
                takeOther();
        }
        endWord();
        return at_ + steps_;
    }

private:
    void takeAscii(unsigned char byte) {
        const BertClass kind = asciiClasses()[byte];
        ++at_;
        if (kind == BertClass::Other) {
            endMarks();
            const bool capital = lowerCase_ && byte >= 'A' && byte <= 'Z';
            append(capital ? byte + U' ' : byte);
        } else if (kind == BertClass::Space) {
            endWord();
        } else if (kind == BertClass::Punctuation) {
            oneWord(byte);
        }
    }

    void takeOther() {
        const DecodedCharacter character = decoded(source_.substr(at_));
        const std::size_t begin = at_;
        at_ += character.bytes;
        if (!character.valid) return;
        switch (bertClassOf(character.code)) {
            case BertClass::LeftOut:
                return;
            case BertClass::Space:
                return endWord();
            case BertClass::Ideograph:
                endWord();
                fold(character.code, begin);
                return endWord();
            case BertClass::Punctuation:
            case BertClass::Other:
                return fold(character.code, begin);
        }
    }

    // Lower case, decomposed, without its marks.
    void fold(char32_t code, std::size_t begin) {
        if (!lowerCase_) return appendOrPart(code);
        if (code == kCapitalSigma && isFinalSigma(source_, begin, steps_))
            code = kFinalSigma;
        else
            code = lowerCaseOf(code);
        parts_.clear();
        decompose(code, parts_);
        for (const char32_t part : parts_) {
            if (isNonspacingMark(part)) continue;
            if (const std::uint8_t order = combiningClassOf(part); order != 0) {
                marks_.push_back({order, part});
                continue;
            }
            endMarks();
            appendOrPart(part);
        }
    }

    // Marks that stay stand in the order of their combining classes.
    void endMarks() {
        if (marks_.empty()) return;
        std::ranges::stable_sort(marks_, {}, &Mark::order);
        for (const Mark& mark : marks_) append(mark.code);
        marks_.clear();
    }

    void appendOrPart(char32_t code) {
        if (bertClassOf(code) == BertClass::Punctuation)
            oneWord(code);
        else
            append(code);
    }

    void append(char32_t code) {
        if (++characters_ <= kMostWordCharacters) appendUtf8(word_, code);
        wordEnd_ = at_;
    }

    void oneWord(char32_t code) {
        endWord();
        append(code);
        endWord();
    }

    void endWord() {
        endMarks();
        if (characters_ == 0) return;
        if (goesOn_) goesOn_ = visit_({word_, characters_, wordEnd_});
        word_.clear();
        characters_ = 0;
    }

    struct Mark {
        std::uint8_t order;
        char32_t code;
    };

    std::string_view source_;
    bool lowerCase_;
    const std::function<bool(const BertWord&)>& visit_;
    bool goesOn_ = true;
    std::size_t at_ = 0;       // byte of the source
    std::uint64_t steps_ = 0;  // beside those
    std::string word_;
    std::size_t characters_ = 0;
    std::size_t wordEnd_ = 0;  // byte of the source behind the last character in it
    std::vector<char32_t> parts_;
    std::vector<Mark> marks_;
};

}  // namespace

std::uint64_t forEachBertWord(std::string_view text, bool lowerCase,
                              const std::function<bool(const BertWord&)>& visit) {
    return WordSplitter(text, lowerCase, visit).run();
}

}  // namespace splitee
