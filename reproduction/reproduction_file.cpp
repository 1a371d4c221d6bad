// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction_file.h"

#include <algorithm>
#include <fstream>

#include "engine/plain_text.h"
#include "engine/policies/policy_kind.h"
#include "reproduction/part_reader.h"
#include "storage/files/json_text.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMostDescriptionBytes = 1U << 20;
constexpr std::size_t kMostOffloads = 50;
constexpr double kMostRounds = 1e8;
constexpr std::size_t kMostKinds = 40, kMostLevels = 12;  // of a family
constexpr std::string_view kFolder = "reproductions", kEnding = ".json";
constexpr const char* kBuiltinPrefix = "builtin:";

std::string entryWords(const char* what, std::size_t at, const std::string& name) {
    return std::string(what) + " " + (name.empty() ? std::to_string(at + 1) : name);
}

std::string nameIn(const json& part) {
    const auto found = part.is_object() ? part.find("name") : part.end();
    if (!part.is_object() || found == part.end() || !found->is_string()) return {};
    return shownText(found->get<std::string>(), 80);
}

// "{kind} {level}" with both put in.
std::string filledIn(std::string text, const std::string& kind, const std::string& level) {
    for (const auto& [sign, value] :
         {std::pair<std::string_view, const std::string&>{"{kind}", kind}, {"{level}", level}})
        for (std::size_t at = text.find(sign); at != std::string::npos;
             at = text.find(sign, at + value.size()))
            text.replace(at, sign.size(), value);
    return text;
}

// Two of one name, or of names that make the same file.
template <class Entries>
bool isTaken(const Entries& entries, const std::string& name) {
    return std::ranges::any_of(
        entries, [&](const auto& entry) { return fileWord(entry.name) == fileWord(name); });
}

class DescriptionReader {
public:
    DescriptionReader(const json& whole, Reproduction& into) : whole_(whole, ""), into_(into) {}

    Result<void> read() {
        whole_.keys({"description", "title", "paper", "about", "model", "regret_rounds",
                     "experiment", "offloads", "policies", "claims", "streams", "families",
                     "worlds", "differs"});
        whole_.text("title", into_.title);
        whole_.text("paper", into_.paper);
        whole_.text("about", into_.about);
        whole_.text("model", into_.model);
        whole_.whole("regret_rounds", into_.regretRounds, 1, kMostRounds);
        whole_.experiment(into_.experiment);
        whole_.list("offloads", 1, [&](const json& one, std::size_t) { readOffload(one); });
        whole_.list("policies", 1, [&](const json& one, std::size_t at) { readPolicy(one, at); });
        whole_.list("claims", 0, [&](const json& one, std::size_t at) { readClaim(one, at); });
        whole_.list("streams", 1, [&](const json& one, std::size_t at) { readStream(one, at); });
        whole_.list("families", 0, [&](const json& one, std::size_t at) { readFamily(one, at); });
        whole_.list("worlds", 0, [&](const json& one, std::size_t at) { readWorld(one, at); });
        whole_.list("differs", 0, [&](const json& one, std::size_t) {
            if (!one.is_string()) return whole_.refuse("differs must be a list of texts");
            into_.differs.push_back(one.get<std::string>());
        });
        if (whole_.result() && into_.title.empty()) whole_.refuse("has no title");
        if (whole_.result()) checkWhole();
        return whole_.result();
    }

private:
    void readOffload(const json& one) {
        const double value = one.is_number() ? one.get<double>() : -1;
        if (!(value >= 0 && value <= 1e6))
            return whole_.refuse("offloads must be a list of numbers from 0 to 1000000");
        if (!into_.offloads.empty() && value <= into_.offloads.back())
            return whole_.refuse("offloads must rise: " + shortNumber(value) + " stands after " +
                                 shortNumber(into_.offloads.back()));
        into_.offloads.push_back(value);
        if (into_.offloads.size() > kMostOffloads)
            whole_.refuse("offloads has more than " + std::to_string(kMostOffloads) + " values");
    }

