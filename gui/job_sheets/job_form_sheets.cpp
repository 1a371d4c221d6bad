// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/job_form_sheets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/train_form.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kJobSheetWidth = 640, kJobFaultLines = 2;

}  // namespace

JobSheet::JobSheet(Theme& theme, const QString& title, const QString& about, const QString& start,
                   QWidget* parent)
    : Sheet(kJobSheetWidth, parent),
      fault_(new QLabel(this)),
      close_(new QPushButton(tr("Close"), this)),
      go_(new QPushButton(start, this)) {
    setAccessibleName(title);
    auto* name = new QLabel(title, this);
    name->setObjectName(QStringLiteral("panelTitle"));
    name->setFont(theme.titleFont());
    auto* says = new QLabel(about, this);
    says->setObjectName(QStringLiteral("muted"));
    says->setWordWrap(true);
    fault_->setObjectName(QStringLiteral("filterFault"));
    fault_->setTextFormat(Qt::PlainText);
    fault_->setWordWrap(true);
    fault_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    fault_->setMinimumHeight(kJobFaultLines * fontMetrics().lineSpacing());  // nothing moves
    go_->setObjectName(QStringLiteral("start"));
    go_->setProperty("primary", true);
    close_->setObjectName(QStringLiteral("close"));
    close_->setToolTip(tr("Close; the fields keep what they hold (Esc)"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(go_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(name);
    column->addWidget(says);
    column->addWidget(fault_);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(close_, &QPushButton::clicked, this, [this] { leave(); });
    connect(go_, &QPushButton::clicked, this, [this] { accept(); });
}

void JobSheet::setForm(QWidget* form) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, form);
}

void JobSheet::open() {
    refresh();
    present();
    if (QWidget* first = orderFocus()) first->setFocus(Qt::PopupFocusReason);
}

// Tab goes as one reads, from the top on; the first control.
QWidget* JobSheet::orderFocus() {
    std::vector<QWidget*> controls;
    for (QWidget* one : findChildren<QWidget*>())
        if ((one->focusPolicy() & Qt::TabFocus) != 0 && one->focusProxy() == nullptr &&
            one->window() == window())  // lists of combo boxes are windows
            controls.push_back(one);
    const auto place = [this](const QWidget* one) {
        const QPoint at = one->mapTo(this, QPoint(0, one->height() / 2));
        return std::pair(at.y(), at.x());
    };
    std::ranges::stable_sort(controls, {}, place);
    for (std::size_t i = 1; i < controls.size(); ++i) setTabOrder(controls[i - 1], controls[i]);
    const auto shown = std::ranges::find_if(controls, &QWidget::isVisible);
    return shown == controls.end() ? nullptr : *shown;
}

QString JobSheet::fault() const { return fault_->text(); }

void JobSheet::refresh() {
    QString wrong = problem();
    if (!wrong.isEmpty()) wrong[0] = wrong[0].toUpper();
    fault_->setText(wrong);
    fault_->setToolTip(wrong);
    go_->setEnabled(wrong.isEmpty());
    go_->setToolTip(wrong.isEmpty() ? tr("Put it into the queue of jobs (Ctrl+Enter)") : wrong);
    place();
}

void JobSheet::accept() {
    if (!go_->isEnabled()) return;
    refresh();  // files come and go
    if (!go_->isEnabled()) return;
    const JobPlan now = plan();
    leave();
    emit wanted(now);
}

TrainSheet::TrainSheet(Theme& theme, QWidget* parent)
    : JobSheet(theme, tr("Train a network"),
               tr("A process of its own trains it beside the window. It keeps the best epoch, can "
                  "be paused, and goes on after a crash."),
               tr("Train"), parent),
      form_(new TrainForm(this)) {
    setForm(form_);
    connect(form_, &TrainForm::changed, this, [this] { refresh(); });
}

QString TrainSheet::problem() const { return form_->problem(); }
JobPlan TrainSheet::plan() const { return form_->plan(); }

SourceSheet::SourceSheet(What what, Theme& theme, QWidget* parent)
    : JobSheet(theme, what == What::Table ? tr("Read exit table") : tr("Evaluate"),
               what == What::Table
                   ? tr("What every exit of a network says of every sample, as a file that is "
                        "replayed at memory speed.")
                   : tr("How often each exit of a network is right."),
               what == What::Table ? tr("Read") : tr("Evaluate"), parent),
      what_(what),
      form_(new SourceForm(what == What::Table, this)) {
    setForm(form_);
    connect(form_, &SourceForm::changed, this, [this] { refresh(); });
}

QString SourceSheet::problem() const {
    if (QString wrong = form_->problem(); !wrong.isEmpty()) return wrong;
    if (const auto valid = checkPlan(plan()); !valid)
        return QString::fromStdString(valid.error().message);
    return {};
}

JobPlan SourceSheet::plan() const {
    if (what_ == What::Table) return TablePlan{form_->live(), form_->out()};
    return EvalPlan{form_->live()};
}

}  // namespace splitee
