// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/rounds_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/live/rounds_model.h"
#include "gui/run/run_controller.h"
#include "gui/run/shown_round.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "storage/session/session.h"

namespace splitee {
namespace {

constexpr int kCalmRounds = 250;  // rows that run away faster than that cannot be read
constexpr int kNarrowestColumn = 80, kTextColumn = 280;

}  // namespace

RoundsPanel::RoundsPanel(RunController& controller, const ShownRound& shown, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      shown_(shown),
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
        chosenHere_ = model_->round(index.row()).round;
        emit roundChosen(policy_->currentIndex(), chosenHere_);
    });
    connect(&controller_, &RunController::sourceOpened, this, &RoundsPanel::begin);
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        policy_->clear();
        model_->set({}, 0);
        note_->setText(tr("No rounds yet."));
    });
    connect(&controller_, &RunController::advanced, this, [this] {
        if (isVisible() && shown_.isLive() && !soon_.isActive()) soon_.start();
    });
    connect(&shown_, &ShownRound::moved, this, [this] {
        if (isVisible()) refresh();
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
    // Rows that one clicks through stay where they are.
    const bool here = !shown_.isLive() && shown_.round() == chosenHere_;
    if (!here) chosenHere_ = 0;
    if (here) return;
    if (!shown_.isLive()) return readPast(static_cast<std::size_t>(place));
    reading_.cancel();
    const RunHistory& run = controller_.histories()[static_cast<std::size_t>(place)];
    model_->set(run.lastRounds(), run.exits());
    note_->setText(run.rounds() == 0 ? tr("No rounds yet.")
                                     : tr("last %1 of %2 rounds")
                                           .arg(numberText(static_cast<double>(model_->rowCount())),
                                                numberText(static_cast<double>(run.rounds()))));
}

// A round is in the session before it is seen here.
void RoundsPanel::readPast(std::size_t policy) {
    constexpr auto kMost = static_cast<std::int64_t>(RoundsModel::kMost);
    using Rounds = Result<std::vector<RoundRecord>>;
    const std::int64_t last = shown_.round(), first = std::max<std::int64_t>(1, last - kMost + 1);
    reading_.start(
        [kept = controller_.kept(policy), first, last]() -> Rounds {
            auto session = Session::openReadOnly(kept.session);
            if (!session) return tl::unexpected(session.error());
            return session->rounds().read(kept.number, first, last - first + 1);
        },
        [this, last](const Rounds& rounds) {
            if (!shown_.isLive()) showPast(last, rounds);
        });
}

void RoundsPanel::showPast(std::int64_t round, const Result<std::vector<RoundRecord>>& rounds) {
    if (!rounds) return note_->setText(QString::fromStdString(rounds.error().message));
    model_->set(*rounds, static_cast<int>(controller_.opened().depth.size()));
    note_->setText(tr("%1 rounds up to round %2, which is shown")
                       .arg(numberText(static_cast<double>(model_->rowCount())),
                            numberText(static_cast<double>(round))));
}

}  // namespace splitee
