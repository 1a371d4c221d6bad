// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction_page.h"

#include <algorithm>
#include <sstream>

#include "comparison/report/report_page.h"
#include "engine/fields.h"
#include "engine/whole_file.h"
#include "plot/number_text.h"
#include "reproduction/family_map.h"
#include "reproduction/family_tables.h"
#include "reproduction/flag_text.h"
#include "reproduction/played_figures.h"
#include "reproduction/reproduction_charts.h"
#include "reproduction/reproduction_csv.h"
#include "reproduction/reproduction_tables.h"
#include "reproduction/verdict.h"
#include "reproduction/world_tables.h"

namespace splitee {
namespace {

std::string counted(std::int64_t number, const std::string& one) {
    return withThousands(std::to_string(number), ",") + " " + one + (number == 1 ? "" : "s");
}

// The threshold that the streams of a claim share and who chose it; they may have several.
std::string thresholdsOf(const PlayedReproduction& played,
                         const std::vector<StreamVerdict>& verdicts) {
    const auto& streams = played.description.streams;
    const ReproductionStream& first = streams[verdicts.front().stream];
    for (const StreamVerdict& verdict : verdicts)
        if (const ReproductionStream& one = streams[verdict.stream];
            one.alpha != first.alpha || one.alphaFrom != first.alphaFrom)
            return "each stream's α";
    return "α = " + shortNumber(first.alpha) +
           (first.alphaFrom.empty() ? "" : ", " + first.alphaFrom);
}

// "met on 5 of 8 streams".
std::string claimSentence(const PlayedReproduction& played, const ReproductionClaim& claim,
                          const std::vector<StreamVerdict>& verdicts) {
    std::int64_t met = 0, judged = 0;
    for (const StreamVerdict& verdict : verdicts) {
        judged += verdict.met ? 1 : 0;
        met += verdict.met && *verdict.met ? 1 : 0;
    }
    const std::string of = claim.name + ": " + claimText(claim);
    if (judged == 0) return of + ": no stream was played.";
    const std::string where = " at o = " + shortNumber(played.description.experiment.offload) +
                              " λ and " + thresholdsOf(played, verdicts);
    return of + ": met on " + std::to_string(met) + " of " + counted(judged, "stream") + where +
           ".";
}

// What is wanted for the row of a stream that was not played.
std::string passText(const Reproduction& all, const ReproductionStream& stream) {
    const bool live = stream.pass.find(':') != std::string::npos;
    const bool named = !all.model.empty() || !stream.model.empty();
    return "splitee reproduce " + all.name + " --stream \"" + stream.name + "=" + stream.pass +
           "\"" + (live && !named ? " --model MODEL.mee" : "");
}

class PageWriter {
public:
    PageWriter(const PlayedReproduction& played, const ReproductionPageOptions& options)
        : played_(played), all_(played.description), options_(options), page_(all_.title) {}

    std::vector<ReproductionFile> files() {
        head();
        summary();
        published();
        layers();
        for (const ReproductionFamily& one : all_.families) family(one);
        worlds();
        for (std::size_t s = 0; s < all_.streams.size(); ++s)
            if (played_.streams[s].played() && all_.streams[s].family.empty()) stream(s);
        differs();
        settings();
        std::vector<ReproductionFile> files = std::move(figures_);
        std::ostringstream csv;
        writeReproductionCsv(csv, played_);
        files.push_back({all_.name + ".csv", csv.str()});
        files.push_back({all_.name + ".md", page_.markdown()});
        files.push_back({all_.name + ".html", page_.html()});
        return files;
    }

private:
    void head() {
        if (!all_.about.empty()) page_.text(all_.about);
        page_.text(all_.paper + (all_.paper.empty() ? "" : ". ") + counted(played_.runs, "run") +
                   ", " + counted(played_.rounds, "round") + "; made " + options_.madeAt + " by " +
                   options_.madeBy + ".");
    }

