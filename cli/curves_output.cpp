// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/curves_output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/replay_source.h"
#include "cli/terminal.h"
#include "comparison/report/svg_chart.h"
#include "plot/number_text.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr double kPanelWidth = 620;

json numbers(const std::vector<double>& values) {
    json out = json::array();
    for (const double value : values)
        out.push_back(std::isfinite(value) ? json(value) : json(nullptr));
    return out;
}

json finite(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

json referenceJson(const LaiRobbins& reference) {
    json gaps = json::array();
    json kl = json::array();
    for (const ArmGap& arm : reference.arms) {
        gaps.push_back(arm.gap);
        kl.push_back(finite(arm.klInf));
    }
    return {{"best_split", reference.best},
            {"lai_robbins", finite(reference.constant)},
            {"lai_robbins_bernoulli", finite(reference.bernoulliConstant)},
            {"gap", gaps},
            {"kl_inf", kl},
            {"reward_low", reference.low},
            {"reward_high", reference.high}};
}

json slopeJson(const std::optional<LogSlope>& slope) {
    if (!slope) return nullptr;
    return {{"slope", slope->slope},
            {"standard_error", slope->standardError ? json(*slope->standardError) : json(nullptr)},
            {"from_round", slope->fromRound},
            {"points", slope->points}};
}

std::string csvNumber(const std::vector<double>& values, std::size_t k) {
    return k < values.size() && std::isfinite(values[k]) ? shortNumber(values[k]) : "";
}

const MeasureInfo* chartable(const std::string& measure) {
    const auto info = std::ranges::find(kMeasures, measure, &MeasureInfo::key);
    return info == kMeasures.end() ? nullptr : &*info;
}

// What the band around a mean shows.
std::string_view shading(Band band) {
    switch (band) {
        case Band::StandardError:
            return "± standard error over seeds";
        case Band::StandardDeviation:
            return "± standard deviation over seeds";
        case Band::StudentT:
            return "95 % interval over seeds (Student's t)";
        case Band::Bootstrap:
            return "95 % interval over seeds (bootstrap)";
    }
    return "";
}

// C ln t, in the rounds where it lies within the axes.
LineSeries reference(std::string label, double constant, const std::vector<std::int64_t>& rounds,
                     double top, std::string_view dash) {
    LineSeries line{std::move(label), {}, {}, {}, {}, {ink::kMuted, dash}, 1.4};
    for (const std::int64_t t : rounds) {
        const double y = constant * std::log(static_cast<double>(t));
        if (!std::isfinite(y) || y > top) break;
        line.x.push_back(static_cast<double>(t));
        line.y.push_back(y);
    }
    return line;
}

LineChart chartOf(const CurvesRequest& request, const CurvesResult& result, std::size_t measure,
                  const MeasureInfo& info) {
    LineChart chart{std::string(info.label),
                    request.logX ? "round t, log scale" : "round t",
                    std::string(info.label) + ", " + std::string(info.unit),
                    request.logX,
                    request.logY,
                    info.key != "accuracy",
                    0,
                    {}};
    double top = 0;
    for (std::size_t p = 0; p < result.policies.size(); ++p) {
        const PolicyCurves& policy = result.policies[p];
        const MeanCurve& curve = policy.measures[measure];
        if (curve.mean.empty()) continue;
        LineSeries line{policyLabel(policy.policy),
                        {policy.round.begin(), policy.round.end()},
                        curve.mean,
                        curve.low,
                        curve.high,
                        policyLook(p),
                        2};
        for (const double value : curve.mean)
            if (std::isfinite(value)) top = std::max(top, value);
        chart.series.push_back(std::move(line));
    }
    if (info.key != "pseudo_regret" || result.policies.empty()) return chart;
    const PolicyCurves& first = result.policies.front();
    if (first.reference.constant <= 0) return chart;
    // Policies that evaluate other exits have other costs, so other constants: the lines are the
    // first one's.
    const bool same = std::ranges::all_of(result.policies, [&](const PolicyCurves& p) {
        return p.reference.constant == first.reference.constant;
    });
    const std::string of = same ? "" : ", " + policyLabel(first.policy);
    chart.series.push_back(reference("C ln t (Lai-Robbins" + of + ")", first.reference.constant,
                                     first.round, top, "2 3"));
    chart.series.push_back(reference("C ln t (Bernoulli" + of + ")",
                                     first.reference.bernoulliConstant, first.round, top, "8 4"));
    return chart;
}

json curvesJson(const CurvesRequest& request, const CurvesResult& result) {
    json policies = json::object();
    for (const PolicyCurves& policy : result.policies) {
        json curves = json::object();
        for (std::size_t m = 0; m < request.measures.size(); ++m) {
            const MeanCurve& curve = policy.measures[m];
            if (curve.mean.empty()) continue;  // a measure that this policy does not have
            const bool banded = !curve.low.empty();
            const MeasureInfo* info = chartable(request.measures[m]);
            curves[request.measures[m]] = {{"mean", numbers(curve.mean)},
                                           {"low", banded ? numbers(curve.low) : json(nullptr)},
                                           {"high", banded ? numbers(curve.high) : json(nullptr)},
                                           {"unit", info == nullptr ? "rounds" : info->unit}};
        }
        policies[policy.policy] = {
            {"seeds", policy.seeds},
            {"round", policy.round},
            {"curves", curves},
            {"reference", referenceJson(policy.reference)},
            {"regret_reference", describe(regretAgainst(request.experiment, policy.policy))},
            {"pseudo_regret_slope", slopeJson(policy.slope)}};
    }
    return {{"source", tableSourceJson(request.table)},
            {"experiment", experimentJson(request.experiment)},
            {"rounds", result.rounds},
            {"band", kBands[static_cast<std::size_t>(request.band)]},
            {"fit_decades", request.decades},
            {"cancelled", result.cancelled},
            {"policies", policies}};
}

}  // namespace

