// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/rounds_difference.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/charts/axis_tickers.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"

namespace splitee {
namespace {

constexpr int kLookedAt =
    50;  // rows, for the width of a column: of all thousand it takes a tenth of a second

QString whole(std::int64_t value) { return numberText(static_cast<double>(value)); }

// "3, exit" or "3, offload"
QString decision(const RoundRecord& round) {
    return QString::number(round.split) +
           (round.exited ? RoundsDifference::tr(", exit") : RoundsDifference::tr(", offload"));
}

ChartTable tableOf(const RoundDifference& difference) {
    ChartTable table{
        {RoundsDifference::tr("round"), RoundsDifference::tr("sample"),
         RoundsDifference::tr("split, first"), RoundsDifference::tr("split, second"),
         RoundsDifference::tr("answers"), RoundsDifference::tr("reward, second − first")},
        {}};
    for (const DifferingRound& pair : difference.rounds) {
        const QString sample =
            pair.first.sample == pair.second.sample
                ? QString::number(pair.first.sample)
                : RoundsDifference::tr("%1 and %2").arg(pair.first.sample).arg(pair.second.sample);
        table.rows.push_back({whole(pair.first.round), sample, decision(pair.first),
                              decision(pair.second),
                              RoundsDifference::tr("%1 and %2")
                                  .arg(pair.first.prediction)
                                  .arg(pair.second.prediction),
                              signedText(pair.second.reward - pair.first.reward, 3)});
    }
    return table;
}

}  // namespace

SplitPairChart::SplitPairChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Split layers of both"), false, parent),
      rect_(addAxes(tr("round"), tr("split layer"))),
      labels_(addEndLabels(*rect_)),
      first_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      second_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))) {
    setMinimumHeight(96);
    rect_->axis(QCPAxis::atLeft)
        ->setTicker(QSharedPointer<NumberTicker>::create(*rect_->axis(QCPAxis::atLeft), true));
}

void SplitPairChart::show(std::shared_ptr<const RoundDifference> difference, const QString& first,
                          const QString& second, const GroupLook& firstLook,
                          const GroupLook& secondLook) {
    difference_ = std::move(difference);
    names_[0] = first;
    names_[1] = second;
    looks_[0] = firstLook;
    looks_[1] = secondLook;
    for (QCPGraph* graph : {first_, second_}) {
        graph->data()->clear();
        graph->setLineStyle(QCPGraph::lsStepRight);
    }
    if (difference_) {
        for (const SplitStretch& stretch : difference_->stretches) {
            first_->addData(static_cast<double>(stretch.lastRound), stretch.first);
            second_->addData(static_cast<double>(stretch.lastRound), stretch.second);
        }
        const std::int64_t each =
            difference_->stretches.empty() ? 1 : difference_->stretches.front().lastRound;
        setNote(each > 1 ? tr("means of %1 rounds").arg(whole(each))
                         : tr("%1 rounds").arg(whole(difference_->common)));
    } else {
        setNote({});
    }
    recolour();
    refresh();
}

void SplitPairChart::recolour() {
    first_->setPen(penOf(theme(), looks_[0]));
    QPen pen = penOf(theme(), looks_[1]);
    // Two seeds of one group look the same elsewhere: here the second is dotted.
    if (looks_[0].color == looks_[1].color && looks_[0].dash == looks_[1].dash)
        pen.setStyle(Qt::DotLine);
    second_->setPen(pen);
}

std::int64_t SplitPairChart::fill() {
    labels_->clear();
    const bool any = difference_ && !difference_->stretches.empty();
    rect_->axis(QCPAxis::atBottom)
        ->setRange(0, any ? static_cast<double>(difference_->common) : 10);
    rect_->axis(QCPAxis::atBottom)->ticker()->setTickCount(4);
    double most = 2;
    if (any) {
        for (const SplitStretch& stretch : difference_->stretches)
            most = std::max({most, stretch.first, stretch.second});
        const SplitStretch& last = difference_->stretches.back();
        labels_->add({names_[0],
                      mixed(theme().policy(looks_[0].color), theme().color(Token::Text), 0.2),
                      last.first, false});
        labels_->add({names_[1],
                      mixed(theme().policy(looks_[1].color), theme().color(Token::Text), 0.2),
                      last.second, false});
    }
    rect_->axis(QCPAxis::atLeft)->setRange(0.5, most + 0.5);
    return 0;
}

