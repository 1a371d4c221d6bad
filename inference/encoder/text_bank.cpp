// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/text_bank.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace splitee {
namespace {

constexpr std::size_t kMostTextBytes = 1ULL << 30;
constexpr std::int64_t kBatchesSorted = 40;  // so many at once, by length: little padding
constexpr float kHidden = -1e4F;             // what attention adds where there is no piece
constexpr std::size_t kShortestJoined = 20, kUsualPieces = 30;
constexpr std::array<std::size_t, 3> kJoinedPieces{40, 70, 110};

}  // namespace

Result<LabelledTexts> loadTexts(const Dataset& dataset, const std::stop_token& stop) {
    LabelledTexts all;
    std::size_t bytes = 0;
    for (std::int64_t i = 0; i < dataset.size(); ++i) {
        if (stop.stop_requested()) return fail("stopped while the texts were read");
        auto sample = dataset.read(i);
        if (!sample) return tl::unexpected(sample.error());
        if (sample->label < 0)
            return fail("cannot train on " + dataset.name() + ": text " + std::to_string(i) +
                        " has no label");
        Text& text = sample->text();
        bytes += text.first.size() + text.second.size();
        if (bytes > kMostTextBytes)
            return fail("cannot train on " + dataset.name() + ": its texts take more than 1 GiB");
        all.texts.push_back(std::move(text));
        all.labels.push_back(sample->label);
    }
    return all;
}

TextBank::TextBank(const LabelledTexts& texts, const Tokenizer& tokenizer, std::size_t length)
    : labels(texts.labels),
      padding(std::max(tokenizer.special().pad, 0)),  // what pads is masked, whatever it is
      unknown(tokenizer.special().unknown),
      length_(length) {
    tokens.reserve(texts.texts.size());
    for (const Text& text : texts.texts) tokens.push_back(tokenizer.encode(text, length));
    for (std::int64_t i = 0; i < size(); ++i) {
        const auto label = static_cast<std::size_t>(labels[static_cast<std::size_t>(i)]);
        if (ofClass_.size() <= label) ofClass_.resize(label + 1);
        ofClass_[label].push_back(i);
    }
}

std::vector<std::int64_t> TextBank::order(std::int64_t batch, Rng random) const {
    std::vector<std::int64_t> shuffled(static_cast<std::size_t>(size()));
    std::iota(shuffled.begin(), shuffled.end(), 0);
    shuffle(shuffled, random);
    const std::int64_t batches = size() / batch;
    for (std::int64_t first = 0; first < batches; first += kBatchesSorted) {
        const std::int64_t last = std::min(first + kBatchesSorted, batches);
        std::stable_sort(shuffled.begin() + first * batch, shuffled.begin() + last * batch,
                         [&](std::int64_t a, std::int64_t b) {
                             return tokens[static_cast<std::size_t>(a)].ids.size() <
                                    tokens[static_cast<std::size_t>(b)].ids.size();
                         });
    }
    std::vector<std::int64_t> turns(static_cast<std::size_t>(batches));
    std::iota(turns.begin(), turns.end(), 0);
    shuffle(turns, random);
    std::vector<std::int64_t> order;
    order.reserve(static_cast<std::size_t>(batches * batch));
    for (const std::int64_t turn : turns)
        order.insert(order.end(), shuffled.begin() + turn * batch,
                     shuffled.begin() + (turn + 1) * batch);
    return order;
}

Tokens TextBank::joinedText(std::int64_t index, std::size_t goal, Rng& random) const {
    Tokens text = tokens[static_cast<std::size_t>(index)];
    const auto label = static_cast<std::size_t>(labels[static_cast<std::size_t>(index)]);
    const auto& others = ofClass_[label];
    const std::size_t wanted = std::min(length_, kShortestJoined + random.below(goal));
    while (text.ids.size() < wanted) {
        const auto next = static_cast<std::size_t>(others[random.below(others.size())]);
        const Tokens& more = tokens[next];
        if (more.ids.size() < 3) break;  // nothing between [CLS] and [SEP]
        // The [SEP] of the joined text stays its last piece.
        text.ids.insert(text.ids.end() - 1, more.ids.begin() + 1, more.ids.end() - 1);
        text.segments.insert(text.segments.end() - 1, more.segments.begin() + 1,
                             more.segments.end() - 1);
    }
    if (text.ids.size() > length_) {
        text.ids.erase(text.ids.begin() + static_cast<std::ptrdiff_t>(length_) - 1,
                       text.ids.end() - 1);
        text.segments.resize(length_);
    }
    return text;
}

LabelledBatch TextBank::batch(std::span<const std::int64_t> indices, const TextNoise& noise,
                              Rng& random) const {
    const bool joined = noise.joined > 0 && random.uniform() < noise.joined;
    const std::size_t goal = joined ? kJoinedPieces[random.below(kJoinedPieces.size())] : 0;
    std::vector<Tokens> texts;
    LabelledBatch batch;
    // So many that the batch takes no more time than others do.
    const std::size_t count =
        joined ? std::clamp(indices.size() * kUsualPieces / goal, std::size_t{1}, indices.size())
               : indices.size();
    const auto n = static_cast<std::int64_t>(count);
    batch.labels = at::empty({n}, at::kLong);
    std::size_t longest = 0;
    for (std::size_t row = 0; row < count; ++row) {
        // Spread over the batch, whose texts stand in the order of their lengths.
        const std::int64_t index = indices[row * indices.size() / count];
        texts.push_back(joined ? joinedText(index, goal, random)
                               : tokens[static_cast<std::size_t>(index)]);
        longest = std::max(longest, texts.back().ids.size());
        batch.labels.data_ptr<std::int64_t>()[row] = labels[static_cast<std::size_t>(index)];
    }
    const auto t = static_cast<std::int64_t>(longest);
    batch.tokens = {at::full({n, t}, padding, at::kLong), at::zeros({n, t}, at::kLong),
                    at::full({n, t}, kHidden)};
    for (std::size_t row = 0; row < count; ++row) {
        const Tokens& text = texts[row];
        const std::size_t at = row * longest;
        for (std::size_t i = 0; i < text.ids.size(); ++i) {
            const bool special = i == 0 || i + 1 == text.ids.size();
            const bool lost =
                noise.wordDropout > 0 && !special && random.uniform() < noise.wordDropout;
            batch.tokens.ids.data_ptr<std::int64_t>()[at + i] = lost ? unknown : text.ids[i];
            batch.tokens.segments.data_ptr<std::int64_t>()[at + i] = text.segments[i];
            batch.tokens.mask.data_ptr<float>()[at + i] = 0;
        }
    }
    return batch;
}

}  // namespace splitee