    void summary() {
        page_.section("In short");
        for (const ReproductionClaim& claim : all_.claims) {
            const auto verdicts = verdictsOn(played_, claim);
            page_.strongText(claimSentence(played_, claim, verdicts));
            std::vector<std::string> items;
            for (const StreamVerdict& verdict : verdicts)
                if (played_.streams[verdict.stream].played() &&
                    all_.streams[verdict.stream].family.empty())
                    items.push_back(
                        all_.streams[verdict.stream].name + " – " + verdict.sentence + "." +
                        (verdict.reason.empty() ? "" : " Likely reason: " + verdict.reason) +
                        (verdict.caveat.empty() ? "" : " " + verdict.caveat));
            page_.list(std::move(items));
            figure("claim-" + fileWord(claim.name), claimSvg(played_, claim),
                   "Filled: ours, means over the seeds. Hollow: published. Shaded: where the "
                   "claim holds.");
        }
        page_.list(options_.remarks);
        missing();
    }

    void missing() {
        bool first = true;
        for (std::size_t s = 0; s < all_.streams.size(); ++s) {
            const ReproductionStream& stream = all_.streams[s];
            if (played_.streams[s].played() || !stream.family.empty()) continue;
            if (first) page_.subsection("Rows that need a file");
            first = false;
            page_.text(stream.name + ": " + played_.streams[s].missing + ". " + stream.note);
            if (!stream.pass.empty()) page_.command(passText(all_, stream));
        }
        for (const ReproductionFamily& one : all_.families)
            if (const std::string text = absentText(one); !text.empty()) {
                if (first) page_.subsection("Rows that need a file");
                first = false;
                page_.text(text);
            }
    }

    // "Corruptions: 5 of 95 streams were not played; of fog 3, ..".
    [[nodiscard]] std::string absentText(const ReproductionFamily& one) const {
        std::size_t members = 0;
        std::vector<std::size_t> absent;
        for (std::size_t s = 0; s < all_.streams.size(); ++s) {
            if (all_.streams[s].family != one.name) continue;
            ++members;
            if (!played_.streams[s].played()) absent.push_back(s);
        }
        if (absent.empty()) return {};
        return one.name + ": " + std::to_string(absent.size()) + " of " +
               counted(static_cast<std::int64_t>(members), "stream") + " were not played; of " +
               all_.streams[absent.front()].name + ", " + played_.streams[absent.front()].missing +
               ".";
    }

    void published() {
        page_.section("Ours and published");
        page_.text("Change against the final exit at o = " + shortNumber(all_.experiment.offload) +
                   " λ: points of accuracy, then cost in %. " + meanWords());
        page_.table(changesTable(played_));
        const ReportTable regret = regretTable(played_);
        if (regret.columns.size() < 2) return;
        page_.subsection("Regret at round " +
                         withThousands(std::to_string(all_.regretRounds), ","));
        page_.text("Pseudo-regret against the best fixed split, which evaluates one exit, at o = " +
                   shortNumber(all_.experiment.offload) + " λ. " + meanWords());
        page_.table(regret);
    }

    [[nodiscard]] std::string meanWords() const {
        return "Means over " + counted(all_.experiment.seeds, "seed") +
               " ± half the 95 % interval (Student's t).";
    }

    void layers() {
        const std::size_t p = headlinePolicies(all_).front();
        page_.section("The layer that " + all_.policies[p].name + " learns");
        page_.text("The layer that most rounds split at, and their share, against o in λ.");
        page_.table(layersTable(played_, p));
        page_.subsection("What happens there at o = " + shortNumber(all_.experiment.offload) +
                         " λ");
        page_.table(leavingTable(played_, p));
    }

