#include "cli/results.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>

namespace splitee {
namespace {

using nlohmann::json;

struct Figure {
    const char* key;
    std::function<std::optional<double>(const RunSummary&)> of;
};

const std::vector<Figure>& figures() {
    static const std::vector<Figure> all{
        {"accuracy", [](const RunSummary& s) { return s.accuracy; }},
        {"cost_mean", [](const RunSummary& s) { return std::optional(s.costMean); }},
        {"cost_reduction_vs_final", [](const RunSummary& s) { return std::optional(s.costReductionVsFinal); }},
        {"accuracy_change_vs_final", [](const RunSummary& s) { return s.accuracyChangeVsFinal; }},
        {"offload_rate", [](const RunSummary& s) { return std::optional(s.offloadRate); }},
        {"reward_mean", [](const RunSummary& s) { return std::optional(s.rewardMean); }},
        {"regret", [](const RunSummary& s) { return s.regret; }},
        {"rounds_per_second", [](const RunSummary& s) { return std::optional(s.roundsPerSecond()); }},
    };
    return all;
}

std::optional<Estimate> over(const std::vector<RunSummary>& runs, const std::function<std::optional<double>(const RunSummary&)>& of) {
    std::vector<double> values;
    for (const RunSummary& run : runs)
        if (const auto value = of(run)) values.push_back(*value);
    return values.size() == runs.size() ? estimate(values) : std::nullopt;
}

json estimateJson(const std::optional<Estimate>& e) {
    if (!e) return nullptr;
    json out{{"mean", e->mean}, {"ci95", nullptr}};
    if (e->halfWidth) out["ci95"] = {e->mean - *e->halfWidth, e->mean + *e->halfWidth};
    return out;
}

std::string cell(const std::optional<Estimate>& e, double scale, int decimals) {
    if (!e) return "-";
    char text[48];
    const double mean = e->mean == 0 ? 0 : scale * e->mean;   // never -0.0
    if (e->halfWidth) std::snprintf(text, sizeof text, "%.*f ±%.*f", decimals, mean, decimals, std::abs(scale * *e->halfWidth));
    else std::snprintf(text, sizeof text, "%.*f", decimals, mean);
    return text;
}

std::string_view labelOf(const std::string& policy) {
    const PolicyInfo* info = findPolicy(policy);
    return info == nullptr ? std::string_view(policy) : info->label;
}

int mostChosen(const std::vector<RunSummary>& runs) {
    std::vector<std::int64_t> pulls(runs.front().pulls.size(), 0);
    for (const RunSummary& run : runs)
        for (std::size_t i = 0; i < pulls.size(); ++i) pulls[i] += run.pulls[i];
    return 1 + static_cast<int>(std::ranges::max_element(pulls) - pulls.begin());
}

// Pads by characters seen: ± takes two bytes but one column.
void printCell(const std::string& text, int width) {
    const auto seen = std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    std::printf("  %*s%s", std::max(0, width - static_cast<int>(seen)), "", text.c_str());
}

}  // namespace

void completeAgainstFinal(std::vector<PolicyResult>& results) {
    const auto final = std::ranges::find(results, "final", &PolicyResult::policy);
    if (final == results.end()) return;
    const auto reference = final->runs;
    for (PolicyResult& result : results)
        for (std::size_t k = 0; k < result.runs.size() && k < reference.size(); ++k) {
            RunSummary& run = result.runs[k];
            if (run.accuracyChangeVsFinal || !run.accuracy || !reference[k].accuracy || run.rounds != reference[k].rounds) continue;
            run.accuracyChangeVsFinal = 100 * (*run.accuracy - *reference[k].accuracy);
        }
}

json summaryJson(const RunSummary& summary) {
    json out{{"rounds", summary.rounds}, {"pulls", summary.pulls}, {"seconds", summary.seconds}};
    for (const Figure& figure : figures()) {
        const auto value = figure.of(summary);
        out[figure.key] = value ? json(*value) : json(nullptr);
    }
    return out;
}

json resultsJson(const std::vector<PolicyResult>& results) {
    json out = json::object();
    for (const PolicyResult& result : results) {
        json policy{{"seeds", result.runs.size()}, {"rounds", result.runs.front().rounds}};
        for (const Figure& figure : figures()) policy[figure.key] = estimateJson(over(result.runs, figure.of));
        json means = json::array();
        json intervals = json::array();
        for (std::size_t layer = 0; layer < result.runs.front().pulls.size(); ++layer) {
            const json e = estimateJson(over(result.runs, [&](const RunSummary& s) { return std::optional(static_cast<double>(s.pulls[layer])); }));
            means.push_back(e["mean"]);
            intervals.push_back(e["ci95"]);
        }
        policy["pulls"] = {{"mean", means}, {"ci95", intervals}};
        out[result.policy] = policy;
    }
    return out;
}

void printResults(const std::vector<PolicyResult>& results) {
    const bool several = results.front().runs.size() > 1;
    std::printf("%-28s", "policy");
    for (const auto& [title, width] : std::vector<std::pair<const char*, int>>{{"accuracy %", 14}, {"cost, lambda", 14}, {"cost vs final %", 15},
                                                                               {"accuracy vs final", 17}, {"offloaded %", 12}, {"regret", 14}, {"split layer", 11}})
        printCell(title, width);
    std::printf("\n");
    for (const PolicyResult& result : results) {
        std::printf("%-28s", std::string(labelOf(result.policy)).c_str());
        const auto& all = figures();
        printCell(cell(over(result.runs, all[0].of), 100, 2), 14);
        printCell(cell(over(result.runs, all[1].of), 1, 3), 14);
        printCell(cell(over(result.runs, all[2].of), -1, 1), 15);
        printCell(cell(over(result.runs, all[3].of), 1, 2), 17);
        printCell(cell(over(result.runs, all[4].of), 100, 1), 12);
        printCell(cell(over(result.runs, all[6].of), 1, 1), 14);
        printCell(std::to_string(mostChosen(result.runs)), 11);
        std::printf("\n");
    }
    std::printf("\naccuracy vs final in points; regret is the pseudo-regret of a whole run, in reward; split layer: the most chosen one%s\n",
                several ? ";\n± is the half width of the 95 % interval over seeds (Student's t)" : "");
}

}  // namespace splitee
