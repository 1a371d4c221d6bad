// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of the files and folders that the user opens, and what they make of the set-up. All calls
// block: they are for a thread beside the window's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/world/physical_profile.h"
#include "sources/run_source.h"
#include "storage/files/experiment_file.h"
#include "storage/files/offline_profile.h"
#include "storage/files/sweep_file.h"
#include "storage/tables/chosen_rows.h"

namespace splitee {

/// Costs of layers, as a file says them.
struct ReadProfile {
    PhysicalProfile profile;                ///< where the file says how long things take
    std::optional<OfflineProfile> offline;  ///< where it says what is computed, and no speeds
};

struct ReadFile {
    std::string name;       ///< a path, or builtin:NAME
    ExperimentFile file;    ///< what it says
    bool whole = false;     ///< an experiment in place of the set-up; else its source alone
    std::string trainedOn;  ///< of a network: the kind of its images
    std::optional<std::filesystem::path>
        session;              ///< the file, where it is a session: it keeps the next runs
    std::string remark;       ///< what the user should know of what was read; "" for nothing
    OpenedFiles opened = {};  ///< the source, as it was read: it is not read again to play
    std::optional<Sweep> sweep = {};          ///< where the file is one: the set-up stays
    std::optional<ReadProfile> profile = {};  ///< where the file is one: the source stays
    std::vector<GroupColumn> groups = {};  ///< of a table: choose rows by them, then read it again
    bool withoutImages = false;            ///< of a network: those of the set-up are not for it

    /// The set-up on this source; all else stays as it is now, but a distortion of the other kind
    /// of samples.
    [[nodiscard]] ExperimentFile on(const ExperimentFile& now) const;
    /// Of a network or of samples: what they are.
    [[nodiscard]] InputKind kindOfSource() const;
};

/// By its first bytes.
[[nodiscard]] bool isSession(const std::string& path);

/// An exit table, a network, an experiment, a sweep or a profile of costs (.json), a session,
/// images (a folder or an archive of them, CIFAR-10), or texts. Told by content and ending. Checked
/// with what `now`, the set-up, says beside the source.
[[nodiscard]] Result<ReadFile> readFile(const std::string& path, const ExperimentFile& now);

/// The experiment of one run of a session.
[[nodiscard]] Result<ReadFile> readRun(const std::filesystem::path& session, std::int64_t run);

/// A profile of costs: milliseconds and bytes, or one of a testbed.
[[nodiscard]] Result<ReadFile> readProfile(const std::string& path);

/// The network `model`, a path or builtin:NAME, shown the images `dataset`. Where that is "",
/// images stay where they are of the kind it was trained on, else they are made by the program if
/// it can do that, else on() names none: hasSource() is false then.
[[nodiscard]] Result<ReadFile> readNetwork(const std::string& model, const ExperimentFile& now,
                                           const std::string& dataset = "");

/// Which network is shown the images.
enum class ShownTo {
    SetUpsOwn,   ///< the set-up's, which has one
    AnyThatFits  ///< the set-up's where it takes them and tells their classes apart, else a
                 ///< bundled one that does
};
/// The images or texts `name`, as openDataset() takes them, text:builtin:NAME, or a path; `part` as
/// ExperimentFile has it.
[[nodiscard]] Result<ReadFile> readImages(const std::string& name, const std::string& part,
                                          const ExperimentFile& now, ShownTo network);

}  // namespace splitee
