// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_json.h"

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"

namespace splitee {

nlohmann::json runJson(const StoredRun& run) {
    const RunProvenance& p = run.provenance;
    return {{"run", run.id},
            {"policy", run.spec.policy},
            {"seed", run.spec.seed},
            {"status", toText(run.status)},
            {"message", run.message},
            {"started_at", run.startedAt},
            {"finished_at", run.finishedAt},
            {"rounds", run.rounds},
            {"source", sourceJson(run)},
            {"experiment", experimentJson(run.experiment)},
            {"provenance",
             {{"source", p.source},
              {"distortion", p.distortion},
              {"program", p.program},
              {"cpu", p.cpu},
              {"threads", p.threads},
              {"libraries", p.libraries},
              {"model_hash", p.modelHash},
              {"data_hash", p.dataHash}}},
            {"marks",
             {{"name", run.marks.name},
              {"starred", run.marks.starred},
              {"tags", run.marks.tags},
              {"note", run.marks.note},
              {"trashed", run.marks.trashed}}},
            {"summary", parsedJson(run.summary.empty() ? "null" : run.summary)},
            {"units", unitsOfFigures()}};
}

}  // namespace splitee
