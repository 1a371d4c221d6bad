// SPDX-License-Identifier: GPL-3.0-or-later
// Card at the top of the comparison: the difference of two groups in a sentence, the choice of the
// two, and the progress of reading.
#pragma once

#include <QFrame>

#include "gui/compare/group_look.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace splitee {

class SentenceCard : public QFrame {
    Q_OBJECT
public:
    SentenceCard(const Theme& theme, QWidget* parent);

    /// Offers its groups; null: none. A choice of the user comes back with a group of that name;
    /// the order of the groups decides nothing. `wanted`: runs that were to be compared.
    void setCompared(ComparedRunsPtr compared, std::size_t wanted);
    /// Which group the sentence is about, and against which: places among the groups.
    void choose(std::size_t group, std::size_t baseline);
    [[nodiscard]] std::size_t group() const;
    [[nodiscard]] std::size_t baseline() const;
    [[nodiscard]] QString words() const;

    void showProgress(int percent);
    void hideProgress();

signals:
    /// Another choice, by the user.
    void chosen();
    /// The reading shall stop.
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void updateText();
    [[nodiscard]] std::size_t baselineByDefault() const;
    [[nodiscard]] std::size_t groupByDefault() const;
    [[nodiscard]] QString capWords() const;

    const Theme& theme_;
    QBoxLayout* row_ = nullptr;
    QLabel* words_;
    QComboBox *group_, *baseline_;
    QProgressBar* progress_;
    QToolButton* stop_;
    QLabel* against_;
    ComparedRunsPtr compared_;
    std::size_t wanted_ = 0;
    QString chosenGroup_, chosenBaseline_;  // by the user; empty: not yet
};

}  // namespace splitee
