// SPDX-License-Identifier: GPL-3.0-or-later
// SplitEE at memory speed. Only the played arm changes in a round, so each arm keeps its mean and
// 1/sqrt(N), and an index costs one multiplication and one addition: mean + (beta sqrt(ln t)) *
// (1/sqrt(N)). That is SplitEE's index up to a few units in the last place. Where the
// largest index leads by more than that error can be, the choice is the formula's; else, and only
// then, all indices are computed anew as SplitEePolicy does it, to the last tie.
#include "engine/replay/kernel.h"
#include "engine/replay/replay.h"

#include <immintrin.h>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/world/exit_table.h"

#define SPLITEE_AVX2 __attribute__((target("avx2")))

namespace splitee {
namespace {

constexpr std::size_t kMostVectors = kMaxExits / kLanes;
constexpr std::size_t kPrefetch = 12;  // rows ahead

// beta sqrt(ln t) for a block of rounds, each to about 1e-14: from its first round t0 on by the
// series of ln((t0 + k) / t0) = 2 atanh(k / (2 t0 + k)).
class RootLogs {
public:
    SPLITEE_AVX2 void fill(std::int64_t first, std::size_t count, double beta);
    [[nodiscard]] double at(std::size_t k) const { return values_[k]; }

private:
    alignas(kCacheLine) std::array<double, kBlock + kLanes> values_{};
};

SPLITEE_AVX2 void RootLogs::fill(std::int64_t first, std::size_t count, double beta) {
    constexpr std::int64_t kSeriesFrom =
        16 * kBlock;  // k / (2 t0 + k) <= 1/33 there: z^10 / 11 < 1e-16
    if (first < kSeriesFrom) {
        for (std::size_t k = 0; k < count; ++k)
            values_[k] =
                beta * std::sqrt(std::log(static_cast<double>(first) + static_cast<double>(k)));
        return;
    }
    const __m256d logFirst = _mm256_set1_pd(std::log(static_cast<double>(first)));
    const __m256d twice = _mm256_set1_pd(2 * static_cast<double>(first));
    __m256d k = _mm256_setr_pd(0, 1, 2, 3);
    for (std::size_t at = 0; at < count; at += kLanes) {
        const __m256d z = _mm256_div_pd(k, _mm256_add_pd(twice, k));
        const __m256d z2 = _mm256_mul_pd(z, z);
        __m256d series =
            _mm256_add_pd(_mm256_set1_pd(1.0 / 7), _mm256_mul_pd(z2, _mm256_set1_pd(1.0 / 9)));
        series = _mm256_add_pd(_mm256_set1_pd(1.0 / 5), _mm256_mul_pd(z2, series));
        series = _mm256_add_pd(_mm256_set1_pd(1.0 / 3), _mm256_mul_pd(z2, series));
        series = _mm256_add_pd(_mm256_set1_pd(1.0), _mm256_mul_pd(z2, series));
        const __m256d logT = _mm256_add_pd(logFirst, _mm256_mul_pd(_mm256_add_pd(z, z), series));
        _mm256_store_pd(values_.data() + at,
                        _mm256_mul_pd(_mm256_set1_pd(beta), _mm256_sqrt_pd(logT)));
        k = _mm256_add_pd(k, _mm256_set1_pd(kLanes));
    }
}

// An index and the formula's differ by less than ten roundings of terms no larger than max |r| and
// beta sqrt(ln t), plus 1e-14 of the latter for the series; this is far on the safe side.
constexpr double kErrors = 512 * std::numeric_limits<double>::epsilon();

template <std::size_t Vectors>
class SplitEeAvx2 final : public SplitKernel {
public:
    SplitEeAvx2(const RewardTable& rewards, double beta) : rewards_(rewards), beta_(beta) {
        mean_.fill(-std::numeric_limits<double>::infinity());  // padding never wins
        nextShare_.fill(1);
        nextRoot_.fill(1);
    }

    SPLITEE_AVX2 void play(std::int64_t first, std::span<const std::uint32_t> rows,
                           std::uint8_t* layers) override;

private:
    [[nodiscard]] int plainChoice(std::int64_t t) const;
    // What the arm's next reward will be divided by is made ready now, off the path from one choice
    // to the next.
    void prepareNext(std::size_t arm, double pulls) {
        nextShare_[arm] = 1 / (pulls + 1);
        nextRoot_[arm] = std::sqrt(nextShare_[arm]);
    }

