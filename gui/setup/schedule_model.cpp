// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/schedule_model.h"

#include <QFont>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "gui/run/experiment_fields.h"
#include "gui/run/setup.h"
#include "gui/setup/dataset_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();

// Numbers as the window writes them, back to what a schedule reads.
std::string plainNumber(QString text) {
    return text.remove(QChar(0x00A0))
        .remove(QChar(0x202F))
        .remove(QLatin1Char(' '))
        .replace(QLatin1Char(','), QLatin1Char('.'))
        .replace(QChar(0x2212), QLatin1Char('-'))
        .toStdString();
}

QString groupedNumber(const std::string& number) {
    bool is = false;
    const qint64 value = QString::fromStdString(number).toLongLong(&is);
    return is ? numberText(static_cast<double>(value)) : QString::fromStdString(number);
}

QString valueText(const std::string& number) {
    bool is = false;
    const double value = QString::fromStdString(number).toDouble(&is);
    return is ? shortText(value) : QString::fromStdString(number);
}

QVariant alignmentOf(int column) {
    return QVariant::fromValue(Qt::Alignment(
        Qt::AlignVCenter | (column == ScheduleModel::What ? Qt::AlignLeft : Qt::AlignRight)));
}

}  // namespace

QString whatChanges(const ScheduleRow& row) {
    switch (row.kind) {
        case ScheduleRow::Kind::Setting:
            return std::ranges::find(kSettings, row.what) == kSettings.end()
                       ? QString::fromStdString(row.what)
                       : fieldTitle(row.what);
        case ScheduleRow::Kind::Day:
            return ScheduleModel::tr("a day");
        case ScheduleRow::Kind::Source: {
            if (row.what.starts_with("text:")) return datasetLabel(row.what);
            if (row.what.find_first_of("/\\?") != std::string::npos ||
                row.what.starts_with("builtin:"))
                return sourceLabel(row.what);
            const auto known =
                parseDistortion(row.to.empty() ? row.what : row.what + row.mark + row.to);
            return known ? distortionTitle(*known) : distortionLabel(row.what);
        }
        case ScheduleRow::Kind::Other:
            break;
    }
    return QString::fromStdString(row.what);
}

ScheduleModel::ScheduleModel(Setup& setup, QObject* parent)
    : QAbstractTableModel(parent), setup_(setup) {
    connect(&setup_, &Setup::changed, this, &ScheduleModel::refresh);
    refresh();
}

void ScheduleModel::setPass(std::int64_t samples) {
    if (samples == pass_) return;
    pass_ = samples;
    check();
}

std::optional<std::int64_t> ScheduleModel::rounds() const {
    const std::int64_t set = setup_.experiment().rounds;
    return set > 0 ? std::optional(set) : pass_ > 0 ? std::optional(pass_) : std::nullopt;
}

ScheduleRow ScheduleModel::row(int at) const { return shown().row(static_cast<std::size_t>(at)); }

