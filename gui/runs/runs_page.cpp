// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runs/runs_page.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoCommand>
#include <QVBoxLayout>

#include <utility>

#include "gui/runs/filter_completer.h"
#include "gui/runs/key_picker.h"
#include "gui/runs/marks_editor.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/run_words.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kCompareMilliseconds = 150;
constexpr int kMargin = 12, kRunsGap = 8, kTablePart = 2, kComparisonPart = 3;
constexpr int kFilterLength = 2000;

QPushButton* menuButton(const QString& name, const QString& help, QMenu* menu, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setAccessibleName(name);
    button->setToolTip(help);
    if (menu != nullptr) button->setMenu(menu);
    return button;
}

}  // namespace

// One change of marks; runs are named by their number, so it holds after the session was read anew.
class RunsPage::MarkStep : public QUndoCommand {
public:
    MarkStep(RunsPage& page, MarkedRuns before, MarkedRuns after, const QString& what)
        : QUndoCommand(what), page_(page), before_(std::move(before)), after_(std::move(after)) {}
    void undo() override { page_.saveMarks(before_); }
    void redo() override { page_.saveMarks(after_); }

private:
    RunsPage& page_;
    MarkedRuns before_, after_;
};

RunsPage::RunsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(theme),
      look_(standardLook()),
      filter_(new QLineEdit(this)),
      fault_(new QLabel(this)),
      count_(new QLabel(this)),
      hint_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      pages_(new QStackedWidget(this)),
      view_(new RunTableView(model_, this)),
      splitter_(new QSplitter(Qt::Vertical, this)),
      editor_(nullptr) {
    setObjectName(QStringLiteral("runsPage"));
    setAccessibleName(tr("Runs"));
    groups_ = new KeyPicker(
        tr("Runs that agree in the ticked settings form one row: means over their seeds"),
        [](const RunKey& key) {
            return key.kind == RunKeyKind::Setting || key.key == "policy" || key.key == "source" ||
                   key.key == "distortion" || key.key == "status" || key.key == "tag" ||
                   key.key == "program" || key.key == "name" || key.key == "seed";
        },
        this);
    columns_ = new KeyPicker(
        tr("What the table shows of each run"),
        [](const RunKey& key) { return key.key != "starred" && key.key != "name"; }, this);
    groupButton_ =
        menuButton(tr("Group"), tr("Group runs that agree in some settings"), groups_, this);
    columnButton_ = menuButton(tr("Columns"), tr("Choose what the table shows"), columns_, this);
    viewButton_ = menuButton(tr("View"), tr("Filter, groups, columns and order under a name"),
                             new QMenu(this), this);
    columnButton_->setText(tr("Columns"));
    sweepButton_ =
        menuButton(tr("Sweep"),
                   tr("Play many runs: every value of some parameters, with every policy and seed"),
                   nullptr, this);
    sweepButton_->setObjectName(QStringLiteral("sweepButton"));
    sweepButton_->setText(tr("Sweep…"));
    connect(sweepButton_, &QPushButton::clicked, this, &RunsPage::sweepWanted);
    layOut();
    editor_ = new MarksEditor(this);
    buildActions();
    buildColumnMenu();
    compareSoon_.setSingleShot(true);
    compareSoon_.setInterval(kCompareMilliseconds);
    connect(&compareSoon_, &QTimer::timeout, this, [this] {
        const auto runs = view_->selectedRuns();
        if (splitter_->count() > 1) splitter_->widget(1)->setVisible(!runs.empty());
        emit compareWanted(session(), runs);
    });
    connect(filter_, &QLineEdit::textChanged, this, &RunsPage::filterTyped);
    connect(groups_, &KeyPicker::changed, this, [this](const auto& keys) {
        look_.groupBy = keys;
        applyLook();
    });
    connect(columns_, &KeyPicker::changed, this, [this](const auto& keys) {
        look_.columns = keys;
        applyLook();
    });
    connect(view_, &RunTableView::orderChanged, this, [this](const auto& order) {
        look_.order = order;
        applyLook();
    });
    connect(view_, &RunTableView::starClicked, this, [this](int row) { star(model_.runsOf(row)); });
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsPage::selectionChanged);
    connect(
        &model_, &RunTableModel::marksEdited, this,
        [this](const auto& marks) {
            mark(marks, marks.size() == 1 ? tr("Edit run %1").arg(marks.front().first)
                                          : tr("Rename %1").arg(runsText(marks.size())));
        },
        Qt::QueuedConnection);  // the editor in the cell closes first
    connect(editor_, &MarksEditor::done, this,
            [this](const auto& runs, const auto& how) { change(runs, tr("Edit marks"), how); });
    connect(&runs_, &SessionRuns::loaded, this, &RunsPage::loaded);
    connect(&runs_, &SessionRuns::progressed, this, [this](qint64 done, qint64 total) {
        progress_->setRange(0, static_cast<int>(total));
        progress_->setValue(static_cast<int>(done));
        progress_->setVisible(true);
    });
    connect(&runs_, &SessionRuns::followed, this,
            [this](const auto& runs, const auto& columns, const auto& values) {
                RoundValues found;
                for (std::size_t column = 0; column < columns.size(); ++column) {
                    found.push_back({keyOf(columns[column]), {}});
                    for (std::size_t run = 0; run < runs.size(); ++run)
                        found.back().second.emplace_back(runs[run], values[run][column]);
                }
                withSelection([&] { model_.addRoundValues(found); });
            });
    connect(&runs_, &SessionRuns::followedAll, this, [this] {
        progress_->hide();
        view_->fitColumns();
    });
    connect(&runs_, &SessionRuns::written, this, &RunsPage::statusChanged);
    connect(&runs_, &SessionRuns::trashEmptied, this, [this] { showSession(session()); });
    connect(&runs_, &SessionRuns::failed, this, &RunsPage::failed);
    connect(&runs_, &SessionRuns::notWritten, this, [this](const QString& sentence) {
        emit failed(sentence);
        showSession(session());  // as the file has it
    });
    setLook(standardLook());
}

