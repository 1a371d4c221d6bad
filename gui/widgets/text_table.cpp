// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/text_table.h"

#include <QClipboard>
#include <QFont>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

#include "engine/plain_text.h"
#include "gui/widgets/plain_tip.h"

namespace splitee {
namespace {

constexpr qsizetype kRowsAsked = 100;

// Numbers stand right, one under the other, and so does a word among them ("baseline"); names stand
// left, even one like UCB1.
QList<bool> columnsOfWords(const ChartTable& table) {
    QList<bool> words;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        qsizetype withLetters = 0, filled = 0;
        for (qsizetype row = 0; row < std::min(table.rows.size(), kRowsAsked); ++row) {
            const QString cell = table.rows[row].value(column);
            if (cell.isEmpty()) continue;
            ++filled;
            if (std::ranges::any_of(cell, [](QChar c) { return c.isLetter(); })) ++withLetters;
        }
        words += 2 * withLetters > filled;
    }
    return words;
}

// A tab or a line break in a name would be a cell or a row more.
QString cellOf(const QVariant& value) {
    return QString::fromStdString(cleanText(value.toString().toStdString()));
}

Qt::Alignment sideOf(bool words) {
    return Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight);
}

}  // namespace

void TextTableModel::set(ChartTable table) {
    const QList<bool> words = columnsOfWords(table);
    if (words != words_) {
        words_ = words;
        if (table.columns == table_.columns && columnCount() > 0)
            emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    const auto before = static_cast<int>(table_.rows.size()),
               after = static_cast<int>(table.rows.size());
    if (table.columns != table_.columns) {
        beginResetModel();
        table_ = std::move(table);
        endResetModel();
        return;
    }
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        table_.rows.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        table_.rows += table.rows.mid(before);
        endInsertRows();
    }
    table_ = std::move(table);
    if (const int kept = std::min(before, after); kept > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
}

void TextTableModel::mark(int row, const QColor& background) {
    marked_ = row;
    background_ = background;
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TextTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}
int TextTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const QString text = table_.rows[index.row()].value(index.column());
    switch (role) {
        case Qt::DisplayRole:
            return text;
        case Qt::ToolTipRole:  // it may be elided
            return plainTip(text);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(sideOf(words_.value(index.column())));
        case Qt::FontRole: {
            if (index.row() != marked_) return {};
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        case Qt::BackgroundRole:
            return index.row() == marked_ ? QVariant(background_) : QVariant();
        default:
            return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(sideOf(words_.value(section)));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return QString(table_.columns[section]).replace(QLatin1Char('_'), QLatin1Char(' '));
}

TextTableView::TextTableView(QWidget* parent) : QTableView(parent) {
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
}

QString tabSeparated(const ChartTable& table) {
    QString text = table.columns.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QStringList& row : table.rows)
        text += row.join(QLatin1Char('\t')) + QLatin1Char('\n');
    return text;
}

QString TextTableView::tabSeparated() const {
    if (model() == nullptr) return {};
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows += index.row();
    std::ranges::sort(rows);
    if (rows.isEmpty())
        for (int row = 0; row < model()->rowCount(); ++row) rows += row;
    ChartTable copied;
    QList<int> columns;
    for (int column = 0; column < model()->columnCount(); ++column)
        if (!isColumnHidden(column)) columns += column;
    for (const int column : columns)
        copied.columns += cellOf(model()->headerData(column, Qt::Horizontal));
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) cells += cellOf(model()->index(row, column).data());
        copied.rows += cells;
    }
    return splitee::tabSeparated(copied);
}

void TextTableView::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy)) return QTableView::keyPressEvent(event);
    QGuiApplication::clipboard()->setText(tabSeparated());
    event->accept();
}

}  // namespace splitee