    const RewardTable& rewards_;
    double beta_;
    RootLogs rootLogs_;
    alignas(kCacheLine) std::array<double, Vectors * kLanes> mean_{};  // Q_i
    alignas(kCacheLine) std::array<double, Vectors * kLanes> root_{};  // 1 / sqrt(N_i)
    std::array<double, Vectors * kLanes> sum_{}, pulls_{};
    std::array<double, Vectors * kLanes> nextShare_{}, nextRoot_{};  // 1 / (N_i + 1) and its root
};

// SplitEePolicy::choose, word for word.
template <std::size_t Vectors>
int SplitEeAvx2<Vectors>::plainChoice(std::int64_t t) const {
    const double logT = std::log(static_cast<double>(t));
    int best = 0;
    double bestIndex = -std::numeric_limits<double>::infinity();
    for (int arm = 0; arm < rewards_.exits; ++arm) {
        const auto i = static_cast<std::size_t>(arm);
        const double index = sum_[i] / pulls_[i] + beta_ * std::sqrt(logT / pulls_[i]);
        if (index > bestIndex) {
            bestIndex = index;
            best = arm;
        }
    }
    return best;
}

template <std::size_t Vectors>
SPLITEE_AVX2 void SplitEeAvx2<Vectors>::play(std::int64_t first,
                                             std::span<const std::uint32_t> rows,
                                             std::uint8_t* layers) {
    const double* const table = rewards_.reward.data();
    const std::size_t stride = rewards_.stride;
    std::size_t k = 0;
    for (; k < rows.size() && first + static_cast<std::int64_t>(k) <= rewards_.exits;
         ++k) {  // rounds 1..L play layer t
        const auto arm = static_cast<std::size_t>(first) + k - 1;
        sum_[arm] = mean_[arm] = table[rows[k] * stride + arm];
        pulls_[arm] = root_[arm] = 1;
        prepareNext(arm, 1);
        layers[k] = static_cast<std::uint8_t>(arm + 1);
    }
    rootLogs_.fill(first, rows.size(), beta_);
    __m256d mean[Vectors];
    __m256d root[Vectors];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v) {
        mean[v] = _mm256_load_pd(mean_.data() + v * kLanes);
        root[v] = _mm256_load_pd(root_.data() + v * kLanes);
    }
    const double margin = kErrors * (rewards_.largestReward + rootLogs_.at(rows.size() - 1));
    const __m256d margins = _mm256_set1_pd(margin);
    for (; k < rows.size(); ++k) {
        const std::size_t ahead = std::min(k + kPrefetch, rows.size() - 1);
        for (std::size_t line = 0; line < stride; line += kCacheLine / sizeof(double))
            __builtin_prefetch(table + rows[ahead] * stride + line);
        const __m256d scale = _mm256_set1_pd(rootLogs_.at(k));
        __m256d index[Vectors];
#pragma GCC unroll 16
        for (std::size_t v = 0; v < Vectors; ++v)
            index[v] = _mm256_add_pd(mean[v], _mm256_mul_pd(scale, root[v]));
        __m256d largest = index[0];
#pragma GCC unroll 16
        for (std::size_t v = 1; v < Vectors; ++v) largest = _mm256_max_pd(largest, index[v]);
        largest = _mm256_max_pd(largest, _mm256_permute2f128_pd(largest, largest, 1));
        largest = _mm256_max_pd(largest, _mm256_permute_pd(largest, 5));
        const __m256d floor = _mm256_sub_pd(largest, margins);
        std::uint64_t near = 0;
#pragma GCC unroll 16
        for (std::size_t v = 0; v < Vectors; ++v)
            near |= static_cast<std::uint64_t>(static_cast<unsigned>(
                        _mm256_movemask_pd(_mm256_cmp_pd(index[v], floor, _CMP_GE_OQ))))
                    << (v * kLanes);
        auto arm = static_cast<std::size_t>(std::countr_zero(near));
        if ((near & (near - 1)) != 0) [[unlikely]]
            arm = static_cast<std::size_t>(plainChoice(first + static_cast<std::int64_t>(k)));
        layers[k] = static_cast<std::uint8_t>(arm + 1);

        const double sum = sum_[arm] + table[rows[k] * stride + arm];
        const double pulls = pulls_[arm] + 1;
        sum_[arm] = sum;
        pulls_[arm] = pulls;
        const __m256d newMean = _mm256_set1_pd(sum * nextShare_[arm]);
        const __m256d newRoot = _mm256_set1_pd(nextRoot_[arm]);
        prepareNext(arm, pulls);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < Vectors; ++v) {
            const auto offset = static_cast<std::int64_t>(arm - v * kLanes);
            const __m256i lanes =
                _mm256_cmpeq_epi64(_mm256_setr_epi64x(0, 1, 2, 3), _mm256_set1_epi64x(offset));
            mean[v] = _mm256_blendv_pd(mean[v], newMean, _mm256_castsi256_pd(lanes));
            root[v] = _mm256_blendv_pd(root[v], newRoot, _mm256_castsi256_pd(lanes));
        }
    }
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v) {
        _mm256_store_pd(mean_.data() + v * kLanes, mean[v]);
        _mm256_store_pd(root_.data() + v * kLanes, root[v]);
    }
}

using Maker = std::unique_ptr<SplitKernel> (*)(const RewardTable&, double);

template <std::size_t... Vectors>
constexpr std::array<Maker, sizeof...(Vectors)> makersFor(std::index_sequence<Vectors...>) {
    return {[](const RewardTable& rewards, double beta) -> std::unique_ptr<SplitKernel> {
        return std::make_unique<SplitEeAvx2<Vectors + 1>>(rewards, beta);
    }...};
}

}  // namespace

bool hasVectorKernels() { return __builtin_cpu_supports("avx2") != 0; }

std::unique_ptr<SplitKernel> splitEeKernel(const RewardTable& rewards, double beta) {
    static constexpr auto kMakers = makersFor(std::make_index_sequence<kMostVectors>());
    return kMakers[rewards.stride / kLanes - 1](rewards, beta);
}

}  // namespace splitee
