// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweep_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "gui/sweeps/sweep_work.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/time_left.h"

namespace splitee {
namespace {

constexpr int kStripSteps = 1000, kStripTextWidth = 300;

}  // namespace

SweepStrip::SweepStrip(SweepWork& work, QWidget* parent)
    : QFrame(parent),
      work_(work),
      text_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("sweepStrip"));
    setAccessibleName(tr("Sweep"));
    auto* title = new QLabel(tr("Sweep"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    text_->setMinimumWidth(kStripTextWidth);
    progress_->setRange(0, kStripSteps);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Runs played"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(text_);
    row->addWidget(progress_, 1);
    row->addWidget(cancel_);
    connect(cancel_, &QPushButton::clicked, &work_, &SweepWork::cancel);
    connect(&work_, &SweepWork::progressed, this, &SweepStrip::refresh);
    connect(&work_, &SweepWork::ended, this, &SweepStrip::refresh);
    connect(&work_, &SweepWork::failed, this, &SweepStrip::refresh);
    refresh();
}

QString SweepStrip::text() const { return text_->text(); }

void SweepStrip::refresh() {
    const SweepStand& at = work_.stand();
    const auto done = static_cast<double>(at.done), total = static_cast<double>(at.total);
    QStringList words;
    if (at.total == 0)
        words << tr("opening the exit tables");
    else
        words << tr("%1 of %2 runs").arg(numberText(done), numberText(total));
    if (work_.cancelling())
        words << tr("cancelling");
    else if (at.perSecond > 0)
        words << tr("%1 runs/s").arg(numberText(at.perSecond, at.perSecond < 100 ? 1 : 0))
              << timeLeftText((total - done) / at.perSecond);
    text_->setText(words.join(QStringLiteral(" · ")));
    progress_->setValue(at.total > 0 ? static_cast<int>(kStripSteps * done / total) : 0);
    cancel_->setEnabled(work_.busy() && !work_.cancelling());
    cancel_->setToolTip(
        work_.cancelling()
            ? tr("It ends in a moment")
            : tr("End the sweep; finished runs stay logged, and starting it again plays the rest"));
    setVisible(work_.busy());
}

}  // namespace splitee