void printCurvesJson(const CurvesRequest& request, const CurvesResult& result) {
    printJson(curvesJson(request, result));
}

std::string curvesCsv(const CurvesRequest& request, const CurvesResult& result) {
    const std::string band(kBands[static_cast<std::size_t>(request.band)]);
    std::string text = "policy,round,measure,mean,low,high,band,seeds\n";
    for (const PolicyCurves& policy : result.policies)
        for (std::size_t m = 0; m < request.measures.size(); ++m) {
            const MeanCurve& curve = policy.measures[m];
            for (std::size_t k = 0; k < curve.mean.size(); ++k)
                text += policy.policy + "," + std::to_string(policy.round[k]) + "," +
                        request.measures[m] + "," + csvNumber(curve.mean, k) + "," +
                        csvNumber(curve.low, k) + "," + csvNumber(curve.high, k) + "," + band +
                        "," + std::to_string(policy.seeds) + "\n";
        }
    return text;
}

std::string curvesSvg(const CurvesRequest& request, const CurvesResult& result) {
    std::vector<LineChart> charts;
    for (std::size_t m = 0; m < request.measures.size(); ++m)
        if (const MeasureInfo* info = chartable(request.measures[m]))
            charts.push_back(chartOf(request, result, m, *info));
    double labels = 0;  // the same width in every panel, so that the axes are aligned
    for (const LineChart& chart : charts) labels = std::max(labels, widthForLabels(chart));
    for (LineChart& chart : charts) chart.labelRoom = labels;
    const std::size_t columns = charts.size() < 2 ? 1 : 2;
    const std::size_t rows = (charts.size() + columns - 1) / columns;
    const double panelWidth = columns == 1 ? 900 : kPanelWidth;
    const double panelHeight =
        std::max(columns == 1 ? 460.0 : 330.0, heightForLabels(result.policies.size() + 2));
    const double width =
        48 + panelWidth * static_cast<double>(columns) + 24 * static_cast<double>(columns - 1);
    const double height =
        84 + panelHeight * static_cast<double>(rows) + 20 * static_cast<double>(rows - 1) + 16;
    SvgDocument svg(width, height, "Curves of policies on " + request.name);
    svg.text({24, 34}, "Policies on " + request.name, {17, ink::kText, Anchor::Start, true});
    const Experiment& e = request.experiment;
    const std::size_t seeds = result.policies.empty() ? 0 : result.policies.front().seeds;
    svg.text({24, 54},
             "mean" + (seeds > 1 ? " and " + std::string(shading(request.band)) : std::string()) +
                 ", " + std::to_string(seeds) + (seeds == 1 ? " seed, " : " seeds, ") +
                 axisNumber(static_cast<double>(result.rounds)) + " rounds; mu " +
                 shortNumber(e.mu) + ", lambda1 " + shortNumber(e.lambda1) + ", lambda2 " +
                 shortNumber(e.lambda2) + ", o " + offloadWords(e) + ", alpha " +
                 shortNumber(e.alpha) + ", beta " + shortNumber(e.beta),
             {11, ink::kMuted});
    for (std::size_t k = 0; k < charts.size(); ++k)
        drawLines(
            svg,
            {24 + (panelWidth + 24) * static_cast<double>(k % columns),
             76 + (panelHeight + 20) * static_cast<double>(k / columns), panelWidth, panelHeight},
            charts[k]);
    return svg.finished();
}

