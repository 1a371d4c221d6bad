#include "gui/text_table.h"

#include <QClipboard>
#include <QFont>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace splitee {

void TextTableModel::set(ChartTable table) {
    const auto before = static_cast<int>(table_.rows.size()), after = static_cast<int>(table.rows.size());
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
    if (const int kept = std::min(before, after); kept > 0 && columnCount() > 0) emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
}

void TextTableModel::mark(int row, const QColor& background) {
    marked_ = row;
    background_ = background;
    if (rowCount() > 0 && columnCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TextTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(table_.rows.size()); }
int TextTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(table_.columns.size()); }

QVariant TextTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const QString text = table_.rows[index.row()].value(index.column());
    switch (role) {
        case Qt::DisplayRole: return text;
        case Qt::TextAlignmentRole: {
            const bool word = !text.isEmpty() && text.back().isLetter();
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (word ? Qt::AlignLeft : Qt::AlignRight)));
        }
        case Qt::FontRole: {
            if (index.row() != marked_) return {};
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        case Qt::BackgroundRole: return index.row() == marked_ ? QVariant(background_) : QVariant();
        default: return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount()) return {};
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
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QString TextTableView::tabSeparated() const {
    if (model() == nullptr) return {};
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows += index.row();
    std::ranges::sort(rows);
    if (rows.isEmpty())
        for (int row = 0; row < model()->rowCount(); ++row) rows += row;
    QStringList lines, cells;
    const int columns = model()->columnCount();
    for (int column = 0; column < columns; ++column) cells += model()->headerData(column, Qt::Horizontal).toString();
    lines += cells.join(QLatin1Char('\t'));
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < columns; ++column) cells += model()->index(row, column).data().toString();
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TextTableView::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy)) return QTableView::keyPressEvent(event);
    QGuiApplication::clipboard()->setText(tabSeparated());
    event->accept();
}

}  // namespace splitee
