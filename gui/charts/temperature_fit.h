// SPDX-License-Identifier: GPL-3.0-or-later
// Row of buttons below the calibration diagram: fits a temperature for each exit, on the table that
// plays, on a file, or on the validation part of a live source.
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/calibration.h"
#include "gui/background/task.h"
#include "gui/run/validation_part.h"
#include "storage/tables/table_source.h"

class QLabel;
class QPushButton;

namespace splitee {

inline constexpr int kCalibrationBins = 15;  ///< as usual for ECE (Guo et al. 2017)

class TemperatureFit final : public QWidget {
    Q_OBJECT
public:
    /// Of the same samples, as recorded and at the fitted temperatures: [L], or empty.
    struct Diagrams {
        std::vector<ExitCalibration> before, after;
    };

    explicit TemperatureFit(QWidget* parent = nullptr);

    /// What plays; null: its exits are not known. Forgets a fit, but for one on the validation
    /// part: that is judged on `tables` now.
    void setTables(std::shared_ptr<const TableSource> tables);
    /// Of a live source: then *Fit on the validation part* is offered. `name` says which samples
    /// these are: "signs, fog 3".
    void setValidation(std::optional<ValidationPart> part, const QString& name);

    /// In the background: on the table `validation` (a file or builtin:NAME), or "": on the one
    /// that plays.
    void fit(const std::string& validation);
    /// Reads the validation part in the background, and fits on it. The diagrams are of the samples
    /// that play where their exits are known, else of the validation part itself.
    void fitOnValidation();
    void cancelValidation();
    [[nodiscard]] bool readsValidation() const { return validating_.busy(); }

    /// Which samples temperatures were fitted on, and which are shown; or why not.
    [[nodiscard]] QString words() const;
    /// As Experiment::temperature takes them; "" where none were fitted.
    [[nodiscard]] const std::string& temperatures() const { return temperatures_; }
    [[nodiscard]] const Diagrams& diagrams() const { return diagrams_; }

signals:
    void started();
    /// diagrams() are there; where they are not, failed() told why.
    void ended();
    void forgotten();
    void failed(const QString& sentence);
    /// To be applied as a setting.
    void temperaturesWanted(const QString& temperatures);

private:
    struct Fitted {
        Diagrams diagrams;
        std::string temperatures;
    };
    using SharedExits = std::shared_ptr<const ExitTable>;
    void layOut();
    void updateButtons();
    void fitByDialog();
    void fitTo(SharedExits table, const std::string& file);
    void showFitted(const Result<Fitted>& fitted);
    void takeValidation(const Result<SharedExits>& table);
    void forget();
    void use();
    void say(const QString& text);

    std::shared_ptr<const TableSource> tables_;
    Diagrams diagrams_;
    std::string temperatures_;
    QPushButton *fit_, *fitOn_, *fitOnPart_, *cancel_, *use_;
    QLabel* words_;
    std::optional<ValidationPart> part_;
    QString partName_;
    SharedExits partExits_;  // once it was read
    // Declare as the last members: members die in reverse order, so the threads are joined first.
    Task validating_, fitting_;
};

}  // namespace splitee