RunsPage::~RunsPage() = default;

void RunsPage::layOut() {
    filter_->setPlaceholderText(tr("Filter, as in: policy = splitee-s and offload >= 5"));
    filter_->setAccessibleName(tr("Filter"));
    filter_->setToolTip(
        tr("Compare with = != < <= > >= ~ (contains) or in (a, b); join with and, or, not and "
           "parentheses.\n"
           "Any other word is looked for in all texts. starred and trashed stand alone. (Ctrl+F)"));
    filter_->setClearButtonEnabled(true);
    new FilterCompleter(*filter_);  // the field owns it
    filter_->setMaxLength(kFilterLength);
    fault_->setObjectName(QStringLiteral("filterFault"));
    fault_->setTextFormat(Qt::PlainText);
    fault_->setWordWrap(true);
    fault_->hide();
    for (QLabel* label : {count_, hint_}) label->setTextFormat(Qt::PlainText);
    count_->setObjectName(QStringLiteral("muted"));
    hint_->setObjectName(QStringLiteral("muted"));
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    progress_->setTextVisible(false);
    progress_->setFixedWidth(80);
    progress_->hide();
    view_->setAccessibleName(tr("Runs"));
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* row = new QHBoxLayout;
    row->setSpacing(kRunsGap);
    row->addWidget(filter_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             sweepButton_, groupButton_, columnButton_, viewButton_, progress_, count_})
        row->addWidget(widget);
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 4, 1, 4);
    inside->addWidget(pages_);
    pages_->addWidget(view_);
    pages_->addWidget(hint_);
    splitter_->addWidget(card);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(kRunsGap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kRunsGap);
    column->addLayout(row);
    column->addWidget(fault_);
    column->addWidget(splitter_, 1);
    setFocusProxy(view_);
}

void RunsPage::setComparison(QWidget* comparison) {
    splitter_->addWidget(comparison);
    splitter_->setStretchFactor(0, kTablePart);
    splitter_->setStretchFactor(1, kComparisonPart);
    comparison->hide();  // until there is something to compare
}

void RunsPage::addStrip(QWidget* strip) {
    static_cast<QBoxLayout*>(layout())->insertWidget(layout()->indexOf(splitter_), strip);
}

void RunsPage::showSession(const std::filesystem::path& session) {
    if (session != this->session()) {
        editor_->hide();  // its runs are not of the other session
        undo_.clear();
        viewName_.clear();
        filter_->clear();  // what was looked for there
        std::vector<RunRow> none;
        loaded(none, {});
        model_.setRows({}, true);
    }
    runs_.read(session);
    describe();
}

void RunsPage::loaded(std::vector<RunRow>& rows, const std::vector<SavedView>& views) {
    progress_->hide();
    views_ = views;
    withSelection([&] { model_.setRows(std::move(rows)); });
    view_->fitColumns();
    followColumns();
    if (!view_->selectedRuns().empty())
        compareSoon_.start();  // a run that is compared may have gone on
    buildViewMenu();
    describe();
}

void RunsPage::withSelection(const std::function<void()>& what) {
    const auto before = view_->selectedRuns();
    resetting_ = true;
    what();
    view_->selectRuns(before);
    resetting_ = false;
    if (view_->selectedRuns() != before) compareSoon_.start();
}

void RunsPage::setLook(const TableLook& look) {
    look_ = look;
    groups_->setChosen(look.groupBy);
    columns_->setChosen(look.columns);
    if (filter_->text() != look.filter) filter_->setText(look.filter);  // applies it
    applyLook();
}

