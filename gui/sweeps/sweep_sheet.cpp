// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/sweep_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/run/experiment_fields.h"
#include "gui/runs/run_words.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/source_picker.h"
#include "gui/sweeps/axis_row.h"
#include "gui/sweeps/axis_rows.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kSheetWidth = 760, kPolicyWidth = 220, kLabelWidth = 56, kFieldWidth = 230,
              kNumberWidth = 110, kVerdictLines = 2;
constexpr double kMostSamples = 1e6, kMostSeeds = 100'000;

QLabel* mutedLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString designWords(const QString& design) {
    if (design == QLatin1String("grid")) return SweepSheet::tr("Every combination");
    if (design == QLatin1String("random")) return SweepSheet::tr("Random points");
    return SweepSheet::tr("Random points, evenly spread");
}

QString counted(std::int64_t count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(numberText(static_cast<double>(count)));
}

QString planText(const Sweep& sweep, const SweepPlan& plan) {
    QStringList parts{
        counted(plan.points(), SweepSheet::tr("1 point"), SweepSheet::tr("%1 points"))};
    const auto policies = static_cast<std::int64_t>(policiesOf(sweep.experiment)->size());
    parts << counted(policies, SweepSheet::tr("1 policy"), SweepSheet::tr("%1 policies"))
          << counted(sweep.experiment.seeds, SweepSheet::tr("1 seed"), SweepSheet::tr("%1 seeds"));
    if (plan.tables().size() > 1)
        parts << SweepSheet::tr("%1 exit tables").arg(plan.tables().size());
    return QStringLiteral("%1 = %2").arg(runsText(static_cast<std::size_t>(plan.runs())),
                                         parts.join(QStringLiteral(" × ")));
}

}  // namespace

SweepSheet::SweepSheet(Theme& theme, QWidget* parent)
    : Sheet(kSheetWidth, parent),
      theme_(theme),
      base_(mutedLabel({}, this)),
      count_(new QLabel(this)),
      fault_(new QLabel(this)),
      kept_(mutedLabel({}, this)),
      axes_(new AxisRows(theme, this)),
      save_(new QPushButton(tr("Save the sweep as a file…"), this)),
      start_(new QPushButton(tr("Start"), this)),
      design_(new QComboBox(this)),
      samples_(new NumberField({1, kMostSamples, 0, 0, 100}, {}, this)),
      seeds_(new NumberField({1, kMostSeeds, 0, 0, 20}, {}, this)),
      rounds_(new QCheckBox(tr("Log every round"), this)),
      policies_(new PolicyList(draft_, theme_, this)),
      close_(new QPushButton(tr("Close"), this)) {
    setAccessibleName(tr("Sweep"));
    layOut();
    samples_->show(static_cast<double>(Sweep().samples));
    axes_->setLayerCosts(false);
    updateRows();
    connect(axes_, &AxisRows::changed, this, &SweepSheet::refresh);
    connect(axes_, &AxisRows::rowsChanged, this, &SweepSheet::updateRows);
    connect(axes_, &AxisRows::entered, this, &SweepSheet::accept);
    connect(design_, &QComboBox::currentIndexChanged, this, &SweepSheet::refresh);
    connect(samples_, &NumberField::edited, this, &SweepSheet::refresh);
    connect(seeds_, &NumberField::edited, this, [this](double seeds) {
        typedSeeds_ = seeds;
        draft_.editField("seeds", seeds);
    });
    connect(&draft_, &Setup::changed, this, &SweepSheet::refresh);
    connect(save_, &QPushButton::clicked, this, &SweepSheet::saveByDialog);
    connect(start_, &QPushButton::clicked, this, &SweepSheet::accept);
}

