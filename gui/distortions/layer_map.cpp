// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/layer_map.h"

#include <QCoreApplication>

#include <map>

#include "engine/run/table_names.h"
#include "engine/world/world.h"
#include "gui/run/experiment_fields.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/tables_beside.h"
#include "storage/tables/table_source.h"

namespace splitee {
namespace {

const std::vector<MapAxis>& parameterAxes() {
    static const std::vector<MapAxis> kAxes{
        {"alpha", {0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95}},
        {"offload", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
        {"offload_factor", {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5}},
        {"mu", {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1}},
        {"lambda1", {0.1, 0.25, 0.5, 1, 1.5, 2, 3}},
        {"lambda2", {0, 0.1, 0.25, 0.5, 1, 2}},
        {"beta", {0.1, 0.25, 0.5, 1, 1.5, 2}}};
    return kAxes;
}

// "builtin:cifar10c-clean" has "builtin:cifar10c-fog-1" to -5 beside it; files likewise.
std::vector<MapAxis> severityAxes(const std::string& table) {
    if (tableNameOf(table).distortion != "clean") return {};
    std::map<std::string, std::map<double, std::string>> kinds;
    for (const std::string& distortion : distortionsBeside(table)) {
        const std::size_t colon = distortion.find(':');
        if (colon == std::string::npos || !parseDistortion(distortion)) continue;
        const double severity = QString::fromStdString(distortion.substr(colon + 1)).toDouble();
        kinds[distortion.substr(0, colon)].emplace(severity, tableBeside(table, distortion));
    }
    std::vector<MapAxis> axes;
    for (const auto& [kind, tables] : kinds) {
        MapAxis axis{std::string(kSeverityKey) + kind, {0}, {""}};
        for (const auto& [severity, name] : tables) {
            axis.values.push_back(severity);
            axis.tables.push_back(name);
        }
        axes.push_back(std::move(axis));
    }
    return axes;
}

}  // namespace

QString axisTitle(const MapAxis& axis) {
    if (!axis.isSeverity()) {
        const ExperimentField field = experimentField(axis.key);
        const QString unit =
            QString(field.unit).replace(QStringLiteral("lambda"), QStringLiteral("λ"));
        return unit.isEmpty() ? field.label : QStringLiteral("%1 (%2)").arg(field.label, unit);
    }
    const auto kind = parseDistortion(axis.key.substr(kSeverityKey.size()) + ":1");
    return QCoreApplication::translate("LayerMap", "severity of %1")
        .arg(kind ? distortionTitle(*kind) : QString());
}

std::vector<MapAxis> mapAxes(const ExperimentFile& file) {
    std::vector<MapAxis> axes;
    const bool layers = file.experiment.offloadsPerLayer();
    for (const MapAxis& axis : parameterAxes())
        if (axis.key != (layers ? "offload" : "offload_factor")) axes.push_back(axis);
    for (MapAxis& axis : severityAxes(file.table)) axes.push_back(std::move(axis));
    return axes;
}

Result<LayerMap> layerMap(const ExitTable& open, const Experiment& experiment, const MapAxis& x,
                          const MapAxis& y, const std::stop_token& stop,
                          const ProgressSink& progress) {
    LayerMap map{x, y, open.exits, {}};
    std::map<std::string, TableSource> opened;  // by name
    for (const MapAxis* axis : {&x, &y})
        for (const std::string& name : axis->tables) {
            if (name.empty()) continue;
            if (stop.stop_requested()) return fail("cancelled");
            Experiment plain = experiment;
            plain.schedule.clear();
            auto source = openTableFiles(name, plain);
            if (!source) return tl::unexpected(source.error());
            if (auto scaled = source->applyTemperature(plain); !scaled)
                return tl::unexpected(scaled.error());
            if (!checkSameSamples(open, *source->all().front()))
                return fail("the exit table " + name +
                            " holds other samples or exits than the one that is open");
            opened.emplace(name, std::move(*source));
        }
    const auto total = static_cast<std::int64_t>(x.values.size() * y.values.size());
    for (std::size_t row = 0; row < y.values.size(); ++row)
        for (std::size_t column = 0; column < x.values.size(); ++column) {
            Experiment one = experiment;
            const ExitTable* table = &open;
            const std::pair<const MapAxis*, std::size_t> places[] = {{&x, column}, {&y, row}};
            for (const auto& [axis, at] : places) {
                if (!axis->isSeverity())
                    setFieldValue(one, axis->key, axis->values[at]);
                else if (!axis->tables[at].empty())
                    table = opened.at(axis->tables[at]).all().front();
            }
            auto figures = figuresUnder(*table, one, stop);
            if (!figures) return tl::unexpected(figures.error());
            map.cells.push_back(std::move(*figures));
            if (progress)
                progress(
                    {"playing", static_cast<std::int64_t>(map.cells.size()), total, "cells", ""});
        }
    return map;
}

}  // namespace splitee
