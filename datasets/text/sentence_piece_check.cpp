// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/sentence_piece_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#include "datasets/text/double_array.h"
#include "datasets/text/word_piece.h"
#include "engine/utf8.h"

namespace splitee {
namespace {

constexpr std::string_view kBlankMark = "\u2581";
constexpr std::size_t kMostNestedSymbols = 64;  // places that the library has for them
constexpr std::uint64_t kMostReplaced = 64;     // bytes; NFKC's longest are 33

// Fields of ModelProto, of its pieces and of its normaliser.
enum ModelField : std::uint64_t { kPieces = 1, kTrainer = 2, kNormaliser = 3 };
enum PieceField : std::uint64_t { kText = 1, kScore = 2, kType = 3 };
constexpr std::uint64_t kCharsMap = 2;
enum PieceType : std::uint64_t { kFirstType = 1, kUserDefined = 4, kLastType = 6 };

enum class Wire : std::uint64_t { Number = 0, EightBytes = 1, Bytes = 2, FourBytes = 5 };

// Goes through the fields of a message of protobuf.
class Fields {
public:
    explicit Fields(std::string_view message) : rest_(message) {}

    // False at the end, and where the message is broken.
    bool next() {
        const std::string_view before = rest_;
        std::uint64_t tag = 0;
        if (rest_.empty() || !take(tag)) return false;
        number = tag >> 3;
        wire = Wire{tag & 7};
        bool whole = number > 0;
        if (wire == Wire::Number)
            whole = whole && take(value);
        else if (wire == Wire::EightBytes)
            whole = whole && takeBytes(8);
        else if (wire == Wire::FourBytes)
            whole = whole && takeBytes(4);
        else
            whole = whole && wire == Wire::Bytes && take(value) && takeBytes(value);
        broken = !whole;
        raw = before.substr(0, before.size() - rest_.size());
        return whole;
    }

    bool broken = false;
    std::uint64_t number = 0;  // of the field
    Wire wire = Wire::Number;
    std::uint64_t value = 0;
    std::string_view bytes, raw;  // without and with what stands before them

private:
    bool take(std::uint64_t& into) {
        into = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            into |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return true;
        }
        broken = true;
        return false;
    }
    bool takeBytes(std::uint64_t count) {
        if (count > rest_.size()) return false;
        bytes = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return true;
    }
    std::string_view rest_;
};

constexpr const char* kDamaged = "it is no SentencePiece model, or it is damaged";

struct Piece {
    std::string_view text;
    float score = 0;
    std::uint64_t type = kFirstType;
};

Result<Piece> pieceIn(std::string_view message) {
    Piece piece;
    Fields fields(message);
    while (fields.next()) {
        if (fields.number == kText && fields.wire == Wire::Bytes)
            piece.text = fields.bytes;
        else if (fields.number == kScore && fields.wire == Wire::FourBytes)
            std::memcpy(&piece.score, fields.bytes.data(), sizeof piece.score);
        else if (fields.number == kType && fields.wire == Wire::Number)
            piece.type = fields.value;
        else if (fields.number <= kType)
            return fail(kDamaged);
    }
    if (fields.broken || piece.type < kFirstType || piece.type > kLastType) return fail(kDamaged);
    if (piece.text.empty() || piece.text.size() > WordPiece::kMostPieceBytes)
        return fail("it has a piece of " + std::to_string(piece.text.size()) +
                    " bytes, and 1 to 1,000 are possible");
    if (!isUtf8(piece.text) || piece.text.find('\0') != std::string_view::npos)
        return fail("it has a piece that is no text");
    if (!std::isfinite(piece.score)) return fail("it has a piece whose score is no number");
    return piece;
}

// A blank, or the mark that stands for it, behind something else.
bool reachesOverBlank(std::string_view text) {
    while (text.starts_with(kBlankMark)) text.remove_prefix(kBlankMark.size());
    return text.find(kBlankMark) != std::string_view::npos ||
           text.find(' ') != std::string_view::npos;
}

// How many of the texts stand at most one in the front of another.
std::size_t nested(std::vector<std::string_view> texts) {
    std::ranges::sort(texts);
    std::vector<std::string_view> around;
    std::size_t most = 0;
    for (const std::string_view text : texts) {
        while (!around.empty() && !text.starts_with(around.back())) around.pop_back();
        around.push_back(text);
        most = std::max(most, around.size());
    }
    return most;
}

// Behind the bytes of a double array, in four bytes before it, the texts that it leads to.
Result<void> checkCharsMap(std::string_view map) {
    constexpr const char* kBad = "its normaliser is damaged";
    std::uint32_t bytes = 0;
    if (map.size() < sizeof bytes) return fail(kBad);
    std::memcpy(&bytes, map.data(), sizeof bytes);
    map.remove_prefix(sizeof bytes);
    if (bytes >= map.size() || map.back() != '\0') return fail(kBad);
    const std::string_view replaced = map.substr(bytes);
    const auto fits = [&](std::uint32_t value) {
        if (value >= replaced.size()) return false;
        const std::string_view text(replaced.data() + value);
        return text.size() <= kMostReplaced && isUtf8(text);
    };
    if (!leadsNowhereElse(map.substr(0, bytes), fits)) return fail(kBad);
    return {};
}

Result<void> checkNormaliser(std::string_view message) {
    Fields fields(message);
    while (fields.next()) {
        if (fields.number != kCharsMap) continue;
        if (fields.wire != Wire::Bytes) return fail(kDamaged);
        if (fields.bytes.empty()) continue;
        if (auto good = checkCharsMap(fields.bytes); !good) return good;
    }
    if (fields.broken) return fail(kDamaged);
    return {};
}

}  // namespace

bool looksLikeSentencePiece(std::string_view bytes) {
    // The first field is a piece, whose score holds a zero byte; a line that is empty begins a text
    // as well, but no text holds that.
    return bytes.starts_with('\n') && bytes.find('\0') != std::string_view::npos;
}

Result<ShownModel> shownModel(std::string_view model) {
    if (model.size() > kMostSentencePieceBytes)
        return fail("it has more than 16 MiB, and SentencePiece models have a few");
    ShownModel shown;
    std::vector<std::string_view> symbols;
    std::size_t pieces = 0;
    Fields fields(model);
    while (fields.next()) {
        if (fields.number < kPieces || fields.number > kNormaliser) continue;
        if (fields.wire != Wire::Bytes) return fail(kDamaged);
        shown.bytes += fields.raw;
        if (fields.number == kNormaliser) {
            if (auto good = checkNormaliser(fields.bytes); !good)
                return tl::unexpected(good.error());
        } else if (fields.number == kPieces) {
            const auto piece = pieceIn(fields.bytes);
            if (!piece) return tl::unexpected(piece.error());
            if (++pieces > WordPiece::kMostPieces) return fail("it has more than 1,000,000 pieces");
            shown.overBlanks = shown.overBlanks || reachesOverBlank(piece->text);
            if (piece->type == kUserDefined) symbols.push_back(piece->text);
        }
    }
    if (fields.broken || pieces == 0) return fail(kDamaged);
    if (nested(std::move(symbols)) > kMostNestedSymbols)
        return fail("more than 64 of its symbols lie in each other");
    return shown;
}

}  // namespace splitee
