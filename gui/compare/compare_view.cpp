// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/compare_view.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/compare/compare_panels.h"
#include "gui/compare/curves_chart.h"
#include "gui/compare/difference_words.h"
#include "gui/compare/differs_panel.h"
#include "gui/compare/parallel_chart.h"
#include "gui/compare/pareto_chart.h"
#include "gui/compare/report_work.h"
#include "gui/compare/rounds_difference.h"
#include "gui/compare/setting_chart.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/panel_header.h"
#include "gui/widgets/text_table.h"

namespace splitee {
namespace {

constexpr int kWidestChoice = 240;
enum Tab { kPareto, kSetting, kParallel, kRounds, kTable };  // as panelNames()

}  // namespace

CompareView::CompareView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      sentenceCard_(cardIn(this)),
      words_(new QLabel(sentenceCard_)),
      group_(choiceIn(sentenceCard_, tr("Group that is compared"),
                      tr("The group that the sentence is about"))),
      baseline_(choiceIn(sentenceCard_, tr("Baseline"),
                         tr("The group that differences are signed against"))),
      progress_(new QProgressBar(sentenceCard_)),
      stop_(new QToolButton(sentenceCard_)),
      panels_(new QWidget(this)),
      differs_(new DiffersPanel(theme, panels_)),
      curves_(new CurvesChart(theme, panels_)),
      quantity_(
          choiceIn(panels_, tr("Quantity of the curves"), tr("Which quantity the curves show"))),
      over_(choiceIn(panels_, tr("Axis below the curves"),
                     tr("Follow the curves by round, by what was spent so far, or by wall time. A "
                        "round plays one sample: rounds are samples seen.\n"
                        "Of the time only a run's whole is kept: its rounds share it evenly."))),
      band_(
          choiceIn(panels_, tr("Band of the curves"), tr("What the bands around the means show"))),
      tabs_(new QTabBar(panels_)),
      stack_(new QStackedWidget(panels_)),
      pareto_(new ParetoChart(theme, stack_)),
      parallel_(new ParallelChart(theme, stack_)),
      setting_(new SettingChart(theme, stack_)),
      rounds_(new RoundsDifference(theme, stack_)),
      table_(new TextTableModel(this)) {
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Comparison"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildSentence();
    column->addWidget(sentenceCard_);
    auto* row = new QHBoxLayout(panels_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(carded(differs_, panels_), 24);
    row->addWidget(buildCurves(), 39);
    row->addWidget(buildRight(), 37);
    column->addWidget(panels_, 1);
    connect(differs_, &DiffersPanel::reportWanted, this, &CompareView::askReport);
    for (ChartPanel* chart : std::initializer_list<ChartPanel*>{curves_, pareto_, parallel_,
                                                                setting_, &rounds_->chart()}) {
        connect(chart, &ChartPanel::failed, this, &CompareView::failed);
        connect(chart, &ChartPanel::written, this, &CompareView::written);
    }
    connect(rounds_, &RoundsDifference::failed, this, &CompareView::failed);
    connect(curves_, &CurvesChart::runChosen, this, &CompareView::runChosen);
    connect(curves_, &CurvesChart::runOpened, this, &CompareView::runOpened);
    connect(pareto_, &ParetoChart::runChosen, this, &CompareView::runChosen);
    connect(pareto_, &ParetoChart::runOpened, this, &CompareView::runOpened);
    connect(parallel_, &ParallelChart::runChosen, this, &CompareView::runChosen);
    connect(parallel_, &ParallelChart::runOpened, this, &CompareView::runOpened);
    connect(&steps_, &QTimer::timeout, this, &CompareView::showStep);
    connect(&theme_, &Theme::changed, this, [this] { words_->setFont(theme_.titleFont()); });
    showCompared();
}

CompareView::~CompareView() = default;

void CompareView::buildSentence() {
    auto* row = new QHBoxLayout(sentenceCard_);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    words_->setTextFormat(Qt::PlainText);  // it quotes names of sources and policies
    words_->setWordWrap(true);
    words_->setFont(theme_.titleFont());
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setAccessibleName(tr("The difference in words"));
    row->addWidget(words_, 1);
    row->addWidget(progress_);
    row->addWidget(stop_);
    row->addWidget(group_);
    auto* against = new QLabel(tr("against"), sentenceCard_);
    against->setObjectName(QStringLiteral("muted"));
    row->addWidget(against);
    row->addWidget(baseline_);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(120);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    progress_->setAccessibleName(tr("Progress of reading"));
    stop_->setText(tr("Cancel"));
    stop_->setToolTip(tr("Stop reading; what is shown stays"));
    progress_->hide();
    stop_->hide();
    connect(stop_, &QToolButton::clicked, this, [this] {
        work_.cancel();
        ++number_;
        progress_->hide();
        stop_->hide();
    });
    for (QComboBox* box : {group_, baseline_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(kWidestChoice);
        connect(box, &QComboBox::activated, this, [this] {
            choose(static_cast<std::size_t>(group_->currentIndex()),
                   static_cast<std::size_t>(baseline_->currentIndex()));
        });
    }
}

QWidget* CompareView::buildCurves() {
    QFrame* card = cardIn(panels_);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 4);
    column->setSpacing(0);
    column->addWidget(curves_, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 6);
    row->setSpacing(6);
    row->addWidget(quantity_, 3);
    row->addWidget(over_, 2);
    row->addWidget(band_, 2);
    column->addLayout(row);
    over_->addItem(tr("by round"), static_cast<int>(CurveOver::Round));
    over_->addItem(tr("by cost"), static_cast<int>(CurveOver::Cost));
    over_->addItem(tr("by wall time"), static_cast<int>(CurveOver::Time));
    band_->addItem(tr("95 % interval"), static_cast<int>(CurveBand::Interval95));
    band_->addItem(tr("Standard deviation"), static_cast<int>(CurveBand::StandardDeviation));
    band_->addItem(tr("Least to most"), static_cast<int>(CurveBand::Extremes));
    for (QComboBox* box : {quantity_, over_, band_})
        connect(box, &QComboBox::activated, this, &CompareView::chooseCurve);
    return card;
}

QWidget* CompareView::buildRight() {
    QFrame* card = cardIn(panels_);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 4, 1, 4);
    column->setSpacing(0);
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setUsesScrollButtons(true);
    tabs_->setAccessibleName(tr("Views of the comparison"));
    auto* table = new TextTableView(stack_);
    table->setModel(table_);
    table->setAccessibleName(tr("Figures of the groups"));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const std::pair<QWidget*, std::pair<QString, QString>> pages[] = {
        {pareto_, {tr("Accuracy and cost"), tr("Every run as a point, with the Pareto front")}},
        {setting_, {tr("Setting"), tr("Accuracy and cost against a setting that varies")}},
        {parallel_, {tr("Parallel"), tr("All settings that differ and all figures, a line a run")}},
        {rounds_, {tr("Rounds"), tr("Two runs round by round")}},
        {table,
         {tr("Table"), tr("Figures of all groups with signed differences to the baseline")}}};
    for (const auto& [page, words] : pages) {
        stack_->addWidget(page);
        tabs_->setTabToolTip(tabs_->addTab(words.first), words.second);
    }
    // The tabs say what these are.
    for (ChartPanel* chart : std::initializer_list<ChartPanel*>{pareto_, parallel_})
        chart->findChild<PanelHeader*>()->setTitleShown(false);
    column->addWidget(tabs_);
    column->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        fillTab();
        stack_->setCurrentIndex(tab);
    });
    return card;
}

