// SPDX-License-Identifier: GPL-3.0-or-later
#include "slow_word_piece.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace splitee::test {
namespace {

QRegularExpression rule(const char* pattern) {
    return QRegularExpression(QString::fromLatin1(pattern),
                              QRegularExpression::UseUnicodePropertiesOption);
}

QStringList whitespaceTokenize(const QString& text) {
    static const auto kSpaces = rule("[\\s\\p{Z}]+");
    return text.split(kSpaces, Qt::SkipEmptyParts);
}

QString lower(QString token) {
    // As Python's str.lower() has it: U+0345, which is cased and case-ignorable, is passed over.
    static const auto kFinalSigma = rule(
        "(?!\\p{Case_Ignorable})\\p{Cased}\\p{Case_Ignorable}*+\\K\\x{3A3}"
        "(?!\\p{Case_Ignorable}*+\\p{Cased})");
    return token.replace(kFinalSigma, QString(QChar(0x3C2))).toLower();
}

QStringList codePoints(const QString& text) {
    QStringList characters;
    for (const uint code : text.toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        characters << QString::fromUcs4(&c, 1);
    }
    return characters;
}

}  // namespace

QStringList slowWords(std::string_view bytes, bool lowerCase) {
    static const auto kClean = rule("[\\x{0}\\x{FFFD}]|(?![\\t\\n\\r])[\\p{Cc}\\p{Cf}]");
    static const auto kBlank = rule("[ \\t\\n\\r]|\\p{Zs}");
    static const auto kChinese = rule(
        "([\\x{4E00}-\\x{9FFF}\\x{3400}-\\x{4DBF}\\x{20000}-\\x{2A6DF}\\x{2A700}-\\x{2B73F}"
        "\\x{2B740}-\\x{2B81F}\\x{2B820}-\\x{2CEAF}\\x{F900}-\\x{FAFF}\\x{2F800}-\\x{2FA1F}])");
    static const auto kAccents = rule("\\p{Mn}");
    static const auto kPunctuation = rule("([!-/:-@\\[-`{-~]|\\p{P})");
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    text.replace(kClean, QString());
    text.replace(kBlank, QStringLiteral(" "));
    text.replace(kChinese, QStringLiteral(" \\1 "));
    QString split;
    for (QString token : whitespaceTokenize(text)) {
        if (lowerCase)
            token = lower(token).normalized(QString::NormalizationForm_D).remove(kAccents);
        split += u' ' + token.replace(kPunctuation, QStringLiteral(" \\1 "));
    }
    return whitespaceTokenize(split);
}

QStringList slowPieces(std::string_view text, const std::vector<std::string>& vocabulary,
                       bool lowerCase) {
    QSet<QString> known;
    for (const std::string& piece : vocabulary) known.insert(QString::fromStdString(piece));
    QStringList pieces;
    for (const QString& word : slowWords(text, lowerCase)) {
        const QStringList characters = codePoints(word);
        QStringList ofWord;
        bool bad = characters.size() > 100;
        for (qsizetype start = 0; start < characters.size() && !bad;) {
            qsizetype end = characters.size();
            for (; start < end; --end) {
                const QString piece = (start > 0 ? QStringLiteral("##") : QString()) +
                                      characters.mid(start, end - start).join(QString());
                if (!known.contains(piece)) continue;
                ofWord << piece;
                break;
            }
            bad = start == end;
            start = end;
        }
        pieces += bad ? QStringList{QStringLiteral("[UNK]")} : ofWord;
    }
    return pieces;
}

std::vector<std::string> slowVocabulary(const std::vector<std::string>& words, std::size_t pieces,
                                        int leastCount) {
    std::vector<std::vector<std::string>> split;
    std::map<std::string, int> alphabet;
    for (const std::string& word : words) {
        split.emplace_back();
        for (std::size_t i = 0; i < word.size(); ++i) {
            split.back().push_back((i == 0 ? "" : "##") + word.substr(i, 1));
            ++alphabet[split.back().back()];
        }
    }
    std::vector<std::string> made{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    for (const auto& [character, count] : alphabet) made.push_back(character);
    while (made.size() < pieces) {
        std::map<std::pair<std::string, std::string>, int> pairs;
        for (const auto& word : split)
            for (std::size_t i = 0; i + 1 < word.size(); ++i) ++pairs[{word[i], word[i + 1]}];
        const auto joined = [](const auto& pair) { return pair.first + pair.second.substr(2); };
        // The most frequent, of these the first by its spelling; of equal spellings the one whose
        // left half was made first.
        const auto placeOf = [&](const std::string& piece) {
            return std::ranges::find(made, piece) - made.begin();
        };
        const auto best = std::ranges::max_element(pairs, [&](const auto& a, const auto& b) {
            if (a.second != b.second) return a.second < b.second;
            if (joined(a.first) != joined(b.first)) return joined(a.first) > joined(b.first);
            return placeOf(a.first.first) > placeOf(b.first.first);
        });
        if (best == pairs.end() || best->second < leastCount) break;
        const auto pair = best->first;
        for (auto& word : split)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if (word[i] == pair.first && word[i + 1] == pair.second) {
                    word[i] = joined(pair);
                    word.erase(word.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                }
        if (std::ranges::find(made, joined(pair)) == made.end()) made.push_back(joined(pair));
    }
    return made;
}

}  // namespace splitee::test
