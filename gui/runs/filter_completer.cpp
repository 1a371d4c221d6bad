// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/filter_completer.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardItemModel>

#include <string>

#include "comparison/run_keys.h"
#include "gui/runs/run_words.h"

namespace splitee {
namespace {

constexpr int kKeyRole = Qt::UserRole + 1;
constexpr int kShortestWord = 1, kOffered = 12;  // letters, lines

// What is typed of a key at the end of a filter; null where no key can stand.
QString keyBegun(const QString& filter) {
    static const QRegularExpression begun(
        QStringLiteral(R"((?:^|\(|\b(?:and|or|not)\s)\s*([A-Za-z_][A-Za-z_0-9]*)$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = begun.match(filter);
    return match.hasMatch() ? match.captured(1) : QString();
}

}  // namespace

FilterCompleter::FilterCompleter(QLineEdit& field) : QCompleter(&field), field_(field) {
    auto* model = new QStandardItemModel(this);
    for (std::size_t k = 0; k < runKeys().size(); ++k) {
        const QString key = QString::fromStdString(std::string(runKeys()[k].key));
        auto* row = new QStandardItem(QStringLiteral("%1  –  %2").arg(key, keyLabel(k)));
        row->setData(key, kKeyRole);
        model->appendRow(row);
    }
    setModel(model);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(kOffered);
    field.setCompleter(this);
}

QString FilterCompleter::pathFromIndex(const QModelIndex& index) const {
    const QString typed = field_.text();
    return typed.left(typed.size() - keyBegun(typed).size()) + index.data(kKeyRole).toString();
}

// A word that no key contains offers nothing.
QStringList FilterCompleter::splitPath(const QString& path) const {
    const QString word = keyBegun(path);
    const bool atEnd = field_.cursorPosition() == path.size();
    return {atEnd && word.size() >= kShortestWord ? word : QStringLiteral("\n")};
}

}  // namespace splitee
