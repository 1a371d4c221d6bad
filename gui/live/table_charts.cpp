// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/table_charts.h"

#include "gui/charts/calibration_chart.h"
#include "gui/charts/calibration_drift_chart.h"
#include "gui/charts/confusion_chart.h"
#include "gui/charts/threshold_chart.h"
#include "gui/live/exit_words.h"
#include "gui/run/run_controller.h"
#include "gui/run/setup.h"
#include "gui/setup/dataset_names.h"
#include "gui/setup/distortion_names.h"
#include "sources/live_source.h"

namespace splitee {

TableCharts::TableCharts(Setup& setup, RunController& controller, const Theme& theme,
                         QWidget* parent)
    : QObject(parent),
      setup_(setup),
      controller_(controller),
      threshold_(new ThresholdChart(theme, parent)),
      confusion_(new ConfusionChart(theme, parent)),
      calibration_(new CalibrationChart(theme, parent)),
      drift_(new CalibrationDriftChart(theme, parent)) {
    connect(&controller_, &RunController::sourceOpened, this, &TableCharts::showTables);
    connect(&controller_, &RunController::tablesChanged, this, &TableCharts::showTables);
    connect(&controller_.observer(), &ExitObserver::changed, this, &TableCharts::showTables);
    connect(&controller_, &RunController::settingChanged, this, &TableCharts::showDrift);
    connect(&setup_, &Setup::changed, this, &TableCharts::showSettings);
    connect(threshold_, &ThresholdChart::alphaMoved, this, &TableCharts::moveAlpha);
    showSettings();
}

void TableCharts::showTables() {
    const auto tables = controller_.tables();
    const QString why = exitProgressText(controller_.observer());
    showValidation();
    calibration_->setTables(tables, why);
    threshold_->setTables(tables, why);
    confusion_->setClassNames(controller_.opened().classNames);
    confusion_->setTables(tables, why);
    showDrift();
}

// Of the live source that is open.
void TableCharts::showValidation() {
    const ExperimentFile& file = controller_.played();
    const auto& source = controller_.opened().live;
    const bool live = isLive(file) && source && !controller_.opened().tables &&
                      controller_.state() != RunController::State::Empty;
    if (!live) return calibration_->fit().setValidation(std::nullopt, {});
    QString name = datasetLabel(file.dataset);
    if (!file.distortion.empty() && file.distortion != "clean")
        name = QStringLiteral("%1, %2").arg(name, distortionLabel(file.distortion));
    RunProvenance opened;
    opened.modelHash = source->model->info().hash;
    opened.dataHash = controller_.opened().dataHash;
    calibration_->fit().setValidation(ValidationPart(file, opened, controller_.observer().cache()),
                                      name);
}

void TableCharts::showDrift() {
    drift_->setTables(controller_.tables(), controller_.played().experiment, controller_.rounds(),
                      exitsText(controller_.observer()));
}

// Costs and threshold of the set-up, before its schedule.
void TableCharts::showSettings() {
    threshold_->setCosts(setup_.experiment().costWeights());
    threshold_->setAlpha(setup_.experiment().alpha);
    confusion_->setAlpha(setup_.experiment().alpha);
}

// One drag is one step to undo.
void TableCharts::moveAlpha(double alpha, bool finished) {
    ExperimentFile next = setup_.file();
    next.experiment.alpha = alpha;
    if (!(next.experiment == setup_.experiment()))
        setup_.edit(next, tr("Move α"), "alpha " + std::to_string(drag_));
    if (finished) ++drag_;
}

}  // namespace splitee
