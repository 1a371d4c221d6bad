// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/temperature_fit.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "engine/world/temperature.h"
#include "gui/widgets/number_text.h"
#include "storage/tables/bundled.h"

namespace splitee {

TemperatureFit::TemperatureFit(QWidget* parent)
    : QWidget(parent),
      fit_(new QPushButton(tr("Fit"), this)),
      fitOn_(new QPushButton(tr("Fit on…"), this)),
      fitOnPart_(new QPushButton(tr("Fit on the validation part"), this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      use_(new QPushButton(tr("Use"), this)),
      words_(new QLabel(this)) {
    layOut();
    connect(fit_, &QPushButton::clicked, this, [this] { fit({}); });
    connect(fitOn_, &QPushButton::clicked, this, &TemperatureFit::fitByDialog);
    connect(fitOnPart_, &QPushButton::clicked, this, &TemperatureFit::fitOnValidation);
    connect(cancel_, &QPushButton::clicked, this, &TemperatureFit::cancelValidation);
    connect(use_, &QPushButton::clicked, this, &TemperatureFit::use);
    connect(&validating_, &Task::busyChanged, this, &TemperatureFit::updateButtons);
    connect(&fitting_, &Task::threadEnded, this, &TemperatureFit::updateButtons);
    updateButtons();
}

void TemperatureFit::layOut() {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 0, 12, 6);
    all->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    fit_->setObjectName(QStringLiteral("fitTemperatures"));
    fitOn_->setObjectName(QStringLiteral("fitTemperaturesOn"));
    fitOnPart_->setObjectName(QStringLiteral("fitOnValidation"));
    cancel_->setObjectName(QStringLiteral("cancelFit"));
    use_->setObjectName(QStringLiteral("useTemperatures"));
    for (QPushButton* button : {fit_, fitOn_, fitOnPart_, cancel_, use_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    words_->setObjectName(QStringLiteral("muted"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->hide();
    all->addLayout(row);
    all->addWidget(words_);
}

void TemperatureFit::updateButtons() {
    const QString none = tr("There is no exit table to fit them to");
    const bool busy = fitting_.threadRuns(), reads = validating_.busy();
    for (QPushButton* button : {fit_, fitOn_}) {
        button->setEnabled(tables_ != nullptr && !busy);
        button->setVisible(!part_);  // of a live source the samples that play are test samples
    }
    fit_->setToolTip(tables_ == nullptr
                         ? none
                         : tr("Fits one temperature for each exit, so that confidence says how "
                              "often the exit is right. Fitted to the samples that are shown, the "
                              "diagram after it is a little too good: better take another table "
                              "of the same network."));
    fitOn_->setToolTip(tables_ == nullptr ? none
                                          : tr("Fits them on an exit table of other samples, such "
                                               "as the validation part: then the diagram after it "
                                               "is what to expect"));
    fitOnPart_->setVisible(part_.has_value());
    fitOnPart_->setEnabled(part_ && !reads && !busy);
    fitOnPart_->setToolTip(tr("Reads what the exits say of the validation part of %1, in the "
                              "background, and fits one temperature for each exit. Test samples "
                              "are never used.")
                               .arg(partName_));
    cancel_->setVisible(reads);
    cancel_->setToolTip(tr("End the reading; what was read by then is kept for the next time"));
    use_->setText(part_ ? tr("Copy") : tr("Use"));
    use_->setEnabled(!temperatures_.empty());
    const QString fitted = QString::fromStdString(temperatures_);
    use_->setToolTip(temperatures_.empty() ? tr("Fit temperatures first")
                     : part_ ? tr("Copy %1: the set-up of a replay of its exit tables takes them; "
                                  "a live run plays confidences as the network gives them")
                                   .arg(fitted)
                             : tr("The setting Temperature becomes %1: from the next run on, "
                                  "policies see confidences at these temperatures")
                                   .arg(fitted));
}

void TemperatureFit::use() {
    const QString fitted = QString::fromStdString(temperatures_);
    if (part_)
        QGuiApplication::clipboard()->setText(fitted);
    else
        emit temperaturesWanted(fitted);
}

void TemperatureFit::setTables(std::shared_ptr<const TableSource> tables) {
    if (tables == tables_) return;
    tables_ = std::move(tables);
    fitting_.abandon();
    forget();
    if (partExits_) fitTo(partExits_, {});
}

void TemperatureFit::setValidation(std::optional<ValidationPart> part, const QString& name) {
    if (part.has_value() == part_.has_value() && (!part || part->sameAs(*part_))) return;
    validating_.abandon();
    fitting_.abandon();
    part_ = std::move(part);
    partName_ = name;
    partExits_.reset();
    say({});
    forget();
}

void TemperatureFit::forget() {
    diagrams_ = {};
    temperatures_.clear();
    updateButtons();
    emit forgotten();
}

void TemperatureFit::fitByDialog() {
    auto* dialog =
        new QFileDialog(this, tr("Fit temperatures on"), {}, tr("Exit tables (*.exits *.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { fit(path.toStdString()); });
    dialog->open();
}

void TemperatureFit::fit(const std::string& validation) {
    if (tables_) fitTo(nullptr, validation);
}

// On `table`, else on the file, else on the table that plays; judged on what plays, else on
// `table`.
void TemperatureFit::fitTo(SharedExits table, const std::string& file) {
    emit started();
    fitting_.start(
        [tables = tables_, table, file](const std::stop_token& stop) -> Result<Fitted> {
            const ExitTable& own = tables ? tables->recorded.front() : *table;
            auto other = file.empty() ? Result<ExitTable>(ExitTable()) : openTable(file);
            if (!other) return tl::unexpected(other.error());
            const auto fits = fitTemperatures(table ? *table : file.empty() ? own : *other, stop);
            if (!fits) return tl::unexpected(fits.error());
            std::vector<double> temperatures;
            for (const FittedTemperature& fit : *fits) temperatures.push_back(fit.temperature);
            const auto scaled = withTemperatures(own, temperatures);
            if (!scaled) return tl::unexpected(scaled.error());
            auto before = calibrationOf(own, kCalibrationBins, stop);
            if (!before) return tl::unexpected(before.error());
            auto after = calibrationOf(*scaled, kCalibrationBins, stop);
            if (!after) return tl::unexpected(after.error());
            return Fitted{{std::move(*before), std::move(*after)}, temperaturesText(temperatures)};
        },
        [this](const Result<Fitted>& fitted) { showFitted(fitted); });
    updateButtons();
}

void TemperatureFit::showFitted(const Result<Fitted>& fitted) {
    if (!fitted) {
        const QString sentence = QString::fromStdString(fitted.error().message);
        if (partExits_) say(sentence);
        partExits_.reset();  // else every table that comes would fail anew
        emit failed(sentence);
    } else {
        diagrams_ = fitted->diagrams;
        temperatures_ = fitted->temperatures;
        if (partExits_)
            say((tables_ ? tr("Fitted on the %1 samples of the validation part of %2; the diagram "
                              "shows the samples that play.")
                         : tr("Fitted on the %1 samples of the validation part of %2, which the "
                              "diagram shows, too: on others it is a little worse."))
                    .arg(numberText(static_cast<double>(partExits_->samples())), partName_));
    }
    updateButtons();
    emit ended();
}

void TemperatureFit::fitOnValidation() {
    if (!part_ || validating_.busy()) return;
    say(tr("Reading the validation part of %1 …").arg(partName_));
    validating_.start(
        [part = *part_](const std::stop_token& stop,
                        const ProgressSink& progress) -> Result<SharedExits> {
            auto read = part.read(progress, stop);
            if (!read) return tl::unexpected(read.error());
            return std::make_shared<const ExitTable>(std::move(*read));
        },
        [this](const Result<SharedExits>& table) { takeValidation(table); },
        [this](const Progress& at) {
            if (at.total > 0)
                say(tr("Reading the validation part of %1: %2 of %3 samples")
                        .arg(partName_, numberText(static_cast<double>(at.done)),
                             numberText(static_cast<double>(at.total))));
        });
}

void TemperatureFit::cancelValidation() {
    if (!validating_.busy()) return;
    validating_.abandon();
    say(tr("Cancelled: no temperatures were fitted."));
}

void TemperatureFit::takeValidation(const Result<SharedExits>& table) {
    if (!table) {
        QString sentence = QString::fromStdString(table.error().message);
        if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
        say(sentence);
        emit failed(sentence);
        return;
    }
    partExits_ = *table;
    fitTo(partExits_, {});
}

void TemperatureFit::say(const QString& text) {
    words_->setText(text);
    words_->setVisible(!text.isEmpty());
}

QString TemperatureFit::words() const { return words_->text(); }

}  // namespace splitee