void CompareView::setRuns(std::filesystem::path session, std::vector<std::int64_t> runs) {
    const int number = ++number_;
    session_ = std::move(session);
    runs_ = std::move(runs);
    work_.cancel();
    progress_->hide();
    stop_->hide();
    if (runs_.empty()) {
        compared_.reset();
        return showCompared();
    }
    progress_->setValue(0);
    progress_->show();
    stop_->show();
    work_.start(
        [path = session_, ids = runs_](const std::stop_token& stop,
                                       const ProgressSink& progress) -> Result<ComparedRunsPtr> {
            auto compared = compareRuns(path, ids, progress, stop);
            if (!compared) return tl::unexpected(compared.error());
            return std::make_shared<const ComparedRuns>(std::move(*compared));
        },
        [this, number](const Result<ComparedRunsPtr>& answer) { take(number, answer); },
        [this, number](const Progress& at) {
            if (number == number_)
                progress_->setValue(
                    static_cast<int>(100 * at.done / std::max<std::int64_t>(at.total, 1)));
        });
}

void CompareView::take(int number, const Result<ComparedRunsPtr>& answer) {
    if (number != number_) return;
    progress_->hide();
    stop_->hide();
    if (!answer) {
        emit failed(QString::fromStdString(answer.error().message));
        return;
    }
    compared_ = *answer;
    taken_ = number;
    showCompared();
}

