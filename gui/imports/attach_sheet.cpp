// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/attach_sheet.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/imports/exit_choice.h"
#include "gui/imports/import_work.h"
#include "gui/imports/work_line.h"
#include "gui/track/places_track.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kAttachWidth = 980, kNarrowestResult = 74, kPlaceWidth = 180;

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
      temperatures_(lineOfText(QStringLiteral("temperatures"), this)),
      pages_(new QStackedWidget(this)),
      choice_(new ExitChoice(theme, this)),
      table_(new TextTableView(this)),
      model_(new TextTableModel(this)),
      line_(new WorkLine(work, this)),
      back_(new QPushButton(tr("Back"), this)),
      close_(new QPushButton(this)),
      save_(new QPushButton(tr("Save as…"), this)),
      go_(new QPushButton(this)),
      copy_(new QPushButton(tr("Copy"), this)) {
    setAccessibleName(tr("Attach exits"));
    layOut(theme);
    connectWork();
    connect(choice_, &ExitChoice::changed, this, &AttachSheet::refresh);
    connect(choice_, &ExitChoice::imagesWanted, this,
            [this](const QString& dataset) { work_.readClasses(dataset.toStdString()); });
    connect(back_, &QPushButton::clicked, this, &AttachSheet::goBack);
    connect(close_, &QPushButton::clicked, this,
            [this] { doing_ == Doing::Training ? work_.cancel() : leave(); });
    connect(save_, &QPushButton::clicked, this, &AttachSheet::saveByDialog);
    connect(go_, &QPushButton::clicked, this, &AttachSheet::accept);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(temperatures()); });
}

