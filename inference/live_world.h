// SPDX-License-Identifier: GPL-3.0-or-later
// LiveWorld: a network that plays sample by sample, cut in two at the split layer. Includes
// LibTorch: for inference's own .cpp files only.
#pragma once

#include <memory>
#include <vector>

#include "datasets/read_ahead.h"
#include "inference/network.h"
#include "inference/staged_network.h"

namespace splitee {

/// Runs the device's layers up to where the choice stops the sample, with the exits that it looks
/// at; only an offloaded sample goes on, from the cut activation (the input where nothing was cut),
/// to the final exit. Never shows what was not computed. Entropies and context are those that
/// buildExitTable() writes. Asked for the same sample again, it computes only what is new.
class LiveWorld final : public LiveNetwork {
public:
    LiveWorld(const StagedNetwork& network, std::shared_ptr<const Dataset> dataset,
              std::int64_t samples, int threads);
    [[nodiscard]] Result<void> addSource(std::shared_ptr<const Dataset> dataset) override;
    [[nodiscard]] std::size_t sources() const override { return sources_.size(); }
    void expect(std::span<const std::uint32_t> rows) override { shown_->expect(rows); }
    void show(std::size_t source) override;
    [[nodiscard]] const Image& image() const override;
    [[nodiscard]] const Text& text() const override;
    [[nodiscard]] TextRead textRead() const override;
    [[nodiscard]] SplitTime took() const override { return took_; }
    [[nodiscard]] std::int64_t samples() const override { return samples_; }
    [[nodiscard]] std::span<const double> depth() const override { return depth_; }
    [[nodiscard]] Result<Observation> observe(const Query& query) override;
    [[nodiscard]] bool allows(Feedback feedback) const override {
        return feedback != Feedback::UpToSplitAndFinal;
    }
    [[nodiscard]] bool tellsEntropy() const override { return true; }
    /// Statistics of the sample (datasets/sample_statistics.h); valid until the next call.
    [[nodiscard]] Result<std::span<const double>> context(std::int64_t row) override;
    [[nodiscard]] std::span<const std::string> contextNames() const override {
        return contextNames_;
    }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override;
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override { return row; }

private:
    [[nodiscard]] Result<void> read(std::int64_t row);
    [[nodiscard]] Result<Observation> play(const Query& query);
    [[nodiscard]] const Activation& activation(int layer);
    void look(int exit);

    const StagedNetwork& network_;
    std::vector<std::unique_ptr<ReadAhead>> sources_;
    ReadAhead* shown_;
    std::int64_t samples_;
    int threads_;
    std::vector<double> depth_, confidence_, entropy_;  // [L], as the next two
    std::vector<std::int16_t> prediction_;
    std::vector<ExitAnswer> answers_;
    std::uint64_t revealed_ = 0;
    std::vector<std::string> contextNames_;
    std::vector<double> context_;
    std::int64_t lastRow_ = -1;  // -1: none
    Sample last_;
    std::vector<Activation> activations_;  // [L + 1] of the last sample; 0: its input
    int computed_ = -1;                    // layers of the last sample; -1: not even the input
    std::uint64_t answered_ = 0;           // its exits, as bits
    double waited_ = 0;                    // for the last sample, in milliseconds
    SplitTime took_;
};

}  // namespace splitee
