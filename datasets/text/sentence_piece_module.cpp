// SPDX-License-Identifier: GPL-3.0-or-later
// The module around Google's SentencePiece (sentence_piece_library.h).
#include <sentencepiece_processor.h>

#include <string>

#include "datasets/text/sentence_piece_library.h"

namespace sentencepiece::logging {
void SetMinLogLevel(int level) __attribute__((weak));  // exported, but in no public header
}

namespace splitee {
namespace {

constexpr int kFatal = 3;

class LoadedModel final : public SentencePieceModel {
public:
    [[nodiscard]] bool load(std::string_view model) {
        return processor_.LoadFromSerializedProto({model.data(), model.size()}).ok();
    }
    [[nodiscard]] std::size_t size() const noexcept override {
        return static_cast<std::size_t>(processor_.GetPieceSize());
    }
    [[nodiscard]] std::string_view piece(std::int32_t id) const noexcept override {
        return processor_.IdToPiece(id);
    }
    [[nodiscard]] std::int32_t idOf(std::string_view piece) const noexcept override {
        const int id = processor_.PieceToId({piece.data(), piece.size()});
        return id == processor_.unk_id() ? -1 : id;
    }
    [[nodiscard]] SpecialIds special() const noexcept override {
        return {processor_.pad_id(), processor_.unk_id(), processor_.bos_id(), processor_.eos_id(),
                -1};
    }
    [[nodiscard]] bool encode(std::string_view text, Pieces& pieces) const noexcept override {
        try {
            const auto encoded = processor_.EncodeAsImmutableProto({text.data(), text.size()});
            const std::size_t count = encoded.pieces_size();
            for (std::size_t i = 0; i < count; ++i) {
                const auto piece = encoded.pieces(static_cast<int>(i));
                pieces.ids.push_back(static_cast<std::int32_t>(piece.id()));
                pieces.ends.push_back(piece.end());
            }
            return true;
        } catch (...) {
            return false;
        }
    }

private:
    sentencepiece::SentencePieceProcessor processor_;
};

class LoadedLibrary final : public SentencePieceLibrary {
public:
    [[nodiscard]] std::unique_ptr<const SentencePieceModel> load(
        std::string_view model) const noexcept override {
        try {
            auto loaded = std::make_unique<LoadedModel>();
            if (loaded->load(model)) return loaded;
        } catch (...) {
        }
        return nullptr;
    }
};

}  // namespace
}  // namespace splitee

extern "C" __attribute__((visibility("default"))) const splitee::SentencePieceLibrary*
spliteeSentencePiece() {
    static const splitee::LoadedLibrary library;
    if (sentencepiece::logging::SetMinLogLevel != nullptr)
        sentencepiece::logging::SetMinLogLevel(splitee::kFatal);
    return &library;
}
