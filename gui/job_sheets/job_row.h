// SPDX-License-Identifier: GPL-3.0-or-later
// A job in the list of jobs: what it is, where it stands, and what can be done about it.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace splitee {

class Job;

class JobRow : public QFrame {
    Q_OBJECT
public:
    /// `job` must outlive it.
    explicit JobRow(Job& job, QWidget* parent = nullptr);
    [[nodiscard]] Job& job() const { return job_; }
    void setChosen(bool chosen);
    [[nodiscard]] const QString& text() const { return words_; }
    void refresh();

signals:
    void chosen();
    void pauseWanted();
    void resumeWanted();
    void cancelWanted();
    void openWanted();  ///< what came of it
    void removeWanted();
    void discardWanted();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitTexts();

    Job& job_;
    QString name_, words_;
    QLabel *title_, *state_;
    QProgressBar* bar_;
    QPushButton *pause_, *resume_, *cancel_, *open_, *remove_, *discard_;
};

}  // namespace splitee