std::vector<Crosshair::Value> SplitPairChart::valuesAt(double position) const {
    if (!difference_) return {};
    const auto at = std::ranges::lower_bound(
        difference_->stretches, position, {},
        [](const SplitStretch& s) { return static_cast<double>(s.lastRound); });
    if (at == difference_->stretches.end()) return {};
    return {{theme().policy(looks_[0].color), names_[0], numberText(at->first, 2)},
            {theme().policy(looks_[1].color), names_[1], numberText(at->second, 2)},
            {theme().color(Token::MutedText), tr("rounds that differ"), whole(at->differing)}};
}

ChartTable SplitPairChart::visibleTable() const {
    ChartTable table{{QStringLiteral("to_round"), QStringLiteral("first"), QStringLiteral("second"),
                      QStringLiteral("differing")},
                     {}};
    if (!difference_) return table;
    for (const SplitStretch& s : difference_->stretches)
        table.rows.push_back({QString::number(s.lastRound), QString::number(s.first, 'g', 8),
                              QString::number(s.second, 'g', 8), QString::number(s.differing)});
    return table;
}

QString SplitPairChart::describe() const {
    return difference_ ? tr("%1 of %2 rounds differ")
                             .arg(whole(difference_->differing), whole(difference_->common))
                       : tr("No two runs are compared.");
}

RoundsDifference::RoundsDifference(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      pair_(new QComboBox(this)),
      words_(new QLabel(this)),
      chart_(new SplitPairChart(theme, this)),
      table_(new TextTableView(this)),
      model_(new TextTableModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    column->addWidget(chart_, 3);
    auto* framed = new QVBoxLayout;
    framed->setContentsMargins(12, 0, 12, 0);
    framed->setSpacing(6);
    framed->addWidget(pair_);
    framed->addWidget(words_);
    framed->addWidget(table_, 2);
    column->addLayout(framed, 2);
    pair_->setAccessibleName(tr("Pair of runs"));
    pair_->setToolTip(tr("Which two runs are compared round by round"));
    pair_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    pair_->installEventFilter(new WheelGuard(pair_));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    table_->setModel(model_);
    table_->setAccessibleName(tr("Rounds that differ"));
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setResizeContentsPrecision(kLookedAt);
    connect(pair_, &QComboBox::activated, this, &RoundsDifference::requestDifference);
}

QString RoundsDifference::words() const { return words_->text(); }

void RoundsDifference::show(ComparedRunsPtr compared, std::size_t group, std::size_t baseline) {
    compared_ = std::move(compared);
    pairs_.clear();
    pair_->clear();
    std::vector<std::pair<std::size_t, const ComparedRun*>> all;
    if (compared_)
        for (std::size_t g = 0; g < compared_->groups.size(); ++g)
            for (const ComparedRun& run : compared_->groups[g].runs)
                if (run.roundsKept) all.emplace_back(g, &run);
    if (all.size() == 2) {
        const auto name = [&](std::size_t k) {
            const QString label = labelOf(compared_->groups[all[k].first]);
            return all[0].first == all[1].first
                       ? tr("%1, seed %2").arg(label, QString::number(all[k].second->seed))
                       : label;
        };
        pairs_.push_back({all[0].second->id, all[1].second->id,
                          tr("Runs %1 and %2").arg(all[0].second->id).arg(all[1].second->id),
                          name(0), name(1), all[0].first, all[1].first});
    } else if (compared_ && group != baseline && group < compared_->groups.size() &&
               baseline < compared_->groups.size()) {
        const ComparedGroup &one = compared_->groups[group], &other = compared_->groups[baseline];
        for (const ComparedRun& run : other.runs)
            if (const auto same = std::ranges::find(one.runs, run.seed, &ComparedRun::seed);
                same != one.runs.end() && run.roundsKept && same->roundsKept)
                pairs_.push_back(
                    {run.id, same->id,
                     tr("Seed %1: runs %2 and %3").arg(run.seed).arg(run.id).arg(same->id),
                     labelOf(other), labelOf(one), baseline, group});
    }
    for (const Pair& pair : pairs_) pair_->addItem(pair.text);
    pair_->setEnabled(pairs_.size() > 1);
    requestDifference();
}

void RoundsDifference::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (unread_) requestDifference();
}

