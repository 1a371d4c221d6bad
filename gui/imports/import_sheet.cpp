// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/import_sheet.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "gui/imports/import_work.h"
#include "gui/imports/network_form.h"
#include "gui/imports/work_line.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kImportWidth = 720, kFaultLines = 2, kProbeSoonMilliseconds = 400;

QString exitsText(int exits) {
    return exits == 1 ? ImportSheet::tr("1 exit") : ImportSheet::tr("%1 exits").arg(exits);
}

}  // namespace

ImportSheet::ImportSheet(ImportWork& work, Theme& theme, QWidget* parent)
    : Sheet(kImportWidth, parent),
      work_(work),
      title_(new QLabel(tr("Import a network"), this)),
      facts_(new QLabel(this)),
      fault_(new QLabel(this)),
      form_(new NetworkForm(this)),
      line_(new WorkLine(work, this)),
      close_(new QPushButton(this)),
      go_(new QPushButton(this)) {
    setAccessibleName(tr("Import a network"));
    layOut(theme);
    connectWork();
    probeSoon_.setSingleShot(true);
    probeSoon_.setInterval(kProbeSoonMilliseconds);
    connect(&probeSoon_, &QTimer::timeout, this, [this] { probe(form_->side()); });
    connect(form_, &NetworkForm::changed, this, &ImportSheet::refresh);
    connect(form_, &NetworkForm::sideChanged, this, [this] {
        probeSoon_.start();
        refresh();
    });
    connect(form_, &NetworkForm::imagesWanted, this, [this](const QString& dataset) {
        refusal_.clear();
        dataset.isEmpty() ? form_->showImages({}, {}) : work_.readClasses(dataset.toStdString());
    });
    connect(close_, &QPushButton::clicked, this, &ImportSheet::cancelOrLeave);
    connect(go_, &QPushButton::clicked, this, &ImportSheet::accept);
}

void ImportSheet::layOut(Theme& theme) {
    title_->setObjectName(QStringLiteral("panelTitle"));
    title_->setFont(theme.titleFont());
    facts_->setObjectName(QStringLiteral("facts"));
    fault_->setObjectName(QStringLiteral("filterFault"));
    for (QLabel* label : {facts_, fault_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    fault_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    fault_->setMinimumHeight(kFaultLines * fontMetrics().lineSpacing());  // nothing moves
    auto* trust = new QLabel(tr("A network is a program, and it runs on this machine: import only "
                                "what you trust."),
                             this);
    trust->setObjectName(QStringLiteral("muted"));
    trust->setWordWrap(true);
    go_->setObjectName(QStringLiteral("import"));
    go_->setProperty("primary", true);
    close_->setObjectName(QStringLiteral("close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(trust, 1);
    buttons->addWidget(close_);
    buttons->addWidget(go_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(facts_);
    column->addWidget(form_);
    column->addWidget(line_);
    column->addWidget(fault_);
    column->addStretch(1);
    column->addLayout(buttons);
}

void ImportSheet::connectWork() {
    connect(&work_, &ImportWork::probed, this, [this](const NetworkProbe& probe) {
        probe_ = probe;
        refusal_.clear();
        form_->showProbe(probe);
    });
    const auto refuse = [this](const QString& sentence) {
        refusal_ = sentence;
        refresh();
    };
    connect(&work_, &ImportWork::refused, this, refuse);
    connect(&work_, &ImportWork::classesMissing, this, refuse);
    connect(&work_, &ImportWork::classesRead, form_, &NetworkForm::showImages);
    connect(&work_, &ImportWork::progressed, this, [this] {
        if (importing_) refresh();
    });
    connect(&work_, &ImportWork::imported, this,
            [this](const std::shared_ptr<const ImportReport>& report) {
                if (importing_) work_.write(form_->words().out, report);
            });
    connect(&work_, &ImportWork::written, this, [this](const QString& path) {
        if (!std::exchange(importing_, false)) return;
        leave();
        emit imported(path, QString::fromStdString(form_->words().dataset));
    });
    connect(&work_, &ImportWork::failed, this, [this, refuse](const QString& sentence) {
        if (std::exchange(importing_, false)) refuse(sentence);
    });
    connect(&work_, &ImportWork::cancelled, this, [this, refuse] {
        if (std::exchange(importing_, false)) refuse({});
    });
}

void ImportSheet::open(const QString& network) {
    network_ = network;
    form_->begin(network);
    probe(0);
    openAgain();
}

void ImportSheet::openAgain() {
    refresh();
    present();
    form_->focusFirst();
}

QString ImportSheet::fault() const { return fault_->text(); }

void ImportSheet::probe(int side) {
    probe_.reset();
    refusal_.clear();
    work_.probe(network_.toStdString(), side);
    refresh();
}

void ImportSheet::refresh() {
    const bool trying = work_.probing() || probeSoon_.isActive(), working = importing_;
    QStringList facts{QFileInfo(network_).fileName()};
    if (probe_ && !trying)
        facts << exitsText(probe_->exits) << tr("%1 classes").arg(probe_->classes)
              << tr("%1 MFLOPs an image")
                     .arg(numberText(2e-6 * static_cast<double>(probe_->multiplyAdds), 1));
    facts_->setText(facts.join(QStringLiteral(" · ")));
    facts_->setToolTip(network_);
    QString problem = trying || working ? QString() : refusal_;
    if (problem.isEmpty() && !trying && !working) problem = form_->problem();
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    const bool known = probe_.has_value() && !trying;
    go_->setText(known && probe_->exits == 1 ? tr("Attach exits…") : tr("Import"));
    // After a refusal by the network one may try again as it is, unless it could not be read.
    go_->setEnabled(known && !working && form_->problem().isEmpty());
    go_->setToolTip(go_->isEnabled()
                        ? (probe_->exits == 1
                               ? tr("It has one exit: choose where others go (Ctrl+Enter)")
                               : tr("Import it and open it live (Ctrl+Enter)"))
                    : working ? tr("It is being imported")
                    : trying  ? tr("The network is being tried")
                              : problem);
    close_->setText(working ? tr("Cancel") : tr("Close"));
    close_->setEnabled(!working || !work_.cancelling());
    close_->setToolTip(working ? tr("End the import; nothing of it is kept")
                               : tr("Close without importing; the fields keep what they hold "
                                    "(Esc)"));
    form_->setLocked(working);
    fault_->setText(problem);
    fault_->setToolTip(problem);
    line_->refresh();
    place();
}

void ImportSheet::accept() {
    if (!go_->isEnabled()) return;
    refusal_.clear();
    ImportWords words = form_->words();
    if (probe_->exits == 1) {
        hide();
        return emit exitsWanted(words, *probe_);
    }
    words.threads = spareThreads();
    importing_ = true;
    work_.start(words);
}

void ImportSheet::cancelOrLeave() { importing_ ? work_.cancel() : leave(); }

// Work is ended by its button alone.
void ImportSheet::leave() {
    if (!importing_) Sheet::leave();
}

}  // namespace splitee
