// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/compare_view.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "gui/compare/compare_panels.h"
#include "gui/compare/curves_card.h"
#include "gui/compare/curves_chart.h"
#include "gui/compare/differs_panel.h"
#include "gui/compare/parallel_chart.h"
#include "gui/compare/pareto_chart.h"
#include "gui/compare/report_work.h"
#include "gui/compare/rounds_difference.h"
#include "gui/compare/sentence_card.h"
#include "gui/compare/setting_chart.h"
#include "gui/compare/setting_map_chart.h"
#include "gui/compare/setting_map_panel.h"
#include "gui/widgets/panel_header.h"
#include "gui/widgets/text_table.h"

namespace splitee {
namespace {

// Tabs, as panelNames().
constexpr int kPareto = 0, kSetting = 1, kParallel = 2, kRounds = 3, kTable = 4, kMap = 5;
constexpr int kPanelsHeight = 300;  // pixels, at least

// A chart that asks for more width than there is.
QWidget* scrollingAcross(QWidget* chart, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(chart);
    for (QWidget* filled : {area->viewport(), chart}) filled->setAutoFillBackground(false);
    return area;
}

}  // namespace

CompareView::CompareView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      scroll_(new QScrollArea(this)),
      content_(new QWidget(scroll_)),
      sentence_(new SentenceCard(theme, content_)),
      panels_(new QWidget(content_)),
      differs_(new DiffersPanel(theme, panels_)),
      curves_(new CurvesCard(theme, panels_)),
      tabs_(new QTabBar(panels_)),
      stack_(new QStackedWidget(panels_)),
      pareto_(new ParetoChart(theme, stack_)),
      parallel_(new ParallelChart(theme, stack_)),
      setting_(new SettingChart(theme, stack_)),
      map_(new SettingMapPanel(theme, stack_)),
      rounds_(new RoundsDifference(theme, stack_)),
      table_(new TextTableModel(this)) {
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Comparison"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll_);
    // Where there is little height one scrolls: charts that are too low say nothing.
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(content_);
    panels_->setMinimumHeight(kPanelsHeight);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(sentence_);
    auto* row = new QHBoxLayout(panels_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(carded(differs_, panels_), 24);
    row->addWidget(curves_, 39);
    row->addWidget(buildRight(), 37);
    column->addWidget(panels_, 1);
    connect(curves_, &CurvesCard::curvesWanted, this, &CompareView::playAgain);
    connect(differs_, &DiffersPanel::reportWanted, this, &CompareView::exportByDialog);
    for (ChartPanel* chart : std::initializer_list<ChartPanel*>{
             &curves_->chart(), pareto_, parallel_, setting_, &map_->chart(), &rounds_->chart()}) {
        connect(chart, &ChartPanel::failed, this, &CompareView::failed);
        connect(chart, &ChartPanel::written, this, &CompareView::written);
    }
    connect(rounds_, &RoundsDifference::failed, this, &CompareView::failed);
    connect(&curves_->chart(), &CurvesChart::runChosen, this, &CompareView::runChosen);
    connect(&curves_->chart(), &CurvesChart::runOpened, this, &CompareView::runOpened);
    connect(pareto_, &ParetoChart::runChosen, this, &CompareView::runChosen);
    connect(pareto_, &ParetoChart::runOpened, this, &CompareView::runOpened);
    connect(parallel_, &ParallelChart::runChosen, this, &CompareView::runChosen);
    connect(parallel_, &ParallelChart::runOpened, this, &CompareView::runOpened);
    connect(sentence_, &SentenceCard::chosen, this, &CompareView::onChosen);
    connect(sentence_, &SentenceCard::cancelled, this, [this] {
        work_.cancel();
        ++number_;
    });
    connect(&steps_, &QTimer::timeout, this, &CompareView::showStep);
    showCompared();
}

CompareView::~CompareView() = default;

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
        {pareto_,
         {tr("Accuracy and cost"),
          tr("The mean of every group with its 95 % intervals, its runs faint, and the "
             "Pareto front")}},
        {setting_, {tr("Setting"), tr("Accuracy and cost against a setting that varies")}},
        {scrollingAcross(parallel_, stack_),
         {tr("Parallel"), tr("All settings that differ and all figures, a line a run")}},
        {rounds_, {tr("Rounds"), tr("Two runs round by round")}},
        {table, {tr("Table"), tr("Figures of all groups with signed differences to the baseline")}},
        {map_, {tr("Map"), tr("Learned layer, accuracy or cost over two settings that vary")}}};
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
    session_ = std::move(session);
    runs_ = std::move(runs);
    wanted_ = runs_.size();
    if (runs_.size() > kMostCompared) runs_.resize(kMostCompared);
    read(MissingRounds::Leave);
}