    void family(const ReproductionFamily& one) {
        const std::vector<std::size_t> members = playedMembers(played_, one);
        if (members.empty()) return;
        const ReproductionStream& first = all_.streams[members.front()];
        const ReproductionClaim* claim = claimOf(played_, one);
        const std::size_t p =
            claim != nullptr ? all_.policyNamed(claim->policy) : headlinePolicies(all_).front();
        page_.section(one.name);
        page_.text(counted(static_cast<std::int64_t>(members.size()), "stream") + " of " +
                   counted(played_.streams[members.front()].table().samples(), "sample") +
                   " each, table " + first.table + " and the like; α " + shortNumber(first.alpha) +
                   (first.alphaFrom.empty() ? "" : ", " + first.alphaFrom) + "." +
                   (one.note.empty() ? "" : " " + one.note));
        figure("family-" + fileWord(one.name), familySvg(played_, one, p),
               all_.policies[p].name + " on every kind and " + one.levelTitle +
                   ": means over the seeds" +
                   (claim == nullptr ? "." : "; blue where the claim's half of it holds."));
        page_.subsection("Every policy");
        page_.text("Means over these streams at o = " + shortNumber(all_.experiment.offload) +
                   " λ. " + meanWords());
        page_.table(familyPoliciesTable(played_, one));
        page_.subsection("What " + all_.policies[p].name + " changes");
        page_.text("Points of accuracy, then cost in %.");
        page_.table(familyChangesTable(played_, one, p));
        if (claim == nullptr) return;
        ReportTable misses = familyMissesTable(played_, one);
        page_.subsection("Where the claim is not met");
        if (misses.rows.empty())
            page_.text("Nowhere.");
        else
            page_.table(std::move(misses));
    }

    void worlds() {
        if (std::ranges::none_of(played_.worlds,
                                 [](const PlayedWorld& world) { return world.missing.empty(); }))
            return;
        page_.section("Does it follow?");
        page_.text(
            "Streams that change on their way. Short: reward a round less than the best "
            "fixed split of the segment, the mean over " +
            counted(all_.experiment.seeds, "seed") +
            ". Rounds: until the shortfall of the last 200 is at most 5 % of what that "
            "split earns; – where that is not within the segment.");
        for (std::size_t w = 0; w < played_.worlds.size(); ++w) {
            const PlayedWorld& world = played_.worlds[w];
            const ReproductionWorld& described = all_.worlds[w];
            page_.subsection(described.name);
            if (!world.missing.empty()) {
                page_.text("Not played: " + world.missing + ".");
                continue;
            }
            if (!described.note.empty()) page_.text(described.note);
            page_.table(segmentsTable(world));
            page_.table(followingTable(world));
            figure("world-" + fileWord(described.name), followingSvg(world, described.name),
                   "Pseudo-regret on " + described.name +
                       " over the rounds; band: 95 % interval over seeds.");
            page_.text("By hand:");
            page_.command(followingCommand(described));
        }
    }

    void stream(std::size_t s) {
        const ReproductionStream& one = all_.streams[s];
        const ExitTable& table = played_.streams[s].table();
        page_.section(one.name);
        page_.text("Table " + one.table + ", " + counted(table.samples(), "sample") + ", " +
                   counted(table.exits, "exit") + "; α " + shortNumber(one.alpha) +
                   (one.alphaFrom.empty() ? "" : ", " + one.alphaFrom) + "." +
                   (one.note.empty() ? "" : " " + one.note));
        if (one.rounds > table.samples())
            page_.text("A run goes over " + withThousands(std::to_string(one.rounds), ",") +
                       " rounds: the samples come again, in another order.");
        else if (table.samples() < all_.regretRounds)
            page_.text("The regret goes over " +
                       withThousands(std::to_string(all_.regretRounds), ",") +
                       " rounds: the samples come again, in another order.");
        page_.table(policiesTable(played_, s));
        for (std::size_t p = 0; p < all_.policies.size(); ++p)
            if (const std::string& why = played_.streams[s].policies[p].unplayable; !why.empty())
                page_.text(all_.policies[p].name + " was not played: " + why + ".");
        page_.table(exitsTable(played_, s));
        figure(fileWord(one.name) + "-offload", offloadSvg(played_, s),
               "Accuracy and cost of " + one.name +
                   " against the offloading cost; band: 95 % interval over seeds.");
        figure(fileWord(one.name) + "-regret", regretSvg(played_, s),
               "Pseudo-regret on " + one.name +
                   " over the rounds; band: 95 % interval over "
                   "seeds.");
    }