// Part by part, an event each: together they would keep the window waiting. Nothing at all is shown
// at once.
void CompareView::showCompared() {
    step_ = 0;
    filled_ = {};
    steps_.start(0);
    while (!compared_ && steps_.isActive()) showStep();
}

void CompareView::showStep() {
    switch (step_++) {
        case 0:
            panels_->setVisible(compared_ != nullptr);
            fillChoices();
            return tell();
        case 1:
            return differs_->show(compared_);
        case 2:
            curves_->show(compared_);
            return chooseCurve();
        case 3:
            return fillTab();
        default:
            steps_.stop();
            if (compared_ && taken_ == number_) emit comparisonShown();
    }
}

// What nobody looks at is not filled.
void CompareView::fillTab() {
    const int tab = tabs_->currentIndex();
    if (step_ < 4 || std::exchange(filled_[static_cast<std::size_t>(tab)], true)) return;
    const auto group = static_cast<std::size_t>(std::max(0, group_->currentIndex())),
               baseline = static_cast<std::size_t>(std::max(0, baseline_->currentIndex()));
    switch (tab) {
        case kPareto:
            return pareto_->show(compared_);
        case kSetting:
            return setting_->show(compared_);
        case kParallel:
            return parallel_->show(compared_);
        case kRounds:
            return rounds_->show(compared_, group, baseline);
        default:
            return table_->set(compared_ ? figuresOf(*compared_, baseline) : ChartTable());
    }
}

// Final exit or a policy that is fixed is what others are held against; else the first group.
std::size_t CompareView::baselineByDefault() const {
    for (const char* fixed : {"final", "fixed"})
        for (std::size_t g = 0; g < compared_->groups.size(); ++g)
            if (compared_->groups.size() > 2 && compared_->groups[g].policy == fixed) return g;
    return 0;
}

