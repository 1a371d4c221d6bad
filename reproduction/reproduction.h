// SPDX-License-Identifier: GPL-3.0-or-later
// Reproduction: a paper's experiment as data: what streams in, which policies play at which costs,
// and what the paper published of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

/// A policy with the settings that it plays by.
struct ReproductionPolicy {
    std::string name;       ///< on pages and in files; unique
    bool offloads = true;   ///< false: it never does, so it is played at one o and counts for all
    Experiment experiment;  ///< one policy, all seeds; alpha and o come from stream and point
};

/// What the paper says a policy changes against the final exit. Empty what it does not say.
struct PublishedPolicy {
    std::string policy;                                ///< a ReproductionPolicy::name
    std::optional<double> accuracyChange, costChange;  ///< points, %
    std::optional<double> regret;                      ///< at Reproduction::regretRounds
};

struct PublishedStream {
    std::int64_t samples = 0;
    std::optional<double> accuracy;  ///< % of the final exit
    std::optional<double> cost;      ///< lambda a sample of the final exit
    std::vector<PublishedPolicy> policies;
};

/// Less cost and little loss of accuracy: what a paper claims of some streams.
struct ReproductionClaim {
    std::string name;      ///< streams name it
    std::string policy;    ///< of which it is claimed: a ReproductionPolicy::name
    double saving = 50;    ///< % of the final exit's cost
    double loss = 2;       ///< points of accuracy
    bool orEqual = false;  ///< "at least .. at most ..", not "more than .. less than .."
};

/// One data set that streams in, as a table of what every exit says of it.
struct ReproductionStream {
    std::string name;     ///< unique; no '=', ',' or quotes, so flags and CSV hold it
    std::string table;    ///< a file or builtin:NAME; "" where none is bundled
    std::string file;     ///< of a table in a folder of data, relative to it; may be ""
    std::string dataset;  ///< KIND:PATH relative to a folder of data, to be read live
    std::string part = "test", distortion = "clean";
    std::string model;        ///< of a live reading; "": Reproduction::model
    std::int64_t rounds = 0;  ///< a run plays; 0: those of `experiment`, or every sample once
    double alpha = 0.7;
    std::string alphaFrom;  ///< who chose alpha, by what; a sentence's part
    std::string claim;      ///< ReproductionClaim::name, or ""
    std::string pass;       ///< what to pass to get the row where no table is bundled
    std::string note;       ///< what differs from the paper's stream; sentences
    std::optional<PublishedStream> published;
    std::vector<double> offloads;     ///< it is played at, of those of all; empty: all
    std::string family;               ///< ReproductionFamily::name, or "": it stands for itself
    std::size_t kind = 0, level = 0;  ///< indices in its family
};

/// Streams that differ in what distorts them and how much: one for each kind and level.
struct ReproductionFamily {
    std::string name;                        ///< unique
    std::vector<std::string> kinds, levels;  ///< as streams, tables and distortions name them
    std::string levelTitle = "level";        ///< of an axis
    std::string note;                        ///< sentences for the page
};

/// A stream that changes on its way: does a policy follow? Played like `splitee drift`.
struct ReproductionWorld {
    std::string name;       ///< unique
    std::string table;      ///< a file or builtin:NAME; the schedule's other sources lie beside it
    Experiment experiment;  ///< its policies, schedule, rounds and alpha; the rest is that of all
    std::string note;       ///< sentences
};

struct Reproduction {
    std::string name;  ///< of the file, without folder and ending
    std::string title, paper, about;
    std::string model;  ///< for live reading
    std::int64_t regretRounds = 2000;
    Experiment experiment;         ///< what all share; `offload` is the o that tables are at
    std::vector<double> offloads;  ///< rising; one of them is experiment.offload
    std::vector<ReproductionPolicy> policies;
    std::vector<ReproductionClaim> claims;
    std::vector<ReproductionStream> streams;  ///< those of families too
    std::vector<ReproductionFamily> families;
    std::vector<ReproductionWorld> worlds;
    std::vector<std::string> differs;  ///< what differs from the paper and why; sentences

    void setSeeds(std::int64_t seeds);
    /// Those that the stream is played at.
    [[nodiscard]] const std::vector<double>& offloadsOf(const ReproductionStream& stream) const {
        return stream.offloads.empty() ? offloads : stream.offloads;
    }
    /// Nothing where the stream has no claim.
    [[nodiscard]] const ReproductionClaim* claimOf(const ReproductionStream& stream) const;
    /// The index of a family's stream of that kind and level, which is there.
    [[nodiscard]] std::size_t memberOf(const ReproductionFamily& family, std::size_t kind,
                                       std::size_t level) const;
    /// The index of a policy that is there.
    [[nodiscard]] std::size_t policyNamed(const std::string& policyName) const;
};

/// "SST-2 dev" as part of a file's name: "sst-2-dev".
[[nodiscard]] std::string fileWord(const std::string& name);

}  // namespace splitee
