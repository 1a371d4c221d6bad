// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace splitee {
namespace {

constexpr int kPaletteWidth = 560, kRows = 10, kRowHeight = 30, kFromTop = 64;
constexpr int kPath = Qt::UserRole, kKeys = Qt::UserRole + 1, kCommand = Qt::UserRole + 2;

QString plain(QString text) {
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    text.remove(QLatin1Char('&'));
    return text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

/// Name, then quietly where it lies in the menus, and its keys on the right.
class CommandRow : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QPalette& palette = option.palette;
        const bool chosen = option.state.testFlag(QStyle::State_Selected),
                   enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        if (chosen) painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        const QColor strong =
            chosen ? palette.color(QPalette::HighlightedText)
                   : palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
        const QColor quiet = chosen ? strong : palette.color(QPalette::PlaceholderText);
        QRect room = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(option.font);
        painter->setPen(quiet);
        const QString keys = index.data(kKeys).toString();
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(keys) - 12);
        const QString name =
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->setPen(strong);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
        room.setLeft(room.left() + option.fontMetrics.horizontalAdvance(name) + 12);
        painter->setPen(quiet);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(kPath).toString(),
                                                        Qt::ElideRight, room.width()));
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kPaletteWidth, kRowHeight};
    }
};

}  // namespace

int fuzzyDistance(const QString& letters, const QString& text) {
    int distance = 0;
    qsizetype last = -1;
    for (const QChar letter : letters) {
        if (letter.isSpace()) continue;
        const qsizetype at = text.indexOf(letter, last + 1, Qt::CaseInsensitive);
        if (at < 0) return -1;
        const bool wordBegins = at == 0 || text[at - 1].isSpace();
        if (at != last + 1)
            distance += wordBegins ? 1 : 3 + static_cast<int>(std::min<qsizetype>(at - last, 20));
        last = at;
    }
    return distance;
}

CommandPalette::CommandPalette(const QMenuBar& menus, QWidget* window)
    : QFrame(window), menus_(menus), query_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Search actions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    query_->setPlaceholderText(tr("Search actions"));
    query_->setAccessibleName(tr("Search actions"));
    query_->setClearButtonEnabled(false);
    list_->setItemDelegate(new CommandRow(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Actions found"));
    column->addWidget(query_);
    column->addWidget(list_);
    query_->installEventFilter(this);
    window->installEventFilter(this);
    connect(query_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runChosen);
    hide();
}

void CommandPalette::open() {
    before_ = QApplication::focusWidget();
    commands_.clear();
    for (const QAction* top : menus_.actions())
        if (top->menu() != nullptr) collect(*top->menu(), plain(top->text()));
    query_->clear();
    filter();
    const int width = std::min(kPaletteWidth, parentWidget()->width() - 32);
    setFixedWidth(width);
    move((parentWidget()->width() - width) / 2, kFromTop);
    show();
    raise();
    query_->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::collect(const QMenu& menu, const QString& path) {
    for (QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible()) continue;
        if (action->menu() != nullptr)
            collect(*action->menu(), path + QStringLiteral(" › ") + plain(action->text()));
        else
            commands_.push_back({plain(action->text()), path, action});
    }
}

void CommandPalette::filter() {
    struct Found {
        int distance;
        std::size_t at;
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < commands_.size(); ++at) {
        int distance = fuzzyDistance(query_->text(), commands_[at].name);
        if (distance < 0) {  // by its menu or its keys, but after those that are named so
            const QString more =
                commands_[at].path + QLatin1Char(' ') + commands_[at].name + QLatin1Char(' ') +
                commands_[at].action->shortcut().toString(QKeySequence::NativeText);
            distance = fuzzyDistance(query_->text(), more);
            if (distance >= 0) distance += 100;
        }
        if (distance >= 0) found.push_back({distance, at});
    }
    std::ranges::stable_sort(found, {}, &Found::distance);
    list_->clear();
    for (const Found& one : found) {
        const Command& command = commands_[one.at];
        auto* item = new QListWidgetItem(command.name, list_);
        item->setData(kPath, command.path);
        item->setData(kKeys, command.action->shortcut().toString(QKeySequence::NativeText));
        item->setData(kCommand, static_cast<int>(one.at));
        item->setToolTip(command.action->toolTip());
        if (!command.action->isEnabled()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    int row = 0;
    while (row < list_->count() && !list_->item(row)->flags().testFlag(Qt::ItemIsEnabled)) ++row;
    list_->setCurrentRow(row < list_->count() ? row : -1);
    list_->setFixedHeight(std::clamp(list_->count(), 1, kRows) * kRowHeight);
    adjustSize();
}

QStringList CommandPalette::listed() const {
    QStringList names;
    for (int row = 0; row < list_->count(); ++row) names += list_->item(row)->text();
    return names;
}

void CommandPalette::runChosen() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled)) return;
    const QPointer<QAction> action =
        commands_[static_cast<std::size_t>(item->data(kCommand).toInt())].action;
    shut();
    if (action != nullptr) action->trigger();
}

void CommandPalette::shut() {
    hide();
    if (before_ != nullptr) before_->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != query_) {
        if (event->type() == QEvent::Resize && isVisible())
            move((parentWidget()->width() - width()) / 2, kFromTop);
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut && isVisible() && !list_->underMouse()) hide();
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();  // letters, Space and Escape are ours while it is open
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            shut();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runChosen();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(list_, event);
            return true;
        default:
            return QFrame::eventFilter(watched, event);
    }
}

}  // namespace splitee