// A choice stays while there is a group of that name.
void CompareView::fillChoices() {
    const QString groupBefore = group_->currentText(), baselineBefore = baseline_->currentText();
    group_->clear();
    baseline_->clear();
    const bool several = compared_ && compared_->groups.size() > 1;
    for (QWidget* widget :
         sentenceCard_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (widget != words_ && widget != progress_ && widget != stop_) widget->setVisible(several);
    if (!compared_) return;
    for (const ComparedGroup& group : compared_->groups)
        for (QComboBox* box : {group_, baseline_}) box->addItem(labelOf(group));
    const int baseline = baseline_->findText(baselineBefore);
    baseline_->setCurrentIndex(baseline >= 0 ? baseline : static_cast<int>(baselineByDefault()));
    const int group = group_->findText(groupBefore);
    if (group >= 0 && group != baseline_->currentIndex())
        group_->setCurrentIndex(group);
    else
        group_->setCurrentIndex(baseline_->currentIndex() == 0 && group_->count() > 1 ? 1 : 0);
    const auto keep = quantity_->currentIndex() >= 0 ? quantity_->currentText() : QString();
    quantity_->clear();
    for (const CurveChoice& choice : curveChoices(*compared_)) quantity_->addItem(titleOf(choice));
    quantity_->setCurrentIndex(std::max(0, quantity_->findText(keep)));
}

void CompareView::chooseCurve() {
    if (!compared_ || quantity_->currentIndex() < 0) return;
    const auto choices = curveChoices(*compared_);
    curves_->choose(choices[static_cast<std::size_t>(quantity_->currentIndex())],
                    static_cast<CurveOver>(over_->currentData().toInt()),
                    static_cast<CurveBand>(band_->currentData().toInt()));
}

void CompareView::choose(std::size_t group, std::size_t baseline) {
    group_->setCurrentIndex(static_cast<int>(group));
    baseline_->setCurrentIndex(static_cast<int>(baseline));
    tell();
}

void CompareView::tell() {
    if (!compared_) {
        words_->setText(tr("Select runs or groups above to compare them."));
        return;
    }
    const auto group = static_cast<std::size_t>(std::max(0, group_->currentIndex())),
               baseline = static_cast<std::size_t>(std::max(0, baseline_->currentIndex()));
    if (compared_->groups.size() < 2) {
        const ComparedGroup& only = compared_->groups.front();
        words_->setText(
            tr("%1: %2.", "a group alone, its figures").arg(labelOf(only), figuresWords(only)));
    } else if (group == baseline) {
        words_->setText(tr("Choose two different groups to hold against each other."));
    } else {
        words_->setText(differenceWords(
            pairedDifference(compared_->groups[group], compared_->groups[baseline]),
            labelOf(compared_->groups[group]), labelOf(compared_->groups[baseline])));
    }
    filled_[kRounds] = filled_[kTable] = false;
    fillTab();
}

QString CompareView::words() const { return words_->text(); }

QString CompareView::runWords(std::int64_t run) const {
    if (!compared_) return {};
    for (const ComparedGroup& group : compared_->groups)
        for (const ComparedRun& one : group.runs) {
            if (one.id != run) continue;
            const QString name = QString::fromStdString(one.name);
            const QString called = name.isEmpty() || labelOf(group).startsWith(name)
                                       ? labelOf(group)
                                       : name + QStringLiteral(", ") + labelOf(group);
            QString text = tr("Run %1: %2, seed %3, %4 λ a sample")
                               .arg(QString::number(run), called, QString::number(one.seed),
                                    numberText(one.summary.costMean, 2));
            if (one.summary.accuracy)
                text += tr(", %1 % right").arg(numberText(100 * *one.summary.accuracy, 1));
            return text;
        }
    return {};
}

QStringList CompareView::panelNames() {
    return {QStringLiteral("pareto"), QStringLiteral("setting"), QStringLiteral("parallel"),
            QStringLiteral("rounds"), QStringLiteral("table")};
}

void CompareView::showTab(int tab) { tabs_->setCurrentIndex(tab); }

std::vector<ChartPanel*> CompareView::charts() const {
    std::vector<ChartPanel*> seen;
    for (ChartPanel* chart : std::initializer_list<ChartPanel*>{curves_, pareto_, setting_,
                                                                parallel_, &rounds_->chart()})
        if (chart->isVisible()) seen.push_back(chart);
    return seen;
}

void CompareView::askReport() {
    QString kind = tr("Reports (*.html)");
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export report"), QStringLiteral("comparison.html"),
        QStringList{kind, tr("Markdown tables (*.md)"), tr("LaTeX tables (*.tex)")}.join(
            QStringLiteral(";;")),
        &kind);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + kind.section(QStringLiteral("*."), 1).chopped(1);
    exportReport(path.toStdString());
}

void CompareView::exportReport(const std::filesystem::path& path) {
    if (!compared_) return;
    const auto baseline = static_cast<std::size_t>(std::max(0, baseline_->currentIndex()));
    writing_.add([path, compared = compared_,
                  baseline] { return writeReportNow(path, *compared, baseline); },
                 [this, path](const Result<void>& done) {
                     if (done)
                         emit written(QString::fromStdString(path.string()));
                     else
                         emit failed(QString::fromStdString(done.error().message));
                 });
}

// Where there is little width the settings go first: the sentence and the charts say the most.
void CompareView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr int kNarrow = 900;
    differs_->parentWidget()->setVisible(width() >= kNarrow);
}

}  // namespace splitee
