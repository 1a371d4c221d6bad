// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/table_rows.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "storage/tables/bundled.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

struct BuildFlags {
    TableFlags table;
    std::string out;
};

// As CSV where the name ends in .csv and on stdout, else as .exits.
Result<void> writeTable(const std::string& path, const ExitTable& table) {
    if (isStdout(path))
        return writeText(path, "exit table", [&](std::ostream& out) { writeTableCsv(out, table); });
    return path.ends_with(".csv") ? writeTableCsv(path, table) : writeTableFile(path, table);
}

int buildNow(const BuildFlags& flags) {
    int exitCode = kExitFine;
    const auto table = tableOf(flags.table, exitCode);
    if (!table) return exitCode;
    if (auto written = writeTable(flags.out, *table); !written) return report(written.error());
    std::fprintf(stderr, "%s: %lld samples, %d exits\n", shownName(flags.out).c_str(),
                 static_cast<long long>(table->samples()), table->exits);
    return kExitFine;
}

// The table to look into or convert.
struct FromFlags {
    std::string table;
    std::vector<std::string> where;

    [[nodiscard]] Result<ExitTable> open() const {
        std::string name = table;
        if (auto chosen = chooseRows(name, where); !chosen) return tl::unexpected(chosen.error());
        auto opened = openTable(name);
        if (opened) tellRemarks({&*opened, 1});
        return opened;
    }
};

int convertNow(const FromFlags& from, const std::string& to) {
    const auto table = from.open();
    if (!table) return report(table.error());
    if (auto written = writeTable(to, *table); !written) return report(written.error());
    std::fprintf(stderr, "%s: %lld samples, %d exits\n", shownName(to).c_str(),
                 static_cast<long long>(table->samples()), table->exits);
    return kExitFine;
}

int infoNow(const FromFlags& from, bool json) {
    const auto table = from.open();
    if (!table) return report(table.error());
    const auto accuracy = accuracyPerExit(*table);
    std::vector<double> confidence(static_cast<std::size_t>(table->exits), 0.0);
    for (std::size_t i = 0; i < table->confidence.size(); ++i)
        confidence[i % confidence.size()] +=
            table->confidence[i] / static_cast<double>(table->samples());
    if (json) {
        const nlohmann::json out{{"name", table->name},
                                 {"samples", table->samples()},
                                 {"exits", table->exits},
                                 {"depth", table->depth},
                                 {"hash", tableHash(*table)},
                                 {"accuracy_per_exit", accuracy},
                                 {"confidence_per_exit", confidence},
                                 {"entropy", !table->entropy.empty()},
                                 {"context", table->contextNames},
                                 {"source", tableSourceJson(from.table)},
                                 {"units",
                                  {{"accuracy_per_exit", "share"},
                                   {"confidence_per_exit", "share"},
                                   {"depth", "layers"}}}};
        printJson(out);
        return kExitFine;
    }
    std::printf("%s: %lld samples, %d exits\n\nexit  depth  accuracy %%  mean confidence\n",
                printable(table->name).c_str(), static_cast<long long>(table->samples()),
                table->exits);
    for (std::size_t i = 0; i < confidence.size(); ++i) {
        char right[16] = "unknown";
        if (!accuracy.empty()) std::snprintf(right, sizeof right, "%.2f", 100 * accuracy[i]);
        std::printf("%4zu  %5g  %10s  %15.3f\n", i + 1, table->depth[i], right, confidence[i]);
    }
    std::string context;
    for (const std::string& column : table->contextNames)
        context += (context.empty() ? "" : ", ") + column;
    std::printf("\nentropies: %s\ncontext: %s\n", table->entropy.empty() ? "none" : "of every exit",
                context.empty() ? "none" : printable(context).c_str());
    return kExitFine;
}

}  // namespace

void addTableVerb(Command program) {
    const Command verb = program.addCommand("table", "Build, convert and look into exit tables");
    verb.requireCommand();

    const Command build =
        verb.addCommand("build", "Read every exit of a model on every image of a dataset");
    const auto flags = std::make_shared<BuildFlags>();
    addTableFlags(build, flags->table);
    build.option("--out", flags->out, "The table to write: .exits, or .csv; - for CSV on stdout")
        .required()
        .fileName();
    build.onRun([flags] { return buildNow(*flags); });

    const auto from = std::make_shared<FromFlags>();
    const auto to = std::make_shared<std::string>();
    const Command import = verb.addCommand(
        "import", "Read a CSV table, ours or a published layout told by its header, into .exits");
    const Command exported =
        verb.addCommand("export", "Write a table as CSV (or .exits, by the ending of TO)");
    for (const Command& convert : {import, exported}) {
        convert.option("from", from->table, "A table file or builtin:NAME").required();
        convert.option("to", *to, "The table to write: .exits, or .csv; - for CSV on stdout")
            .required()
            .fileName();
        addWhereFlag(convert, from->where);
        convert.onRun([from, to] { return convertNow(*from, *to); });
    }

    const Command info =
        verb.addCommand("info", "Samples, exits, accuracy and confidence of a table");
    const auto json = std::make_shared<bool>(false);
    info.option("table", from->table, "A table file or builtin:NAME").required();
    addWhereFlag(info, from->where);
    info.flag("--json", *json, "One JSON object on stdout");
    info.onRun([from, json] { return infoNow(*from, *json); });
}

}  // namespace splitee
