// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/calibration_chart.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

#include "engine/world/temperature.h"
#include "gui/widgets/number_text.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr int kBins = 15;  // as usual for ECE (Guo et al. 2017)
constexpr std::int64_t kFewest =
    20;  // fewer samples say little of a bin: it is in the table, but not drawn
constexpr double kFirstShade = 0.3;

}  // namespace

CalibrationChart::CalibrationChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Calibration per exit"), false, parent),
      rect_(addAxes(tr("confidence (%)"), tr("accuracy (%)"))),
      labels_(addEndLabels(*rect_)),
      diagonal_(plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft))),
      fit_(new QPushButton(tr("Fit"), this)),
      fitOn_(new QPushButton(tr("Fit on…"), this)),
      use_(new QPushButton(tr("Use"), this)) {
    diagonal_->setData({0, 100}, {0, 100}, true);
    rect_->axis(QCPAxis::atBottom)->setRange(0, 100);
    rect_->axis(QCPAxis::atLeft)->setRange(0, 102);
    setNote(tr("no table yet"));
    layOutButtons();
}

void CalibrationChart::layOutButtons() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 6);
    row->setSpacing(8);
    fit_->setObjectName(QStringLiteral("fitTemperatures"));
    fitOn_->setObjectName(QStringLiteral("fitTemperaturesOn"));
    use_->setObjectName(QStringLiteral("useTemperatures"));
    for (QPushButton* button : {fit_, fitOn_, use_}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    static_cast<QBoxLayout*>(layout())->addLayout(row);
    connect(fit_, &QPushButton::clicked, this, [this] { fit({}); });
    connect(fitOn_, &QPushButton::clicked, this, &CalibrationChart::fitByDialog);
    connect(use_, &QPushButton::clicked, this,
            [this] { emit temperaturesWanted(QString::fromStdString(temperatures_)); });
    connect(&reading_, &Task::threadEnded, this, &CalibrationChart::updateButtons);
    updateButtons();
}

void CalibrationChart::updateButtons() {
    const QString none = tr("There is no exit table to fit them to");
    const bool busy = reading_.threadRuns();
    for (QPushButton* button : {fit_, fitOn_}) button->setEnabled(tables_ != nullptr && !busy);
    fit_->setToolTip(
        tables_ == nullptr
            ? none
            : tr("Fits one temperature for each exit, so that confidence says how often "
                 "the exit is right. Fitted to the samples that are shown, the "
                 "diagram after it is a little too good: better take another table "
                 "of the same network."));
    fitOn_->setToolTip(tables_ == nullptr ? none
                                          : tr("Fits them on an exit table of other samples, such "
                                               "as the validation part: then the "
                                               "diagram after it is what to expect"));
    use_->setEnabled(!temperatures_.empty());
    use_->setToolTip(temperatures_.empty()
                         ? tr("Fit temperatures first")
                         : tr("The setting Temperature becomes %1: from the next run on, policies "
                              "see confidences at these temperatures")
                               .arg(QString::fromStdString(temperatures_)));
}

