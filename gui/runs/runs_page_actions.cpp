// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of runs: marks, the trash, views.
#include <QAction>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <limits>

#include "gui/runs/key_picker.h"
#include "gui/runs/marks_editor.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/run_words.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/plain_tip.h"

namespace splitee {

QAction* RunsPage::add(const QString& name, const QString& text, const QString& help,
                       const QKeySequence& keys, const std::function<void()>& what) {
    auto* made = new QAction(text, this);
    made->setObjectName(name);
    made->setShortcut(keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString shown = keys.toString(QKeySequence::NativeText);
    made->setToolTip(shown.isEmpty() ? help : help + QStringLiteral(" (%1)").arg(shown));
    connect(made, &QAction::triggered, this, what);
    return made;
}

QAction* RunsPage::action(const QString& name) const { return findChild<QAction*>(name); }

void RunsPage::buildActions() {
    const auto first = [this](const auto& signal) {
        return [this, signal] {
            if (const auto runs = view_->selectedRuns(); !runs.empty())
                emit(this->*signal)(session(), runs.front());
        };
    };
    view_->addAction(add(QStringLiteral("set-up"), tr("Open its set-&up"),
                         tr("Under Live, to play it again or to change it"),
                         Qt::CTRL | Qt::Key_Return, first(&RunsPage::setUpWanted)));
    view_->addAction(add(QStringLiteral("again"), tr("Run &again, verify"),
                         tr("Play the selected runs again and check that they are identical"),
                         Qt::Key_A,
                         [this] { emit againWanted(session(), view_->selectedRuns()); }));
    view_->addAction(add(QStringLiteral("go-on"), tr("&Resume"),
                         tr("Resume an interrupted run and those that were played beside it"),
                         Qt::Key_G, first(&RunsPage::goOnWanted)));
    auto* rule = new QAction(this);
    rule->setSeparator(true);
    view_->addAction(rule);
    view_->addAction(add(QStringLiteral("star"), tr("&Star"),
                         tr("Star or unstar the selected runs"), Qt::Key_S,
                         [this] { star(view_->selectedRuns()); }));
    view_->addAction(
        add(QStringLiteral("rename"), tr("Re&name"), tr("Give the run a name"), Qt::Key_F2, [this] {
            const QModelIndex current = view_->currentIndex();
            if (!current.isValid()) return;
            const bool tags = view_->model()->flags(current).testFlag(
                Qt::ItemIsEditable);  // the cell that has the keyboard, if it can be typed into
            view_->setCurrentIndex(tags ? current : current.siblingAtColumn(RunTableModel::kTitle));
            view_->edit(view_->currentIndex());
        }));
    view_->addAction(add(QStringLiteral("marks"), tr("Name, &tags and note…"),
                         tr("Name, tags and note of the selected runs"), Qt::Key_T,
                         [this] { editMarks(); }));
    view_->addAction(add(QStringLiteral("trash"), tr("&Move to trash"),
                         tr("Leave the selected runs out of tables; they can be restored"),
                         Qt::Key_Delete, [this] { trash(true); }));
    view_->addAction(add(QStringLiteral("restore"), tr("&Restore"),
                         tr("Restore the selected runs from the trash"), Qt::SHIFT | Qt::Key_Delete,
                         [this] { trash(false); }));
    auto* shown =
        add(QStringLiteral("show-trash"), tr("Show &trash"), tr("List what is in the trash"), {},
            [this] { filter_->setText(filtersTrash() ? QString() : QStringLiteral("trashed")); });
    shown->setCheckable(true);
    view_->addAction(shown);
    view_->addAction(add(QStringLiteral("empty"), tr("&Empty trash…"),
                         tr("Remove the runs in the trash for good"), {},
                         [this] { emptyTrash(); }));
    auto* line = new QAction(this);
    line->setSeparator(true);
    view_->addAction(line);
    view_->addAction(
        add(QStringLiteral("sort"), tr("S&ort by this column"),
            tr("Sort by the column that has the keyboard: rising, falling, not at all"),
            Qt::CTRL | Qt::Key_Up, [this] {
                if (view_->currentIndex().isValid())
                    view_->sortBy(view_->currentIndex().column(), false);
            }));
    view_->addAction(add(QStringLiteral("sort-too"), tr("Sort by this column t&oo"),
                         tr("As a further key, after those already set"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_Up, [this] {
                             if (view_->currentIndex().isValid())
                                 view_->sortBy(view_->currentIndex().column(), true);
                         }));
    addAction(
        add(QStringLiteral("find"), tr("&Filter"), tr("Type a filter"), QKeySequence::Find, [this] {
            filter_->setFocus(Qt::ShortcutFocusReason);
            filter_->selectAll();
        }));
    addAction(add(QStringLiteral("refresh"), tr("Reloa&d"), tr("Reload the session"), Qt::Key_F5,
                  [this] { showSession(session()); }));
    addAction(add(QStringLiteral("other"), tr("Open &session…"),
                  tr("Show the runs of another session"), {}, [this] { openByDialog(); }));
    selectionChanged();
}

void RunsPage::editMarks() {
    std::vector<const RunRow*> rows;
    for (const std::int64_t run : view_->selectedRuns())
        if (const RunRow* row = model_.table().find(run)) rows.push_back(row);
    editor_->edit(std::move(rows));
}

void RunsPage::trash(bool away) {
    change(view_->selectedRuns(), away ? tr("Move to trash") : tr("Restore"),
           [away](RunMarks& marks) { marks.trashed = away; });
}

void RunsPage::emptyTrash() {
    auto* ask = new QMessageBox(
        QMessageBox::Question, tr("Empty trash"),
        tr("Remove %1 with all rounds for good?").arg(runsText(model_.table().trashed())),
        QMessageBox::Cancel, this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* remove = ask->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this] {
        undo_.clear();  // its steps name runs that are removed
        runs_.emptyTrash();
    });
    ask->open();
}

void RunsPage::buildViewMenu() {
    QMenu* menu = viewButton_->menu();
    menu->clear();
    menu->setToolTipsVisible(true);
    for (const SavedView& view : views_) {
        const QString name = QString::fromStdString(view.name);
        QAction* one =
            menu->addAction(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                            [this, name] { openView(name); });
        one->setToolTip(plainTip(name));
        one->setCheckable(true);
        one->setChecked(name == viewName_);
    }
    if (!views_.empty()) menu->addSeparator();
    menu->addAction(tr("&Standard"), this, [this] {
        viewName_.clear();
        setLook(standardLook());
        buildViewMenu();
    });
    menu->addAction(tr("&Save this view…"), this, &RunsPage::saveViewByDialog)
        ->setToolTip(tr("Filter, groups, columns and order under a name, in the session"));
    QAction* remove = menu->addAction(tr("&Remove this view"), this, [this] {
        std::erase_if(
            views_, [this](const SavedView& view) { return view.name == viewName_.toStdString(); });
        runs_.removeView(viewName_.toStdString());
        viewName_.clear();
        buildViewMenu();
        describe();
    });
    remove->setEnabled(!viewName_.isEmpty());
    remove->setToolTip(viewName_.isEmpty() ? tr("No view is open") : QString());
    menu->addSeparator();
    menu->addActions({action(QStringLiteral("show-trash")), action(QStringLiteral("empty"))});
    menu->addSeparator();
    menu->addActions({action(QStringLiteral("other")), action(QStringLiteral("refresh"))});
}

// Below the list of the columns' menu: what only rounds tell.
void RunsPage::buildColumnMenu() {
    columns_->addSeparator();
    QMenu* at = columns_->addMenu(tr("&At a round"));
    QMenu* least = columns_->addMenu(tr("M&inimum over the run"));
    QMenu* most = columns_->addMenu(tr("Ma&ximum over the run"));
    for (std::size_t key = 0; key < runKeys().size(); ++key) {
        if (!isFollowed(key)) continue;
        at->addAction(tr("%1…").arg(keyLabel(key)), this, [this, key] { addRoundByDialog(key); });
        if (!hasExtremes(key)) continue;
        least->addAction(keyLabel(key), this, [this, key] {
            addColumn({key, RoundColumn::Of::Least, 0});
        });
        most->addAction(keyLabel(key), this, [this, key] {
            addColumn({key, RoundColumn::Of::Most, 0});
        });
    }
}

void RunsPage::addRoundByDialog(std::size_t measure) {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("At a round"));
    dialog->setLabelText(tr("%1 at round:").arg(keyLabel(measure)));
    dialog->setIntRange(1, std::numeric_limits<int>::max());
    dialog->setIntValue(1000);
    connect(dialog, &QInputDialog::intValueSelected, this, [this, measure](int round) {
        addColumn({measure, RoundColumn::Of::AtRound, round});
    });
    dialog->open();
}

void RunsPage::addColumn(const RoundColumn& column) {
    TableLook look = look_;
    if (std::ranges::find(look.columns, keyOf(column)) != look.columns.end()) return;
    look.columns.push_back(keyOf(column));
    setLook(look);
}

// Rounds of a run are read once: the values stay until it resumes or another session is shown.
void RunsPage::followColumns() {
    std::vector<RoundColumn> wanted;
    std::vector<std::int64_t> runs;
    for (const std::size_t key : look_.columns) {
        const auto column = roundColumnOf(key);
        if (!column) continue;
        const auto missing = model_.table().withoutRoundValue(key);
        if (missing.empty()) continue;
        wanted.push_back(*column);
        runs.insert(runs.end(), missing.begin(), missing.end());
    }
    std::ranges::sort(runs);
    runs.erase(std::ranges::unique(runs).begin(), runs.end());
    if (!runs.empty()) runs_.follow(runs, wanted);
}

void RunsPage::saveViewByDialog() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save view"));
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(viewName_);
    connect(dialog, &QInputDialog::textValueSelected, this, &RunsPage::saveView);
    dialog->open();
}

void RunsPage::saveView(const QString& name) {
    const QString tidy = name.simplified().left(100);
    if (tidy.isEmpty()) return;
    const SavedView view{tidy.toStdString(), toJson(look_).toStdString()};
    std::erase_if(views_, [&](const SavedView& one) { return one.name == view.name; });
    views_.push_back(view);
    std::ranges::sort(views_, {}, &SavedView::name);
    viewName_ = tidy;
    runs_.keepView(view);
    buildViewMenu();
    describe();
}

void RunsPage::openView(const QString& name) {
    const auto found = std::ranges::find(views_, name.toStdString(), &SavedView::name);
    if (found == views_.end()) return;
    viewName_ = name;
    setLook(lookFromJson(QByteArray::fromStdString(found->content)));
    buildViewMenu();
}

void RunsPage::openByDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Show the runs of"),
                                                      QString::fromStdString(session().string()),
                                                      tr("Sessions (*.splitee)"));
    if (!path.isEmpty()) showSession(path.toStdString());
}

}  // namespace splitee
