// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/attach_sheet.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/imports/exit_choice.h"
#include "gui/imports/import_work.h"
#include "gui/track/places_track.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kAttachWidth = 980;

QLabel* lineOfText(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

AttachSheet::AttachSheet(ImportWork& work, Theme& theme, QWidget* parent)
    : Sheet(kAttachWidth, parent),
      work_(work),
      title_(new QLabel(this)),
      verdict_(lineOfText(QStringLiteral("verdict"), this)),
      fault_(lineOfText(QStringLiteral("filterFault"), this)),
      choice_(new ExitChoice(theme, this)),
      back_(new QPushButton(tr("Back"), this)),
      close_(new QPushButton(tr("Close"), this)),
      go_(new QPushButton(tr("Train exits"), this)) {
    setAccessibleName(tr("Attach exits"));
    layOut(theme);
    connect(&work_, &ImportWork::classesRead, this,
            [this](const QString& dataset) { choice_->showImages(dataset); });
    connect(&work_, &ImportWork::classesMissing, this, [this](const QString& sentence) {
        refusal_ = sentence;
        refresh();
    });
    connect(choice_, &ExitChoice::changed, this, &AttachSheet::refresh);
    connect(choice_, &ExitChoice::imagesWanted, this,
            [this](const QString& dataset) { work_.readClasses(dataset.toStdString()); });
    connect(back_, &QPushButton::clicked, this, [this] {
        refusal_.clear();
        hide();
        emit backWanted();
    });
    connect(close_, &QPushButton::clicked, this, &AttachSheet::leave);
    connect(go_, &QPushButton::clicked, this, &AttachSheet::accept);
}

void AttachSheet::layOut(Theme& theme) {
    title_->setObjectName(QStringLiteral("panelTitle"));
    title_->setFont(theme.titleFont());
    title_->setTextFormat(Qt::PlainText);
    go_->setObjectName(QStringLiteral("attach"));
    go_->setProperty("primary", true);
    close_->setObjectName(QStringLiteral("close"));
    close_->setToolTip(tr("Close; what is chosen stays (Esc)"));
    back_->setToolTip(tr("Back to classes, side and normalisation"));
    auto* verdict = new QWidget(this);
    verdict->setFixedHeight(2 * fontMetrics().lineSpacing());  // nothing moves
    auto* lines = new QVBoxLayout(verdict);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(verdict_);
    lines->addWidget(fault_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(back_);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(go_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(choice_, 1);
    column->addWidget(verdict);
    column->addLayout(buttons);
}

void AttachSheet::open(const ImportWords& words, const NetworkProbe& probe) {
    const bool same =
        words.network == words_.network && probe.side == probe_.side &&
        std::ranges::equal(probe.places, probe_.places, {}, &Place::name, &Place::name);
    words_ = words;
    probe_ = probe;
    refusal_.clear();
    title_->setText(
        tr("Attach exits to %1").arg(QFileInfo(QString::fromStdString(words.network)).fileName()));
    if (!same) choice_->setNetwork(probe);
    if (!words.dataset.empty()) choice_->showImages(QString::fromStdString(words.dataset));
    refresh();
    present();
    choice_->track().setFocus(Qt::PopupFocusReason);
}

QString AttachSheet::fault() const { return fault_->text(); }

void AttachSheet::accept() {
    if (!go_->isEnabled()) return;
    ImportWords words = words_;
    words.attach = choice_->places();
    words.dataset = choice_->dataset().toStdString();
    words.images = choice_->images();
    words.threads = spareThreads();
    leave();
    emit trainingWanted(words);
}

void AttachSheet::refresh() {
    QString problem = refusal_.isEmpty() ? choice_->problem() : refusal_;
    const bool possible = choice_->problem().isEmpty();
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    verdict_->setText(choice_->words());
    verdict_->setVisible(problem.isEmpty());
    fault_->setText(problem);
    fault_->setToolTip(problem);
    fault_->setVisible(!problem.isEmpty());
    go_->setEnabled(possible);
    go_->setToolTip(possible ? tr("Only the exits learn; the network stays as it is. A job that "
                                  "Jobs lists (Ctrl+Enter)")
                             : problem);
    place();
}

}  // namespace splitee
