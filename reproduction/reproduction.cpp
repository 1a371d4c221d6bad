// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction.h"

#include <algorithm>
#include <cctype>

namespace splitee {

std::string fileWord(const std::string& name) {
    std::string word;
    for (const char c : name) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.';
        if (plain)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!word.empty() && word.back() != '-')
            word += '-';
    }
    const std::size_t first = word.find_first_not_of("-.");
    if (first == std::string::npos) return {};
    return word.substr(first, word.find_last_not_of("-.") + 1 - first);
}

void Reproduction::setSeeds(std::int64_t seeds) {
    experiment.seeds = seeds;
    for (ReproductionPolicy& policy : policies) policy.experiment.seeds = seeds;
    for (ReproductionWorld& world : worlds) world.experiment.seeds = seeds;
}

const ReproductionClaim* Reproduction::claimOf(const ReproductionStream& stream) const {
    const auto found = std::ranges::find(claims, stream.claim, &ReproductionClaim::name);
    return stream.claim.empty() || found == claims.end() ? nullptr : &*found;
}

std::size_t Reproduction::memberOf(const ReproductionFamily& family, std::size_t kind,
                                   std::size_t level) const {
    const auto found = std::ranges::find_if(streams, [&](const ReproductionStream& stream) {
        return stream.family == family.name && stream.kind == kind && stream.level == level;
    });
    return static_cast<std::size_t>(found - streams.begin());
}

std::size_t Reproduction::policyNamed(const std::string& policyName) const {
    return static_cast<std::size_t>(
        std::ranges::find(policies, policyName, &ReproductionPolicy::name) - policies.begin());
}

}  // namespace splitee
