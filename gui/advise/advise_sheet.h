// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet that asks for a floor or a ceiling, and says which policy, layer and threshold to take home
// on the exit tables that are open.
#pragma once

#include <memory>
#include <optional>

#include "engine/world/physical_profile.h"
#include "gui/advise/advice_work.h"
#include "gui/run/opened_tables.h"
#include "gui/widgets/sheet.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace splitee {

class AdviceChart;
class NumberField;
class TextTableModel;
class TextTableView;
class Theme;

class AdviseSheet : public Sheet {
    Q_OBJECT
public:
    enum class Goal { Accuracy, Cost, Latency, Reward };

    /// All must outlive it but for `page`, over which it lies.
    AdviseSheet(Setup& setup, RunController& controller, Theme& theme, QWidget& page);

    void open();
    /// The times that the costs may stand for: then a ceiling may be one of latency.
    void setTimes(const PhysicalProfile& profile);
    /// As if it were chosen and typed: accuracy in %, cost in lambda, latency in ms.
    void setGoal(Goal goal, double value);
    /// As if *Advise* were pressed.
    void begin() { accept(); }
    void setSeeds(std::int64_t seeds);
    void setThresholds(const QString& text);

    /// As it is typed; the error is one sentence.
    [[nodiscard]] Result<AdviceRequest> request() const;
    /// What is shown; null: nothing yet.
    [[nodiscard]] const AdviceAnswer* answer() const { return answer_.get(); }
    [[nodiscard]] AdviceWork& work() { return work_; }
    [[nodiscard]] AdviceChart& chart() { return *chart_; }
    [[nodiscard]] TextTableView& table() { return *table_; }
    /// The answer in sentences.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString fault() const;
    void savePolicyTo(const QString& path);
    void saveMarkdownTo(const QString& path);
    /// The advised policy comes first, with its threshold and layer: one step to undo.
    void useInSetup();

signals:
    void saved(const QString& path);
    void failed(const QString& sentence);

protected:
    void accept() override;
    void leave() override;

private:
    void layOut(Theme& theme);
    QLayout* formRow();
    QWidget* results();
    QLayout* buttonRow();
    void setupChanged();
    void refresh();
    void showAnswer(const std::shared_ptr<const AdviceAnswer>& answer);
    void updateAnswer();
    void saveByDialog(const QString& title, const QString& name, const QString& filter,
                      void (AdviseSheet::*save)(const QString&));
    void write(const QString& path, const char* what, const std::string& text);
    [[nodiscard]] Goal goal() const;
    [[nodiscard]] std::optional<double> lambdaMilliseconds() const;
    [[nodiscard]] bool stale() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString baseText() const;

    Setup& setup_;
    RunController& controller_;
    Theme& theme_;
    OpenedTables tables_;
    PhysicalProfile profile_;
    std::shared_ptr<const AdviceAnswer> answer_;
    QString refusal_;
    QLabel *base_, *head_, *text_, *note_, *fault_, *stand_;
    QComboBox* goal_;
    QStackedWidget* values_;
    NumberField *accuracy_, *cost_, *latency_, *seeds_;
    QLineEdit* thresholds_;
    QWidget* results_;
    QScrollArea* scroll_;
    AdviceChart* chart_;
    TextTableView* table_;
    TextTableModel* model_;
    QProgressBar* bar_;
    QPushButton *policy_, *markdown_, *copy_, *use_, *close_, *go_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    AdviceWork work_;
};

}  // namespace splitee
