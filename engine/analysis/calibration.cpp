// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/analysis/rising_root.h"
#include "engine/world/temperature.h"

namespace splitee {
namespace {

struct Answer {
    double confidence;
    bool right;
};

// One exit's answers to the samples with a label.
std::vector<Answer> answersOf(const ExitTable& table, int exit) {
    std::vector<Answer> answers;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const std::int32_t label = table.label[static_cast<std::size_t>(row)];
        if (label < 0) continue;
        const auto at = static_cast<std::size_t>(exit);
        answers.push_back({table.confidencesOf(row)[at], table.predictionsOf(row)[at] == label});
    }
    return answers;
}

// By ranks (Mann and Whitney): equal confidences share the mean of their ranks.
std::optional<double> aurocOf(std::vector<Answer> answers) {
    std::ranges::sort(answers, {}, &Answer::confidence);
    double rankSum = 0;  // of right answers
    double right = 0;
    for (std::size_t from = 0; from < answers.size();) {
        std::size_t to = from;
        double rightHere = 0;
        for (; to < answers.size() && answers[to].confidence == answers[from].confidence; ++to)
            rightHere += answers[to].right ? 1 : 0;
        rankSum += rightHere * (static_cast<double>(from + 1) + static_cast<double>(to)) / 2;
        right += rightHere;
        from = to;
    }
    const double wrong = static_cast<double>(answers.size()) - right;
    if (right == 0 || wrong == 0) return std::nullopt;
    return (rankSum - right * (right + 1) / 2) / (right * wrong);
}

ExitCalibration calibrated(const std::vector<Answer>& answers, int bins) {
    ExitCalibration result;
    result.bins.resize(static_cast<std::size_t>(bins));
    std::vector<double> confidence(result.bins.size(), 0.0);
    std::vector<double> right(result.bins.size(), 0.0);
    for (const Answer& answer : answers) {
        const auto bin = static_cast<std::size_t>(
            std::min(static_cast<int>(answer.confidence * bins), bins - 1));
        ++result.bins[bin].count;
        confidence[bin] += answer.confidence;
        right[bin] += answer.right ? 1 : 0;
    }
    const auto n = static_cast<double>(answers.size());
    result.labelled = static_cast<std::int64_t>(answers.size());
    for (std::size_t k = 0; k < result.bins.size(); ++k) {
        ReliabilityBin& bin = result.bins[k];
        bin.low = static_cast<double>(k) / bins;
        bin.high = static_cast<double>(k + 1) / bins;
        result.confidence += confidence[k] / n;
        result.accuracy += right[k] / n;
        if (bin.count == 0) continue;
        bin.confidence = confidence[k] / static_cast<double>(bin.count);
        bin.right = right[k] / static_cast<double>(bin.count);
        result.ece += std::abs(right[k] - confidence[k]) / n;
    }
    result.auroc = aurocOf(answers);
    return result;
}

// Negative log likelihood of the outcome, for the log odds x of a right answer.
double lossOf(double x, bool right) {
    const double margin = right ? x : -x;
    return margin >= 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
}

struct LogOdds {
    double z;
    bool right;
};

double meanLoss(const std::vector<LogOdds>& odds, double inverse) {
    double sum = 0;
    for (const LogOdds& o : odds) sum += lossOf(inverse * o.z, o.right);
    return sum / static_cast<double>(odds.size());
}

// First and second derivative of the mean loss by 1/T: the second is >= 0 everywhere.
std::pair<double, double> slopes(const std::vector<LogOdds>& odds, double inverse) {
    double first = 0;
    double second = 0;
    for (const LogOdds& o : odds) {
        const double p = sigmoid(inverse * o.z);
        first += o.z * (p - (o.right ? 1 : 0));
        second += o.z * o.z * p * (1 - p);
    }
    const auto n = static_cast<double>(odds.size());
    return {first / n, second / n};
}

FittedTemperature fit(const std::vector<Answer>& answers) {
    std::vector<LogOdds> odds;
    for (const Answer& answer : answers) odds.push_back({logit(answer.confidence), answer.right});
    const double low = 1 / kMaxTemperature;
    const double high = 1 / kMinTemperature;
    FittedTemperature result;
    result.lossBefore = meanLoss(odds, 1);
    double inverse = 1;
    const bool fallsNowhere = slopes(odds, low).first >= 0;
    const bool risesNowhere = slopes(odds, high).first <= 0;
    if (fallsNowhere || risesNowhere) {
        if (fallsNowhere != risesNowhere)
            inverse = fallsNowhere ? low : high;  // flat where every confidence is 1/2
        result.atLimit = true;
    } else {
        inverse = risingRoot([&](double at) { return slopes(odds, at); }, 1, low, high);
    }
    result.temperature =
        std::clamp(std::round(1e6 / inverse) / 1e6, kMinTemperature, kMaxTemperature);
    result.lossAfter = meanLoss(odds, 1 / result.temperature);
    return result;
}

// `work(answers)` for every exit, with a check for labels, progress and a stop token.
template <class Work>
Result<void> eachExit(const ExitTable& table, const char* activity, const std::stop_token& stop,
                      const ProgressSink& progress, Work&& work) {
    if (std::ranges::none_of(table.label, [](std::int32_t label) { return label >= 0; }))
        return fail("the exit table " + table.name +
                    " holds no labels, so nobody can say which answers are right: calibrate on a "
                    "table with labels");
    for (int exit = 0; exit < table.exits; ++exit) {
        if (stop.stop_requested()) return fail("cancelled");
        if (progress) progress({activity, exit, table.exits, "exits", ""});
        work(answersOf(table, exit));
    }
    return {};
}

}  // namespace

Result<std::vector<ExitCalibration>> calibrationOf(const ExitTable& table, int bins,
                                                   std::stop_token stop,
                                                   const ProgressSink& progress) {
    if (bins < 1 || bins > kMaxBins)
        return fail("bins is " + std::to_string(bins) + ", but must be between 1 and " +
                    std::to_string(kMaxBins));
    std::vector<ExitCalibration> exits;
    const auto walked = eachExit(
        table, "measuring calibration", stop, progress,
        [&](const std::vector<Answer>& answers) { exits.push_back(calibrated(answers, bins)); });
    if (!walked) return tl::unexpected(walked.error());
    return exits;
}

Result<std::vector<FittedTemperature>> fitTemperatures(const ExitTable& validation,
                                                       std::stop_token stop,
                                                       const ProgressSink& progress) {
    std::vector<FittedTemperature> fitted;
    const auto walked =
        eachExit(validation, "fitting temperatures", stop, progress,
                 [&](const std::vector<Answer>& answers) { fitted.push_back(fit(answers)); });
    if (!walked) return tl::unexpected(walked.error());
    return fitted;
}

}  // namespace splitee
