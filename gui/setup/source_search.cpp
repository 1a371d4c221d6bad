// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/source_search.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyle>

#include <algorithm>

namespace splitee {
namespace {

constexpr int kRowRole = Qt::UserRole + 1;
constexpr int kLinesOffered = 12;

}  // namespace

SourceSearch::SourceSearch(const QComboBox& sources, QWidget* parent)
    : QLineEdit(parent),
      sources_(sources),
      found_(new QStandardItemModel(this)),
      completer_(new QCompleter(found_, this)) {
    setObjectName(QStringLiteral("sourceSearch"));
    setPlaceholderText(tr("Find a source"));
    setAccessibleName(tr("Find a source"));
    setToolTip(tr("By words of its name, such as: photographs fog 3"));
    setClearButtonEnabled(true);
    setAcceptDrops(false);
    // Not setCompleter(): what is highlighted does not take the place of what is typed.
    completer_->setWidget(this);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(kLinesOffered);
    connect(this, &QLineEdit::textEdited, this, &SourceSearch::find);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (!completer_->popup()->isVisible()) find();
    });
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            &SourceSearch::choose);
}

QStringList SourceSearch::offered() const {
    QStringList names;
    for (int row = 0; row < found_->rowCount(); ++row)
        if (found_->item(row)->isEnabled()) names += found_->item(row)->text();
    return names;
}

void SourceSearch::fill() {
    found_->clear();
    const QStringList words = text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return;
    for (int row = 0; row < sources_.count(); ++row) {
        const QString name = sources_.itemData(row).toString();
        if (name.isEmpty()) continue;  // a separator
        const QString all = sources_.itemText(row) + QLatin1Char(' ') + name;
        if (!std::ranges::all_of(words, [&](const QString& word) {
                return all.contains(word, Qt::CaseInsensitive);
            }))
            continue;
        auto* item = new QStandardItem(sources_.itemText(row));
        item->setEditable(false);
        item->setData(row, kRowRole);
        found_->appendRow(item);
    }
    if (found_->rowCount() > 0) return;
    auto* none = new QStandardItem(tr("No source has these words"));
    none->setFlags(Qt::NoItemFlags);
    found_->appendRow(none);
}

// The first is current, so that Enter chooses it.
void SourceSearch::find() {
    fill();
    QAbstractItemView& list = *completer_->popup();
    if (found_->rowCount() == 0) return list.hide();
    constexpr int kAround = 8;  // pixels beside a name
    list.setMinimumWidth(list.sizeHintForColumn(0) + kAround +
                         list.style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    completer_->complete();
    list.setCurrentIndex(completer_->completionModel()->index(0, 0));
}

void SourceSearch::choose(const QModelIndex& index) {
    const QVariant row = index.data(kRowRole);
    if (!row.isValid()) return;
    clear();
    found_->clear();
    emit chosen(row.toInt());
}

}  // namespace splitee