std::optional<Schedule> ScheduleModel::schedule() const {
    Experiment experiment = setup_.experiment();
    experiment.schedule = shown().text();
    auto read = Schedule::of(experiment, rounds().value_or(kNoEnd));
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

int ScheduleModel::faultyRow() const {
    const auto found =
        std::ranges::find_if(faults_, [](const std::string& fault) { return !fault.empty(); });
    return found == faults_.end() ? -1 : static_cast<int>(found - faults_.begin());
}

QString ScheduleModel::fault(int row) const {
    return row >= 0 && row < static_cast<int>(faults_.size())
               ? QString::fromStdString(faults_[static_cast<std::size_t>(row)])
               : QString();
}

bool ScheduleModel::isHeldBack() const { return shown().text() != setup_.experiment().schedule; }

// What is not right yet stays in sight while another setting changes.
void ScheduleModel::refresh() {
    const std::string& set = setup_.experiment().schedule;
    if (set == known_ && entries_.text() != set) return check();
    known_ = set;
    typed_.reset();
    if (entries_.text() == set) return check();
    reset(ScheduleEntries(set));
}

void ScheduleModel::reset(ScheduleEntries entries) {
    if (entries.size() == entries_.size()) {  // so that the selection stays
        entries_ = std::move(entries);
        if (entries_.size() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        entries_ = std::move(entries);
        endResetModel();
    }
    check();
}

void ScheduleModel::check() {
    faults_ = shown().faults(setup_.experiment(), rounds().value_or(kNoEnd));
    emit shownChanged();
}

void ScheduleModel::showText(const QString& text) {
    typed_.reset();
    reset(ScheduleEntries(text.toStdString()));
}

void ScheduleModel::showTyped(const QModelIndex& cell, const QString& text) {
    typed_ = entries_;
    typed_->replace(static_cast<std::size_t>(cell.row()), changed(cell, text));
    check();
}

void ScheduleModel::endTyping() {
    if (!typed_) return;
    typed_.reset();
    check();
}

void ScheduleModel::enter(const QString& step) {
    typed_.reset();
    check();
    if (faultyRow() >= 0 || entries_.text() == setup_.experiment().schedule) return;
    ExperimentFile next = setup_.file();
    next.experiment.schedule = entries_.text();
    setup_.edit(next, step);
}

// A change that is right as it stands: o twice as large, half-way to the end from the last change.
void ScheduleModel::add() {
    const Experiment& experiment = setup_.experiment();
    const char* key = experiment.offloadsPerLayer() ? "offload_factor" : "offload";
    const auto now = schedule();
    const std::int64_t last = now && !now->switches().empty() ? now->switches().back() : 0;
    const std::int64_t end = rounds().value_or(last + 2000);
    const std::int64_t round = std::min(end, std::max(last + 1, (last + end) / 2));
    const double before = now ? now->at(std::max<std::int64_t>(1, round)).setting(key) : 0;
    ScheduleEntries more = entries_;
    more.append({ScheduleRow::Kind::Setting,
                 key,
                 ':',
                 {},
                 shortNumber(before > 0 ? std::min(2 * before, 1e6) : 5),
                 std::to_string(round),
                 {}});
    reset(std::move(more));
    enter(tr("Add a change to the schedule"));
}

void ScheduleModel::remove(int row) {
    if (row < 0 || row >= rowCount()) return;
    ScheduleEntries fewer = entries_;
    fewer.remove(static_cast<std::size_t>(row));
    reset(std::move(fewer));
    enter(tr("Remove a change of the schedule"));
}

void ScheduleModel::setWhat(int at, const ScheduleRow& what) {
    ScheduleRow next = what;
    const ScheduleRow was = entries_.row(static_cast<std::size_t>(at));
    next.first = was.first.empty() ? "1" : was.first;
    next.last = was.last;
    if (next.kind == ScheduleRow::Kind::Day && next.last.empty())
        next.last = std::to_string(
            rounds().value_or(std::max(10'000LL, std::atoll(next.first.c_str()) + 10'000)));
    entries_.replace(static_cast<std::size_t>(at), next);
    emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
    enter(tr("Change the schedule"));
}

int ScheduleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int ScheduleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

// Of a setting, what is in force before its change begins.
QString ScheduleModel::valueBefore(const ScheduleRow& row) const {
    const std::int64_t first = QString::fromStdString(row.first).toLongLong();
    if (std::ranges::find(kSettings, row.what) == kSettings.end()) return {};
    if (first <= 1)
        return valueText(shortNumber(fieldValue(setup_.experiment(), row.what).toDouble()));
    const auto now = schedule();
    return now ? shortText(now->at(first - 1).setting(row.what)) : QString();
}

QVariant ScheduleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ScheduleRow row = entries_.row(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole) return alignmentOf(index.column());
    if (role == Qt::ToolTipRole) {
        const QString wrong = fault(index.row());
        return wrong.isEmpty()
                   ? whatChanges(row) + QLatin1Char('\n') + QString::fromStdString(entryOf(row))
                   : wrong;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    const bool shows = role == Qt::DisplayRole;
    switch (index.column()) {
        case AtRound:
            return shows ? groupedNumber(row.first) : QString::fromStdString(row.first);
        case What:
            return whatChanges(row);
        case From:
            if (row.kind == ScheduleRow::Kind::Setting) return valueBefore(row);
            return shows ? valueText(row.from) : QString::fromStdString(row.from);
        case To:
            return shows ? valueText(row.to) : QString::fromStdString(row.to);
        default:
            return shows ? groupedNumber(row.last) : QString::fromStdString(row.last);
    }
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const QString names[ColumnCount]{tr("Round"), tr("What"), tr("From"), tr("To"), tr("Until")};
    const QString help[ColumnCount]{
        tr("The first round in which it is in force"), tr("What changes"),
        tr("The value before, or the severity at which a ramp begins"),
        tr("The value from that round on, or at the end of the ramp"),
        tr("The round in which a ramp has arrived; empty: the change comes at once")};
    if (role == Qt::DisplayRole) return names[section];
    if (role == Qt::ToolTipRole) return help[section];
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    return {};
}

Qt::ItemFlags ScheduleModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid()) return flags;
    const ScheduleRow row = entries_.row(static_cast<std::size_t>(index.row()));
    using Kind = ScheduleRow::Kind;
    const bool hasAmount = row.kind != Kind::Source || !row.to.empty();
    const bool fixed = (row.kind == Kind::Other && index.column() != What) ||
                       (index.column() == From && (row.kind != Kind::Source || !hasAmount)) ||
                       (index.column() == To && !hasAmount);
    return fixed ? flags : flags | Qt::ItemIsEditable;
}

ScheduleRow ScheduleModel::changed(const QModelIndex& cell, const QString& text) const {
    ScheduleRow row = entries_.row(static_cast<std::size_t>(cell.row()));
    const std::string value = plainNumber(text);
    switch (cell.column()) {
        case AtRound:
            row.first = value;
            break;
        case From:
            row.from = value;
            break;
        case To:
            row.to = value;
            break;
        case Until:
            row.last = value;
            break;
        default:
            break;
    }
    return row;
}

bool ScheduleModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.column() == What) return false;
    const ScheduleRow next = changed(index, value.toString());
    const bool same = next == entries_.row(static_cast<std::size_t>(index.row()));
    if (!same) {
        entries_.replace(static_cast<std::size_t>(index.row()), next);
        emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    }
    enter(tr("Change the schedule"));
    return true;
}

}  // namespace splitee
