// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet that starts a job: a title, a form, what is wrong with it, and a button. JobSheet is its
// frame; TrainSheet asks for a training, SourceSheet for the exits of a network on samples.
#pragma once

#include "gui/jobs/job_plan.h"
#include "gui/widgets/sheet.h"

class QLabel;
class QPushButton;

namespace splitee {

class SourceForm;
class Theme;
class TrainForm;

class JobSheet : public Sheet {
    Q_OBJECT
public:
    void open();
    /// What is wrong now; "" for nothing.
    [[nodiscard]] QString fault() const;
    [[nodiscard]] QPushButton& startButton() { return *go_; }

signals:
    void wanted(const JobPlan& plan);

protected:
    JobSheet(Theme& theme, const QString& title, const QString& about, const QString& start,
             QWidget* parent);
    void setForm(QWidget* form);
    /// Shows what is wrong.
    void refresh();
    [[nodiscard]] virtual QString problem() const = 0;
    [[nodiscard]] virtual JobPlan plan() const = 0;
    void accept() override;

private:
    QWidget* orderFocus();

    QLabel* fault_;
    QPushButton *close_, *go_;
};

class TrainSheet final : public JobSheet {
    Q_OBJECT
public:
    TrainSheet(Theme& theme, QWidget* parent);
    [[nodiscard]] TrainForm& form() { return *form_; }

protected:
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] JobPlan plan() const override;

private:
    TrainForm* form_;
};

class SourceSheet final : public JobSheet {
    Q_OBJECT
public:
    enum class What { Table, Evaluation };
    SourceSheet(What what, Theme& theme, QWidget* parent);
    [[nodiscard]] SourceForm& form() { return *form_; }

protected:
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] JobPlan plan() const override;

private:
    What what_;
    SourceForm* form_;
};

}  // namespace splitee
