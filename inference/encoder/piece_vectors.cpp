// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/piece_vectors.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::size_t kReach = 8;
constexpr std::int32_t kSpecialPieces = 5;  // [PAD] to [MASK]
constexpr double kSmoothing = .75, kRowLength = .08, kLeastSeen = 2;
constexpr std::int64_t kSpare = 32;  // directions beyond those kept, for the iteration
constexpr int kIterations = 3;

at::Tensor normalTensor(std::int64_t rows, std::int64_t columns, Rng& random) {
    at::Tensor made = at::empty({rows, columns});
    std::generate_n(made.data_ptr<float>(), made.numel(),
                    [&] { return static_cast<float>(random.normal()); });
    return made;
}

at::Tensor orthogonal(const at::Tensor& columns) {
    return std::get<0>(at::linalg_qr(columns, "reduced"));
}

}  // namespace

PieceNeighbours::PieceNeighbours(std::int64_t vocabulary)
    : counted_(std::min(vocabulary, kMostCounted)), counts_(at::zeros({counted_, counted_})) {}

void PieceNeighbours::add(std::span<const std::int32_t> ids) {
    static const auto weights = [] {
        std::array<float, kReach + 1> made{};
        for (std::size_t d = 1; d <= kReach; ++d)
            made[d] = static_cast<float>(1 / std::sqrt(static_cast<double>(d)));
        return made;
    }();
    const auto counts = [&](std::int32_t id) { return id >= kSpecialPieces && id < counted_; };
    auto* to = counts_.data_ptr<float>();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!counts(ids[i])) continue;
        for (std::size_t d = 1; d <= kReach && i + d < ids.size(); ++d)
            if (counts(ids[i + d])) to[ids[i] * counted_ + ids[i + d]] += weights[d];
    }
}

// Randomised singular value decomposition (Halko, Martinsson, Tropp 2011).
void PieceNeighbours::replace(at::Tensor& pieces, std::uint64_t seed) const {
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const std::int64_t width = std::min(pieces.size(1), counted_ - 1);
    at::Tensor both = counts_ + counts_.t();
    const at::Tensor seen = both.sum(1);
    at::Tensor near = (seen + 1e-6).pow(kSmoothing);
    near /= near.sum();
    at::Tensor information = both / ((seen + 1e-6).unsqueeze(1) * near.unsqueeze(0));
    information = information.clamp_min_(1).log_();
    Rng random(seed, "piece vectors");
    const std::int64_t columns = std::min(width + kSpare, counted_);
    at::Tensor basis = orthogonal(information.matmul(normalTensor(counted_, columns, random)));
    for (int i = 0; i < kIterations; ++i)
        basis = orthogonal(information.matmul(information.t().matmul(basis)));
    const auto [left, values, right] = at::linalg_svd(basis.t().matmul(information), false);
    at::Tensor rows = basis.matmul(left.narrow(1, 0, width)) * values.narrow(0, 0, width).sqrt();
    rows = rows / rows.norm(2, {1}, true).clamp_min(1e-6) *
           (kRowLength * std::sqrt(static_cast<double>(width)));
    rows = rows.matmul(orthogonal(normalTensor(width, width, random)));
    rows = rows.contiguous();
    for (std::int64_t i = kSpecialPieces; i < counted_; ++i)
        if (seen.data_ptr<float>()[i] >= kLeastSeen)
            std::copy_n(rows.data_ptr<float>() + i * width, width,
                        pieces.data_ptr<float>() + i * pieces.size(1));
    at::set_num_threads(threads);
}

}  // namespace splitee