void CalibrationChart::fitByDialog() {
    auto* dialog =
        new QFileDialog(this, tr("Fit temperatures on"), {}, tr("Exit tables (*.exits *.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { fit(path.toStdString()); });
    dialog->open();
}

void CalibrationChart::fit(const std::string& validation) {
    if (!tables_) return;
    unread_ = false;  // this reads more
    setNote(tr("fitting …"));
    reading_.start(
        [tables = tables_, validation](const std::stop_token& stop) -> Result<Fitted> {
            const ExitTable& own = tables->recorded.front();
            auto other =
                validation.empty() ? Result<ExitTable>(ExitTable()) : openTable(validation);
            if (!other) return tl::unexpected(other.error());
            const auto fits = fitTemperatures(validation.empty() ? own : *other, stop);
            if (!fits) return tl::unexpected(fits.error());
            std::vector<double> temperatures;
            for (const FittedTemperature& fit : *fits) temperatures.push_back(fit.temperature);
            const auto scaled = withTemperatures(own, temperatures);
            if (!scaled) return tl::unexpected(scaled.error());
            auto before = calibrationOf(own, kBins, stop);
            if (!before) return tl::unexpected(before.error());
            auto after = calibrationOf(*scaled, kBins, stop);
            if (!after) return tl::unexpected(after.error());
            return Fitted{std::move(*before), std::move(*after), temperaturesText(temperatures)};
        },
        [this](const Result<Fitted>& fitted) { showFitted(fitted); });
    updateButtons();
}

void CalibrationChart::showFitted(const Result<Fitted>& fitted) {
    if (!fitted) {
        const QString sentence = QString::fromStdString(fitted.error().message);
        setNote(tr("not fitted"));
        emit failed(sentence);
    } else {
        before_ = fitted->before;
        exits_ = fitted->after;
        temperatures_ = fitted->temperatures;
        setNote(tr("fitted: dashed before, full after"));
    }
    updateButtons();
    refresh();
}

void CalibrationChart::forgetFit() {
    before_.clear();
    temperatures_.clear();
    updateButtons();
}

void CalibrationChart::setTables(std::shared_ptr<const TableSource> tables, const QString& why) {
    if (!tables) setNote(why.isEmpty() ? tr("known where an exit table plays") : why);
    if (tables == tables_) return;
    reading_.abandon();
    tables_ = std::move(tables);
    exits_.clear();
    forgetFit();
    unread_ = tables_ != nullptr;
    if (tables_) setNote({});
    if (isVisible()) read();
    refresh();
}

void CalibrationChart::showEvent(QShowEvent* event) {
    ChartPanel::showEvent(event);
    read();
}

void CalibrationChart::read() {
    if (!unread_) return;
    unread_ = false;
    setNote(tr("reading the table …"));
    reading_.start(
        [tables = tables_](const std::stop_token& stop) {
            return calibrationOf(*tables->all().front(), kBins, stop);
        },
        [this](const Result<std::vector<ExitCalibration>>& exits) { showExits(exits); });
    updateButtons();
}

void CalibrationChart::showExits(const Result<std::vector<ExitCalibration>>& exits) {
    if (exits) exits_ = *exits;
    setNote(exits ? tr("%1 samples with a label")
                        .arg(numberText(static_cast<double>(exits_.front().labelled)))
                  : tr("unknown: no labels"));
    updateButtons();
    refresh();
}

// From pale to full: the deeper the exit, the stronger.
QColor CalibrationChart::colorOf(std::size_t exit) const {
    const double share =
        exits_.size() < 2 ? 1 : static_cast<double>(exit) / static_cast<double>(exits_.size() - 1);
    return mixed(theme().color(Token::Surface), theme().color(Token::Accent),
                 kFirstShade + (1 - kFirstShade) * share);
}

void CalibrationChart::recolour() {
    diagonal_->setPen(QPen(theme().color(Token::MutedText), 1, Qt::DashLine));
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i]->setPen(QPen(colorOf(i), 2));
    for (std::size_t i = 0; i < linesBefore_.size(); ++i)
        linesBefore_[i]->setPen(QPen(colorOf(i), 1, Qt::DashLine));
}

std::int64_t CalibrationChart::fill() {
    const auto sized = [this](std::vector<QCPGraph*>& lines, std::size_t count) {
        while (lines.size() > count) {
            plot().removeGraph(lines.back());
            lines.pop_back();
        }
        while (lines.size() < count)
            lines.push_back(
                plot().addGraph(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft)));
    };
    sized(lines_, exits_.size());
    sized(linesBefore_, before_.size());
    recolour();
    const auto put = [](QCPGraph* line, const ExitCalibration& exit) {
        QVector<double> confidence, right;
        for (const ReliabilityBin& bin : exit.bins) {
            if (bin.count < kFewest) continue;
            confidence += 100 * *bin.confidence;
            right += 100 * *bin.right;
        }
        line->setData(confidence, right, true);
        return right;
    };
    for (std::size_t i = 0; i < before_.size(); ++i) put(linesBefore_[i], before_[i]);
    labels_->clear();
    for (std::size_t i = 0; i < exits_.size(); ++i) {
        const QVector<double> right = put(lines_[i], exits_[i]);
        const QColor color = mixed(colorOf(i), theme().color(Token::Text), 0.35);
        if (!right.isEmpty())
            labels_->add({labelOf(i), color, right.back(), i + 1 < exits_.size()});
    }
    return 0;
}