void AttachSheet::layOut(Theme& theme) {
    title_->setObjectName(QStringLiteral("panelTitle"));
    title_->setFont(theme.titleFont());
    title_->setTextFormat(Qt::PlainText);
    pages_->addWidget(choice_);
    pages_->addWidget(resultPage());
    go_->setObjectName(QStringLiteral("attach"));
    go_->setProperty("primary", true);
    close_->setObjectName(QStringLiteral("close"));
    save_->setObjectName(QStringLiteral("saveAs"));
    save_->setToolTip(tr("Write the model file and stay here"));
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
    buttons->addWidget(save_);
    buttons->addWidget(go_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(pages_, 1);
    column->addWidget(line_);
    column->addWidget(verdict);
    column->addLayout(buttons);
}

QWidget* AttachSheet::resultPage() {
    table_->setModel(model_);
    table_->setAccessibleName(tr("Exits"));
    table_->horizontalHeader()->setMinimumSectionSize(kNarrowestResult);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    temperatures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    copy_->setObjectName(QStringLiteral("link"));
    copy_->setToolTip(tr("Copy the temperatures: the set-up of a replay takes them"));
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(table_, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(temperatures_, 1);
    row->addWidget(copy_);
    column->addLayout(row);
    return page;
}

void AttachSheet::connectWork() {
    connect(&work_, &ImportWork::progressed, this, [this] {
        if (doing_ != Doing::Nothing) refresh();
    });
    connect(&work_, &ImportWork::classesRead, this,
            [this](const QString& dataset) { choice_->showImages(dataset); });
    connect(&work_, &ImportWork::classesMissing, this, [this](const QString& sentence) {
        refusal_ = sentence;
        refresh();
    });
    connect(&work_, &ImportWork::imported, this,
            [this](const std::shared_ptr<const ImportReport>& report) {
                if (std::exchange(doing_, Doing::Nothing) == Doing::Training) showReport(report);
            });
    connect(&work_, &ImportWork::written, this, [this](const QString& path) {
        const Doing done = std::exchange(doing_, Doing::Nothing);
        refresh();
        if (done == Doing::Saving) emit saved(path);
        if (done != Doing::Using) return;
        leave();
        emit imported(path, choice_->dataset());
    });
    connect(&work_, &ImportWork::failed, this, [this](const QString& sentence) {
        if (std::exchange(doing_, Doing::Nothing) == Doing::Nothing) return;
        refusal_ = sentence;
        refresh();
    });
    connect(&work_, &ImportWork::cancelled, this, [this] {
        doing_ = Doing::Nothing;
        refresh();
    });
}

void AttachSheet::open(const ImportWords& words, const NetworkProbe& probe) {
    const bool same =
        words.network == words_.network && probe.side == probe_.side &&
        std::ranges::equal(probe.places, probe_.places, {}, &Place::name, &Place::name);
    words_ = words;
    probe_ = probe;
    refusal_.clear();
    report_.reset();
    pages_->setCurrentIndex(0);
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
    refusal_.clear();
    if (report_ != nullptr) {
        doing_ = Doing::Using;
        return work_.write(words_.out, report_);
    }
    ImportWords words = words_;
    words.attach = choice_->places();
    words.dataset = choice_->dataset().toStdString();
    words.images = choice_->images();
    words.threads = spareThreads();
    doing_ = Doing::Training;
    work_.start(words);
}

void AttachSheet::saveTo(const QString& path) {
    if (report_ == nullptr || doing_ != Doing::Nothing) return;
    doing_ = Doing::Saving;
    work_.write(path.toStdString(), report_);
}

void AttachSheet::saveByDialog() {
    auto* dialog = new QFileDialog(this, tr("Save the model file"),
                                   QString::fromStdString(words_.out), tr("Networks (*.mee)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("mee"));
    connect(dialog, &QFileDialog::fileSelected, this, &AttachSheet::saveTo);
    dialog->open();
}

void AttachSheet::showReport(std::shared_ptr<const ImportReport> report) {
    report_ = std::move(report);
    fillTable();
    temperatures_->setText(tr("Temperatures for its exit tables: %1").arg(temperatures()));
    pages_->setCurrentIndex(1);
    refresh();
    go_->setFocus();
}

QString AttachSheet::temperatures() const {
    QStringList each;
    for (const double temperature : report_->temperatures)
        each << QString::number(temperature, 'g', 6);
    return each.join(QLatin1Char(','));
}

void AttachSheet::fillTable() {
    ChartTable table{{tr("Exit"), tr("Place"), tr("Depth\n%"), tr("MFLOPs"), tr("Sent\nkB"),
                      tr("Accuracy\n%"), tr("Temper-\nature")},
                     {}};
    const auto& stages = report_->model.stages;
    const auto& accuracy = report_->model.provenance.accuracyPerExit;
    double all = 0, upTo = 0;
    for (const StageInfo& stage : stages) all += static_cast<double>(stage.multiplyAdds);
    for (std::size_t k = 0; k < stages.size(); ++k) {
        upTo += static_cast<double>(stages[k].multiplyAdds);
        const bool last = k + 1 == stages.size();
        const QString none(QChar(0x2013));
        table.rows += QStringList{
            QString::number(k + 1),
            QString::fromStdString(stages[k].exit),
            numberText(100 * upTo / all, 1),
            numberText(2e-6 * upTo, 2),
            last ? none : numberText(1e-3 * static_cast<double>(stages[k].payloadBytes()), 1),
            k < accuracy.size() ? numberText(100 * accuracy[k], 1) : none,
            k < report_->temperatures.size() ? numberText(report_->temperatures[k], 3) : none};
    }
    model_->set(table);
    table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Interactive);
    table_->setColumnWidth(1, kPlaceWidth);
}

// Back to the places, where exits were trained; else to the sheet before.
void AttachSheet::goBack() {
    refusal_.clear();
    if (report_ != nullptr) {
        report_.reset();
        pages_->setCurrentIndex(0);
        refresh();
        choice_->track().setFocus();
        return;
    }
    hide();
    emit backWanted();
}

void AttachSheet::refresh() {
    const bool working = doing_ != Doing::Nothing, done = report_ != nullptr;
    QString problem = refusal_;
    const QString missing = done ? QString() : choice_->problem();
    if (problem.isEmpty()) problem = missing;
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    verdict_->setText(done ? tr("Validated on the images that were held out; the model file is %1")
                                 .arg(QFileInfo(QString::fromStdString(words_.out)).fileName())
                           : choice_->words());
    verdict_->setVisible(problem.isEmpty());
    fault_->setText(problem);
    fault_->setToolTip(problem);
    fault_->setVisible(!problem.isEmpty());
    go_->setText(done ? tr("Use") : tr("Train exits"));
    go_->setEnabled(!working && missing.isEmpty());
    go_->setToolTip(done      ? tr("Write the model file and open it live (Ctrl+Enter)")
                    : working ? tr("The exits are being trained")
                    : missing.isEmpty()
                        ? tr("Only the exits learn; the network stays as it is (Ctrl+Enter)")
                        : missing);
    save_->setVisible(done);
    save_->setEnabled(!working);
    copy_->setVisible(done && !report_->temperatures.empty());
    temperatures_->setVisible(copy_->isVisibleTo(copy_->parentWidget()));
    back_->setEnabled(!working);
    back_->setToolTip(done ? tr("Choose other places; what was trained is dropped")
                           : tr("Back to classes, side and normalisation"));
    close_->setText(doing_ == Doing::Training ? tr("Cancel") : tr("Close"));
    close_->setEnabled(!working || (doing_ == Doing::Training && !work_.cancelling()));
    close_->setToolTip(doing_ == Doing::Training ? tr("End the training; nothing of it is kept")
                                                 : tr("Close; what is not saved is dropped (Esc)"));
    choice_->setLocked(working);
    line_->refresh();
    place();
}

// Work is ended by its button alone.
void AttachSheet::leave() {
    if (doing_ == Doing::Nothing) Sheet::leave();
}

}  // namespace splitee
