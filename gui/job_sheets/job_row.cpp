// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/job_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/job_sheets/job_words.h"

namespace splitee {
namespace {

constexpr int kRowSteps = 1000;

QPushButton* rowButton(const char* name, const QString& text, const QString& help, JobRow* row) {
    auto* button = new QPushButton(text, row);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(help);
    button->hide();
    return button;
}

}  // namespace

JobRow::JobRow(Job& job, QWidget* parent)
    : QFrame(parent),
      job_(job),
      name_(jobTitle(job)),
      title_(new QLabel(this)),
      state_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      pause_(rowButton("pause", tr("Pause"),
                       tr("Stop it with its checkpoint: Resume goes on, bit for bit"), this)),
      resume_(rowButton("resume", tr("Resume"), tr("Go on from the last finished epoch"), this)),
      cancel_(rowButton("cancel", tr("Cancel"), QString(), this)),
      open_(rowButton("open", QString(), QString(), this)),
      remove_(rowButton("remove", tr("Remove"), tr("Out of this list; files stay"), this)),
      discard_(rowButton("discard", tr("Discard…"),
                         tr("Remove its checkpoint; the best epoch so far stays in the model file"),
                         this)) {
    setObjectName(QStringLiteral("jobRow"));
    setFocusPolicy(Qt::StrongFocus);
    QFont bold = title_->font();
    bold.setWeight(QFont::DemiBold);
    title_->setFont(bold);
    for (QLabel* label : {title_, state_}) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(0);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    state_->setObjectName(QStringLiteral("muted"));
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress"));
    open_->setText(job.makesNetwork() ? tr("Open live") : tr("Open"));
    open_->setToolTip(job.makesNetwork() ? tr("Play the network live, as the set-up says")
                                         : tr("Open the exit table as the source"));
    cancel_->setToolTip(job.isTraining()
                            ? tr("End it for good; the best epoch so far stays in the model file")
                            : tr("End it; nothing of it is kept"));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(title_);
    texts->addWidget(state_);
    texts->addWidget(bar_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    for (QPushButton* button : {pause_, resume_, open_, cancel_, remove_, discard_})
        row->addWidget(button);
    connect(pause_, &QPushButton::clicked, this, &JobRow::pauseWanted);
    connect(resume_, &QPushButton::clicked, this, &JobRow::resumeWanted);
    connect(cancel_, &QPushButton::clicked, this, &JobRow::cancelWanted);
    connect(open_, &QPushButton::clicked, this, &JobRow::openWanted);
    connect(remove_, &QPushButton::clicked, this, &JobRow::removeWanted);
    connect(discard_, &QPushButton::clicked, this, &JobRow::discardWanted);
    connect(&job_, &Job::changed, this, &JobRow::refresh);
    refresh();
}

void JobRow::refresh() {
    const Job::State state = job_.state();
    QString words = jobState(job_);
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    words_ = words;
    title_->setToolTip(name_);
    state_->setToolTip(words);
    setAccessibleName(QStringLiteral("%1: %2").arg(name_, words));
    const double share = jobShare(job_);
    bar_->setVisible(!job_.ended() || state == Job::State::Paused);
    bar_->setRange(0, share < 0 && job_.runs() ? 0 : kRowSteps);
    bar_->setValue(static_cast<int>(kRowSteps * std::max(0.0, share)));
    pause_->setVisible(job_.isTraining() &&
                       (state == Job::State::Running || state == Job::State::Pausing));
    pause_->setEnabled(state == Job::State::Running);
    resume_->setVisible(job_.canResume());
    const bool kept = job_.canResume() && job_.keepsCheckpoint();
    cancel_->setVisible(!job_.ended() || (state == Job::State::Paused && !kept));
    cancel_->setEnabled(state != Job::State::Cancelling);
    open_->setVisible(state == Job::State::Done && !fileOf(job_.plan()).empty());
    remove_->setVisible(job_.ended() && state != Job::State::Paused && !kept);
    discard_->setVisible(kept);
    layout()->activate();  // buttons come and go
    fitTexts();
}

// The whole is in the tooltips.
void JobRow::fitTexts() {
    title_->setText(title_->fontMetrics().elidedText(name_, Qt::ElideRight, title_->width()));
    state_->setText(state_->fontMetrics().elidedText(words_, Qt::ElideRight, state_->width()));
}

void JobRow::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate();
    fitTexts();
}

void JobRow::setChosen(bool chosen) {
    if (property("chosen").toBool() == chosen) return;
    setProperty("chosen", chosen);
    style()->unpolish(this);  // the style sheet tells colours by the property
    style()->polish(this);
}

void JobRow::mousePressEvent(QMouseEvent* event) {
    QFrame::mousePressEvent(event);
    emit chosen();
}

void JobRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) return emit chosen();
    QFrame::keyPressEvent(event);
}

void JobRow::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason) emit chosen();
}

}  // namespace splitee
