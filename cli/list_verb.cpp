// SPDX-License-Identifier: GPL-3.0-or-later
// list: the names that flags take, for people and for the completion of a shell.
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "comparison/run_keys.h"
#include "datasets/distortion.h"
#include "engine/policies/policy_info.h"
#include "engine/replay/mean_curves.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

struct ListFlags {
    std::string what;
    bool json = false;
};

struct Named {
    std::string name, help;
};

constexpr std::array<std::string_view, 9> kWhat{"policies",    "tables",  "models",
                                                "experiments", "sweeps",  "reproductions",
                                                "measures",    "columns", "distortions"};

std::vector<Named> bundled(const std::string& folder, const std::string& ending) {
    std::vector<Named> all;
    for (const std::string& name : bundledNames(folder, ending)) all.push_back({name, ""});
    return all;
}

std::vector<Named> namesOf(const std::string& what) {
    if (what == "tables") return bundled("tables", ".exits");
    if (what == "models") return bundled("models", ".mee");
    if (what == "experiments") return bundled("experiments", ".json");
    if (what == "sweeps") return bundled("sweeps", ".json");
    if (what == "reproductions") {  // 'splitee reproduce' takes them without builtin:
        std::vector<Named> plain = bundled("reproductions", ".json");
        for (Named& one : plain) one.name.erase(0, std::string_view("builtin:").size());
        return plain;
    }
    std::vector<Named> all;
    if (what == "policies")
        for (const PolicyInfo& policy : kPolicies)
            all.push_back({std::string(policy.key), std::string(policy.help)});
    if (what == "measures")
        for (const MeasureInfo& measure : kMeasures)
            all.push_back({std::string(measure.key),
                           std::string(measure.label) + ", " + std::string(measure.unit)});
    if (what == "distortions")
        for (const DistortionInfo& info : distortionList()) all.push_back({info.name, info.help});
    if (what == "columns")
        for (const RunKey& key : runKeys())
            all.push_back({std::string(key.key), std::string(key.help)});
    return all;
}

int listNow(const ListFlags& flags) {
    if (std::ranges::find(kWhat, flags.what) == kWhat.end()) {
        const std::string meant = nearest(flags.what, kWhat);
        return report({"there is no list of '" + flags.what.substr(0, 100) +
                       "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") +
                       "valid are " + listed(kWhat)},
                      kExitUsage);
    }
    const std::vector<Named> all = namesOf(flags.what);
    if (flags.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const Named& one : all) list.push_back({{"name", one.name}, {"help", one.help}});
        printJson(list);
        return kExitFine;
    }
    std::size_t width = 0;
    for (const Named& one : all) width = std::max(width, one.name.size());
    for (const Named& one : all)
        std::printf("%s%s%s\n", printable(one.name).c_str(),
                    one.help.empty() ? "" : std::string(width + 2 - one.name.size(), ' ').c_str(),
                    printable(one.help).c_str());
    return kExitFine;
}

}  // namespace

void addListVerb(Command program) {
    const auto flags = std::make_shared<ListFlags>();
    const Command verb = program.addCommand("list", "Names that flags take, one a line");
    verb.option("what", flags->what, listed(kWhat)).required();
    verb.flag("--json", flags->json, "JSON on stdout");
    verb.onRun([flags] { return listNow(*flags); });
}

}  // namespace splitee
