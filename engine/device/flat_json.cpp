// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/flat_json.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/plain_text.h"

namespace splitee {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void appendUtf8(std::string& text, std::uint32_t point) {
    const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xc0 | point >> 6);
        byte(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        byte(0xe0 | point >> 12);
        byte(0x80 | (point >> 6 & 0x3f));
        byte(0x80 | (point & 0x3f));
    } else {
        byte(0xf0 | point >> 18);
        byte(0x80 | (point >> 12 & 0x3f));
        byte(0x80 | (point >> 6 & 0x3f));
        byte(0x80 | (point & 0x3f));
    }
}

class FlatJsonReader {
public:
    explicit FlatJsonReader(std::string_view text) : text_(text) {}

    Result<FlatJson> read() {
        FlatJson entries;
        skipBlanks();
        if (!take('{')) return wrong("expected { at the start");
        skipBlanks();
        if (take('}')) return atEnd(std::move(entries));
        while (true) {
            auto entry = readEntry();
            if (!entry) return tl::unexpected(entry.error());
            if (std::ranges::find(entries, entry->key, &FlatEntry::key) != entries.end())
                return wrong("'" + shownText(entry->key, 60) + "' is there twice");
            entries.push_back(std::move(*entry));
            skipBlanks();
            if (take('}')) return atEnd(std::move(entries));
            if (!take(',')) return wrong("expected , or } after a value");
        }
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const std::string& what) const {
        const auto line = 1 + std::ranges::count(text_.substr(0, at_), '\n');
        return fail("line " + std::to_string(line) + ": " + what);
    }
    Result<FlatJson> atEnd(FlatJson entries) {
        skipBlanks();
        if (at_ < text_.size()) return wrong("something follows the closing }");
        return entries;
    }
    [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool takeWord(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    void skipBlanks() {
        while (at_ < text_.size() &&
               std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
            ++at_;
    }

    Result<FlatEntry> readEntry() {
        FlatEntry entry;
        skipBlanks();
        auto key = readText("a key in quotes");
        if (!key) return tl::unexpected(key.error());
        entry.key = std::move(*key);
        skipBlanks();
        if (!take(':')) return wrong("expected : after '" + shownText(entry.key, 60) + "'");
        skipBlanks();
        const std::string of = "'" + shownText(entry.key, 60) + "'";
        if (next() == '{' || next() == '[')
            return wrong(of + " holds a list or an object, but only texts and numbers are allowed");
        if (next() == '"') {
            auto value = readText("a text");
            if (!value) return tl::unexpected(value.error());
            entry.value = std::move(*value);
            return entry;
        }
        for (const std::string_view word : {"true", "false"})
            if (takeWord(word)) {
                entry.kind = FlatEntry::Kind::Truth;
                entry.value = word;
                return entry;
            }
        const std::size_t start = at_;
        if (!skipNumber()) return wrong(of + " holds no text in quotes and no number");
        entry.kind = FlatEntry::Kind::Number;
        entry.value = text_.substr(start, at_ - start);
        return entry;
    }

    bool skipDigits() {
        if (!isDigit(next())) return false;
        while (isDigit(next())) ++at_;
        return true;
    }
    bool skipNumber() {
        take('-');
        if (!take('0') && !skipDigits()) return false;
        if (take('.') && !skipDigits()) return false;
        if (next() != 'e' && next() != 'E') return true;
        ++at_;
        if (!take('+')) take('-');
        return skipDigits();
    }

    Result<std::string> readText(const std::string& what) {
        if (!take('"')) return wrong("expected " + what);
        std::string value;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"') return value;
            if (static_cast<unsigned char>(c) < 0x20)
                return wrong("a control character in a text: write it as \\n or \\u000a");
            if (c != '\\') {
                value += c;
            } else if (!readEscape(value)) {
                return wrong("an escape in a text that JSON does not know");
            }
        }
        return wrong("a text has no closing quote");
    }

    bool readEscape(std::string& value) {
        constexpr std::string_view kNames = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
        if (at_ == text_.size()) return false;
        const char c = text_[at_++];
        if (const std::size_t known = kNames.find(c); known != std::string_view::npos) {
            value += kMeant[known];
            return true;
        }
        if (c != 'u') return false;
        auto point = readHex();
        if (!point || (*point >= 0xdc00 && *point < 0xe000)) return false;
        if (*point >= 0xd800 && *point < 0xdc00) {  // the first half of a pair
            if (!takeWord("\\u")) return false;
            const auto low = readHex();
            if (!low || *low < 0xdc00 || *low >= 0xe000) return false;
            point = 0x10000 + ((*point - 0xd800) << 10) + (*low - 0xdc00);
        }
        appendUtf8(value, *point);
        return true;
    }

    std::optional<std::uint32_t> readHex() {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::uint32_t point = 0;
        for (int k = 0; k < 4; ++k) {
            const char c = next();
            const std::size_t digit =
                kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
            if (c == '\0' || digit == std::string_view::npos) return std::nullopt;
            point = point << 4 | static_cast<std::uint32_t>(digit);
            ++at_;
        }
        return point;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string quotedJson(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string quoted = "\"";
    while (!text.empty()) {
        const std::size_t bytes = utf8CharacterBytes(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(bytes, 1));
        text.remove_prefix(character.size());
        const auto code = static_cast<unsigned char>(character.front());
        if (bytes == 0) {
            quoted += kReplacementCharacter;
        } else if (code == '"' || code == '\\') {
            quoted += '\\';
            quoted += character;
        } else if (code < 0x20) {
            quoted += "\\u00";
            quoted += kHex[code >> 4];
            quoted += kHex[code & 0xf];
        } else {
            quoted += character;
        }
    }
    return quoted + '"';
}

}  // namespace

Result<FlatJson> parseFlatJson(std::string_view text, std::size_t mostBytes) {
    if (text.size() > mostBytes)
        return fail("it is larger than " + std::to_string(mostBytes / 1024) + " KiB");
    return FlatJsonReader(text).read();
}

std::string flatJsonText(const FlatJson& entries) {
    std::string text = "{";
    for (const FlatEntry& entry : entries) {
        text += text.size() > 1 ? ",\n  " : "\n  ";
        text += quotedJson(entry.key) + ": " +
                (entry.kind == FlatEntry::Kind::Text ? quotedJson(entry.value) : entry.value);
    }
    return text + "\n}\n";
}

}  // namespace splitee
