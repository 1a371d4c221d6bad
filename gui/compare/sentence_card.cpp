// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/sentence_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "gui/compare/compare_panels.h"
#include "gui/compare/difference_words.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr int kWidestChoice = 240, kProgressWidth = 120, kNarrowCard = 900;  // pixels

std::size_t placeOf(const QComboBox& box) {
    return static_cast<std::size_t>(std::max(0, box.currentIndex()));
}

}  // namespace

SentenceCard::SentenceCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      words_(new QLabel(this)),
      group_(
          choiceIn(this, tr("Group that is compared"), tr("The group that the sentence is about"))),
      baseline_(
          choiceIn(this, tr("Baseline"), tr("The group that differences are signed against"))),
      progress_(new QProgressBar(this)),
      stop_(new QToolButton(this)),
      against_(new QLabel(tr("against"), this)) {
    setObjectName(QStringLiteral("card"));
    layOut();
    progress_->setTextVisible(false);
    progress_->setFixedWidth(kProgressWidth);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    progress_->setAccessibleName(tr("Progress of reading"));
    stop_->setText(tr("Cancel"));
    stop_->setToolTip(tr("Stop reading; what is shown stays"));
    hideProgress();
    connect(stop_, &QToolButton::clicked, this, [this] {
        hideProgress();
        emit cancelled();
    });
    for (QComboBox* box : {group_, baseline_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(kWidestChoice);
        connect(box, &QComboBox::activated, this, [this] {
            chosenGroup_ = group_->currentText();
            chosenBaseline_ = baseline_->currentText();
            updateText();
            emit chosen();
        });
    }
    connect(&theme_, &Theme::changed, this, [this] { words_->setFont(theme_.titleFont()); });
}

void SentenceCard::layOut() {
    row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    row_->setContentsMargins(16, 8, 12, 8);
    row_->setSpacing(8);
    words_->setTextFormat(Qt::PlainText);  // it quotes names of sources and policies
    words_->setWordWrap(true);
    words_->setFont(theme_.titleFont());
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setAccessibleName(tr("The difference in words"));
    against_->setObjectName(QStringLiteral("muted"));
    row_->addWidget(words_, 1);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(8);
    for (QWidget* part :
         std::initializer_list<QWidget*>{progress_, stop_, group_, against_, baseline_})
        choices->addWidget(part);
    row_->addLayout(choices);
}

// In a narrow window the choices would leave the sentence a column of single words.
void SentenceCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    row_->setDirection(width() < kNarrowCard ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SentenceCard::setCompared(ComparedRunsPtr compared, std::size_t wanted) {
    compared_ = std::move(compared);
    wanted_ = wanted;
    group_->clear();
    baseline_->clear();
    const bool several = compared_ && compared_->groups.size() > 1;
    for (QWidget* part : std::initializer_list<QWidget*>{group_, against_, baseline_})
        part->setVisible(several);
    if (compared_) {
        for (const ComparedGroup& group : compared_->groups)
            for (QComboBox* box : {group_, baseline_}) box->addItem(labelOf(group));
        const int baseline = baseline_->findText(chosenBaseline_);
        baseline_->setCurrentIndex(baseline >= 0 ? baseline
                                                 : static_cast<int>(baselineByDefault()));
        const int group = group_->findText(chosenGroup_);
        group_->setCurrentIndex(group >= 0 && group != baseline_->currentIndex()
                                    ? group
                                    : static_cast<int>(groupByDefault()));
    }
    updateText();
}

// The final exit or a fixed policy is the usual baseline; else the group that was played first.
std::size_t SentenceCard::baselineByDefault() const {
    const auto& groups = compared_->groups;
    for (const char* fixed : {"final", "fixed"})
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (groups.size() > 2 && groups[g].policy == fixed) return g;
    const auto first = std::ranges::min_element(
        groups, {}, [](const ComparedGroup& group) { return group.first.id; });
    return static_cast<std::size_t>(first - groups.begin());
}

// Of the others the one that was played first.
std::size_t SentenceCard::groupByDefault() const {
    const auto& groups = compared_->groups;
    std::size_t found = baseline();
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (g != baseline() && (found == baseline() || groups[g].first.id < groups[found].first.id))
            found = g;
    return found;
}

void SentenceCard::choose(std::size_t group, std::size_t baseline) {
    group_->setCurrentIndex(static_cast<int>(group));
    baseline_->setCurrentIndex(static_cast<int>(baseline));
    chosenGroup_ = group_->currentText();
    chosenBaseline_ = baseline_->currentText();
    updateText();
}

std::size_t SentenceCard::group() const { return placeOf(*group_); }
std::size_t SentenceCard::baseline() const { return placeOf(*baseline_); }
QString SentenceCard::words() const { return words_->text(); }

void SentenceCard::updateText() {
    if (!compared_) {
        words_->setText(tr("Select runs or groups above to compare them."));
        return;
    }
    const auto& groups = compared_->groups;
    if (groups.size() < 2) {
        words_->setText(tr("%1: %2.", "a group alone, its figures")
                            .arg(labelOf(groups.front()), figuresWords(groups.front())) +
                        capWords());
    } else if (group() == baseline()) {
        words_->setText(tr("Choose two different groups to compare."));
    } else {
        words_->setText(differenceWords(pairedDifference(groups[group()], groups[baseline()]),
                                        labelOf(groups[group()]), labelOf(groups[baseline()])) +
                        capWords());
    }
}

QString SentenceCard::capWords() const {
    if (wanted_ <= kMostCompared) return {};
    return QLatin1Char(' ') + tr("The first %1 of %2 selected runs are compared.")
                                  .arg(numberText(static_cast<double>(kMostCompared)),
                                       numberText(static_cast<double>(wanted_)));
}

void SentenceCard::showProgress(int percent) {
    progress_->setValue(percent);
    progress_->show();
    stop_->show();
}

void SentenceCard::hideProgress() {
    progress_->hide();
    stop_->hide();
}

}  // namespace splitee
