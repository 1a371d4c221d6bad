// SPDX-License-Identifier: GPL-3.0-or-later
// Panel that explains one round of one policy: the arithmetic that chose its layer, its cost and
// its reward.
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

#include "gui/why/round_inquiry.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QToolButton;

namespace splitee {

class ConfidenceBars;
class NumberField;
class RunController;
class ShownRound;
class TextTableModel;
class TextTableView;
class Theme;

class WhyPanel : public QWidget {
    Q_OBJECT
public:
    /// `shown`: what it follows; all must outlive it.
    WhyPanel(RunController& controller, ShownRound& shown, const Theme& theme,
             QWidget* parent = nullptr);

    /// A round of the policy that is shown; all of the window shows it then.
    void showRound(std::int64_t round);
    /// And of another policy, by its place among the runs.
    void showRound(int policy, std::int64_t round);
    /// The last round, and the next last one when there is one.
    void followLast();
    [[nodiscard]] bool follows() const;
    /// What is shown; empty before the first answer.
    [[nodiscard]] const std::optional<RoundAccount>& account() const { return account_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildControls();
    void buildAnswer();
    void begin();
    void step(std::int64_t by);
    void advance();
    void requestAccount();
    void showAccount(const RoundAccount& account);
    void showHint(const QString& sentence);
    void showText(const RoundAccount& account);
    void showImage(const RoundAccount& account);
    void showOutcomes(const RoundAccount& account);
    void fitRows(TextTableView& table, std::size_t rows);
    void fillArms();
    void applyTheme();

    RunController& controller_;
    ShownRound& shown_;
    const Theme& theme_;
    RoundInquiry inquiry_;
    QTimer soon_, late_;
    bool stale_ = true;
    std::int64_t round_ = 1;
    std::optional<RoundAccount> account_;
    QComboBox* policy_;
    QToolButton *previous_, *next_, *last_;
    NumberField* box_;
    QLabel* hint_;
    QScrollArea* scroll_;
    QLabel *choice_, *text_, *image_, *sample_, *outcomeWords_, *formula_, *words_, *cost_,
        *reward_;
    ConfidenceBars* bars_;
    TextTableView *arms_, *outcomes_;
    TextTableModel *model_, *outcomeModel_;
    QList<QLabel*> titles_;
};

}  // namespace splitee
