// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/schedule_editor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <utility>

#include "gui/run/setup.h"
#include "gui/setup/schedule_band.h"
#include "gui/setup/schedule_choices.h"
#include "gui/setup/schedule_model.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/own_keys.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kChangeHeight = 26, kChangesInSight = 8;
constexpr int kRoundWidth = 46, kValueWidth = 36;

// The arrows go from cell to cell, and Delete removes a change.
class RowsView : public QTableView {
public:
    using QTableView::QTableView;
    std::function<void()> onDelete;

protected:
    bool event(QEvent* event) override {
        return keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down,
                                Qt::Key_Return, Qt::Key_Enter}) ||
               QTableView::event(event);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Delete && onDelete) return onDelete();
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
            state() != QAbstractItemView::EditingState)
            return edit(currentIndex());
        QTableView::keyPressEvent(event);
    }
    void wheelEvent(QWheelEvent* event) override {
        if (verticalScrollBar() == nullptr || !verticalScrollBar()->isVisible())
            return event->ignore();  // the panel scrolls
        QTableView::wheelEvent(event);
    }
};

// A cell is checked letter by letter; what changes is chosen from a list.
class RowsDelegate : public QStyledItemDelegate {
public:
    RowsDelegate(Setup& setup, ScheduleModel& model, const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), setup_(setup), model_(model), theme_(theme) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override {
        if (index.column() == ScheduleModel::What) return choiceEditor(parent, index);
        auto* line = new QLineEdit(parent);
        line->setObjectName(QStringLiteral("scheduleCell"));
        line->setAcceptDrops(false);
        line->setAlignment(Qt::AlignRight);
        line->setAccessibleName(
            model_.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        line->setToolTip(
            model_.headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole).toString());
        connect(line, &QLineEdit::textEdited, &model_,
                [this, at = QPersistentModelIndex(index)](const QString& text) {
                    if (at.isValid()) model_.showTyped(at, text);
                });
        return line;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* line = qobject_cast<QLineEdit*>(editor);
        if (line == nullptr || line->isModified()) return;  // what is being typed stays
        line->setText(index.data(Qt::EditRole).toString());
        line->selectAll();
    }
    void setModelData(QWidget* editor, QAbstractItemModel*,
                      const QModelIndex& index) const override {
        if (auto* line = qobject_cast<QLineEdit*>(editor))
            model_.setData(index, line->text(), Qt::EditRole);
    }
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override {
        model_.endTyping();
        QStyledItemDelegate::destroyEditor(editor, index);
    }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override {
        QRect place = option.rect;
        if (index.column() == ScheduleModel::What)  // names are longer than the cell
            place.setWidth(std::max(place.width(), 150));
        editor->setGeometry(place);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool wrong = !model_.fault(index.row()).isEmpty();
        const bool edits = model_.flags(index).testFlag(Qt::ItemIsEditable);
        option->palette.setColor(QPalette::Text, theme_.color(wrong   ? Token::Error
                                                              : edits ? Token::Text
                                                                      : Token::MutedText));
        option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
        option->palette.setColor(QPalette::Highlight, mixed(theme_.color(Token::Surface),
                                                            theme_.color(Token::Accent), 0.16));
        option->textElideMode = Qt::ElideRight;
    }

private:
    QWidget* choiceEditor(QWidget* parent, const QModelIndex& index) const {
        auto* box = new QComboBox(parent);
        box->setObjectName(QStringLiteral("scheduleWhat"));
        box->setAccessibleName(
            model_.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        box->installEventFilter(new WheelGuard(box));
        std::vector<ScheduleChoice> choices = scheduleChoices(setup_.file());
        const ScheduleRow now = model_.row(index.row());
        const auto same = std::ranges::find_if(choices, [&](const ScheduleChoice& choice) {
            return choice.row.kind == now.kind && choice.row.what == now.what;
        });
        int current = static_cast<int>(same - choices.begin());
        if (same == choices.end()) {
            choices.insert(choices.begin(), {whatChanges(now), now});
            current = 0;
        }
        for (const ScheduleChoice& choice : choices) box->addItem(choice.title);
        box->setCurrentIndex(current);
        connect(box, &QComboBox::activated, &model_,
                [this, box, choices, current, at = QPersistentModelIndex(index)](int chosen) {
                    if (at.isValid() && chosen != current)
                        model_.setWhat(at.row(), choices[static_cast<std::size_t>(chosen)].row);
                    emit const_cast<RowsDelegate*>(this)->closeEditor(box);
                });
        QMetaObject::invokeMethod(box, &QComboBox::showPopup, Qt::QueuedConnection);
        return box;
    }

    Setup& setup_;
    ScheduleModel& model_;
    const Theme& theme_;
};

}  // namespace

