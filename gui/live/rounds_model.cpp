// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/rounds_model.h"

#include <algorithm>

#include "gui/run/text_line.h"
#include "gui/widgets/number_text.h"

namespace splitee {

void RoundsModel::set(std::span<const RoundRecord> rounds, int exits) {
    rounds = rounds.last(std::min(rounds.size(), kMost));
    const std::int64_t newest = rounds_.empty() ? 0 : rounds_.front().round;
    const auto fresh = static_cast<std::size_t>(
        rounds.end() - std::ranges::upper_bound(rounds, newest, {}, &RoundRecord::round));
    const bool goesOn = fresh < rounds.size() && exits == exits_ &&
                        rounds[rounds.size() - fresh - 1] == rounds_.front();
    exits_ = exits;
    if (!goesOn) {
        beginResetModel();
        rounds_.assign(rounds.rbegin(), rounds.rend());
        endResetModel();
        return;
    }
    if (fresh == 0) return;
    beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
    for (const RoundRecord& round : rounds.last(fresh)) rounds_.push_front(round);
    endInsertRows();
    if (rounds_.size() <= kMost) return;
    beginRemoveRows({}, static_cast<int>(kMost), static_cast<int>(rounds_.size()) - 1);
    rounds_.resize(kMost);
    endRemoveRows();
}

void RoundsModel::setWords(std::function<QString(const RoundRecord&)> textOf,
                           const QStringList& classes) {
    beginResetModel();
    textOf_ = std::move(textOf);
    classes_ = classes;
    endResetModel();
}

int RoundsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rounds_.size());
}

QString RoundsModel::text(const RoundRecord& round, int column) const {
    switch (column) {
        case Round:
            return numberText(static_cast<double>(round.round));
        case Sample:
            return numberText(static_cast<double>(round.sample));
        case Split:
            return QString::number(round.split);
        case Exit:
            return QString::number(round.exited ? round.split : exits_);
        case Offloaded:
            return round.exited ? tr("no") : tr("yes");
        case Prediction:
            return classes_.value(round.prediction, QString::number(round.prediction));
        case Right:
            return round.correct < 0    ? QStringLiteral("–")
                   : round.correct == 1 ? tr("yes")
                                        : tr("no");
        case Compute:
            return numberText(round.computeCost, 2);
        case Offload:
            return numberText(round.offloadCost, 2);
        case Reward:
            return numberText(round.reward, 4);
        case Sentence:
            return textOf_ ? textOf_(round) : QString();
        default:
            return {};
    }
}

QVariant RoundsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole) return text(round(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == Sentence ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Sentence)  // it may be elided
        return tipOf({text(round(index.row()), Sentence), {}, 0});
    if (role == Qt::ToolTipRole) return tr("Double click: why this layer?");
    return {};
}

QVariant RoundsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QString names[ColumnCount] = {tr("Round"),   tr("Sample"),        tr("Split"),
                                        tr("Exit"),    tr("Offloaded"),     tr("Prediction"),
                                        tr("Correct"), tr("Computing (λ)"), tr("Offloading (λ)"),
                                        tr("Reward"),  tr("Text")};
    const QString helps[ColumnCount] = {tr("From 1"),
                                        tr("Number of the sample in its dataset"),
                                        tr("Layer where the device stopped"),
                                        tr("Exit that answered"),
                                        tr("Whether the sample was sent to the cloud"),
                                        tr("Class of the answer"),
                                        tr("Whether the prediction is the label"),
                                        tr("Cost of layers and exits on the device"),
                                        tr("Cost of sending the sample"),
                                        tr("Confidence of the answer less μ times the cost"),
                                        tr("What the network was shown")};
    if (role == Qt::DisplayRole) return names[section];
    if (role == Qt::ToolTipRole) return helps[section];
    return {};
}

}  // namespace splitee