    void readPolicy(const json& one, std::size_t at) {
        ReproductionPolicy policy;
        policy.experiment = into_.experiment;
        policy.experiment.policies.clear();
        PartReader part(one, entryWords("policy", at, nameIn(one)));
        part.keys({"name", "offloads", "experiment"});
        part.name(policy.name);
        part.flag("offloads", policy.offloads);
        part.experiment(policy.experiment);
        if (part.result()) checkPolicy(policy, part);
        whole_.take(part);
        into_.policies.push_back(std::move(policy));
    }

    void checkPolicy(const ReproductionPolicy& policy, PartReader& part) {
        const Experiment& own = policy.experiment;
        if (isTaken(into_.policies, policy.name)) return part.refuse("there are two of that name");
        if (own.policies.empty())
            return part.refuse("experiment says no policy, as in {\"policy\": \"splitee\"}");
        const auto keys = policiesOf(own);
        if (!keys) return part.refuse(keys.error().message);
        if (keys->size() != 1 || own.policies == "all")
            return part.refuse("experiment names " + shownText(own.policies, 60) +
                               ", but an entry is one policy");
        if (hasOwnParameters(keys->front()))
            return part.refuse("experiment names " + shownText(own.policies, 60) +
                               ", but says parameters on their own, beside the policy");
        const Experiment& all = into_.experiment;
        if (own.alpha != all.alpha || own.offload != all.offload || own.seeds != all.seeds ||
            own.seed != all.seed || own.rounds != all.rounds || own.order != all.order)
            part.refuse(
                "alpha is the stream's, and offload, seeds, seed, rounds and order are the same "
                "for all policies");
    }

    void readClaim(const json& one, std::size_t at) {
        ReproductionClaim claim;
        PartReader part(one, entryWords("claim", at, nameIn(one)));
        part.keys({"name", "policy", "saving", "loss", "or_equal"});
        part.name(claim.name);
        part.text("policy", claim.policy);
        part.number("saving", claim.saving, 0, 100);
        part.number("loss", claim.loss, 0, 100);
        part.flag("or_equal", claim.orEqual);
        if (part.result() && isTaken(into_.claims, claim.name))
            part.refuse("there are two of that name");
        part.oneOf("policy", claim.policy, into_.policies);
        whole_.take(part);
        into_.claims.push_back(std::move(claim));
    }

    void readStream(const json& one, std::size_t at) {
        ReproductionStream stream;
        PartReader part(one, entryWords("stream", at, nameIn(one)));
        part.keys({"name", "table", "file", "dataset", "part", "distortion", "model", "alpha",
                   "alpha_from", "claim", "pass", "note", "published", "rounds"});
        part.name(stream.name);
        readStreamTexts(part, stream);
        part.text("note", stream.note);
        if (part.result() && isTaken(into_.streams, stream.name))
            part.refuse("there are two of that name");
        checkStream(part, stream);
        if (const json* published = part.at("published"); published != nullptr)
            readPublished(*published, part, stream);
        whole_.take(part);
        into_.streams.push_back(std::move(stream));
    }

    // What a stream and a family both say.
    static void readStreamTexts(PartReader& part, ReproductionStream& stream) {
        for (const auto& [key, value] :
             {std::pair<const char*, std::string*>{"table", &stream.table},
              {"file", &stream.file},
              {"dataset", &stream.dataset},
              {"part", &stream.part},
              {"distortion", &stream.distortion},
              {"model", &stream.model},
              {"alpha_from", &stream.alphaFrom},
              {"claim", &stream.claim},
              {"pass", &stream.pass}})
            part.text(key, *value);
        part.number("alpha", stream.alpha, 0, 1);
        part.whole("rounds", stream.rounds, 0, kMostRounds);
    }

    void checkStream(PartReader& part, const ReproductionStream& stream) const {
        if (part.result() && !stream.claim.empty()) part.oneOf("claim", stream.claim, into_.claims);
        if (part.result() && stream.table.empty() && stream.pass.empty())
            part.refuse("has no table, and 'pass' does not say which file gives the row");
    }

