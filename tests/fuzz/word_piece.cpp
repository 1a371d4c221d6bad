// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzz target of WordPiece: any bytes as a vocabulary and a text give ids of the vocabulary, within
// the length asked for, and end. word_piece.sh builds and runs it.
#include "datasets/text/word_piece.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace splitee;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// One byte of settings, the vocabulary up to the first 0xff (no byte of UTF-8), then the texts,
// parted by another.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string all(data + 1, data + size);
    const std::size_t first = std::min(all.find('\xff'), all.size());
    const std::size_t second = std::min(all.find('\xff', first + 1), all.size());
    const auto tokenizer = WordPiece::fromText(
        "[PAD]\n[UNK]\n[CLS]\n[SEP]\n" + all.substr(0, first), (*data & 1) != 0, "the vocabulary");
    if (!tokenizer) {
        require(!tokenizer.error().message.empty());
        return 0;
    }
    const auto after = [&](std::size_t at, std::size_t end) {
        return at < end ? all.substr(at + 1, end - at - 1) : std::string();
    };
    const Text text{after(first, second), after(second, all.size())};
    const std::size_t length = 5 + *data / 2;
    const Tokens tokens = (*tokenizer)->encode(text, length);
    require(tokens.ids.size() <= length && tokens.ids.size() == tokens.segments.size());
    require(tokens.firstBytes <= text.first.size() && tokens.secondBytes <= text.second.size());
    for (const std::int32_t id : tokens.ids)
        require(id >= 0 && static_cast<std::size_t>(id) < (*tokenizer)->size());
    return 0;
}