// "exit 4 · ECE 0.101 → 0.012"
QString CalibrationChart::labelOf(std::size_t exit) const {
    const QString after = numberText(exits_[exit].ece, 3);
    const QString ece =
        exit < before_.size()
            ? tr("%1 → %2", "before and after").arg(numberText(before_[exit].ece, 3), after)
            : after;
    return tr("exit %1 · ECE %2").arg(exit + 1).arg(ece);
}

QString CalibrationChart::crosshairTitle(double position) const {
    return tr("confidence about %1 %: accuracy").arg(numberText(position));
}

std::vector<Crosshair::Value> CalibrationChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (std::size_t i = 0; i < exits_.size(); ++i) {
        const auto& bins = exits_[i].bins;
        const auto bin = std::ranges::find_if(bins, [&](const ReliabilityBin& b) {
            return 100 * b.low <= position && position <= 100 * b.high;
        });
        if (bin == bins.end() || bin->count == 0) continue;
        const QString text =
            tr("%1 % of %2")
                .arg(numberText(100 * *bin->right, 1), numberText(static_cast<double>(bin->count)));
        const auto& auroc = exits_[i].auroc;  // no temperature changes it
        values.push_back({colorOf(i), tr("exit %1").arg(i + 1),
                          auroc ? tr("%1 · AUROC %2").arg(text, numberText(*auroc, 3)) : text});
    }
    return values;
}

ChartTable CalibrationChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("exit"), QStringLiteral("from_confidence"), QStringLiteral("to_confidence"),
         QStringLiteral("samples"), QStringLiteral("mean_confidence"),
         QStringLiteral("share_right"), QStringLiteral("ece")},
        {}};
    if (!before_.empty()) table.columns += {QStringLiteral("auroc"), QStringLiteral("temperature")};
    const auto exact = [](double value) { return QString::number(value, 'g', 10); };
    for (std::size_t i = 0; i < exits_.size(); ++i)
        for (const ReliabilityBin& bin : exits_[i].bins)
            if (bin.count > 0)
                table.rows.push_back({QString::number(i + 1), exact(bin.low), exact(bin.high),
                                      QString::number(bin.count), exact(*bin.confidence),
                                      exact(*bin.right), exact(exits_[i].ece)});
    if (before_.empty()) return table;
    // The exits at their temperatures, then as recorded.
    const QStringList temperatures = QString::fromStdString(temperatures_).split(QLatin1Char(','));
    const auto complete = [&](QStringList& row, const QString& temperature) {
        const std::size_t exit = row.front().toULongLong() - 1;
        row += exits_[exit].auroc ? exact(*exits_[exit].auroc) : QString();
        row += temperature;
    };
    for (QStringList& row : table.rows)
        complete(row, temperatures.value(temperatures.size() > 1 ? row.front().toInt() - 1 : 0));
    for (std::size_t i = 0; i < before_.size(); ++i)
        for (const ReliabilityBin& bin : before_[i].bins) {
            if (bin.count == 0) continue;
            table.rows.push_back({QString::number(i + 1), exact(bin.low), exact(bin.high),
                                  QString::number(bin.count), exact(*bin.confidence),
                                  exact(*bin.right), exact(before_[i].ece)});
            complete(table.rows.back(), QStringLiteral("1"));
        }
    return table;
}

QString CalibrationChart::describe() const {
    QStringList parts;
    for (std::size_t i = 0; i < exits_.size(); ++i)
        parts += tr("exit %1: expected calibration error %2")
                     .arg(i + 1)
                     .arg(numberText(exits_[i].ece, 3));
    return parts.isEmpty() ? tr("Known once an exit table with labels plays.")
                           : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
