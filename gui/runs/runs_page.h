// SPDX-License-Identifier: GPL-3.0-or-later
// Page of runs: the table of a session, and below it the comparison of those selected.
#pragma once

#include <QTimer>
#include <QUndoStack>
#include <QWidget>

#include "gui/runs/run_table_model.h"
#include "gui/runs/session_runs.h"
#include "gui/runs/table_look.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace splitee {

class KeyPicker;
class MarksEditor;
class RunTableView;
class Theme;

class RunsPage : public QWidget {
    Q_OBJECT
public:
    explicit RunsPage(const Theme& theme, QWidget* parent = nullptr);
    ~RunsPage() override;

    /// Reads the session on a thread of its own; the same one is reloaded, with selection
    /// and look as they are.
    void showSession(const std::filesystem::path& session);
    [[nodiscard]] const std::filesystem::path& session() const { return runs_.session(); }
    [[nodiscard]] bool reading() const { return runs_.reading(); }
    /// Below the table; owned from then on.
    void setComparison(QWidget* comparison);
    /// A line between the filter and the table; owned from then on.
    void addStrip(QWidget* strip);

    [[nodiscard]] const TableLook& look() const { return look_; }
    void setLook(const TableLook& look);
    /// "blur-study.splitee  ·  2 041 runs  ·  saved"
    [[nodiscard]] QString statusText() const;
    /// Of marks and the trash.
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }
    [[nodiscard]] RunTableView& table() { return *view_; }
    [[nodiscard]] RunTableModel& model() { return model_; }
    [[nodiscard]] QLineEdit& filterField() { return *filter_; }
    /// What can be done with the selected runs: also the context menu.
    [[nodiscard]] QAction* action(const QString& name) const;
    /// Keeps how the table looks now under a name, in the session.
    void saveView(const QString& name);
    [[nodiscard]] const std::vector<SavedView>& views() const { return views_; }
    void openView(const QString& name);

signals:
    /// After the selection has settled: a group counts as all of its runs.
    void compareWanted(std::filesystem::path session, std::vector<std::int64_t> runs);
    /// Play them again and compare.
    void againWanted(std::filesystem::path session, std::vector<std::int64_t> runs);
    /// Resume an interrupted run, and those that were played beside it.
    void goOnWanted(std::filesystem::path session, std::int64_t run);
    /// The set-up of a run, to be played or changed.
    void setUpWanted(std::filesystem::path session, std::int64_t run);
    void sweepWanted();
    void failed(const QString& sentence);
    void statusChanged();

private:
    class MarkStep;
    void layOut();
    void buildActions();
    void buildViewMenu();
    void filterTyped();
    void applyLook();
    void loaded(std::vector<RunRow>& rows, const std::vector<SavedView>& views);
    void mark(const MarkedRuns& marks, const QString& what);
    void saveMarks(const MarkedRuns& marks);
    void change(const std::vector<std::int64_t>& runs, const QString& what,
                const std::function<void(RunMarks&)>& how);
    void star(const std::vector<std::int64_t>& runs);
    void editMarks();
    void trash(bool away);
    void emptyTrash();
    void buildColumnMenu();
    void addColumn(const RoundColumn& column);
    void addRoundByDialog(std::size_t measure);
    void followColumns();
    void saveViewByDialog();
    void openByDialog();
    void selectionChanged();
    /// Does something that resets the model, and selects again what was selected.
    void withSelection(const std::function<void()>& what);
    void describe();
    [[nodiscard]] bool filtersTrash() const;
    QAction* add(const QString& name, const QString& text, const QString& help,
                 const QKeySequence& keys, const std::function<void()>& what);

    const Theme& theme_;
    RunTableModel model_;
    TableLook look_;
    std::vector<SavedView> views_;
    QString viewName_;
    QUndoStack undo_;
    QTimer compareSoon_;
    std::vector<std::int64_t> selected_;  // while the model resets
    bool resetting_ = false;
    QLineEdit* filter_;
    QLabel *fault_, *count_, *hint_;
    QPushButton *sweepButton_, *groupButton_, *columnButton_, *viewButton_;
    KeyPicker *groups_, *columns_;
    QProgressBar* progress_;
    QStackedWidget* pages_;
    RunTableView* view_;
    QSplitter* splitter_;
    MarksEditor* editor_;
    SessionRuns runs_;
};

}  // namespace splitee