    void figure(const std::string& name, const std::string& svg, const std::string& caption) {
        if (svg.empty()) return;
        const std::string file = "figures/" + name + ".svg";
        page_.figure(file, svg, caption);
        figures_.push_back({file, svg});
    }

    void differs() {
        if (all_.differs.empty()) return;
        page_.section("What differs from the paper, and why");
        page_.list(all_.differs);
    }

    void settings() {
        const Experiment& e = all_.experiment;
        page_.section("Settings");
        page_.text("µ " + shortNumber(e.mu) + ", λ1 " + shortNumber(e.lambda1) + ", λ2 " +
                   shortNumber(e.lambda2) + ", β " + shortNumber(e.beta) + ", o " +
                   shortNumber(all_.offloads.front()) + " to " + shortNumber(all_.offloads.back()) +
                   " λ, seeds " + shortNumber(static_cast<double>(e.seed)) + " to " +
                   shortNumber(static_cast<double>(e.seed) + static_cast<double>(e.seeds) - 1) +
                   ", each with an order of its own. All runs are in " + all_.name +
                   ".splitee, all figures in " + all_.name + ".csv.");
        std::vector<std::string> items;
        for (const ReproductionPolicy& policy : all_.policies)
            items.push_back(policy.name + ": " + policyText(policy));
        page_.list(std::move(items));
        page_.text("Made by:");
        page_.command(options_.command);
        for (std::size_t s = 0; s < all_.streams.size(); ++s)
            if (played_.streams[s].played()) {
                page_.text("One row again, by hand:");
                page_.command(runCommand(s));
                break;
            }
    }

    // "splitee-s, side observed": the policy, and what is not as in the experiment of all.
    [[nodiscard]] std::string policyText(const ReproductionPolicy& policy) const {
        std::vector<std::string> usual;
        Experiment::visitFields(all_.experiment, [&](const auto& value, const FieldInfo&) {
            usual.push_back(fieldText(value));
        });
        std::string text = policy.experiment.policies;
        std::size_t at = 0;
        Experiment::visitFields(policy.experiment, [&](const auto& value, const FieldInfo& info) {
            const std::string is = fieldText(value);
            if (is != usual[at++] && info.key != "policy")
                text += ", " + std::string(info.key) + " " + is;
        });
        return text;
    }

    // The flags that differ from the program's defaults.
    [[nodiscard]] std::string runCommand(std::size_t s) const {
        Experiment experiment = all_.policies[headlinePolicies(all_).front()].experiment;
        experiment.alpha = all_.streams[s].alpha;
        return "splitee run --table \"" + all_.streams[s].table + "\"" + flagsText(experiment);
    }

    const PlayedReproduction& played_;
    const Reproduction& all_;
    const ReproductionPageOptions& options_;
    ReportPage page_;
    std::vector<ReproductionFile> figures_;
};

}  // namespace

std::vector<ReproductionFile> reproductionFiles(const PlayedReproduction& played,
                                                const ReproductionPageOptions& options) {
    return PageWriter(played, options).files();
}

std::vector<std::string> summaryLines(const PlayedReproduction& played) {
    std::vector<std::string> lines;
    for (const ReproductionClaim& claim : played.description.claims) {
        const auto verdicts = verdictsOn(played, claim);
        lines.push_back(claimSentence(played, claim, verdicts));
        for (const StreamVerdict& verdict : verdicts)
            if (played.description.streams[verdict.stream].family.empty())
                lines.push_back("  " + played.description.streams[verdict.stream].name + " – " +
                                verdict.sentence);
    }
    return lines;
}

Result<void> writeReproduction(const std::filesystem::path& folder,
                               const std::vector<ReproductionFile>& files) {
    std::error_code error;
    std::filesystem::create_directories(folder / "figures", error);
    if (error) return tl::unexpected(writeError("figures", folder / "figures", error.value()));
    for (const ReproductionFile& file : files) {
        const auto written = writeWholeFile(folder / file.name, "reproduction",
                                            [&](std::ostream& out) { out << file.content; });
        if (!written) return written;
    }
    return {};
}

}  // namespace splitee