void SweepSheet::layOut() {
    auto* title = new QLabel(tr("Sweep"), this);
    title->setObjectName(QStringLiteral("panelTitle"));
    title->setFont(theme_.titleFont());
    base_->setWordWrap(true);
    fault_->setObjectName(QStringLiteral("filterFault"));
    for (QLabel* label : {count_, fault_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont bold = count_->font();
    bold.setWeight(QFont::DemiBold);
    count_->setFont(bold);
    policies_->setFixedWidth(kPolicyWidth);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(mutedLabel(tr("Policies"), this));
    right->addWidget(policies_, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(leftColumn(), 1);
    columns->addLayout(right);
    close_->setToolTip(tr("Close without starting; the fields keep their values (Esc)"));
    save_->setToolTip(tr("A file that splitee sweep takes"));
    start_->setObjectName(QStringLiteral("startSweep"));
    start_->setProperty("primary", true);
    connect(close_, &QPushButton::clicked, this, &SweepSheet::leave);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(save_);
    buttons->addStretch(1);
    buttons->addWidget(kept_);
    buttons->addSpacing(8);
    buttons->addWidget(close_);
    buttons->addWidget(start_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(base_);
    column->addLayout(columns, 1);
    auto* verdict = new QWidget(this);
    verdict->setFixedHeight(kVerdictLines *
                            fontMetrics().lineSpacing());  // so that nothing moves while one types
    auto* lines = new QVBoxLayout(verdict);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(count_);
    lines->addWidget(fault_);
    column->addWidget(verdict);
    column->addLayout(buttons);
}

QWidget* SweepSheet::leftColumn() {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(mutedLabel(tr("Vary"), this));
    column->addWidget(axes_);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(2, 1);
    for (const std::string_view design : kDesigns) {
        const QString key = QString::fromUtf8(design.data(), static_cast<qsizetype>(design.size()));
        design_->addItem(designWords(key), key);
    }
    design_->setAccessibleName(tr("Points"));
    design_->setToolTip(tr("Which points of the space of all values are played"));
    design_->installEventFilter(new WheelGuard(design_));
    const QString seedsHelp =
        tr("Runs of each policy at each point, with one seed after the other");
    seeds_->setTexts(tr("Seeds"), seedsHelp);
    rounds_->setToolTip(
        tr("For charts that compare runs, and to verify runs; without it, a run is one row and can "
           "be played again bit for bit"));
    const auto add = [&](int line, const QString& name, QWidget* field) {
        auto* label = mutedLabel(name, this);
        label->setBuddy(field);
        field->setFixedWidth(kFieldWidth);
        grid->addWidget(label, line, 0);
        grid->addWidget(field, line, 1);
    };
    add(0, tr("Points"), design_);
    add(1, tr("Seeds"), seeds_);
    samples_->setFixedWidth(kNumberWidth);
    grid->addWidget(samples_, 0, 2, Qt::AlignLeft);
    grid->addWidget(rounds_, 1, 2);
    column->addLayout(grid);
    column->addStretch(1);
    return left;
}

// Tab goes as it reads: down the left, the policies, the buttons.
void SweepSheet::updateRows() {
    std::vector<QWidget*> order = axes_->controls();
    for (QWidget* control : std::initializer_list<QWidget*>{design_, samples_, seeds_, rounds_,
                                                            policies_, save_, close_, start_})
        order.push_back(control);
    for (std::size_t at = 1; at < order.size(); ++at) setTabOrder(order[at - 1], order[at]);
    refresh();
    place();
}

void SweepSheet::open(const ExperimentFile& setup) {
    tables_.clear();
    if (!setup.table.empty()) tables_.push_back(setup.table);
    ExperimentFile base = setup;
    axes_->setLayerCosts(setup.experiment.offloadsPerLayer());
    axes_->setSources(tables_);
    designSeed_ = 1;
    if (typedSeeds_) setFieldValue(base.experiment, "seeds", *typedSeeds_);
    base_->setText(
        tables_.empty()
            ? tr("The set-up of the page Live")
            : tr("%1, all else as the page Live is set up").arg(sourceLabel(setup.table)));
    draft_.load(base);
    seeds_->show(static_cast<double>(base.experiment.seeds));
    openFilled();
}

void SweepSheet::open(const Sweep& sweep, const QString& name) {
    if (sweep.axes.size() > AxisRows::kMost)
        return emit failed(
            tr("%1 varies %2 parameters, and a sheet has room for %3: play it with splitee sweep")
                .arg(name)
                .arg(sweep.axes.size())
                .arg(AxisRows::kMost));
    for (const SweepAxis& axis : sweep.axes)
        if (std::ranges::find(axisKeys(), axis.key) == axisKeys().end())
            return emit failed(QString::fromStdString(completed(axis).error().message));
        else if (isTableAxis(axis.key) && !completed(axis))  // its list has room for names alone
            return emit failed(QString::fromStdString(completed(axis).error().message));
    axes_->setLayerCosts(sweep.experiment.offloadsPerLayer());
    tables_ = sweep.tables;
    axes_->setSources(tables_);
    axes_->setAxes(sweep.axes);
    designSeed_ = sweep.designSeed;
    QStringList sources;
    for (const std::string& table : tables_) sources << sourceLabel(table);
    base_->setText(
        sources.isEmpty()
            ? tr("As %1 says").arg(name)
            : tr("%1, all else as %2 says").arg(sources.join(QStringLiteral(", ")), name));
    design_->setCurrentIndex(std::max(0, design_->findData(QString::fromStdString(sweep.design))));
    samples_->show(static_cast<double>(sweep.samples));
    ExperimentFile base;
    base.experiment = sweep.experiment;
    draft_.load(base);
    seeds_->show(static_cast<double>(sweep.experiment.seeds));
    openFilled();
}

void SweepSheet::setSession(const QString& name, const QString& busy) {
    kept_->setText(tr("Logged to %1").arg(name));
    busy_ = busy;
    refresh();
}

Result<Sweep> SweepSheet::sweep() const {
    Sweep made;
    made.experiment = draft_.experiment();
    made.tables = tables_;
    made.design = design_->currentData().toString().toStdString();
    made.samples = static_cast<std::int64_t>(samples_->value());
    made.designSeed = designSeed_;
    const bool sources = axes_->varies(kSourceAxis);
    if (sources) made.tables.clear();
    if (tables_.empty() && !sources && isLive(draft_.file()))
        return fail(tr("A sweep replays exit tables, and the set-up is a live one: choose an exit "
                       "table as the source under Live")
                        .toStdString());
    if (tables_.empty() && !sources)
        return fail(tr("Choose an exit table as the source under Live first, or open a sweep file")
                        .toStdString());
    auto axes = axes_->axes();
    if (!axes) return tl::unexpected(axes.error());
    made.axes = std::move(*axes);
    return made;
}

bool SweepSheet::keepsRounds() const { return rounds_->isChecked(); }

// How many runs that is, or what is wrong.
void SweepSheet::refresh() {
    const auto wanted = sweep();
    const auto plan =
        wanted ? SweepPlan::make(*wanted) : Result<SweepPlan>(tl::unexpected(wanted.error()));
    QString problem = plan ? busy_ : QString::fromStdString(plan.error().message);
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    count_->setText(plan ? planText(*wanted, *plan) : QString());
    count_->setVisible(plan.has_value());
    fault_->setText(problem);
    fault_->setVisible(!problem.isEmpty());
    start_->setEnabled(problem.isEmpty());
    start_->setToolTip(problem.isEmpty() ? tr("Play the runs that the session lacks (Ctrl+Enter)")
                                         : problem);
    save_->setEnabled(plan.has_value());
    save_->setToolTip(plan ? tr("A file that splitee sweep takes") : problem);
    const bool grid = design_->currentData().toString() == QLatin1String("grid");
    samples_->setEnabled(!grid);
    samples_->setTexts(tr("Number of points"),
                       grid ? tr("Every combination has as many points as the values make")
                            : tr("How many points are drawn"));
}

void SweepSheet::accept() {
    if (!start_->isEnabled()) return;
    const auto wanted = sweep();
    const auto plan = SweepPlan::make(*wanted);
    leave();
    emit startWanted(*wanted, *plan, keepsRounds());
}

void SweepSheet::saveByDialog() {
    auto* dialog = new QFileDialog(this, tr("Save the sweep"), QStringLiteral("sweep.json"),
                                   tr("Sweeps (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &SweepSheet::saveTo);
    dialog->open();
}

void SweepSheet::saveTo(const QString& path) {
    const auto wanted = sweep();
    if (!wanted) return emit failed(QString::fromStdString(wanted.error().message));
    const std::string text = toJson(*wanted);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        return emit failed(tr("Cannot write sweep %1: %2").arg(path, file.errorString()));
    emit saved(path);
}

void SweepSheet::openFilled() {
    refresh();
    present();
    axes_->focusFirst();
}

}  // namespace splitee
