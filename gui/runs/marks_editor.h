// SPDX-License-Identifier: GPL-3.0-or-later
// Editor of name, tags and note of a run, or of tags for several, in a small window over the table.
#pragma once

#include <QFrame>

#include <cstdint>
#include <functional>
#include <vector>

#include "comparison/run_row.h"

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
    /// What was typed, to be applied to the marks as they are then: what was not touched stays.
    void done(const std::vector<std::int64_t>& runs, const std::function<void(RunMarks&)>& change);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish(bool keep);

    struct Typed {
        QString name, tags, note;
    };
    [[nodiscard]] Typed typed() const;

    std::vector<std::int64_t> runs_;
    Typed before_;  // as the fields began
    QLabel* title_;
    QLabel *nameLabel_, *noteLabel_;
    QLineEdit *name_, *tags_;
    QPlainTextEdit* note_;
};

}  // namespace splitee
