// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/marks_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "engine/run/policy_entry.h"
#include "gui/run/experiment_fields.h"
#include "gui/runs/run_words.h"
#include "storage/session/run_marks.h"

namespace splitee {
namespace {

constexpr int kEditorWidth = 420, kNoteHeight = 110, kEditorFromTop = 60;
constexpr int kMostName = 100, kMostTags = 500;

QLabel* labelFor(QWidget* field, const QString& text, const QString& help, QVBoxLayout* column) {
    auto* label = new QLabel(text);
    label->setObjectName(QStringLiteral("muted"));
    label->setBuddy(field);
    field->setAccessibleName(text);
    field->setToolTip(help);
    column->addWidget(label);
    column->addWidget(field);
    return label;
}

}  // namespace

MarksEditor::MarksEditor(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel(this)),
      name_(new QLineEdit(this)),
      tags_(new QLineEdit(this)),
      note_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("card"));
    setAutoFillBackground(true);
    setFixedWidth(kEditorWidth);
    title_->setObjectName(QStringLiteral("panelTitle"));
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(title_);
    nameLabel_ = labelFor(name_, tr("Name"), tr("What you call this run"), column);
    labelFor(tags_, tr("Tags"), tr("Separated by commas"), column);
    noteLabel_ = labelFor(note_, tr("Note"), tr("Notes on this run"), column);
    name_->setMaxLength(kMostName);
    tags_->setMaxLength(kMostTags);
    tags_->setPlaceholderText(tr("blur, for the paper"));
    note_->setFixedHeight(kNoteHeight);
    note_->setTabChangesFocus(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setToolTip(tr("Change nothing (Esc)"));
    auto* keep = new QPushButton(tr("Save"), this);
    keep->setToolTip(tr("Save (Ctrl+Enter)"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(keep);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, [this] { finish(false); });
    connect(keep, &QPushButton::clicked, this, [this] { finish(true); });
    for (QLineEdit* field : {name_, tags_})
        connect(field, &QLineEdit::returnPressed, this, [this] { finish(true); });
    note_->installEventFilter(this);
    hide();
}

void MarksEditor::edit(std::vector<const RunRow*> runs) {
    runs_.clear();
    for (const RunRow* run : runs) runs_.push_back(run->run.id);
    if (runs_.empty()) return;
    const bool single = runs_.size() == 1;
    const StoredRun& first = runs.front()->run;
    title_->setText(single ? tr("%1, seed %2")
                                 .arg(policyName(entryPlayed(first.experiment, first.spec.policy)),
                                      QString::number(first.spec.seed))
                           : tr("Add tags to %1").arg(runsText(runs_.size())));
    for (QWidget* widget : std::initializer_list<QWidget*>{nameLabel_, name_, noteLabel_, note_})
        widget->setVisible(single);
    name_->setText(single ? QString::fromStdString(first.marks.name) : QString());
    tags_->setText(single ? QString::fromStdString(first.marks.tags) : QString());
    note_->setPlainText(single ? QString::fromStdString(first.marks.note) : QString());
    before_ = typed();
    adjustSize();
    move((parentWidget()->width() - width()) / 2, kEditorFromTop);
    show();
    raise();
    (single ? note_ : static_cast<QWidget*>(tags_))->setFocus(Qt::PopupFocusReason);
}

MarksEditor::Typed MarksEditor::typed() const {
    return {name_->text(), tags_->text(), note_->toPlainText()};
}

void MarksEditor::finish(bool keep) {
    if (!isVisible()) return;
    hide();
    parentWidget()->setFocus();
    if (!keep) return;
    emit done(runs_,
              [single = runs_.size() == 1, before = before_, now = typed()](RunMarks& marks) {
                  const std::string tags = now.tags.toStdString();
                  if (now.tags != before.tags)
                      marks.tags = tidyTags(single ? tags : marks.tags + "," + tags);
                  if (now.name != before.name) marks.name = now.name.simplified().toStdString();
                  if (now.note != before.note) marks.note = now.note.trimmed().toStdString();
              });
}

void MarksEditor::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape ||
        (enter && event->modifiers().testFlag(Qt::ControlModifier)))
        return finish(enter);
    QFrame::keyPressEvent(event);
}

bool MarksEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == note_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            finish(true);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace splitee