void RoundsDifference::requestDifference() {
    const int number = ++number_;
    difference_.reset();
    work_.cancel();
    unread_ = !isVisible();
    const int at = pair_->currentIndex();
    if (at < 0) {
        unread_ = false;
        return updateText();
    }
    updateText();
    if (unread_) return;
    const Pair& pair = pairs_[static_cast<std::size_t>(at)];
    using Answer = Result<std::shared_ptr<const RoundDifference>>;
    work_.start(
        [session = compared_->session, first = pair.first,
         second = pair.second](const std::stop_token& stop) -> Answer {
            auto found = roundDifference(session, first, second, {}, stop);
            if (!found) return tl::unexpected(found.error());
            return std::make_shared<const RoundDifference>(std::move(*found));
        },
        [this, number](const Answer& answer) { onDifferenceRead(number, answer); });
}

void RoundsDifference::onDifferenceRead(
    int number, const Result<std::shared_ptr<const RoundDifference>>& answer) {
    if (number != number_) return;
    if (!answer) {
        emit failed(QString::fromStdString(answer.error().message));
        return;
    }
    difference_ = *answer;
    updateText();
    emit compared();
}

void RoundsDifference::updateText() {
    const int at = pair_->currentIndex();
    table_->setVisible(difference_ != nullptr && difference_->differing > 0);
    if (at < 0 || !difference_) {
        const bool noRounds =
            compared_ && std::ranges::any_of(compared_->groups, [](const auto& g) {
                return std::ranges::any_of(g.runs, [](const auto& run) { return !run.roundsKept; });
            });
        words_->setText(at >= 0 ? tr("Reading the rounds …")
                        : noRounds
                            ? tr("Round by round, only runs that were logged with their rounds "
                                 "can be compared.")
                            : tr("Select two runs, or two groups with a seed in common."));
        chart_->show(nullptr, {}, {}, {}, {});
        model_->set({});
        return;
    }
    const Pair& pair = pairs_[static_cast<std::size_t>(at)];
    const auto looks = looksOf(*compared_);
    chart_->show(difference_, pair.firstName, pair.secondName, looks[pair.firstGroup],
                 looks[pair.secondGroup]);
    model_->set(tableOf(*difference_));
    const RoundDifference& d = *difference_;
    QString text;
    if (d.common == 0)
        text = tr("They have no rounds in common.");
    else if (!d.from)
        text = tr("Identical in all of %1 rounds.").arg(whole(d.common));
    else
        text = tr("They first differ in round %1; %2 of %3 rounds differ, %4 in the split layer, "
                  "%5 in the answer.")
                   .arg(whole(*d.from), whole(d.differing), whole(d.common), whole(d.splits),
                        whole(d.answers));
    if (d.samples > 0) text += tr(" Rounds that played another sample: %1.").arg(whole(d.samples));
    if (d.firstRounds != d.secondRounds)
        text += tr(" Rounds of the first: %1, of the second: %2.")
                    .arg(whole(d.firstRounds), whole(d.secondRounds));
    if (d.differing > static_cast<std::int64_t>(d.rounds.size()))
        text +=
            tr(" The first %1 are listed.").arg(whole(static_cast<std::int64_t>(d.rounds.size())));
    words_->setText(text);
}

}  // namespace splitee