    void readFamily(const json& one, std::size_t at) {
        ReproductionFamily family;
        ReproductionStream pattern;
        PartReader part(one, entryWords("family", at, nameIn(one)));
        part.keys({"name", "kinds", "levels", "level_title", "stream", "table", "file", "dataset",
                   "part", "distortion", "model", "alpha", "alpha_from", "claim", "pass", "note",
                   "offloads", "rounds"});
        part.name(family.name);
        part.text("level_title", family.levelTitle);
        part.text("note", family.note);
        pattern.name = "{kind} {level}";
        part.text("stream", pattern.name);
        readStreamTexts(part, pattern);
        readNames(part, "kinds", family.kinds, kMostKinds);
        readNames(part, "levels", family.levels, kMostLevels);
        part.list("offloads", 0, [&](const json& value, std::size_t) {
            const double o = value.is_number() ? value.get<double>() : -1;
            if (std::ranges::find(into_.offloads, o) == into_.offloads.end() ||
                (!pattern.offloads.empty() && o <= pattern.offloads.back()))
                return part.refuse("offloads must be some of the reproduction's, rising");
            pattern.offloads.push_back(o);
        });
        if (part.result() && !pattern.offloads.empty() &&
            std::ranges::find(pattern.offloads, into_.experiment.offload) == pattern.offloads.end())
            part.refuse("offloads lack " + shortNumber(into_.experiment.offload) +
                        ", the o that tables are at");
        if (part.result() && isTaken(into_.families, family.name))
            part.refuse("there are two of that name");
        checkStream(part, pattern);
        for (std::size_t k = 0; k < family.kinds.size() && part.result(); ++k)
            for (std::size_t l = 0; l < family.levels.size() && part.result(); ++l)
                addMember(part, family, pattern, k, l);
        whole_.take(part);
        into_.families.push_back(std::move(family));
    }

    static void readNames(PartReader& part, const char* key, std::vector<std::string>& names,
                          std::size_t most) {
        part.list(key, 1, [&](const json& one, std::size_t) {
            if (!one.is_string() || one.get<std::string>().empty())
                return part.refuse(std::string(key) + " must be a list of names");
            names.push_back(one.get<std::string>());
            if (names.size() > most)
                part.refuse(std::string(key) + " has more than " + std::to_string(most) + " names");
        });
    }

    void addMember(PartReader& part, const ReproductionFamily& family,
                   const ReproductionStream& pattern, std::size_t kind, std::size_t level) {
        ReproductionStream stream = pattern;
        stream.family = family.name;
        stream.kind = kind;
        stream.level = level;
        for (std::string* text : {&stream.name, &stream.table, &stream.file, &stream.dataset,
                                  &stream.distortion, &stream.pass})
            *text = filledIn(*text, family.kinds[kind], family.levels[level]);
        part.checkName(stream.name);
        if (isTaken(into_.streams, stream.name))
            return part.refuse("there are two streams named " + shownText(stream.name, 80) +
                               ": let 'stream' hold {kind} and {level}");
        into_.streams.push_back(std::move(stream));
    }

    void readWorld(const json& one, std::size_t at) {
        ReproductionWorld world;
        world.experiment = into_.experiment;
        PartReader part(one, entryWords("world", at, nameIn(one)));
        part.keys({"name", "table", "experiment", "note"});
        part.name(world.name);
        part.text("table", world.table);
        part.text("note", world.note);
        part.experiment(world.experiment);
        if (part.result() && isTaken(into_.worlds, world.name))
            part.refuse("there are two of that name");
        if (part.result() && world.table.empty()) part.refuse("has no table");
        if (part.result() && world.experiment.schedule.empty())
            part.refuse("experiment has no schedule, so nothing changes");
        if (part.result() && world.experiment.seeds != into_.experiment.seeds)
            part.refuse("seeds are the same for all");
        if (part.result())
            if (const auto keys = policiesOf(world.experiment); !keys)
                part.refuse(keys.error().message);
        whole_.take(part);
        into_.worlds.push_back(std::move(world));
    }

