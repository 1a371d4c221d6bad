// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/exits_panel.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/run/run_controller.h"
#include "gui/run/setup.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "storage/files/cost_profile.h"
#include "storage/files/profile_costs.h"

namespace splitee {
namespace {

constexpr double kBytesPerKilobyte = 1000;
constexpr double kPieceBytes = 4;       // of the number of a piece of a text
constexpr double kFirstKilobytes = 20;  // payload where no network states one
constexpr double kLeastGigaflops = 1e-3, kMostGigaflops = 1e9, kFirstGigaflops = 1;
constexpr int kRowsInView = 12, kLeastRows = 4;
constexpr int kNarrowestExitColumn = 86;

QString unknown() { return QString(QChar(0x2013)); }

}  // namespace

ExitsPanel::ExitsPanel(Setup& setup, RunController& controller, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      controller_(controller),
      table_(new TextTableView(this)),
      model_(new TextTableModel(this)),
      words_(new QLabel(this)),
      measure_(new QPushButton(this)),
      use_(new QPushButton(this)),
      open_(new QPushButton(tr("Open profile…"), this)) {
    setAccessibleName(tr("Exits and times"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    table_->setModel(model_);
    table_->setAccessibleName(tr("Exits"));
    table_->horizontalHeader()->setMinimumSectionSize(kNarrowestExitColumn);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const int row = table_->verticalHeader()->defaultSectionSize();
    table_->setMinimumHeight(row * kLeastRows);
    table_->setMaximumHeight(row * kRowsInView);
    column->addWidget(table_, 1);
    fields_ = new QGridLayout;
    fields_->setHorizontalSpacing(8);
    fields_->setVerticalSpacing(4);
    fields_->setColumnStretch(1, 1);
    fields_->setColumnStretch(3, 1);
    column->addLayout(fields_);
    layer_ = addField(tr("Layer"), tr("ms"),
                      tr("Computing one layer of depth on the device: the unit λ of all costs."),
                      1e-3, 1e5, 3);
    exit_ = addField(tr("Evaluate an exit"), tr("ms"),
                     tr("Computing an exit's head on the device."), 0, 1e5, 3);
    cloud_ = addField(tr("Cloud"), tr("× as fast"),
                      tr("How many times as fast as the device the cloud computes."), 0.1, 1e5, 1);
    link_ = addField(tr("Bandwidth"), tr("Mbit/s"), tr("Of the link from the device to the cloud."),
                     1e-3, 1e6, 2);
    trip_ = addField(tr("Round trip"), tr("ms"),
                     tr("From the device to the cloud and back, without payload."), 0, 1e6, 1);
    sent_ = addField(tr("Payload"), tr("kB"),
                     tr("Bytes that an offload sends. A network knows them layer by layer; an exit "
                        "table does not."),
                     0, 1e6, 1);
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(words_);
    buildButtons();
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        measuring_.abandon();
    });  // opening may fail: what is measured is gone already
    connect(&measuring_, &Task::threadEnded, this, &ExitsPanel::refreshButton);
    connect(&controller_, &RunController::sourceOpened, this, &ExitsPanel::begin);
    begin();
}

NumberField* ExitsPanel::addField(const QString& name, const QString& unit, const QString& help,
                                  double least, double most, int decimals) {
    auto* field = new NumberField({least, most, decimals, 0, 0}, unit, this);
    field->setTexts(name, help);
    field->setToolTip(help);
    auto* label = new QLabel(name, this);
    label->setToolTip(help);
    label->setBuddy(field);
    const int place = fields_->count() / 2;  // two pairs a row
    fields_->addWidget(label, place / 2, 2 * (place % 2));
    fields_->addWidget(field, place / 2, 2 * (place % 2) + 1);
    connect(field, &NumberField::edited, this, &ExitsPanel::edited);
    return field;
}

void ExitsPanel::buildButtons() {
    auto* row = new QHBoxLayout;
    measure_->setText(tr("Measure on this machine"));
    use_->setText(tr("Use as costs"));
    use_->setToolTip(
        tr("Sets λ₁ to 1, λ₂ to what an exit takes, and o of every layer to what an "
           "offload takes after it"));
    open_->setToolTip(
        tr("Costs from a file of times, bytes and a link (profile.json), or from a testbed's "
           "offline_profile.json; or drop it on the window"));
    for (QPushButton* button : {measure_, use_, open_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(measure_, &QPushButton::clicked, this, &ExitsPanel::measure);
    connect(use_, &QPushButton::clicked, this, &ExitsPanel::useAsCosts);
    connect(open_, &QPushButton::clicked, this, &ExitsPanel::openByDialog);
}

void ExitsPanel::openByDialog() {
    auto* dialog = new QFileDialog(this, tr("Open profile"), {}, tr("Profiles of costs (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ExitsPanel::profileWanted);
    dialog->open();
}

void ExitsPanel::take(const PhysicalProfile& profile, const QString& name) {
    const auto layers = static_cast<int>(controller_.opened().depth.size());
    if (layersOf(profile) != layers)
        return emit failed(
            tr("The profile %1 has the costs of %2 layers, but the network has %3: open the "
               "profile of this one")
                .arg(name)
                .arg(layersOf(profile))
                .arg(layers));
    ExperimentFile next = setup_.file();
    if (const auto costs = takeProfile(profile, next.experiment); !costs)
        return emit failed(
            QStringLiteral("%1: %2").arg(name, QString::fromStdString(costs.error().message)));
    next.experiment.offloadFactor = 1;
    taken_ = profile;
    times_.clear();
    profile_ = profile;
    if (!(next.experiment == setup_.experiment())) setup_.edit(next, tr("Costs of %1").arg(name));
    refresh();
    emit taken(tr("The costs of every layer are those of %1").arg(name));
}

void ExitsPanel::askForDevice(const OfflineProfile& offline, const QString& name) {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Speed of the device"));
    dialog->setLabelText(tr("%1 says what is computed and sent, but no speeds.\n"
                            "Cloud and link are those of the page Exits and times.\n"
                            "Operations of the device (GFLOP/s):")
                             .arg(name));
    dialog->setDoubleRange(kLeastGigaflops, kMostGigaflops);
    dialog->setDoubleDecimals(3);
    dialog->setDoubleValue(kFirstGigaflops);
    connect(dialog, &QInputDialog::doubleValueSelected, this,
            [this, offline, name](double gigaflops) {
                PhysicalProfile rest = profile_;
                rest.exitMilliseconds = 0;
                rest.cloudMilliseconds.clear();
                rest.unit = CostUnit::Time;
                take(onDevice(offline, gigaflops, rest), name);
            });
    dialog->open();
}

// Another source: its cuts carry other bytes, and what was measured of a network goes with it; what
// was typed stays.
void ExitsPanel::begin() {
    const OpenedExperiment& opened = controller_.opened();
    if (taken_ && layersOf(*taken_) == static_cast<int>(opened.depth.size())) {
        times_.clear();
        profile_ = *taken_;
        return refresh();
    }
    if (std::exchange(taken_, std::nullopt)) profile_ = PhysicalProfile();
    if (!times_.empty()) {
        profile_.layerMilliseconds = PhysicalProfile().layerMilliseconds;
        profile_.exitMilliseconds = PhysicalProfile().exitMilliseconds;
    }
    profile_.stageMilliseconds.clear();
    times_.clear();
    profile_.cutBytes.clear();
    if (opened.live) {
        const int side = opened.live->dataset->side();
        profile_.cutBytes.push_back(opened.takesTexts()
                                        ? kPieceBytes * opened.live->model->info().text().length
                                        : 3.0 * side * side);  // 8 bits a channel
        for (const StageInfo& stage : opened.stages)
            profile_.cutBytes.push_back(static_cast<double>(stage.payloadBytes()));
    } else {
        const double bytes = sent_->value() > 0 ? sent_->value() * kBytesPerKilobyte
                                                : kFirstKilobytes * kBytesPerKilobyte;
        profile_.cutBytes.assign(opened.depth.size() + 1, bytes);
    }
    refresh();
}

// Whoever types what a layer takes means all layers.
void ExitsPanel::edited() {
    constexpr double kRounded = 0.51;  // of a step: what a field rounds away is not typed
    const auto typed = [](const NumberField* field, double& value, double step) {
        if (std::abs(field->value() - value) <= kRounded * step) return false;
        value = field->value();
        return true;
    };
    if (typed(layer_, profile_.layerMilliseconds, 1e-3)) profile_.stageMilliseconds.clear();
    typed(exit_, profile_.exitMilliseconds, 1e-3);
    if (typed(cloud_, profile_.cloudSpeed, 0.1)) profile_.cloudMilliseconds.clear();
    typed(link_, profile_.megabitsPerSecond, 1e-2);
    typed(trip_, profile_.roundTripMilliseconds, 0.1);
    if (!controller_.opened().live && sent_->value() != shownKilobytes_)
        std::ranges::fill(profile_.cutBytes, sent_->value() * kBytesPerKilobyte);
    if (taken_) taken_ = profile_;
    refresh();
}

void ExitsPanel::measure() {
    const auto live = controller_.opened().live;
    if (!live || measuring_.threadRuns()) return;  // two at a time would measure each other
    measuring_.start([live] { return live->model->measure(); },
                     [this](const Result<std::vector<StageTime>>& times) {
                         if (times)
                             showTimes(*times);
                         else
                             words_->setText(QString::fromStdString(times.error().message));
                     });
    refreshButton();
}

// The depth d counts blocks that are not equally dear: one λ is what all of them take on average,
// and each stage has its own time.
void ExitsPanel::showTimes(const std::vector<StageTime>& times) {
    const auto& depth = controller_.opened().depth;
    if (depth.empty() || times.empty()) return;
    times_ = times;
    taken_.reset();
    profile_.cloudMilliseconds.clear();
    profile_.unit = CostUnit::Time;
    double stages = 0, exits = 0;
    profile_.stageMilliseconds.clear();
    for (const StageTime& time : times) {
        profile_.stageMilliseconds.push_back(time.stageMilliseconds);
        stages += time.stageMilliseconds;
        exits += time.exitMilliseconds;
    }
    profile_.layerMilliseconds = stages / depth.back();
    profile_.exitMilliseconds = exits / static_cast<double>(times.size());
    refresh();
}

void ExitsPanel::useAsCosts() {
    const auto& depth = controller_.opened().depth;
    if (depth.empty()) return;
    const CostWeights weights = costWeightsOf(profile_, depth, setup_.experiment().mu);
    ExperimentFile next = setup_.file();
    next.experiment.takeCosts(weights);
    next.experiment.lambda2 = std::round(weights.lambda2 * 1000) / 1000;
    next.experiment.offload = std::round(weights.offload * 100) / 100;  // that of the way back
    next.experiment.offloadFactor = 1;
    if (!(next.experiment == setup_.experiment())) setup_.edit(next, tr("Costs from times"));
}

void ExitsPanel::refresh() {
    layer_->show(profile_.layerMilliseconds);
    exit_->show(profile_.exitMilliseconds);
    cloud_->show(profile_.cloudSpeed);
    link_->show(profile_.megabitsPerSecond);
    trip_->show(profile_.roundTripMilliseconds);
    const bool live = controller_.opened().live != nullptr,
               known = !controller_.opened().depth.empty();
    sent_->setEnabled(!live);
    if (!live && profile_.cutBytes.size() > 1) {
        sent_->show(profile_.cutBytes[1] / kBytesPerKilobyte);  // that of the input may be unknown
        shownKilobytes_ = sent_->value();
    }
    for (NumberField* field : {cloud_, link_, trip_})  // for energy, waiting counts nothing
        field->setEnabled(profile_.unit == CostUnit::Time);
    refreshButton();
    use_->setEnabled(known);
    words_->setText(sentence());
    fillTable();
    emit profileChanged();
}

void ExitsPanel::refreshButton() {
    const bool live = controller_.opened().live != nullptr;
    const bool busy = measuring_.threadRuns();
    measure_->setText(busy ? tr("Measuring …") : tr("Measure on this machine"));
    measure_->setEnabled(live && !busy);
    measure_->setToolTip(live ? tr("Times each stage and exit of the network, one sample at a time "
                                   "on one thread: about a second")
                              : tr("Only a network can be measured: an exit table holds answers, "
                                   "not times"));
}

QString ExitsPanel::sentence() const {
    const auto& depth = controller_.opened().depth;
    if (depth.size() < 2) return tr("Open a network or an exit table first.");
    const CostWeights weights = costWeightsOf(profile_, depth, 1);
    const auto& offloads = weights.layerOffloads.layers;
    const auto [cheapest, dearest] = std::minmax_element(offloads.begin(), offloads.end() - 1);
    const QString o =
        tr("o = %1 to %2, λ₂ = %3")
            .arg(numberText(*cheapest, 2), numberText(*dearest, 2), numberText(weights.lambda2, 3));
    const QString unit = shortText(std::round(profile_.layerMilliseconds * 1000) / 1000);
    if (profile_.unit == CostUnit::Energy)
        return tr("One λ is the device's energy in %1 ms of computing. By the layer it is cut at, "
                  "an offload costs %2.")
            .arg(unit, o);
    double least = offloadMilliseconds(profile_, depth, 1), most = least;
    for (int layer = 1; layer < static_cast<int>(depth.size()); ++layer) {
        const double takes = offloadMilliseconds(profile_, depth, layer);
        least = std::min(least, takes);
        most = std::max(most, takes);
    }
    return tr("One λ is %1 ms. An offload takes %2 to %3 ms, by the layer it is cut at: %4.")
        .arg(unit, numberText(least, 1), numberText(most, 1), o);
}

void ExitsPanel::fillTable() {
    const OpenedExperiment& opened = controller_.opened();
    ChartTable table{{tr("Exit"), tr("Depth\nd"), tr("Param-\neters"), tr("MFLOPs"),
                      tr("Payload\nkB"), tr("Measured\nms"), tr("Leaves\nms"), tr("Offloaded\nms")},
                     {}};
    for (std::size_t i = 0; i < opened.depth.size(); ++i) {
        const int layer = static_cast<int>(i) + 1;
        const bool last = layer == static_cast<int>(opened.depth.size());
        const bool counted = i < opened.stages.size();
        const StageInfo stage = counted ? opened.stages[i] : StageInfo();
        const double flops =
            2e-6 * static_cast<double>(stage.multiplyAdds + stage.exitMultiplyAdds);
        const double takes =
            i < times_.size() ? times_[i].stageMilliseconds + times_[i].exitMilliseconds : 0;
        table.rows += QStringList{
            QString::number(layer),
            shortText(opened.depth[i]),
            counted ? numberText(static_cast<double>(stage.parameters + stage.exitParameters))
                    : unknown(),
            counted ? numberText(flops, 2) : unknown(),
            last ? unknown() : numberText(profile_.cutBytes[i + 1] / kBytesPerKilobyte, 1),
            i < times_.size() ? numberText(takes, 3) : unknown(),
            numberText(
                latencyMilliseconds(profile_, opened.depth, layer, true, ExitsEvaluated::AtSplit),
                1),
            last ? unknown()
                 : numberText(latencyMilliseconds(profile_, opened.depth, layer, false,
                                                  ExitsEvaluated::AtSplit),
                              1)};
    }
    model_->set(table);
}

}  // namespace splitee
