#include "engine/experiment.h"

#include <algorithm>

namespace splitee {

Result<std::vector<std::string>> policiesOf(const Experiment& experiment) {
    std::vector<std::string> keys;
    const std::string& text = experiment.policies;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string key = text.substr(from, comma - from);
        from = comma + 1;
        std::vector<std::string_view> valid;
        for (const PolicyInfo& policy : kPolicies) valid.push_back(policy.key);
        if (std::ranges::find(valid, key) == valid.end()) {
            const std::string meant = nearest(key, valid);
            return fail("unknown policy '" + key.substr(0, 100) + "': " +
                        (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " + listed(valid));
        }
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    }
    return keys;
}

Result<void> validate(const Experiment& experiment, const World& world) {
    if (auto ranges = checkFields(experiment); !ranges) return ranges;
    const auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    const bool replay = world.allows(Look::UpToSplitAndFinal);
    for (const std::string& key : *keys) {
        if (key == "splitee-s" && !world.allows(lookOf(experiment, key)))
            return fail("side 'released' uses the final exit's confidence where a device never computed it, so a live run "
                        "refuses it: choose observed or corrected, or replay a table");
        if (key == "best" && !replay)
            return fail("policy 'best' needs the rewards of all samples beforehand, so it plays on tables only");
        if (key == "fixed" && experiment.fixedLayer > world.exits())
            return fail("fixed_layer is " + std::to_string(experiment.fixedLayer) + ", but the source has " +
                        std::to_string(world.exits()) + " exits");
    }
    return {};
}

ExitsEvaluated exitsEvaluated(std::string_view policy) {
    return policy == "splitee-s" ? ExitsEvaluated::UpToSplit : ExitsEvaluated::AtSplit;
}

Look lookOf(const Experiment& experiment, std::string_view policy) {
    if (policy != "splitee-s") return Look::AtSplit;
    return experiment.side == "released" ? Look::UpToSplitAndFinal : Look::UpToSplit;
}

}  // namespace splitee