    void readPublished(const json& one, PartReader& outer, ReproductionStream& stream) {
        PublishedStream published;
        PartReader part(one, "published");
        part.keys({"samples", "accuracy", "cost", "policies"});
        part.whole("samples", published.samples, 0, 1e12);
        part.number("accuracy", published.accuracy, 0, 100);
        part.number("cost", published.cost, 0, 1e9);
        const json* policies = part.at("policies");
        if (policies != nullptr && !policies->is_object())
            part.refuse("policies must be a JSON object, from names to figures");
        else if (policies != nullptr)
            for (const auto& [name, figures] : policies->items()) {
                PublishedPolicy policy{name, {}, {}, {}};
                PartReader own(figures, shownText(name, 80));
                own.keys({"accuracy_change", "cost_change", "regret"});
                own.number("accuracy_change", policy.accuracyChange, -100, 100);
                own.number("cost_change", policy.costChange, -100, 1e6);
                own.number("regret", policy.regret, -1e9, 1e9);
                own.oneOf("policy", name, into_.policies);
                part.take(own);
                published.policies.push_back(std::move(policy));
            }
        outer.take(part);
        stream.published = std::move(published);
    }

    void checkWhole() {
        const Experiment& e = into_.experiment;
        if (!e.schedule.empty())
            return whole_.refuse("experiment has a schedule, but costs and data stay as they are");
        if (e.offloadsPerLayer())
            return whole_.refuse(
                "experiment has offload_per_layer, but o is one number that goes through offloads");
        if (std::ranges::find(into_.offloads, e.offload) == into_.offloads.end())
            whole_.refuse("experiment's offload, " + shortNumber(e.offload) +
                          ", is none of offloads: tables are at that o");
    }

    PartReader whole_;
    Reproduction& into_;
};

}  // namespace

Result<Reproduction> parseReproduction(std::string_view text, const std::string& origin) {
    auto whole = parseJson(text, "reproduction " + origin);
    if (!whole) return tl::unexpected(whole.error());
    if (!whole->is_object()) return fail("reproduction " + origin + " is not a JSON object");
    Reproduction reproduction;
    if (auto read = DescriptionReader(*whole, reproduction).read(); !read)
        return fail("reproduction " + origin + ": " + read.error().message);
    return reproduction;
}

namespace {

// The file behind a name that the user typed.
Result<std::filesystem::path> descriptionPath(const std::string& name) {
    if (name.ends_with(kEnding) || name.find('/') != std::string::npos)
        return std::filesystem::path(name);
    const std::string bundled = name.starts_with(kBuiltinPrefix) ? name : kBuiltinPrefix + name;
    std::vector<std::string> plain;
    for (const std::string& one : bundledNames(std::string(kFolder), std::string(kEnding))) {
        if (one == bundled) return resolve(one, std::string(kFolder), std::string(kEnding));
        plain.push_back(one.substr(std::string_view(kBuiltinPrefix).size()));
    }
    const std::vector<std::string_view> names(plain.begin(), plain.end());
    const std::string meant = nearest(name, names);
    return fail("there is no reproduction '" + shownText(name, 100) +
                "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") + "bundled are " +
                listed(names) + ", and a file of your own ends in .json");
}

}  // namespace

Result<Reproduction> readReproduction(const std::string& name) {
    const auto path = descriptionPath(name);
    if (!path) return tl::unexpected(path.error());
    std::error_code error;
    if (!std::filesystem::is_regular_file(*path, error))
        return fail("cannot read reproduction " + path->string() + ": there is no such file");
    if (std::filesystem::file_size(*path, error) > kMostDescriptionBytes)
        return fail("reproduction " + path->string() +
                    " is larger than 1 MiB: this is not a reproduction");
    std::ifstream in(*path, std::ios::binary);
    if (!in)
        return fail("cannot read reproduction " + path->string() + ": check that you may read it");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto read = parseReproduction(text, path->string());
    if (read) read->name = fileWord(path->stem().string());
    if (read && read->name.empty())
        return fail("reproduction " + path->string() +
                    " has a name without a letter or digit, which its folder would be called by");
    return read;
}

}  // namespace splitee
