// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/setup_panel.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/run/experiment_fields.h"
#include "gui/run/seed_replay.h"
#include "gui/run/setup.h"
#include "gui/setup/layer_costs_line.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/policy_chooser.h"
#include "gui/setup/schedule_editor.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kPanelWidth = 296;
constexpr int kPanelMargin = 12;

}  // namespace

SetupPanel::SetupPanel(Setup& setup, Theme& theme, QWidget* parent)
    : QScrollArea(parent),
      setup_(setup),
      theme_(theme),
      source_(new SourcePicker(setup, theme, this)),
      settings_(new ParameterForm(
          setup, {"mu", "lambda1", "lambda2", "offload", "offload_factor", "alpha"}, this)),
      run_(new ParameterForm(setup, {"seed", "order", "rounds", "temperature", "schedule"}, this)),
      policies_(new PolicyChooser(setup, theme, this)),
      schedule_(new ScheduleEditor(setup, theme,
                                   *qobject_cast<QLineEdit*>(run_->control("schedule")), this)),
      bandSeeds_(new NumberField({kFewestBandSeeds, kMostBandSeeds, 0, 0, kBandSeeds}, {}, this)) {
    setObjectName(QStringLiteral("setupPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kPanelWidth);
    auto* contents = new QWidget(this);
    contents->setObjectName(QStringLiteral("setupContents"));
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(kPanelMargin, kPanelMargin, kPanelMargin, kPanelMargin);
    column->setSpacing(8);

    auto* reset = new QToolButton(this);
    reset->setText(tr("Reset"));
    reset->setAutoRaise(true);
    reset->setToolTip(tr("Back to the paper's values: λ₁ 1, λ₂ 0, μ 0.1, o 5, α 0.7"));
    connect(reset, &QToolButton::clicked, this, &SetupPanel::resetToPaper);

    addSection(*column, tr("Source"), source_);
    addSection(*column, tr("Costs and threshold"), settings_, reset);
    column->addWidget(new LayerCostsLine(setup, this));
    auto* unit =
        new QLabel(tr("λ: the cost of one block; a layer costs as many as its depth d"), this);
    unit->setToolTip(costUnitHelp());
    unit->setFont(theme_.captionFont());
    unit->setWordWrap(true);
    column->addWidget(unit);
    addSection(*column, tr("Policies"), policies_);
    addSection(*column, tr("Run"), run_);
    column->addWidget(schedule_);
    addSection(*column, tr("Bands"), bandSeedsRow());
    column->addStretch(1);
    setWidget(contents);
    connect(&setup_, &Setup::changed, this, &SetupPanel::showWhatCounts);
    showWhatCounts();
}

// Where every layer has an o of its own, the one number says nothing: a factor on them does.
void SetupPanel::showWhatCounts() {
    const Experiment& experiment = setup_.experiment();
    settings_->setShown("offload", !experiment.offloadsPerLayer());
    settings_->setShown("offload_factor",
                        experiment.offloadsPerLayer() || experiment.offloadFactor != 1);
}

QWidget* SetupPanel::bandSeedsRow() {
    auto* row = new QWidget(this);
    auto* form = new QFormLayout(row);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    const QString help =
        tr("How many seeds stand behind the bands, the figures with ± and What-if: more make the "
           "mean surer and take longer. The run itself plays one seed.");
    bandSeeds_->setTexts(tr("Seeds of a band"), help);
    bandSeeds_->setObjectName(QStringLiteral("bandSeeds"));
    bandSeeds_->show(kBandSeeds);
    auto* label = new QLabel(tr("Seeds"), this);
    label->setToolTip(help);
    label->setBuddy(bandSeeds_);
    label->setMinimumWidth(76);
    form->addRow(label, bandSeeds_);
    return row;
}

void SetupPanel::addSection(QVBoxLayout& column, const QString& title, QWidget* content,
                            QWidget* corner) {
    if (column.count() > 0) {
        auto* line = new QFrame(this);
        line->setObjectName(QStringLiteral("sectionLine"));
        line->setFixedHeight(1);
        column.addSpacing(4);
        column.addWidget(line);
    }
    auto* label = new QLabel(title, this);
    label->setObjectName(QStringLiteral("sectionTitle"));
    label->setFont(theme_.titleFont());
    auto* head = new QHBoxLayout;
    head->addWidget(label, 1);
    if (corner != nullptr) head->addWidget(corner);
    column.addLayout(head);
    column.addWidget(content);
}

void SetupPanel::resetToPaper() {
    const Experiment paper;
    ExperimentFile next = setup_.file();
    next.experiment.mu = paper.mu;
    next.experiment.lambda1 = paper.lambda1;
    next.experiment.lambda2 = paper.lambda2;
    next.experiment.offload = paper.offload;
    next.experiment.offloadPerLayer = paper.offloadPerLayer;
    next.experiment.offloadFactor = paper.offloadFactor;
    next.experiment.computePerLayer = paper.computePerLayer;
    next.experiment.alpha = paper.alpha;
    next.experiment.beta = paper.beta;
    if (!(next.experiment == setup_.experiment()))
        setup_.edit(next, tr("Reset to the paper's values"));
}

}  // namespace splitee
