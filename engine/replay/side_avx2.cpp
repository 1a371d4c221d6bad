// SPDX-License-Identifier: GPL-3.0-or-later
// SplitEE-S, four layers at a time. Every round changes every layer up to the split, so all indices
// are computed each round, with the operations of SplitEeSidePolicy and SplitEeCorrectedPolicy in
// their order: a vector division or root rounds as a scalar one does, so the choices are the same
// bit for bit.
#include "engine/replay/kernel.h"

#include <immintrin.h>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/world/exit_table.h"

#define SPLITEE_AVX2 __attribute__((target("avx2")))
#define SPLITEE_AVX2_INLINE __attribute__((target("avx2"), always_inline)) inline

namespace splitee {
namespace {

constexpr std::size_t kMostVectors = kMaxExits / kLanes;
constexpr std::size_t kPrefetch = 12;  // rows ahead

// All bits in lanes whose bit of `bits` is set; `first`: number of the first lane.
SPLITEE_AVX2_INLINE __m256d lanesOf(std::uint64_t bits, std::size_t first) {
    const __m256i lane = _mm256_setr_epi64x(1, 2, 4, 8);
    const __m256i set =
        _mm256_and_si256(_mm256_set1_epi64x(static_cast<long long>(bits >> first)), lane);
    return _mm256_castsi256_pd(_mm256_cmpeq_epi64(set, lane));
}

// The lowest arm with the largest index, as a 0-based number.
template <std::size_t Vectors>
SPLITEE_AVX2_INLINE int lowestLargest(const __m256d* index) {
    __m256d largest = index[0];
#pragma GCC unroll 16
    for (std::size_t v = 1; v < Vectors; ++v) largest = _mm256_max_pd(largest, index[v]);
    largest = _mm256_max_pd(largest, _mm256_permute2f128_pd(largest, largest, 1));
    largest = _mm256_max_pd(largest, _mm256_permute_pd(largest, 5));
    std::uint64_t equal = 0;
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v)
        equal |= static_cast<std::uint64_t>(static_cast<unsigned>(
                     _mm256_movemask_pd(_mm256_cmp_pd(index[v], largest, _CMP_EQ_OQ))))
                 << (v * kLanes);
    return std::countr_zero(equal);
}

template <std::size_t Vectors>
using Lanes = std::array<double, Vectors * kLanes>;

// `released` and `observed`: sums and counts of the rewards that a layer had, or would have had.
template <std::size_t Vectors>
class CreditedAvx2 final : public SplitKernel {
public:
    CreditedAvx2(const RewardTable& rewards, double beta, bool released)
        : rewards_(rewards), beta_(beta), released_(released) {}
    SPLITEE_AVX2 void play(std::int64_t first, std::span<const std::uint32_t> rows,
                           std::uint8_t* layers) override;

private:
    const RewardTable& rewards_;
    double beta_;
    bool released_;
    alignas(kCacheLine) Lanes<Vectors> sum_{}, pulls_{};
};

template <std::size_t Vectors>
SPLITEE_AVX2 void CreditedAvx2<Vectors>::play(std::int64_t first,
                                              std::span<const std::uint32_t> rows,
                                              std::uint8_t* layers) {
    const int exits = rewards_.exits;
    const std::uint64_t real = exits == 64 ? ~0ULL : (1ULL << exits) - 1;
    const __m256d one = _mm256_set1_pd(1);
    const __m256d beta = _mm256_set1_pd(beta_);
    const __m256d never = _mm256_set1_pd(-std::numeric_limits<double>::infinity());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const std::size_t ahead = std::min(k + kPrefetch, rows.size() - 1);
        for (std::size_t at = 0; at < rewards_.stride; at += kCacheLine / sizeof(double))
            __builtin_prefetch(rewards_.rewardsOf(rows[ahead]) + at);
        const std::int64_t t = first + static_cast<std::int64_t>(k);
        int arm = static_cast<int>(t - 1);
        if (t > exits) {
            const __m256d logT = _mm256_set1_pd(std::log(static_cast<double>(t)));
            __m256d index[Vectors];
#pragma GCC unroll 16
            for (std::size_t v = 0; v < Vectors; ++v) {
                const __m256d sum = _mm256_load_pd(sum_.data() + v * kLanes);
                const __m256d pulls = _mm256_load_pd(pulls_.data() + v * kLanes);
                const __m256d value =
                    _mm256_add_pd(_mm256_div_pd(sum, pulls),
                                  _mm256_mul_pd(beta, _mm256_sqrt_pd(_mm256_div_pd(logT, pulls))));
                index[v] = _mm256_blendv_pd(never, value, lanesOf(real, v * kLanes));
            }
            arm = lowestLargest<Vectors>(index);
        }
        layers[k] = static_cast<std::uint8_t>(arm + 1);
        // Layers up to the split; those before it only where their reward is known.
        const std::uint64_t upTo = arm == 63 ? ~0ULL : (2ULL << arm) - 1;
        const std::uint64_t confident = rewards_.confident[rows[k]];
        const bool finalKnown = released_ || ((confident >> arm) & 1U) == 0 || arm == exits - 1;
        const std::uint64_t credited = upTo & (finalKnown ? ~0ULL : confident | (1ULL << arm));
        const double* reward = rewards_.rewardsOf(rows[k]);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < Vectors; ++v) {
            const __m256d lanes = lanesOf(credited, v * kLanes);
            const __m256d sum = _mm256_load_pd(sum_.data() + v * kLanes);
            const __m256d pulls = _mm256_load_pd(pulls_.data() + v * kLanes);
            const __m256d added = _mm256_add_pd(sum, _mm256_load_pd(reward + v * kLanes));
            _mm256_store_pd(
                sum_.data() + v * kLanes,
                _mm256_blendv_pd(sum, added, lanes));  // an untouched sum keeps its bits
            _mm256_store_pd(pulls_.data() + v * kLanes,
                            _mm256_add_pd(pulls, _mm256_and_pd(one, lanes)));
        }
    }
}

