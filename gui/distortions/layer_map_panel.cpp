// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/layer_map_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "gui/distortions/layer_map_chart.h"
#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/panel_header.h"

namespace splitee {
namespace {

// What the map does not depend on: the two parameters, and what belongs to a run.
Experiment mappedOf(Experiment experiment, const MapAxis& x, const MapAxis& y) {
    const Experiment defaults;
    for (const MapAxis* axis : {&x, &y})
        if (!axis->isSeverity())
            setFieldValue(experiment, axis->key, fieldValue(defaults, axis->key));
    experiment.schedule.clear();
    experiment.rounds = 0;
    experiment.seeds = 1;
    return experiment;
}

}  // namespace

LayerMapPanel::LayerMapPanel(Setup& setup, RunController& controller, const Theme& theme,
                             QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      tables_(setup, controller),
      chart_(new LayerMapChart(theme, this)),
      x_(new QComboBox(this)),
      y_(new QComboBox(this)),
      policy_(new QComboBox(this)),
      progress_(new QProgressBar(this)),
      words_(new QLabel(this)) {
    setAccessibleName(tr("Learned layer by two parameters"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(6);
    const std::pair<QComboBox*, QString> boxes[] = {
        {x_, tr("Across")}, {y_, tr("Upwards")}, {policy_, tr("Policy")}};
    for (const auto& [box, name] : boxes) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        box->installEventFilter(new WheelGuard(box));
        row->addWidget(box, 1);
    }
    words_->setObjectName(QStringLiteral("muted"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    progress_->setTextVisible(false);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    progress_->setAccessibleName(tr("Progress of the map"));
    progress_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    column->addWidget(chart_->findChild<PanelHeader*>());  // the dock shows one header, the chart's
    column->addLayout(row);
    column->addWidget(chart_, 1);
    column->addWidget(progress_);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 0);
    below->addWidget(words_);
    column->addLayout(below);
    for (QComboBox* box : {x_, y_})
        connect(box, &QComboBox::activated, this, &LayerMapPanel::setupChanged);
    connect(policy_, &QComboBox::activated, this, &LayerMapPanel::showMap);
    connect(chart_, &LayerMapChart::chosen, this, &LayerMapPanel::setBoth);
    connect(&setup_, &Setup::changed, this, &LayerMapPanel::setupChanged);
    for (const auto signal : {&RunController::sourceOpened, &RunController::stateChanged,
                              &RunController::tablesChanged})
        connect(&controller, signal, this, &LayerMapPanel::setupChanged);
}

QString LayerMapPanel::words() const { return words_->text(); }

void LayerMapPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    axesOf_.reset();  // other tables may lie there by now
    setupChanged();
}

const MapAxis* LayerMapPanel::axisOf(const QComboBox& box) const {
    const std::string key = box.currentData().toString().toStdString();
    const auto found = std::ranges::find(axes_, key, &MapAxis::key);
    return found == axes_.end() ? nullptr : &*found;
}

// What was chosen stays where it is still offered.
void LayerMapPanel::fillAxes() {
    std::pair of(setup_.file().table, setup_.experiment().offloadsPerLayer());
    if (axesOf_ == of) return;
    axesOf_ = std::move(of);
    std::vector<MapAxis> axes = mapAxes(setup_.file());
    if (axes == axes_) return;
    axes_ = std::move(axes);
    const std::pair<QComboBox*, QString> boxes[] = {{x_, QStringLiteral("offload")},
                                                    {y_, QStringLiteral("alpha")}};
    for (const auto& [box, first] : boxes) {
        const QString before = box->currentData().toString();
        box->clear();
        for (const MapAxis& axis : axes_)
            box->addItem(axisTitle(axis), QString::fromStdString(axis.key));
        int at = box->findData(before.isEmpty() ? first : before);
        if (at < 0) at = box->findData(QStringLiteral("offload_factor"));
        box->setCurrentIndex(std::max(0, at));
    }
}

void LayerMapPanel::choose(const std::string& x, const std::string& y) {
    fillAxes();
    x_->setCurrentIndex(std::max(0, x_->findData(QString::fromStdString(x))));
    y_->setCurrentIndex(std::max(0, y_->findData(QString::fromStdString(y))));
    setupChanged();
}

void LayerMapPanel::setupChanged() {
    if (!isVisible()) return;
    fillAxes();
    const auto& tables = tables_.look();
    const MapAxis *x = axisOf(*x_), *y = axisOf(*y_);
    fault_ = !tables                              ? tables_.whyNot()
             : x == y                             ? tr("Choose two parameters that differ.")
             : x->isSeverity() && y->isSeverity() ? tr("Choose one severity and one parameter.")
                                                  : QString();
    if (!fault_.isEmpty()) {
        work_.cancel();
        ++number_;
        askedTables_.reset();
        map_.reset();
        progress_->hide();
        return showMap();
    }
    const Experiment wanted = mappedOf(setup_.experiment(), *x, *y);
    if (!askedTables_ || askedTables_->hash != tables->hash || !(wanted == asked_) ||
        !(*x == askedX_) || !(*y == askedY_)) {
        asked_ = wanted;
        askedX_ = *x;
        askedY_ = *y;
        askedTables_ = tables;
        request();
    }
    showMap();
}

void LayerMapPanel::request() {
    const int number = ++number_;
    progress_->setValue(0);
    progress_->show();
    using Mapped = Result<std::shared_ptr<const LayerMap>>;
    work_.start(
        [tables = askedTables_, experiment = asked_, x = askedX_, y = askedY_](
            const std::stop_token& stop, const ProgressSink& progress) -> Mapped {
            auto map = layerMap(*tables->all().front(), experiment, x, y, stop, progress);
            if (!map) return tl::unexpected(map.error());
            return std::make_shared<const LayerMap>(std::move(*map));
        },
        [this, number](const Mapped& map) { receive(number, map); },
        [this, number](const Progress& at) {
            if (number == number_)
                progress_->setValue(
                    static_cast<int>(100 * at.done / std::max<std::int64_t>(at.total, 1)));
        });
}

void LayerMapPanel::receive(int number, const Result<std::shared_ptr<const LayerMap>>& map) {
    if (number != number_) return;
    progress_->hide();
    if (map)
        map_ = *map;
    else
        fault_ = QString::fromStdString(map.error().message);
    showMap();
    emit mapped();
}

int LayerMapPanel::cellOfSetup() const {
    int places[2] = {0, 0};
    const MapAxis* axes[2] = {&map_->x, &map_->y};
    for (int side = 0; side < 2; ++side) {
        const MapAxis& axis = *axes[side];
        const double value =
            axis.isSeverity() ? 0 : fieldValue(setup_.experiment(), axis.key).toDouble();
        const auto at = std::ranges::min_element(
            axis.values, {}, [value](double one) { return std::abs(one - value); });
        places[side] = static_cast<int>(at - axis.values.begin());
    }
    return places[1] * static_cast<int>(map_->x.values.size()) + places[0];
}

void LayerMapPanel::showMap() {
    QStringList names, keys;
    if (map_ && !map_->cells.empty())
        for (const SeverityFigures& one : map_->cells.front()) {
            keys << QString::fromStdString(one.policy);
            names << policyName(one.policy);
        }
    QStringList offered;
    for (int k = 0; k < policy_->count(); ++k) offered << policy_->itemData(k).toString();
    if (offered != keys) {
        const QString before = policy_->currentData().toString();
        policy_->clear();
        for (int k = 0; k < keys.size(); ++k) policy_->addItem(names[k], keys[k]);
        policy_->setCurrentIndex(std::max(0, policy_->findData(before)));
    }
    policy_->setVisible(!keys.isEmpty());
    chart_->setVisible(fault_.isEmpty());
    chart_->show(map_, static_cast<std::size_t>(std::max(0, policy_->currentIndex())));
    chart_->setMarked(map_ ? cellOfSetup() : -1);
    if (!fault_.isEmpty()) return words_->setText(fault_);
    words_->setText(map_ ? tr("Mean of %1 seeds of %2 rounds, without the schedule. A click sets "
                              "the cell's values.")
                               .arg(numberText(kSeveritySeeds), numberText(kSeverityRounds))
                         : tr("Computing the map …"));
}

// One step to undo. A severity is another table: that is left to the set-up.
void LayerMapPanel::setBoth(int cell) {
    const auto at = static_cast<std::size_t>(cell), columns = map_->x.values.size();
    ExperimentFile next = setup_.file();
    if (!map_->x.isSeverity())
        setFieldValue(next.experiment, map_->x.key, map_->x.values[at % columns]);
    if (!map_->y.isSeverity())
        setFieldValue(next.experiment, map_->y.key, map_->y.values[at / columns]);
    if (!(next.experiment == setup_.experiment()))
        setup_.edit(next, tr("Choose in the map of layers"));
}

}  // namespace splitee