void printCurves(const CurvesRequest& request, const CurvesResult& result) {
    std::printf(
        "%s\n%lld rounds a run, mu %g, lambda1 %g, lambda2 %g, offload %s, alpha %g, beta %g\n\n",
        printable(request.table).c_str(), static_cast<long long>(result.rounds),
        request.experiment.mu, request.experiment.lambda1, request.experiment.lambda2,
        printable(offloadWords(request.experiment)).c_str(), request.experiment.alpha,
        request.experiment.beta);
    const auto regret = std::ranges::find(request.measures, "pseudo_regret");
    const auto at = static_cast<std::size_t>(regret - request.measures.begin());
    std::printf("%-28s %6s  %16s  %24s  %12s  %12s\n", "policy", "seeds", "pseudo-regret",
                "slope against ln t", "Lai-Robbins", "Bernoulli");
    for (const PolicyCurves& policy : result.policies) {
        char slope[48] = "-";
        if (policy.slope && policy.slope->standardError)
            std::snprintf(slope, sizeof slope, "%.4f (SE %.4f)", policy.slope->slope,
                          *policy.slope->standardError);
        else if (policy.slope)
            std::snprintf(slope, sizeof slope, "%.4f", policy.slope->slope);
        char last[32] = "-";
        if (regret != request.measures.end() && !policy.measures[at].mean.empty())
            std::snprintf(last, sizeof last, "%.2f", policy.measures[at].mean.back());
        char bounds[64] = "           -             -";
        if (policy.slope)
            std::snprintf(bounds, sizeof bounds, "%12.4f  %12.4f", policy.reference.constant,
                          policy.reference.bernoulliConstant);
        std::printf("%-28s %6zu  %16s  %24s  %s\n", policyLabel(policy.policy).c_str(),
                    policy.seeds, last, slope, bounds);
    }
    const auto fitted = std::ranges::find_if(
        result.policies, [](const PolicyCurves& policy) { return policy.slope.has_value(); });
    const PolicyCurves& first = fitted == result.policies.end() ? result.policies.front() : *fitted;
    if (first.slope)
        std::printf(
            "\nslope: least squares of the mean pseudo-regret against ln t over rounds %lld to "
            "%lld, SE over seeds;\n",
            static_cast<long long>(first.slope->fromRound),
            static_cast<long long>(first.round.back()));
    else
        std::printf(
            "\nslope: too few checkpoints in the last %g decades of rounds; ask for more "
            "--points;\n",
            request.decades);
    std::printf(
        "Lai-Robbins: C of C ln t, the least a learner that sees only its own arm's reward can do "
        "in the long run on this table\n"
        "(KL_inf of rewards in a known range); Bernoulli: the looser figure from their means "
        "alone; best split %d\n",
        first.reference.best);
}

}  // namespace splitee
