// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet over the page of runs that defines a sweep: a set-up, what is varied over which values, and
// how many runs that makes.
#pragma once

#include <optional>

#include "gui/run/setup.h"
#include "gui/widgets/sheet.h"
#include "storage/files/sweep_file.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace splitee {

class AxisRows;
class NumberField;
class PolicyList;
class Theme;

class SweepSheet : public Sheet {
    Q_OBJECT
public:
    explicit SweepSheet(Theme& theme, QWidget* parent);

    /// With the set-up of the live page; what was typed before stays.
    void open(const ExperimentFile& setup);
    /// With the sweep of a file.
    void open(const Sweep& sweep, const QString& name);
    /// The file that keeps the runs, and why none can begin now ("": one can).
    void setSession(const QString& name, const QString& busy);

    /// As it is typed; the error is one sentence.
    [[nodiscard]] Result<Sweep> sweep() const;
    [[nodiscard]] bool keepsRounds() const;
    void saveTo(const QString& path);

signals:
    void startWanted(const Sweep& sweep, const SweepPlan& plan, bool keepRounds);
    void saved(const QString& path);
    void failed(const QString& sentence);

protected:
    /// Starts what is defined.
    void accept() override;

private:
    void layOut();
    QWidget* leftColumn();
    void updateRows();
    void refresh();
    void saveByDialog();
    void openFilled();

    Theme& theme_;
    Setup draft_;  // policies and seeds are chosen here, not in the set-up of the live page
    std::vector<std::string> tables_;
    std::uint64_t designSeed_ = 1;
    std::optional<double> typedSeeds_;  // the live page plays one, and shows no number of them
    QString busy_;
    QLabel *base_, *count_, *fault_, *kept_;
    AxisRows* axes_;
    QPushButton *save_, *start_;
    QComboBox* design_;
    NumberField *samples_, *seeds_;
    QCheckBox* rounds_;
    PolicyList* policies_;
    QPushButton* close_;
};

}  // namespace splitee