// `corrected`: the parts of the reward, each from the rounds that showed it.
template <std::size_t Vectors>
class CorrectedAvx2 final : public SplitKernel {
public:
    CorrectedAvx2(const RewardTable& rewards, double beta) : rewards_(rewards), beta_(beta) {
        for (int layer = 1; layer <= rewards.exits; ++layer) {
            gamma_[static_cast<std::size_t>(layer - 1)] = rewards.costs.gamma(layer);
            offload_[static_cast<std::size_t>(layer - 1)] = rewards.costs.offloadAt(layer);
        }
        const auto last = static_cast<std::size_t>(rewards.exits - 1);
        lastMean_ = rewards.costs.mu * rewards.costs.gamma(rewards.exits);
        finalLane_ = 1ULL << last;
    }
    SPLITEE_AVX2 void play(std::int64_t first, std::span<const std::uint32_t> rows,
                           std::uint8_t* layers) override;

private:
    SPLITEE_AVX2_INLINE int choose(std::int64_t t, std::uint64_t real) const;

    const RewardTable& rewards_;
    double beta_, lastMean_ = 0;
    std::uint64_t finalLane_ = 0;
    // As in SplitEeCorrectedPolicy::Arm.
    alignas(kCacheLine) Lanes<Vectors> gamma_{}, offload_{}, seen_{}, confident_{}, confidentSum_{},
        finalSeen_{}, unconfidentFinalSum_{};
};

template <std::size_t Vectors>
SPLITEE_AVX2_INLINE int CorrectedAvx2<Vectors>::choose(std::int64_t t, std::uint64_t real) const {
    const __m256d one = _mm256_set1_pd(1);
    const __m256d logT = _mm256_set1_pd(std::log(static_cast<double>(t)));
    const __m256d beta = _mm256_set1_pd(beta_);
    const __m256d mu = _mm256_set1_pd(rewards_.costs.mu);
    const __m256d lastCost = _mm256_set1_pd(lastMean_);
    const __m256d never = _mm256_set1_pd(-std::numeric_limits<double>::infinity());
    __m256d index[Vectors];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v) {
        const __m256d n = _mm256_load_pd(seen_.data() + v * kLanes);
        const __m256d m = _mm256_load_pd(finalSeen_.data() + v * kLanes);
        const __m256d a = _mm256_div_pd(_mm256_load_pd(confidentSum_.data() + v * kLanes), n);
        const __m256d p = _mm256_div_pd(_mm256_load_pd(confident_.data() + v * kLanes), n);
        const __m256d b =
            _mm256_div_pd(_mm256_load_pd(unconfidentFinalSum_.data() + v * kLanes), m);
        const __m256d rest = _mm256_sub_pd(one, p);
        const __m256d spent = _mm256_mul_pd(
            mu, _mm256_add_pd(_mm256_load_pd(gamma_.data() + v * kLanes),
                              _mm256_mul_pd(rest, _mm256_load_pd(offload_.data() + v * kLanes))));
        const __m256d mean =
            _mm256_blendv_pd(_mm256_sub_pd(_mm256_add_pd(a, b), spent), _mm256_sub_pd(a, lastCost),
                             lanesOf(finalLane_, v * kLanes));
        const __m256d radius = _mm256_mul_pd(
            beta, _mm256_add_pd(_mm256_mul_pd(p, _mm256_sqrt_pd(_mm256_div_pd(logT, n))),
                                _mm256_mul_pd(rest, _mm256_sqrt_pd(_mm256_div_pd(logT, m)))));
        index[v] = _mm256_blendv_pd(never, _mm256_add_pd(mean, radius), lanesOf(real, v * kLanes));
    }
    return lowestLargest<Vectors>(index);
}

