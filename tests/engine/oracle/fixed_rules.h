// SPDX-License-Identifier: GPL-3.0-or-later
// Bounds, fixed rules and cascades of docs/policies.md.
#pragma once

#include "problem.h"

namespace splitee::oracle {

class FixedSplit final : public Policy {
public:
    FixedSplit(const Problem& problem, int layer) : Policy(problem), layer_(layer) {}
    Plan plan(std::int64_t row, const Past&, Rng&) override { return splitPlan(row, layer_); }

private:
    int layer_;
};

/// The split with the largest mean reward over the whole table.
inline int bestSplit(const Problem& p) {
    return firstLargest(p.exits(), [&](int layer) {
        double sum = 0;
        for (std::int64_t row = 0; row < p.table->samples(); ++row)
            sum += p.reward(row, layer, p.alpha, false);
        return sum / static_cast<double>(p.table->samples());
    });
}

class PerSampleOracle final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past&, Rng&) override {
        return splitPlan(row, firstLargest(p.exits(), [&](int layer) {
                             return p.reward(row, layer, p.alpha, false);
                         }));
    }
};

class RandomSplit final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past&, Rng& rng) override {
        return splitPlan(row,
                         1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(p.exits()))));
    }
};

class CloudOnly final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t, const Past&, Rng&) override { return {0, {0, false}}; }
};

class DeviceOnly final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t, const Past&, Rng&) override {
        return {0, {p.whole("fixed_layer"), true}};
    }
};

/// Whether every answer and every label is one of two classes, so that the entropy follows from the
/// confidence.
inline bool isBinary(const ExitTable& table) {
    const auto binary = [](auto value) { return value == 0 || value == 1; };
    return std::ranges::all_of(table.prediction, binary) &&
           std::ranges::all_of(table.label, binary);
}

inline bool knowsEntropy(const ExitTable& table) {
    return !table.entropy.empty() || isBinary(table);
}

enum class CascadeRule { Confidence, Entropy, Patience };

class Cascade final : public Policy {
public:
    Cascade(const Problem& problem, CascadeRule rule, bool offloads)
        : Policy(problem),
          rule_(rule),
          last_(offloads ? problem.whole("fixed_layer") : problem.exits()) {}
    bool seesEvery() const override { return true; }

    Plan plan(std::int64_t row, const Past&, Rng&) override {
        for (int layer = 1; layer <= last_; ++layer)
            if (leaves(row, layer)) return {0, {layer, true}};
        return {0, {last_, last_ == p.exits()}};
    }

private:
    bool leaves(std::int64_t row, int layer) const {
        if (rule_ == CascadeRule::Confidence) return p.confidence(row, layer) >= p.alpha;
        if (rule_ == CascadeRule::Entropy) return entropy(row, layer) < p["entropy_threshold"];
        const int first = layer - p.whole("patience");
        if (first < 1) return false;
        for (int i = first; i < layer; ++i)
            if (p.prediction(row, i) != p.prediction(row, layer)) return false;
        return true;
    }

    double entropy(std::int64_t row, int layer) const {
        if (!p.table->entropy.empty()) return p.table->entropy[p.at(row, layer)];
        const double c = p.confidence(row, layer);
        const auto part = [](double probability) {
            return probability > 0 ? -probability * std::log(probability) : 0;
        };
        return part(c) + part(1 - c);
    }

    CascadeRule rule_;
    int last_;
};

}  // namespace splitee::oracle
