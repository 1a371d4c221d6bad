// SPDX-License-Identifier: GPL-3.0-or-later
// PieceNeighbours: counts which pieces stand near which, and makes of the counts vectors that are
// alike for pieces with like neighbours, for an encoder to start from. Includes LibTorch: for
// inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <span>

namespace splitee {

/// Labels are not needed: texts of where the encoder will work teach it words that its training
/// texts lack.
class PieceNeighbours {
public:
    /// Of a vocabulary of so many pieces; beyond kMostCounted the rarer ones, which come last, are
    /// not counted.
    explicit PieceNeighbours(std::int64_t vocabulary);

    /// Counts a text's pieces up to eight apart, a pair by 1 / sqrt(distance).
    void add(std::span<const std::int32_t> ids);

    /// Replaces rows of `pieces` [vocabulary, width] of pieces that were seen: positive pointwise
    /// mutual information (neighbours' counts to the power .75), its `width` largest singular
    /// directions weighted by the root of their values, turned at random, each row of one length.
    /// The same on any number of threads. Takes some ten seconds for 8,000 pieces.
    void replace(at::Tensor& pieces, std::uint64_t seed) const;

    static constexpr std::int64_t kMostCounted = 12'000;

private:
    std::int64_t counted_;
    at::Tensor counts_;  // [counted, counted], of pairs in their order
};

}  // namespace splitee
