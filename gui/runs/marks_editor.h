// Name, tags and note of a run, or tags for several, in a small window of the table.
#pragma once

#include <QFrame>

#include <vector>

#include "gui/runs/session_runs.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace splitee {

class MarksEditor : public QFrame {
    Q_OBJECT
public:
    explicit MarksEditor(QWidget* parent);
    /// Shown in the middle of its parent. Closing it keeps what was typed, Esc does not.
    void edit(std::vector<const RunRow*> runs);

signals:
    void done(const MarkedRuns& marks);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish(bool keep);

    MarkedRuns before_;
    QLabel* title_;
    QLabel *nameLabel_, *noteLabel_;
    QLineEdit *name_, *tags_;
    QPlainTextEdit* note_;
};

}  // namespace splitee