template <std::size_t Vectors>
SPLITEE_AVX2 void CorrectedAvx2<Vectors>::play(std::int64_t first,
                                               std::span<const std::uint32_t> rows,
                                               std::uint8_t* layers) {
    const int exits = rewards_.exits;
    const std::uint64_t real = exits == 64 ? ~0ULL : (1ULL << exits) - 1;
    const __m256d one = _mm256_set1_pd(1);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const std::size_t ahead = std::min(k + kPrefetch, rows.size() - 1);
        for (std::size_t at = 0; at < rewards_.stride; at += kCacheLine / sizeof(double))
            __builtin_prefetch(rewards_.confidencesOf(rows[ahead]) + at);
        const std::int64_t t = first + static_cast<std::int64_t>(k);
        const int arm = t > exits ? choose(t, real) : static_cast<int>(t - 1);
        layers[k] = static_cast<std::uint8_t>(arm + 1);
        const std::uint64_t upTo = arm == 63 ? ~0ULL : (2ULL << arm) - 1;
        const std::uint64_t certain = rewards_.confident[rows[k]] & upTo;
        const std::uint64_t finalSeen = arm == exits - 1 ? upTo : 1ULL << arm;
        const double* confidence = rewards_.confidencesOf(rows[k]);
        const __m256d final = _mm256_set1_pd(confidence[exits - 1]);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < Vectors; ++v) {
            const __m256d confidentLanes = lanesOf(certain, v * kLanes);
            const __m256d finalLanes = lanesOf(finalSeen, v * kLanes);
            const __m256d unconfident = _mm256_andnot_pd(confidentLanes, finalLanes);
            double* seen = seen_.data() + v * kLanes;
            _mm256_store_pd(seen, _mm256_add_pd(_mm256_load_pd(seen),
                                                _mm256_and_pd(one, lanesOf(upTo, v * kLanes))));
            double* count = confident_.data() + v * kLanes;
            _mm256_store_pd(
                count, _mm256_add_pd(_mm256_load_pd(count), _mm256_and_pd(one, confidentLanes)));
            double* sum = confidentSum_.data() + v * kLanes;
            _mm256_store_pd(
                sum, _mm256_add_pd(
                         _mm256_load_pd(sum),
                         _mm256_and_pd(_mm256_load_pd(confidence + v * kLanes), confidentLanes)));
            double* finals = finalSeen_.data() + v * kLanes;
            _mm256_store_pd(finals,
                            _mm256_add_pd(_mm256_load_pd(finals), _mm256_and_pd(one, finalLanes)));
            double* finalSum = unconfidentFinalSum_.data() + v * kLanes;
            _mm256_store_pd(finalSum, _mm256_add_pd(_mm256_load_pd(finalSum),
                                                    _mm256_and_pd(final, unconfident)));
        }
    }
}

using Maker = std::unique_ptr<SplitKernel> (*)(const RewardTable&, double, SideMode);

template <std::size_t... Vectors>
constexpr std::array<Maker, sizeof...(Vectors)> makersFor(std::index_sequence<Vectors...>) {
    return {
        [](const RewardTable& rewards, double beta, SideMode mode) -> std::unique_ptr<SplitKernel> {
            if (mode == SideMode::Corrected)
                return std::make_unique<CorrectedAvx2<Vectors + 1>>(rewards, beta);
            return std::make_unique<CreditedAvx2<Vectors + 1>>(rewards, beta,
                                                               mode == SideMode::Released);
        }...};
}

}  // namespace

std::unique_ptr<SplitKernel> splitEeSKernel(const RewardTable& rewards, double beta,
                                            SideMode mode) {
    static constexpr auto kMakers = makersFor(std::make_index_sequence<kMostVectors>());
    return kMakers[rewards.stride / kLanes - 1](rewards, beta, mode);
}

}  // namespace splitee
