// SPDX-License-Identifier: GPL-3.0-or-later
// ExitTable records what every exit says of every sample: the input of a replay.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

inline constexpr int kMaxExits = 64;  ///< the most exits a network or table may have
inline constexpr std::int32_t kUnknownLabel = -1;
inline constexpr std::size_t kMaxContext = 32;  ///< the most context columns of a table
inline constexpr std::size_t kMaxContextNameBytes = 64;
/// What networks and image statistics round to, live and in tables alike, so that a file keeps each
/// in 16 bits.
inline constexpr double kEntropyStep = 0x1p-12;  ///< nats
inline constexpr double kContextStep = 0x1p-15;
/// What confidences of a rounded table are multiples of, so that a file keeps each in 16 bits. No
/// network rounds to it.
inline constexpr double kConfidenceStep = 0x1p-15;

/// Samples x exits: confidence (largest softmax value) and prediction of each exit, plus the label.
/// Row-major: entry (sample row r, layer i) is at r * exits + (i - 1). Confidences are double so
/// that a table read from text keeps every digit; tables made by a network hold float values
/// exactly.
struct ExitTable {
    std::string name;                      ///< where it came from, for the user
    int exits = 0;                         ///< L, 1..kMaxExits
    std::vector<double> depth;             ///< [L] d_i, depth of exit i in layers, rising
    std::vector<double> confidence;        ///< [n * L], in [0, 1]
    std::vector<std::int16_t> prediction;  ///< [n * L], class index >= 0
    std::vector<std::int32_t> label;       ///< [n], class index or kUnknownLabel
    std::vector<std::int64_t> sample;      ///< [n], the sample's number in its dataset
    std::vector<double> entropy = {};      ///< [n * L] or empty: -sum p ln p of each exit, in nats
    std::vector<std::string> contextNames = {};  ///< [F] what is known of a sample before the split
    std::vector<double> context = {};            ///< [n * F], row-major, or empty
    std::string remark = {};  ///< what reading left out, for the user; no part of the content

    [[nodiscard]] std::int64_t samples() const { return static_cast<std::int64_t>(label.size()); }
    [[nodiscard]] std::span<const double> confidencesOf(std::int64_t row) const {
        return {confidence.data() + row * exits, static_cast<std::size_t>(exits)};
    }
    /// [F] or empty.
    [[nodiscard]] std::span<const double> contextOf(std::int64_t row) const {
        return std::span(context).subspan(static_cast<std::size_t>(row) * contextNames.size(),
                                          contextNames.size());
    }
    [[nodiscard]] std::span<const std::int16_t> predictionsOf(std::int64_t row) const {
        return {prediction.data() + row * exits, static_cast<std::size_t>(exits)};
    }
};

/// Checks shape and ranges; the error names the first bad sample and exit. Entropies lie in [0, ln
/// 32768], the most that predictions of 16 bits allow; context is finite and its names are unique:
/// lower case letters, digits and _, a letter first.
[[nodiscard]] Result<void> validate(const ExitTable& table);

/// Confidences to the nearest multiple of kConfidenceStep, and no context: for bundles, where size
/// counts. A sample whose confidence is within half a step of the threshold may leave where it did
/// not before.
[[nodiscard]] ExitTable roundedTable(ExitTable table);

/// Share of right answers per exit over the samples with a label; [L], empty when no label is
/// known.
[[nodiscard]] std::vector<double> accuracyPerExit(const ExitTable& table);

/// Depths 1, 2, .. L: the default of a table without depths, as in SplitEE (arXiv 2309.09195).
[[nodiscard]] std::vector<double> unitDepths(int exits);

}  // namespace splitee
