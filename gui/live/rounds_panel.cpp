// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/rounds_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/live/rounds_model.h"
#include "gui/run/run_controller.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"

namespace splitee {
namespace {

constexpr int kCalmRounds = 250;  // rows that run away faster than that cannot be read
constexpr int kNarrowestColumn = 80, kTextColumn = 280;

}  // namespace

RoundsPanel::RoundsPanel(RunController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      texts_(controller),
      policy_(new QComboBox(this)),
      note_(new QLabel(this)),
      view_(new TextTableView(this)),
      model_(new RoundsModel(this)) {
    setAccessibleName(tr("Rounds"));
    policy_->setAccessibleName(tr("Policy"));
    policy_->setToolTip(tr("Policy whose rounds are listed"));
    note_->setObjectName(QStringLiteral("muted"));
    auto* row = new QHBoxLayout;
    row->addWidget(policy_);
    row->addWidget(note_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(view_, 1);
    view_->setModel(model_);
    view_->setAccessibleName(tr("The last rounds, the newest first"));
    view_->horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    view_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setFocusProxy(view_);
    soon_.setSingleShot(true);
    soon_.setInterval(kCalmRounds);
    connect(&soon_, &QTimer::timeout, this, &RoundsPanel::refresh);
    connect(policy_, &QComboBox::activated, this, &RoundsPanel::refresh);
    connect(view_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        emit roundChosen(policy_->currentIndex(), model_->round(index.row()).round);
    });
    connect(&controller_, &RunController::sourceOpened, this, &RoundsPanel::begin);
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        policy_->clear();
        model_->set({}, 0);
        note_->setText(tr("No rounds yet."));
    });
    connect(&controller_, &RunController::advanced, this, [this] {
        if (isVisible() && !soon_.isActive()) soon_.start();
    });
    note_->setText(tr("No rounds yet."));
    view_->setColumnHidden(RoundsModel::Sentence, true);
    QHeaderView& header = *view_->horizontalHeader();
    header.moveSection(header.visualIndex(RoundsModel::Sentence), RoundsModel::Sample + 1);
}

// Where texts are read, the numbers make room for them.
void RoundsPanel::begin() {
    policy_->clear();
    for (const RunHistory& run : controller_.histories()) policy_->addItem(run.label());
    QStringList classes;
    for (const std::string& name : controller_.opened().classNames)
        classes << QString::fromStdString(name);
    const bool texts = texts_.any();
    model_->setWords([this](const RoundRecord& round) { return texts_.lineOf(round); }, classes);
    view_->setColumnHidden(RoundsModel::Sentence, !texts);
    QHeaderView& header = *view_->horizontalHeader();
    header.setSectionResizeMode(texts ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (texts) {
        for (int column = 0; column < RoundsModel::Sentence; ++column)
            header.resizeSection(column, header.sectionSizeHint(column));
        header.resizeSection(RoundsModel::Sentence, kTextColumn);
    }
    refresh();
}

void RoundsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RoundsPanel::refresh() {
    const int place = policy_->currentIndex();
    if (place < 0 || place >= static_cast<int>(controller_.histories().size())) return;
    const RunHistory& run = controller_.histories()[static_cast<std::size_t>(place)];
    model_->set(run.lastRounds(), run.exits());
    note_->setText(run.rounds() == 0 ? tr("No rounds yet.")
                                     : tr("last %1 of %2 rounds")
                                           .arg(numberText(static_cast<double>(model_->rowCount())),
                                                numberText(static_cast<double>(run.rounds()))));
}

}  // namespace splitee
