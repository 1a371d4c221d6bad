// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/sentence_piece.h"

#include <algorithm>
#include <initializer_list>

#include "datasets/text/sentence_piece_check.h"
#include "datasets/text/sentence_piece_library.h"
#include "datasets/text/vocabulary.h"
#include "engine/program_module.h"

namespace splitee {
namespace {

constexpr std::size_t kBytesAtFirst = 32;  // of a text, for each piece that is wanted

Result<const SentencePieceLibrary*> openLibrary() {
    const auto entry = entryOf({"SentencePiece module", "sentence_piece.so", "spliteeSentencePiece",
                                "install libsentencepiece-dev and build the program again", true});
    if (!entry) return tl::unexpected(entry.error());
    return reinterpret_cast<const SentencePieceLibrary* (*)()>(*entry)();
}

const Result<const SentencePieceLibrary*>& library() {
    static const Result<const SentencePieceLibrary*> opened = openLibrary();
    return opened;
}

// The first so many bytes, up to a blank where there is one.
std::string_view headOfWords(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) return text;
    return text.substr(0, text.find(' ', bytes));
}

class SentencePieceTokenizer final : public Tokenizer {
public:
    SentencePieceTokenizer(std::unique_ptr<const SentencePieceModel> model, std::string bytes,
                           bool overBlanks)
        : model_(std::move(model)),
          bytes_(std::move(bytes)),
          overBlanks_(overBlanks),
          special_(model_->special()) {
        special_.pad = idOf({"<pad>", "[PAD]"}, special_.pad);
        special_.begin = idOf({"[CLS]", "<cls>"}, special_.begin);
        special_.end = idOf({"[SEP]", "<sep>"}, special_.end);
        special_.mask = idOf({"[MASK]", "<mask>"}, special_.mask);
    }

    [[nodiscard]] std::string_view kind() const override { return kSentencePiece; }
    [[nodiscard]] std::string bytes() const override { return bytes_; }
    [[nodiscard]] bool lowerCase() const override { return false; }
    [[nodiscard]] std::size_t size() const override { return model_->size(); }
    [[nodiscard]] std::string_view piece(std::int32_t id) const override {
        return model_->piece(id);
    }
    [[nodiscard]] const SpecialIds& special() const override { return special_; }

    // As much of the text as the pieces need is shown to the library.
    [[nodiscard]] Pieces pieces(std::string_view text, std::size_t most) const override {
        std::uint64_t steps = 0;
        for (std::size_t bytes = std::min(text.size(), most) * kBytesAtFirst;; bytes *= 4) {
            const std::string_view head = overBlanks_ ? text : headOfWords(text, bytes);
            Pieces found;
            steps += head.size();
            if (!model_->encode(head, found)) found = {{special_.unknown}, {head.size()}, 0};
            if (found.ids.size() < most && head.size() < text.size()) continue;
            found.ids.resize(std::min(found.ids.size(), most));
            found.ends.resize(found.ids.size());
            found.steps = steps;
            return found;
        }
    }

private:
    [[nodiscard]] std::int32_t idOf(std::initializer_list<const char*> names,
                                    std::int32_t otherwise) const {
        for (const char* name : names)
            if (const std::int32_t id = model_->idOf(name); id >= 0) return id;
        return otherwise;
    }

    std::unique_ptr<const SentencePieceModel> model_;
    std::string bytes_;
    bool overBlanks_;
    SpecialIds special_;
};

}  // namespace

bool hasSentencePiece() { return library().has_value(); }

Result<std::shared_ptr<const Tokenizer>> sentencePiece(std::string model, const std::string& name) {
    const std::string subject = "cannot take " + name + ": ";
    const auto shown = shownModel(model);
    if (!shown) return fail(subject + shown.error().message);
    if (!library()) return fail(subject + library().error().message);
    auto loaded = (*library())->load(shown->bytes);
    if (!loaded) return fail(subject + "SentencePiece refuses it as damaged");
    auto tokenizer = std::make_shared<const SentencePieceTokenizer>(
        std::move(loaded), std::move(model), shown->overBlanks);
    if (tokenizer->special().begin < 0 || tokenizer->special().end < 0)
        return fail(subject + "it has no pieces for the begin and the end of a text");
    return tokenizer;
}

}  // namespace splitee
