// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace splitee {
namespace {

constexpr qsizetype kMostShown = 160;  // characters: about a line

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      text_(new QLabel(this)),
      more_(new QToolButton(this)),
      action_(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setTextFormat(Qt::PlainText);  // it may quote a hostile file
    auto* close = new QToolButton(this);
    close->setText(tr("Dismiss"));
    close->setToolTip(tr("Dismiss this message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->addWidget(text_, 1);
    row->addWidget(more_);
    row->addWidget(action_);
    action_->hide();
    row->addWidget(close);
    connect(more_, &QToolButton::clicked, this, [this] {
        details_ = !details_;
        fill();
    });
    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(action_, &QToolButton::clicked, this, [this] {
        const auto work = work_;
        dismiss();
        if (work) work();
    });
    hide();
}

void MessageBar::offer(const QString& message, const QString& action, std::function<void()> work) {
    inform(message);
    addAction(action, std::move(work));
}

void MessageBar::offerRemedy(const QString& problem, const QString& action,
                             std::function<void()> work) {
    show(problem);
    addAction(action, std::move(work));
}

void MessageBar::addAction(const QString& action, std::function<void()> work) {
    work_ = std::move(work);
    action_->setText(action);
    action_->setToolTip(action);
    action_->show();
}

void MessageBar::fillWith(Kind kind, const QString& message) {
    message_ = message;
    details_ = false;
    work_ = {};
    action_->hide();
    problem_ = kind == Kind::Problem;
    setProperty("information", !problem_);
    style()->unpolish(this);  // the style sheet tells colours by the property
    style()->polish(this);
    fill();
    setVisible(true);
}

void MessageBar::dismiss() {
    message_.clear();
    hide();
}

// What failed and why; only where that is long, what stands behind a further ": " waits for
// Details.
void MessageBar::fill() {
    const QString colon = QStringLiteral(": ");
    const bool whole = details_ || message_.size() <= kMostShown;
    const QString briefly = message_.section(colon, 0, 1).size() <= kMostShown
                                ? message_.section(colon, 0, 1)
                                : message_.section(colon, 0, 0);
    const bool longer = message_.size() > kMostShown && briefly.size() < message_.size();
    QString shown = whole || !longer ? message_ : briefly + QLatin1Char('.');
    if (!shown.isEmpty()) shown[0] = shown[0].toUpper();
    text_->setText(shown);
    text_->setAccessibleName((problem_ ? tr("Problem: %1") : tr("Information: %1")).arg(shown));
    more_->setVisible(longer);
    more_->setText(details_ ? tr("Less") : tr("Details"));
}

}  // namespace splitee