void RunsPage::applyLook() {
    withSelection([this] { model_.setLook(look_.columns, look_.groupBy, look_.order); });
    view_->fitColumns();
    followColumns();
    QStringList names;
    for (const std::size_t key : look_.groupBy) names << keyLabel(key);
    groupButton_->setText(names.isEmpty() ? tr("Group: none")
                                          : tr("Group: %1").arg(names.join(QStringLiteral(", "))));
    describe();
}

void RunsPage::filterTyped() {
    const auto filter = RunFilter::parse(filter_->text().toStdString());
    fault_->setVisible(!filter.has_value());
    if (!filter)
        return fault_->setText(
            tr("Incomplete filter: %1").arg(QString::fromStdString(filter.error().message)));
    look_.filter = filter_->text();
    withSelection([&] { model_.setFilter(*filter); });
    describe();
}

void RunsPage::mark(const MarkedRuns& marks, const QString& what) {
    MarkedRuns before, after;
    for (const auto& [run, next] : marks) {
        const RunRow* row = model_.table().find(run);
        if (row == nullptr || row->run.marks == next) continue;
        before.emplace_back(run, row->run.marks);
        after.emplace_back(run, next);
    }
    if (!after.empty()) undo_.push(new MarkStep(*this, std::move(before), std::move(after), what));
}

// On the screen at once, in the file a moment later.
void RunsPage::saveMarks(const MarkedRuns& marks) {
    withSelection([&] { model_.setMarks(marks); });
    runs_.write(marks);
    describe();
}

void RunsPage::change(const std::vector<std::int64_t>& runs, const QString& what,
                      const std::function<void(RunMarks&)>& how) {
    MarkedRuns marks;
    for (const std::int64_t run : runs)
        if (const RunRow* row = model_.table().find(run)) {
            marks.emplace_back(run, row->run.marks);
            how(marks.back().second);
        }
    mark(marks, what);
}

// All or none: a group with one run that has no star gets one for each.
void RunsPage::star(const std::vector<std::int64_t>& runs) {
    MarkedRuns marks;
    bool all = true;
    for (const std::int64_t run : runs)
        if (const RunRow* row = model_.table().find(run)) {
            marks.emplace_back(run, row->run.marks);
            all = all && row->run.marks.starred;
        }
    for (auto& [run, next] : marks) next.starred = !all;
    mark(marks, all ? tr("Remove star") : tr("Star"));
}

void RunsPage::selectionChanged() {
    if (!resetting_) compareSoon_.start();
    const bool any = view_->selectionModel()->hasSelection();
    for (const char* name :
         {"set-up", "again", "go-on", "star", "rename", "marks", "trash", "restore"})
        if (QAction* one = action(QLatin1String(name))) one->setEnabled(any);
}

bool RunsPage::filtersTrash() const { return model_.table().look().filter.speaksOfTrash(); }

void RunsPage::describe() {
    const RunTable& table = model_.table();
    const QString matching = numberText(static_cast<double>(table.matching()));
    QString text = table.matching() == table.rows().size()
                       ? runsText(table.rows().size())
                       : tr("%1 of %2").arg(matching, runsText(table.rows().size()));
    if (table.grouped())
        text = (table.size() == 1
                    ? tr("1 group")
                    : tr("%1 groups").arg(numberText(static_cast<double>(table.size())))) +
               QStringLiteral(", ") + text;
    count_->setText(text);
    const std::size_t trashed = table.trashed();
    count_->setToolTip(trashed == 0 ? tr("Nothing is in the trash")
                                    : tr("In the trash: %1").arg(runsText(trashed)));
    viewButton_->setText(viewName_.isEmpty() ? tr("View") : tr("View: %1").arg(viewName_));
    if (reading())
        hint_->setText(tr("Reading the session…"));
    else if (table.rows().empty())
        hint_->setText(tr("No runs yet. Play one under Live, or open a session with Ctrl+O."));
    else
        hint_->setText(tr("No run passes this filter."));
    pages_->setCurrentIndex(table.size() == 0 ? 1 : 0);
    if (QAction* empty = action(QStringLiteral("empty"))) empty->setEnabled(trashed > 0);
    if (QAction* shown = action(QStringLiteral("show-trash"))) shown->setChecked(filtersTrash());
    emit statusChanged();
}

QString RunsPage::statusText() const {
    if (session().empty()) return tr("No session");
    QStringList words{QString::fromStdString(session().filename().string())};
    words << runsText(model_.table().rows().size());
    words << (reading() ? tr("reading…") : runs_.writing() ? tr("saving…") : tr("saved"));
    return words.join(QStringLiteral("  ·  "));
}

}  // namespace splitee