ScheduleEditor::ScheduleEditor(Setup& setup, const Theme& theme, QLineEdit& line, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      line_(line),
      model_(new ScheduleModel(setup, this)),
      band_(new ScheduleBand(*model_, theme, this)),
      hint_(new QLabel(tr("Nothing changes during the run."), this)),
      fault_(new QLabel(this)),
      remove_(new QToolButton(this)) {
    setObjectName(QStringLiteral("scheduleEditor"));
    auto* rows = new RowsView(this);
    table_ = rows;
    rows->onDelete = [this] { model_->remove(chosenRow()); };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(band_);
    column->addWidget(table_);
    for (QLabel* label : {hint_, fault_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(theme_.captionFont());
        column->addWidget(label);
    }
    fault_->setObjectName(QStringLiteral("fault"));
    layOutTable(setup);
    column->addLayout(buttons());
    connect(band_, &ScheduleBand::rowChosen, this, &ScheduleEditor::chooseRow);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ScheduleEditor::showModel);
    connect(&line_, &QLineEdit::textEdited, model_, &ScheduleModel::showText);
    connect(model_, &ScheduleModel::shownChanged, this, &ScheduleEditor::showModel);
    connect(&theme_, &Theme::changed, table_->viewport(), qOverload<>(&QWidget::update));
    showModel();
}

void ScheduleEditor::layOutTable(Setup& setup) {
    table_->setModel(model_);
    table_->setItemDelegate(new RowsDelegate(setup, *model_, theme_, table_));
    table_->setAccessibleName(tr("Changes of the schedule"));
    table_->setToolTip(tr("Click a cell to change it; Delete removes a change"));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(kChangeHeight);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);  // Tab leaves it
    table_->setFont(theme_.captionFont());
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(30);
    header->setFont(theme_.captionFont());
    for (const auto& [at, width] :
         std::initializer_list<std::pair<int, int>>{{ScheduleModel::AtRound, kRoundWidth},
                                                    {ScheduleModel::From, kValueWidth},
                                                    {ScheduleModel::To, kValueWidth},
                                                    {ScheduleModel::Until, kRoundWidth}}) {
        header->setSectionResizeMode(at, QHeaderView::Fixed);
        header->resizeSection(at, width);
    }
    header->setSectionResizeMode(ScheduleModel::What, QHeaderView::Stretch);
    connect(table_, &QTableView::clicked, table_, [this](const QModelIndex& cell) {
        if (model_->flags(cell).testFlag(Qt::ItemIsEditable)) table_->edit(cell);
    });
}

QLayout* ScheduleEditor::buttons() {
    auto* row = new QHBoxLayout;
    auto* add = new QToolButton(this);
    add->setObjectName(QStringLiteral("addChange"));
    add->setText(tr("Add change"));
    add->setToolTip(tr("One more change of the schedule, which you then set"));
    remove_->setObjectName(QStringLiteral("removeChange"));
    remove_->setText(tr("Remove"));
    for (QToolButton* button : {add, remove_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(add, &QToolButton::clicked, this, [this] {
        model_->add();
        chooseRow(model_->rowCount() - 1);
    });
    connect(remove_, &QToolButton::clicked, this, [this] { model_->remove(chosenRow()); });
    return row;
}

QString ScheduleEditor::fault() const { return fault_->text(); }

int ScheduleEditor::chosenRow() const { return table_->currentIndex().row(); }

void ScheduleEditor::chooseRow(int row) {
    table_->setCurrentIndex(model_->index(row, ScheduleModel::To));
    table_->setFocus();
}

void ScheduleEditor::showModel() {
    const int rows = model_->rowCount();
    const int shown = std::min(rows, kChangesInSight);
    table_->setVisible(rows > 0);
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + shown * kChangeHeight +
                           2 * table_->frameWidth());
    hint_->setVisible(rows == 0);
    remove_->setEnabled(chosenRow() >= 0);
    remove_->setToolTip(chosenRow() >= 0 ? tr("The chosen change goes (Delete)")
                                         : tr("Choose a change in the table first"));
    band_->mark(chosenRow());
    if (line_.text() != model_->text() && !line_.hasFocus()) {
        line_.setText(model_->text());
        line_.setCursorPosition(0);
    }
    const int wrong = model_->faultyRow();
    QString sentence;
    if (wrong >= 0) {
        sentence = tr("Row %1: %2").arg(wrong + 1).arg(model_->fault(wrong));
        if (model_->isHeldBack())
            sentence += QLatin1Char('\n') + tr("Until that is mended, the schedule before holds.");
    }
    fault_->setText(sentence);
    fault_->setVisible(!sentence.isEmpty());
    table_->viewport()->update();
}

}  // namespace splitee
