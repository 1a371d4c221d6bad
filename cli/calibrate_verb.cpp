// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "engine/analysis/calibration.h"
#include "engine/world/temperature.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

using nlohmann::json;

struct CalibrateFlags {
    std::string table, validation, out;
    std::vector<std::string> where;
    int bins = 15;
    bool json = false;
};

// Calibration of the table as recorded and, where temperatures were fitted, after scaling.
struct Calibrated {
    std::vector<ExitCalibration> before, after;
    std::vector<FittedTemperature> fitted;

    [[nodiscard]] std::vector<double> temperatures() const {
        std::vector<double> values;
        for (const FittedTemperature& fit : fitted) values.push_back(fit.temperature);
        return values;
    }
};

Result<Calibrated> calibrated(const ExitTable& table, const std::optional<ExitTable>& validation,
                              int bins, const ProgressSink& progress) {
    const auto stop = cancelledByUser();
    Calibrated result;
    auto before = calibrationOf(table, bins, stop, progress);
    if (!before) return tl::unexpected(before.error());
    result.before = std::move(*before);
    if (!validation) return result;
    auto fitted = fitTemperatures(*validation, stop, progress);
    if (!fitted) return tl::unexpected(fitted.error());
    result.fitted = std::move(*fitted);
    const auto scaled = withTemperatures(table, result.temperatures());
    if (!scaled) return tl::unexpected(scaled.error());
    auto after = calibrationOf(*scaled, bins, stop, progress);
    if (!after) return tl::unexpected(after.error());
    result.after = std::move(*after);
    return result;
}

json numberOrNull(const std::optional<double>& value) {
    return value ? json(*value) : json(nullptr);
}

json exitJson(const ExitCalibration& exit) {
    json bins = json::array();
    for (const ReliabilityBin& bin : exit.bins)
        bins.push_back({{"low", bin.low},
                        {"high", bin.high},
                        {"count", bin.count},
                        {"confidence_mean", numberOrNull(bin.confidence)},
                        {"right", numberOrNull(bin.right)}});
    return {{"labelled", exit.labelled},          {"accuracy", exit.accuracy},
            {"confidence_mean", exit.confidence}, {"ece", exit.ece},
            {"auroc", numberOrNull(exit.auroc)},  {"bins", bins}};
}

json calibrationJson(const CalibrateFlags& flags, const Calibrated& calibrated) {
    json exits = json::array();
    for (std::size_t i = 0; i < calibrated.before.size(); ++i) {
        json exit = exitJson(calibrated.before[i]);
        exit["exit"] = i + 1;
        if (!calibrated.fitted.empty()) {
            const FittedTemperature& fit = calibrated.fitted[i];
            exit["temperature"] = {{"value", fit.temperature},
                                   {"at_limit", fit.atLimit},
                                   {"validation_loss_before", fit.lossBefore},
                                   {"validation_loss_after", fit.lossAfter}};
            exit["after"] = exitJson(calibrated.after[i]);
        }
        exits.push_back(exit);
    }
    json out{{"table", flags.table},
             {"source", tableSourceJson(flags.table)},
             {"bins", flags.bins},
             {"exits", exits},
             {"units",
              {{"accuracy", "share"},
               {"confidence_mean", "share"},
               {"ece", "share"},
               {"auroc", "share"},
               {"right", "share"},
               {"count", "samples"},
               {"labelled", "samples"}}}};
    if (calibrated.fitted.empty()) return out;
    out["validation"] = flags.validation;
    out["temperature"] = temperaturesText(calibrated.temperatures());
    return out;
}

void printCalibration(const CalibrateFlags& flags, const ExitTable& table,
                      const Calibrated& calibrated) {
    const bool fitted = !calibrated.fitted.empty();
    std::printf(
        "%s: %lld samples with a label, %d exits, %d bins\n\nexit  accuracy %%  confidence %%    "
        "ECE %%    AUROC%s\n",
        printable(flags.table).c_str(), static_cast<long long>(calibrated.before.front().labelled),
        table.exits, flags.bins, fitted ? "  temperature  confidence after %  ECE after %" : "");
    bool limit = false;
    for (std::size_t i = 0; i < calibrated.before.size(); ++i) {
        const ExitCalibration& exit = calibrated.before[i];
        char auroc[16] = "-";
        if (exit.auroc) std::snprintf(auroc, sizeof auroc, "%.4f", *exit.auroc);
        std::printf("%4zu  %10.2f  %12.2f  %7.2f  %7s", i + 1, 100 * exit.accuracy,
                    100 * exit.confidence, 100 * exit.ece, auroc);
        if (fitted) {
            const FittedTemperature& fit = calibrated.fitted[i];
            limit = limit || fit.atLimit;
            std::printf("  %10.4f%s  %18.2f  %11.2f", fit.temperature, fit.atLimit ? "!" : " ",
                        100 * calibrated.after[i].confidence, 100 * calibrated.after[i].ece);
        }
        std::printf("\n");
    }
    std::printf(
        "\nECE: mean distance of confidence and share right over the bins; AUROC: of confidence "
        "against being right, 0.5 tells nothing\n");
    if (fitted)
        std::printf("temperatures fitted on %s%s; to run with them:\n  --temperature %s\n",
                    printable(flags.validation).c_str(),
                    limit ? " (! at the limit of what is fitted)" : "",
                    temperaturesText(calibrated.temperatures()).c_str());
}

