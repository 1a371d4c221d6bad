// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/curves_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/compare/compare_panels.h"
#include "gui/compare/curves_chart.h"
#include "gui/widgets/number_text.h"

namespace splitee {

CurvesCard::CurvesCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      chart_(new CurvesChart(theme, this)),
      noteRow_(new QWidget(this)),
      note_(new QLabel(noteRow_)),
      play_(new QPushButton(tr("Play them again"), noteRow_)),
      quantity_(choiceIn(
          this, tr("Quantity of the curves"),
          tr("Which quantity the curves show. Regret is against the best fixed split, which "
             "evaluates one exit; it is the same for all groups."))),
      over_(choiceIn(this, tr("X axis of the curves"),
                     tr("Plot the curves over rounds, cumulative cost or wall time. A round plays "
                        "one sample: rounds are samples seen.\nOnly a run's total wall time is "
                        "logged: it is spread evenly over the rounds."))),
      band_(choiceIn(this, tr("Band of the curves"), tr("What the bands around the means show"))) {
    setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 4);
    column->setSpacing(0);
    auto* note = new QHBoxLayout(noteRow_);
    note->setContentsMargins(12, 8, 12, 0);
    note->setSpacing(8);
    note_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("muted"));
    play_->setToolTip(
        tr("Plays these replays once more to draw their curves. Nothing is logged, and "
           "their figures are checked against those that were kept."));
    note->addWidget(note_, 1);
    note->addWidget(play_);
    noteRow_->hide();
    connect(play_, &QPushButton::clicked, this, &CurvesCard::curvesWanted);
    column->addWidget(noteRow_);
    column->addWidget(chart_, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 6);
    row->setSpacing(6);
    row->addWidget(quantity_, 3);
    row->addWidget(over_, 2);
    row->addWidget(band_, 2);
    column->addLayout(row);
    over_->addItem(tr("by round"), static_cast<int>(CurveOver::Round));
    over_->addItem(tr("by cost"), static_cast<int>(CurveOver::Cost));
    over_->addItem(tr("by wall time"), static_cast<int>(CurveOver::Time));
    band_->addItem(tr("95 % interval"), static_cast<int>(CurveBand::Interval95));
    band_->addItem(tr("Standard deviation"), static_cast<int>(CurveBand::StandardDeviation));
    band_->addItem(tr("Minimum to maximum"), static_cast<int>(CurveBand::Extremes));
    for (QComboBox* box : {quantity_, over_, band_})
        connect(box, &QComboBox::activated, this, &CurvesCard::updateChart);
}

void CurvesCard::setCompared(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    if (compared_) fillChoices();
    updateNote();
    chart_->show(compared_);
    updateChart();
}

QString CurvesCard::note() const { return noteRow_->isHidden() ? QString() : note_->text(); }

// Replays can be played again; a live run would need its network.
void CurvesCard::updateNote() {
    const std::size_t without = compared_ ? compared_->withoutRounds() : 0;
    noteRow_->setVisible(without > 0);
    if (without == 0) return;
    bool replays = false;
    for (const ComparedGroup& group : compared_->groups)
        replays = replays || group.first.provenance.modelHash.empty();
    note_->setText(without == 1
                       ? tr("One run was logged without its rounds: it has figures, but no curve.")
                       : tr("%1 runs were logged without their rounds: they have figures, but no "
                            "curves.")
                             .arg(numberText(static_cast<double>(without))));
    play_->setVisible(replays);
}

void CurvesCard::fillChoices() {
    const QString before = quantity_->currentText();
    quantity_->clear();
    for (const CurveChoice& choice : curveChoices(*compared_)) quantity_->addItem(titleOf(choice));
    quantity_->setCurrentIndex(std::max(0, quantity_->findText(before)));
}

void CurvesCard::updateChart() {
    if (!compared_ || quantity_->currentIndex() < 0) return;
    const auto choices = curveChoices(*compared_);
    chart_->choose(choices[static_cast<std::size_t>(quantity_->currentIndex())],
                   static_cast<CurveOver>(over_->currentData().toInt()),
                   static_cast<CurveBand>(band_->currentData().toInt()));
}

}  // namespace splitee
