// SPDX-License-Identifier: GPL-3.0-or-later
// RewardHistogram counts the rewards of a run by split layer in bins of one width, which doubles
// where the rewards spread further: so it needs no range beforehand and stays small.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace splitee {

class RewardHistogram {
public:
    static constexpr int kBins = 64;

    /// For split layers 0..`exits`; 0: nothing was computed on the device.
    explicit RewardHistogram(int exits);
    void add(int layer, double reward);

    /// [kBins] rounds; bin b holds rewards from low() + b * width() on.
    [[nodiscard]] std::span<const std::uint32_t> counts(int layer) const {
        return {counts_.data() + static_cast<std::size_t>(layer) * kBins, kBins};
    }
    [[nodiscard]] double low() const { return static_cast<double>(first_) * width_; }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] std::int64_t rounds(int layer) const;
    /// Exact; NaN where no round was split there.
    [[nodiscard]] double mean(int layer) const;
    /// The reward that a share of the layer's rounds does not exceed, to a bin's width; NaN
    /// likewise.
    [[nodiscard]] double quantile(int layer, double share) const;
    [[nodiscard]] std::size_t bytes() const {
        return counts_.capacity() * sizeof(counts_[0]) + sums_.capacity() * sizeof(sums_[0]);
    }

private:
    void widen();
    void makeRoom(double reward);

    double width_ = 0x1p-5;
    std::int64_t first_ = 0;  // of the lowest bin, in widths from 0
    bool empty_ = true;
    std::vector<std::uint32_t> counts_;  // [(L + 1) * kBins]
    std::vector<double> sums_;           // [L + 1]
};

}  // namespace splitee
