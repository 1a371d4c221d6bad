// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/sentence_piece.h"

#include "datasets/archive_reader.h"

#ifdef SPLITEE_HAS_SENTENCEPIECE
#include <sentencepiece_processor.h>

#include <algorithm>
#include <initializer_list>
#endif

namespace splitee {
namespace {

constexpr std::size_t kMostModelBytes = std::size_t{64} << 20;

}  // namespace

#ifdef SPLITEE_HAS_SENTENCEPIECE

namespace {

constexpr std::size_t kBytesAtFirst = 32;  // of a text, for each piece that is wanted

// The first so many bytes, up to a blank where there is one: no piece reaches over it.
std::string_view headOfWords(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) return text;
    const std::size_t blank = text.find(' ', bytes);
    return text.substr(0, blank);
}

class SentencePieceTokenizer final : public Tokenizer {
public:
    // False, with the reason, for a model that cannot be read.
    bool load(const std::string& model, std::string& why) {
        const auto status = processor_.LoadFromSerializedProto(model);
        if (!status.ok()) {
            why = "it is no SentencePiece model, or it is damaged";
            return false;
        }
        special_.pad = idOf({"<pad>", "[PAD]"}, processor_.pad_id());
        special_.unknown = processor_.unk_id();
        special_.begin = idOf({"[CLS]", "<cls>"}, processor_.bos_id());
        special_.end = idOf({"[SEP]", "<sep>"}, processor_.eos_id());
        special_.mask = idOf({"[MASK]", "<mask>"}, -1);
        why = "it has no pieces for the begin and the end of a text";
        return special_.begin >= 0 && special_.end >= 0;
    }

    [[nodiscard]] std::size_t size() const override {
        return static_cast<std::size_t>(processor_.GetPieceSize());
    }
    [[nodiscard]] std::string_view piece(std::int32_t id) const override {
        return processor_.IdToPiece(id);
    }
    [[nodiscard]] const SpecialIds& special() const override { return special_; }

    // As much of the text as the pieces need is shown to the library.
    [[nodiscard]] Pieces pieces(std::string_view text, std::size_t most) const override {
        Pieces found;
        for (std::size_t bytes = std::min(text.size(), most) * kBytesAtFirst;; bytes *= 4) {
            const std::string_view head = headOfWords(text, bytes);
            found.steps += head.size();
            const auto encoded = processor_.EncodeAsImmutableProto({head.data(), head.size()});
            if (encoded.pieces_size() < most && head.size() < text.size()) continue;
            for (std::size_t i = 0; i < std::min(encoded.pieces_size(), most); ++i) {
                found.ids.push_back(
                    static_cast<std::int32_t>(encoded.pieces(static_cast<int>(i)).id()));
                found.ends.push_back(encoded.pieces(static_cast<int>(i)).end());
            }
            return found;
        }
    }

private:
    [[nodiscard]] std::int32_t idOf(std::initializer_list<const char*> names,
                                    std::int32_t otherwise) const {
        for (const char* name : names)
            if (const int id = processor_.PieceToId(name); id != processor_.unk_id()) return id;
        return otherwise;
    }

    sentencepiece::SentencePieceProcessor processor_;
    SpecialIds special_;
};

}  // namespace

bool hasSentencePiece() { return true; }

Result<std::shared_ptr<const Tokenizer>> sentencePiece(const std::string& model,
                                                       const std::string& name) {
    auto tokenizer = std::make_shared<SentencePieceTokenizer>();
    std::string why;
    if (!tokenizer->load(model, why))
        return fail("cannot take the vocabulary " + name + ": " + why);
    return tokenizer;
}

#else

bool hasSentencePiece() { return false; }

Result<std::shared_ptr<const Tokenizer>> sentencePiece(const std::string&,
                                                       const std::string& name) {
    return fail("cannot take the vocabulary " + name +
                ": this program was built without SentencePiece (SPLITEE_SENTENCEPIECE)");
}

#endif

Result<std::shared_ptr<const Tokenizer>> sentencePieceAt(const std::filesystem::path& path) {
    const auto bytes = readCompressedFile(path, kMostModelBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    return sentencePiece(*bytes, path.string());
}

}  // namespace splitee