void CompareView::playAgain() { read(MissingRounds::PlayAgain); }

void CompareView::read(MissingRounds missing) {
    const int number = ++number_;
    work_.cancel();
    sentence_->hideProgress();
    if (runs_.empty()) {
        compared_.reset();
        return showCompared();
    }
    sentence_->showProgress(0);
    work_.start(
        [path = session_, ids = runs_, missing](
            const std::stop_token& stop, const ProgressSink& progress) -> Result<ComparedRunsPtr> {
            auto compared = compareRuns(path, ids, progress, stop, missing);
            if (!compared) return tl::unexpected(compared.error());
            return std::make_shared<const ComparedRuns>(std::move(*compared));
        },
        [this, number](const Result<ComparedRunsPtr>& answer) { onCompared(number, answer); },
        [this, number](const Progress& at) {
            if (number == number_)
                sentence_->showProgress(
                    static_cast<int>(100 * at.done / std::max<std::int64_t>(at.total, 1)));
        });
}

void CompareView::onCompared(int number, const Result<ComparedRunsPtr>& answer) {
    if (number != number_) return;
    sentence_->hideProgress();
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
            sentence_->setCompared(compared_, wanted_);
            return onChosen();
        case 1:
            return differs_->show(compared_);
        case 2:
            return curves_->setCompared(compared_);
        case 3:
            return fillTab();
        default:
            steps_.stop();
            if (compared_ && taken_ == number_) emit comparisonShown();
    }
}

// Hidden tabs are not filled.
void CompareView::fillTab() {
    const int tab = tabs_->currentIndex();
    if (step_ < 4 || std::exchange(filled_[static_cast<std::size_t>(tab)], true)) return;
    switch (tab) {
        case kPareto:
            return pareto_->show(compared_);
        case kSetting:
            return setting_->show(compared_);
        case kParallel:
            return parallel_->show(compared_);
        case kMap:
            return map_->show(compared_);
        case kRounds:
            return rounds_->show(compared_, sentence_->group(), sentence_->baseline());
        default:
            return table_->set(compared_ ? figuresOf(*compared_, sentence_->baseline())
                                         : ChartTable());
    }
}

void CompareView::choose(std::size_t group, std::size_t baseline) {
    sentence_->choose(group, baseline);
    onChosen();
}

// The tabs that depend on the two groups are filled anew.
void CompareView::onChosen() {
    filled_[kRounds] = filled_[kTable] = false;
    fillTab();
}

QString CompareView::words() const { return sentence_->words(); }
CurvesChart& CompareView::curves() { return curves_->chart(); }

QString CompareView::runWords(std::int64_t run) const {
    return compared_ ? splitee::runWords(*compared_, run) : QString();
}

QStringList CompareView::panelNames() {
    return {QStringLiteral("pareto"), QStringLiteral("setting"), QStringLiteral("parallel"),
            QStringLiteral("rounds"), QStringLiteral("table"),   QStringLiteral("map")};
}

void CompareView::showTab(int tab) { tabs_->setCurrentIndex(tab); }

std::vector<ChartPanel*> CompareView::charts() const {
    std::vector<ChartPanel*> seen;
    for (ChartPanel* chart : std::initializer_list<ChartPanel*>{
             &curves_->chart(), pareto_, setting_, parallel_, &map_->chart(), &rounds_->chart()})
        if (chart->isVisible()) seen.push_back(chart);
    return seen;
}

void CompareView::exportByDialog() {
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
    writing_.add(
        [path, compared = compared_, baseline = sentence_->baseline()] {
            return writeReportNow(path, *compared, baseline);
        },
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
