// SPDX-License-Identifier: GPL-3.0-or-later
// Texts: bytes a second of WordPiece on real sentences and reviews, of training a vocabulary, and
// of opening sets. Needs SPLITEE_DATA.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "datasets/open_dataset.h"
#include "datasets/text/vocabulary_training.h"
#include "datasets/text/word_piece.h"

namespace {

using namespace splitee;

std::string textFolder() {
    const char* data = std::getenv("SPLITEE_DATA");
    return std::string(data == nullptr ? "" : data) + "/text/";
}

std::vector<Text> textsOf(const std::string& name, Split split) {
    std::vector<Text> texts;
    const auto opened = openDataset("text:" + textFolder() + name, split, 0);
    for (std::int64_t i = 0; opened && i < (*opened)->size(); ++i)
        texts.push_back((*opened)->read(i)->text());
    return texts;
}

std::int64_t bytesOf(const std::vector<Text>& texts) {
    std::int64_t bytes = 0;
    for (const Text& text : texts) bytes += static_cast<std::int64_t>(text.first.size());
    return bytes;
}

// `length`: most ids; 0: every piece of every text.
void tokenize(benchmark::State& state, const std::string& name, std::size_t length) {
    const auto tokenizer = WordPiece::fromFile(textFolder() + "vocab.txt");
    const std::vector<Text> texts = textsOf(name, Split::All);
    if (!tokenizer || texts.empty()) return state.SkipWithError("SPLITEE_DATA is not set");
    for (auto _ : state)
        for (const Text& text : texts)
            if (length == 0)
                benchmark::DoNotOptimize((*tokenizer)->pieces(text.first, SIZE_MAX));
            else
                benchmark::DoNotOptimize((*tokenizer)->encode(text, length));
    state.SetBytesProcessed(state.iterations() * bytesOf(texts));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

void trainVocabulary(benchmark::State& state) {
    const std::vector<Text> texts = textsOf("sst2", Split::Train);
    if (texts.empty()) return state.SkipWithError("SPLITEE_DATA is not set");
    for (auto _ : state) {
        VocabularyTraining training({.pieces = static_cast<std::size_t>(state.range(0))});
        for (const Text& text : texts) training.add(text.first);
        const auto made = training.pieces();
        if (!made) return state.SkipWithError(made.error().message.c_str());
        state.counters["pieces"] = static_cast<double>(made->size());
    }
}

void open(benchmark::State& state, const std::string& name, Split split) {
    for (auto _ : state)
        if (const auto opened = openDataset("text:" + textFolder() + name, split, 0); !opened)
            return state.SkipWithError(opened.error().message.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    using benchmark::RegisterBenchmark;
    RegisterBenchmark("word_piece/sst2", tokenize, "sst2", 0)->Unit(benchmark::kMillisecond);
    RegisterBenchmark("word_piece/imdb", tokenize, "imdb/aclImdb_10k.tar.xz", 0)
        ->Unit(benchmark::kMillisecond);
    RegisterBenchmark("word_piece/imdb/128", tokenize, "imdb/aclImdb_10k.tar.xz", 128)
        ->Unit(benchmark::kMillisecond);
    RegisterBenchmark("vocabulary/sst2", trainVocabulary)->Arg(8000)->Unit(benchmark::kMillisecond);
    RegisterBenchmark("open/sst2_train", open, "sst2", Split::Train)->Unit(benchmark::kMillisecond);
    RegisterBenchmark("open/imdb_test", open, "imdb/aclImdb_10k.tar.xz", Split::Test)
        ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
