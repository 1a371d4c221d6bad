// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/run_table_model.h"

#include <QFont>
#include <QIcon>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>

#include "gui/run/policy_color.h"
#include "gui/runs/run_words.h"
#include "gui/widgets/plain_tip.h"
#include "gui/widgets/theme.h"
#include "storage/session/run_marks.h"

namespace splitee {
namespace {

std::size_t keyNamed(std::string_view name) { return *findRunKey(name); }

// A dot of the policy's colour, the same where the row is selected.
QIcon dot(const QColor& color) {
    constexpr int kSize = 10, kScale = 2;
    QPixmap pixmap;
    const QString name = QStringLiteral("policy-dot-") + color.name();
    if (!QPixmapCache::find(name, &pixmap)) {
        pixmap = QPixmap(kSize * kScale, kSize * kScale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(pixmap.rect());
        painter.end();
        pixmap.setDevicePixelRatio(kScale);
        QPixmapCache::insert(name, pixmap);
    }
    QIcon icon;
    icon.addPixmap(pixmap, QIcon::Normal);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

}  // namespace

RunTableModel::RunTableModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {
    shown();
    connect(&theme_, &Theme::changed, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

// Which columns there are, and which cell of each is the best.
void RunTableModel::shown() {
    shown_ = {keyNamed("starred"), kTitleKey};
    if (table_.grouped()) {
        shown_.push_back(kSeedsKey);
        for (const std::size_t key : table_.look().groupBy)
            if (runKeys()[key].key != "policy") shown_.push_back(key);
    }
    for (const std::size_t key : columns_)
        if (std::ranges::find(shown_, key) == shown_.end() &&
            !(table_.grouped() && key == keyNamed("seed")))
            shown_.push_back(key);
    differing_.assign(table_.grouped() ? table_.size() : 0, std::nullopt);
    best_.clear();
    for (const std::size_t key : shown_) {
        const auto best = table_.best(key);
        best_.push_back(best ? static_cast<int>(*best) : -1);
    }
}

void RunTableModel::rearrange(RunTableLook look) {
    beginResetModel();
    table_.arrange(std::move(look));
    shown();
    endResetModel();
}

void RunTableModel::setRows(std::vector<RunRow> rows, bool another) {
    beginResetModel();
    if (another) table_.forgetRoundValues();
    table_.setRows(std::move(rows));
    shown();
    endResetModel();
}

void RunTableModel::setFilter(const RunFilter& filter) {
    RunTableLook look = table_.look();
    look.filter = filter;
    rearrange(std::move(look));
}

void RunTableModel::setLook(const std::vector<std::size_t>& columns,
                            const std::vector<std::size_t>& groupBy,
                            const std::vector<SortKey>& order) {
    columns_ = columns;
    rearrange({table_.look().filter, groupBy, order});
}

void RunTableModel::setMarks(const std::vector<std::pair<std::int64_t, RunMarks>>& marks) {
    bool moves = table_.grouped() ||
                 !table_.look().filter.isEmpty();  // a mark may decide where a run stands
    for (const SortKey& by : table_.look().order)
        moves = moves || by.key == kTitleKey ||
                (by.key < runKeys().size() && runKeys()[by.key].kind == RunKeyKind::Mark);
    for (const auto& [run, mark] : marks) {
        const RunRow* row = table_.find(run);
        moves = moves || (row != nullptr && row->run.marks.trashed != mark.trashed);
        table_.setMarks(run, mark);
    }
    if (moves) return rearrange(table_.look());
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RunTableModel::addRoundValues(const RoundValues& values) {
    for (const auto& [key, byRun] : values)
        for (const auto& [run, value] : byRun) table_.addRoundValue(key, run, value);
    rearrange(table_.look());
}

std::size_t RunTableModel::keyOf(int column) const {
    return shown_[static_cast<std::size_t>(column)];
}

std::vector<std::int64_t> RunTableModel::runsOf(int row) const {
    std::vector<std::int64_t> runs;
    for (const std::size_t place : table_.item(static_cast<std::size_t>(row)).rows)
        runs.push_back(table_.rows()[place].run.id);
    return runs;
}

QColor RunTableModel::colorOf(const RunRow& row) const {
    return theme_.policy(policyColor(row.run.spec.policy));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.size());
}
int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QString RunTableModel::textAt(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    if (column != kTitle && keyOf(column) == keyNamed("source")) return playedOn(at);
    if (column != kTitle) return cellText(keyOf(column), table_.cell(at, keyOf(column)));
    if (!table_.grouped()) return runTitle(table_.first(at));
    constexpr qsizetype kMost = 3;
    QStringList others = differing(at);
    if (others.isEmpty()) return groupTitle(at);
    const bool more = others.size() > kMost;
    if (more) others.resize(kMost);
    return tr("%1 · differs in %2")
        .arg(groupTitle(at),
             others.join(QStringLiteral(", ")) + (more ? QStringLiteral(" …") : QString()));
}

// The source with what was done to it: "signs on signs · gaussian blur 1 · changing".
QString RunTableModel::playedOn(std::size_t at) const {
    const std::size_t source = keyNamed("source");
    const RunCell cell = table_.cell(at, source);
    QString text = cellText(source, cell);
    if (cell.differs) return text;
    const RunCell distortion = table_.cell(at, keyNamed("distortion"));
    if (!distortion.differs && isKnown(distortion.value) && textOf(distortion.value) != "clean") {
        QString words = QString::fromStdString(textOf(distortion.value));
        for (const char sign : {'_', ':', '@'}) words.replace(QLatin1Char(sign), QLatin1Char(' '));
        text += QStringLiteral(" · ") + words;
    }
    const RunCell schedule = table_.cell(at, keyNamed("schedule"));
    if (!schedule.differs && isKnown(schedule.value))
        text += QStringLiteral(" · ") + tr("changing");
    return text;
}

// The name that all have, else their policy.
QString RunTableModel::groupTitle(std::size_t at) const {
    const std::size_t policy = keyNamed("policy"), name = keyNamed("name");
    const RunCell named = table_.cell(at, name);
    if (!named.differs && isKnown(named.value)) return cellText(name, named);
    const RunCell cell = table_.cell(at, policy);
    return cell.differs ? runsText(table_.item(at).rows.size()) : cellText(policy, cell);
}

// What is averaged over besides the seeds: said, or a mean over two experiments passes for one.
QStringList RunTableModel::differing(std::size_t at) const {
    std::optional<QStringList>& known = differing_[at];
    if (!known) {
        known.emplace();
        for (const std::size_t key : differingKeys(table_.rows(), table_.item(at)))
            known->push_back(keyLabel(key));
    }
    return *known;
}

QVariant RunTableModel::star(int row, int role) const {
    const RunCell cell = table_.cell(static_cast<std::size_t>(row), keyOf(kStar));
    const bool on = !cell.differs && numberOf(cell.value) != 0;
    switch (role) {
        case Qt::DisplayRole:
            return cell.differs ? QStringLiteral("⯪")
                   : on         ? QStringLiteral("★")
                                : QStringLiteral("☆");
        case Qt::ForegroundRole:
            return theme_.color(on ? Token::Warn : Token::MutedText);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        case Qt::ToolTipRole:
            return tr("Star (S)");
        case Qt::AccessibleTextRole:
            return on ? tr("starred") : tr("not starred");
        default:
            return {};
    }
}

QString RunTableModel::tip(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    const RunRow& run = table_.first(at);
    if (column != kTitle && best_[static_cast<std::size_t>(column)] == row)
        return tr("The best so far of the runs shown");
    if (column != kTitle && keyOf(column) == keyNamed("source")) return plainTip(scheduleTip(at));
    if (column != kTitle)  // it may be elided
        return plainTip(index(row, column).data().toString());
    if (table_.grouped()) {
        const QStringList others = differing(at);
        const QString runs = runsText(table_.item(at).rows.size());
        return others.isEmpty() ? tr("%1 that differ only in their seed. F2 names them.").arg(runs)
                                : tr("%1. The means are over runs that differ in more than their "
                                     "seed: %2. F2 names them.")
                                      .arg(runs, others.join(QStringLiteral(", ")));
    }
    QString text = tr("Run %1: %2, seed %3")
                       .arg(QString::number(run.run.id),
                            cellText(keyNamed("policy"), table_.cell(at, keyNamed("policy"))),
                            QString::number(run.run.spec.seed));
    if (!run.run.marks.note.empty())
        text += QLatin1Char('\n') + QString::fromStdString(run.run.marks.note);
    return plainTip(text);
}

// The whole name, and what changes when.
QString RunTableModel::scheduleTip(std::size_t at) const {
    const QString source =
        QString::fromStdString(textOf(table_.cell(at, keyNamed("source")).value));
    const QString schedule =
        QString::fromStdString(textOf(table_.cell(at, keyNamed("schedule")).value));
    return schedule.isEmpty() ? source
                              : source + QLatin1Char('\n') + tr("changing: %1").arg(schedule);
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const int row = index.row(), column = index.column();
    if (column == kStar) return star(row, role);
    const std::size_t key = keyOf(column);
    const bool number = isNumberKey(key);
    switch (role) {
        case Qt::DisplayRole:
            return textAt(row, column);
        case Qt::EditRole: {
            const RunCell name = table_.cell(static_cast<std::size_t>(row), keyNamed("name"));
            return column == kTitle
                       ? QString::fromStdString(name.differs ? std::string() : textOf(name.value))
                       : QVariant(textAt(row, column));
        }
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
        case Qt::DecorationRole:
            return column == kTitle
                       ? QVariant(dot(colorOf(table_.first(static_cast<std::size_t>(row)))))
                       : QVariant();
        case Qt::FontRole: {
            const bool best = best_[static_cast<std::size_t>(column)] == row;
            const bool named = column == kTitle && !table_.grouped() &&
                               !table_.first(static_cast<std::size_t>(row)).run.marks.name.empty();
            if (!best && !named) return {};
            QFont font = theme_.bodyFont();
            font.setWeight(QFont::DemiBold);
            return font;
        }
        case Qt::ForegroundRole:
            return table_.first(static_cast<std::size_t>(row)).run.marks.trashed &&
                           !table_.grouped()
                       ? QVariant(theme_.color(Token::MutedText))
                       : QVariant();
        case Qt::ToolTipRole:
            return tip(row, column);
        default:
            return {};
    }
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    std::vector<std::pair<std::int64_t, RunMarks>> edited;
    for (const std::size_t place : table_.item(static_cast<std::size_t>(index.row())).rows) {
        const StoredRun& run = table_.rows()[place].run;
        RunMarks marks = run.marks;
        if (index.column() == kTitle)
            marks.name = value.toString().simplified().toStdString();
        else
            marks.tags = tidyTags(value.toString().toStdString());
        if (marks != run.marks) edited.emplace_back(run.id, marks);
    }
    if (edited.empty() || value.toString() == data(index, Qt::EditRole).toString()) return false;
    emit marksEdited(edited);
    return true;
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid()) return flags;
    const bool tags = keyOf(index.column()) == keyNamed("tag") && !table_.grouped();
    return index.column() == kTitle || tags ? flags | Qt::ItemIsEditable : flags;
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const std::size_t key = keyOf(section);
    const auto& order = table_.look().order;
    const auto by = std::ranges::find(order, key, &SortKey::key);
    switch (role) {
        case Qt::DisplayRole: {
            const QString name = section == kStar                        ? QStringLiteral("★")
                                 : section == kTitle && table_.grouped() ? tr("Group")
                                                                         : keyHeading(key);
            if (by == order.end()) return name;
            const QString place =
                order.size() > 1 ? QString::number(by - order.begin() + 1) : QString();
            return name + QLatin1Char(' ') +
                   (by->descending ? QStringLiteral("↓") : QStringLiteral("↑")) + place;
        }
        case Qt::ToolTipRole:
            return keyHelp(key) + QLatin1Char('\n') +
                   tr("Click: sort. Shift and click: sort by this too.");
        case Qt::TextAlignmentRole: {
            const bool number = isNumberKey(key);
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (section == kStar ? Qt::AlignHCenter
                                                  : number         ? Qt::AlignRight
                                                                   : Qt::AlignLeft)));
        }
        default:
            return {};
    }
}

}  // namespace splitee
