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

// The table to write.
struct ToFlags {
    std::string path;
    bool packed = false, rounded = false;

    [[nodiscard]] bool isText() const { return isStdout(path) || path.ends_with(".csv"); }
};

struct BuildFlags {
    TableFlags table;
    ToFlags to;
};

void addFormFlags(const Command& verb, ToFlags& to) {
    verb.flag("--packed", to.packed,
              "Write a smaller .exits file, with the same content; programs before 0.2 cannot "
              "read it");
    verb.flag("--rounded", to.rounded,
              "Round confidences to 16 bits (by at most 0.000015) and leave context out");
}

Result<void> checkForm(const ToFlags& to) {
    if (to.packed && to.isText())
        return fail("--packed is a form of .exits files, but " + shownName(to.path) +
                    " is to be CSV: leave it out, or write a file that ends in .exits");
    return {};
}

// As CSV where the name ends in .csv and on stdout, else as .exits.
Result<void> writeTable(const ToFlags& to, ExitTable table) {
    if (to.rounded) table = roundedTable(std::move(table));
    if (isStdout(to.path))
        return writeText(to.path, "exit table",
                         [&](std::ostream& out) { writeTableCsv(out, table); });
    return to.isText()
               ? writeTableCsv(to.path, table)
               : writeTableFile(to.path, table, to.packed ? TableForm::Packed : TableForm::Plain);
}

int buildNow(const BuildFlags& flags) {
    if (auto fits = checkForm(flags.to); !fits) return report(fits.error(), kExitUsage);
    int exitCode = kExitFine;
    const auto table = tableOf(flags.table, exitCode);
    if (!table) return exitCode;
    if (auto written = writeTable(flags.to, *table); !written) return report(written.error());
    std::fprintf(stderr, "%s: %lld samples, %d exits\n", shownName(flags.to.path).c_str(),
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

int convertNow(const FromFlags& from, const ToFlags& to) {
    if (auto fits = checkForm(to); !fits) return report(fits.error(), kExitUsage);
    const auto table = from.open();
    if (!table) return report(table.error());
    if (auto written = writeTable(to, *table); !written) return report(written.error());
    std::fprintf(stderr, "%s: %lld samples, %d exits\n", shownName(to.path).c_str(),
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
    build
        .option("--out", flags->to.path, "The table to write: .exits, or .csv; - for CSV on stdout")
        .required()
        .fileName();
    addFormFlags(build, flags->to);
    build.onRun([flags] { return buildNow(*flags); });

    const auto from = std::make_shared<FromFlags>();
    const auto to = std::make_shared<ToFlags>();
    const Command import = verb.addCommand(
        "import", "Read a CSV table, ours or a published layout told by its header, into .exits");
    const Command exported =
        verb.addCommand("export", "Write a table as CSV (or .exits, by the ending of TO)");
    for (const Command& convert : {import, exported}) {
        convert.option("from", from->table, "A table file or builtin:NAME").required();
        convert.option("to", to->path, "The table to write: .exits, or .csv; - for CSV on stdout")
            .required()
            .fileName();
        addFormFlags(convert, *to);
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
