// SPDX-License-Identifier: GPL-3.0-or-later
// A slow reference of the algorithms, written straight from the papers. It sums every mean anew
// from the whole history each round and shares no code with the engine, whose rounds must equal it.
#pragma once

#include <cmath>
#include <string>
#include <vector>

namespace splitee::test {

// What exit i (from 1) holds.
inline double at(const std::vector<double>& values, int i) {
    return values[static_cast<std::size_t>(i - 1)];
}

struct ReferenceRound {
    int split;
    bool exited;
    double reward, cost;
};

struct ReferenceProblem {
    int exits;
    std::vector<double> depth;                    // [L]
    std::vector<std::vector<double>> confidence;  // [samples in order][L]
    double mu, lambda1, lambda2, offload, alpha, beta;
    bool everyExit;  // gamma of SplitEE-S

    double gamma(int i) const { return lambda1 * at(depth, i) + lambda2 * (everyExit ? i : 1); }
    // r(i) of SplitEE (arXiv 2309.09195).
    double reward(int i, const std::vector<double>& c) const {
        return at(c, i) >= alpha || i == exits ? at(c, i) - mu * gamma(i)
                                               : at(c, exits) - mu * (gamma(i) + offload);
    }
};

struct Past {
    int split;
    const std::vector<double>* confidence;
};

// Q_i and N_i of SplitEE (side "none") and of SplitEE-S as released or observed.
inline void meanAndCount(const ReferenceProblem& p, const std::vector<Past>& past,
                         const std::string& side, int i, double& q, double& n) {
    double sum = 0;
    n = 0;
    for (const Past& round : past) {
        const auto& c = *round.confidence;
        bool counts = round.split == i;
        if (side != "none" && i < round.split) {
            const bool reachedFinal = round.split == p.exits || at(c, round.split) < p.alpha;
            counts = side == "released" || at(c, i) >= p.alpha || reachedFinal;
        }
        if (!counts) continue;
        sum += p.reward(i, c);
        n += 1;
    }
    q = sum / n;
}

// Q_j + radius_j of SplitEE-S, corrected (docs/policies.md, SplitEE-S).
inline double correctedIndex(const ReferenceProblem& p, const std::vector<Past>& past, int j,
                             double t) {
    double n = 0, m = 0, share = 0, a = 0, b = 0;
    for (const Past& round : past) {
        const auto& c = *round.confidence;
        if (j <= round.split) {
            n += 1;
            if (j == p.exits || at(c, j) >= p.alpha) {
                share += 1;
                a += at(c, j);
            }
        }
        if (round.split == j || round.split == p.exits) {
            m += 1;
            if (j != p.exits && at(c, j) < p.alpha) b += at(c, p.exits);
        }
    }
    share /= n;
    a /= n;
    b /= m;
    const double q = a + b - p.mu * (p.gamma(j) + (1 - share) * p.offload);
    return q +
           p.beta * (share * std::sqrt(std::log(t) / n) + (1 - share) * std::sqrt(std::log(t) / m));
}

/// side: "none" (SplitEE), "released", "observed" or "corrected".
inline std::vector<ReferenceRound> referenceRounds(const ReferenceProblem& p,
                                                   const std::string& side) {
    std::vector<Past> past;
    std::vector<ReferenceRound> rounds;
    for (std::size_t t = 1; t <= p.confidence.size(); ++t) {
        int split = static_cast<int>(t);
        if (split > p.exits) {
            double best = 0;
            split = 0;
            for (int i = 1; i <= p.exits; ++i) {
                double index = 0;
                if (side == "corrected") {
                    index = correctedIndex(p, past, i, static_cast<double>(t));
                } else {
                    double q = 0, n = 0;
                    meanAndCount(p, past, side, i, q, n);
                    index = q + p.beta * std::sqrt(std::log(static_cast<double>(t)) / n);
                }
                if (split == 0 || index > best) {
                    best = index;
                    split = i;
                }
            }
        }
        const auto& c = p.confidence[t - 1];
        const bool exited = at(c, split) >= p.alpha || split == p.exits;
        rounds.push_back(
            {split, exited, p.reward(split, c), p.gamma(split) + (exited ? 0 : p.offload)});
        past.push_back({split, &c});
    }
    return rounds;
}

}  // namespace splitee::test