Result<void> writeTemperatures(const CalibrateFlags& flags, const Calibrated& calibrated) {
    const json out{{"validation", flags.validation},
                   {"temperature", temperaturesText(calibrated.temperatures())},
                   {"temperatures", calibrated.temperatures()}};
    return writeText(flags.out, "temperatures", jsonText(out) + "\n");
}

int calibrateNow(CalibrateFlags& flags) {
    if (flags.bins < 1 || flags.bins > kMaxBins)
        return report({"bins is " + std::to_string(flags.bins) + ", but must be between 1 and " +
                       std::to_string(kMaxBins)},
                      kExitUsage);
    if (!flags.out.empty() && flags.validation.empty())
        return report(
            {"--out writes fitted temperatures, so it needs --validation: a table to fit them on"},
            kExitUsage);
    if (auto chosen = chooseRows(flags.table, flags.where); !chosen)
        return report(chosen.error(), kExitUsage);
    if (!flags.validation.empty() && !flags.validation.starts_with("builtin:"))
        if (auto chosen = chooseRows(flags.validation, flags.where); !chosen)
            return report(chosen.error(), kExitUsage);
    if (auto one = oneOnStdout({{"--out", isStdout(flags.out)}, {"--json", flags.json}}); !one)
        return report(one.error(), kExitUsage);
    const auto table = openTable(flags.table);
    if (!table) return report(table.error());
    tellRemarks({&*table, 1});
    std::optional<ExitTable> validation;
    if (!flags.validation.empty()) {
        auto opened = openTable(flags.validation);
        if (!opened) return report(opened.error());
        if (opened->exits != table->exits)
            return report({flags.validation + " has " + std::to_string(opened->exits) +
                           " exits and " + flags.table + " has " + std::to_string(table->exits) +
                           ": temperatures are fitted on a table of the same network"});
        validation = std::move(*opened);
    }
    std::optional<ProgressLine> progress(std::in_place);
    const auto done = calibrated(*table, validation, flags.bins, progress->sink());
    progress.reset();
    if (!done)
        return cancelledByUser().stop_requested()
                   ? report({"cancelled before the calibration was finished"}, kExitCancelled)
                   : report(done.error());
    if (!flags.out.empty())
        if (auto written = writeTemperatures(flags, *done); !written)
            return report(written.error());
    if (flags.json)
        printJson(calibrationJson(flags, *done));
    else if (!isStdout(flags.out))
        printCalibration(flags, *table, *done);
    return kExitFine;
}

}  // namespace

void addCalibrateVerb(Command program) {
    const Command verb = program.addCommand(
        "calibrate",
        "How far each exit's confidence can be trusted, and temperatures that correct it");
    const auto flags = std::make_shared<CalibrateFlags>();
    verb.option("--table", flags->table, "The table to judge: T.csv, T.exits or builtin:NAME")
        .required();
    addWhereFlag(verb, flags->where);
    verb.option("--validation", flags->validation,
                "Fit one temperature an exit on this table, and judge --table before and after");
    verb.option("--bins", flags->bins, "Reliability bins of equal width").showDefault();
    verb.option("--out", flags->out, "Write the temperatures as JSON; needs --validation");
    verb.flag("--json", flags->json, "One JSON object on stdout, with the reliability bins");
    verb.footer(
        "The temperatures go into a run as --temperature. A table holds the largest softmax value "
        "alone: its logit is divided by\n"
        "the temperature, which is temperature scaling exactly for two classes and an "
        "approximation for more.");
    verb.onRun([flags] { return calibrateNow(*flags); });
}

}  // namespace splitee
