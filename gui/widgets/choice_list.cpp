// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/choice_list.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace splitee {
namespace {

constexpr int kTextAir = 36;  // beside the text of the button, its arrow too
constexpr std::size_t kSmallGroup = 1;

// A click on what can be checked checks it, and closes nothing.
class StayingMenu final : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (!triggerHere(actionAt(event->position().toPoint()))) QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override {
        const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
        if (!chooses || !triggerHere(activeAction())) QMenu::keyPressEvent(event);
    }

private:
    static bool triggerHere(QAction* action) {
        if (action == nullptr || !action->isEnabled() || action->menu() != nullptr ||
            action->isSeparator())
            return false;
        action->trigger();
        return true;
    }
};

}  // namespace

ChoiceList::ChoiceList(QWidget* parent) : QPushButton(parent), menu_(new StayingMenu(this)) {
    setObjectName(QStringLiteral("choiceList"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMenu(menu_);
    updateWords();
}

void ChoiceList::offer(std::vector<Choice> choices) {
    choices_ = std::move(choices);
    for (const QString& value : std::as_const(checked_))  // of a file that says so
        if (std::ranges::find(choices_, value, &Choice::value) == choices_.end())
            choices_.push_back({value, {}, value});
    fill();
    updateWords();
}

void ChoiceList::check(const QStringList& values) {
    checked_ = values;
    offer(std::move(choices_));
    emit changed();
}

QStringList ChoiceList::checked() const {
    QStringList all;
    for (const Choice& choice : choices_)
        if (checked_.contains(choice.value)) all << choice.value;
    return all;
}

void ChoiceList::setPlaceholder(const QString& text) {
    placeholder_ = text;
    updateWords();
}

void ChoiceList::toggle(const QString& value) { set(value, !checked_.contains(value)); }

void ChoiceList::set(const QString& value, bool on) {
    if (on == checked_.contains(value)) return;
    if (on)
        checked_ << value;
    else
        checked_.removeAll(value);
    for (QAction* action : menu_->findChildren<QAction*>())
        if (action->data().toString() == value) action->setChecked(on);
    updateWords();
    emit changed();
}

// A group of several has a menu of its own, which begins with all of them.
void ChoiceList::fill() {
    menu_->clear();
    for (QMenu* group : menu_->findChildren<QMenu*>()) delete group;
    const auto add = [this](QMenu& to, const Choice& choice) {
        auto* action = new QAction(choice.label, &to);
        action->setCheckable(true);
        action->setChecked(checked_.contains(choice.value));
        action->setData(choice.value);
        connect(action, &QAction::triggered, this,
                [this, value = choice.value](bool on) { set(value, on); });
        to.addAction(action);
    };
    for (std::size_t k = 0; k < choices_.size();) {
        std::size_t end = k + 1;
        while (end < choices_.size() && !choices_[k].group.isEmpty() &&
               choices_[end].group == choices_[k].group)
            ++end;
        if (end - k <= kSmallGroup) {
            add(*menu_, choices_[k]);
        } else {
            auto* group = new StayingMenu(choices_[k].group, menu_);
            menu_->addMenu(group);
            auto* all = new QAction(tr("All of them"), group);
            QStringList values;
            for (std::size_t i = k; i < end; ++i) values << choices_[i].value;
            connect(all, &QAction::triggered, this, [this, values] {
                const bool on = !std::ranges::all_of(
                    values, [this](const QString& value) { return checked_.contains(value); });
                for (const QString& value : values) set(value, on);
            });
            group->addAction(all);
            group->addSeparator();
            for (std::size_t i = k; i < end; ++i) add(*group, choices_[i]);
        }
        k = end;
    }
}

void ChoiceList::updateWords() {
    QStringList labels;
    for (const Choice& choice : choices_)
        if (checked_.contains(choice.value)) labels << choice.label;
    const QString words = labels.join(QStringLiteral(", "));
    setText(fontMetrics().elidedText(labels.isEmpty() ? placeholder_ : words, Qt::ElideRight,
                                     std::max(40, width() - kTextAir)));
    setProperty("words", words);
    setAccessibleDescription(words);
}

void ChoiceList::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    updateWords();
}

}  // namespace splitee
