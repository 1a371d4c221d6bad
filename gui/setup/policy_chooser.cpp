// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/policy_chooser.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "engine/run/policy_entry.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_rules.h"
#include "gui/run/setup.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/policy_rows.h"
#include "gui/widgets/theme.h"

namespace splitee {

PolicyChooser::PolicyChooser(Setup& setup, Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      search_(new QLineEdit(this)),
      list_(new PolicyList(setup, theme, this)),
      title_(new QLabel(this)),
      words_(new QLabel(this)),
      column_(new QVBoxLayout(this)),
      buttons_(new QWidget(this)),
      another_(new QToolButton(this)),
      remove_(new QToolButton(this)) {
    setObjectName(QStringLiteral("policyChooser"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(6);
    search_->setObjectName(QStringLiteral("policySearch"));
    search_->setPlaceholderText(tr("Find a policy"));
    search_->setAccessibleName(tr("Find a policy"));
    search_->setToolTip(tr("By its name, its group or words of its rule"));
    search_->setClearButtonEnabled(true);
    search_->setAcceptDrops(false);
    column_->addWidget(search_);
    column_->addWidget(list_);
    title_->setObjectName(QStringLiteral("sectionTitle"));
    for (QLabel* label : {title_, words_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column_->addWidget(label);
    }
    words_->setFont(theme.captionFont());
    addButtons();
    connect(search_, &QLineEdit::textChanged, list_, &PolicyList::setFilter);
    connect(list_, &QListWidget::currentItemChanged, this, &PolicyChooser::showPolicy);
    connect(&setup_, &Setup::changed, this, &PolicyChooser::followSetup);
    showPolicy();
}

void PolicyChooser::addButtons() {
    another_->setText(tr("Add another"));
    another_->setObjectName(QStringLiteral("anotherPolicy"));
    another_->setToolTip(
        tr("Adds a row of the same policy, which plays beside this one by its own parameters"));
    remove_->setText(tr("Remove"));
    remove_->setObjectName(QStringLiteral("removePolicy"));
    remove_->setToolTip(tr("Takes this row out of the list"));
    auto* row = new QHBoxLayout(buttons_);
    row->setContentsMargins(0, 0, 0, 0);
    for (QToolButton* button : {another_, remove_}) row->addWidget(button);
    row->addStretch(1);
    column_->addWidget(buttons_);
    connect(another_, &QToolButton::clicked, this, &PolicyChooser::addAnother);
    connect(remove_, &QToolButton::clicked, this, &PolicyChooser::remove);
}

// The list has followed already. A row whose parameters changed keeps its form, in which somebody
// may be typing.
void PolicyChooser::followSetup() {
    refused_.clear();
    const std::string now = list_->current();
    const bool sameRow = form_ != nullptr && hasOwnParameters(now) && hasOwnParameters(shown_) &&
                         policyKind(now) == policyKind(shown_);
    if (now != shown_ && !sameRow) return showPolicy();
    shown_ = now;
    showWords();
}

void PolicyChooser::showPolicy() {
    const std::string policy = list_->current();
    if (policy == shown_ && !policy.empty()) return;
    shown_ = policy;
    refused_.clear();
    if (form_ != nullptr) form_->deleteLater();
    form_ = nullptr;
    const std::vector<std::string> keys =
        policy.empty() ? std::vector<std::string>() : fieldsOf(policy);
    if (!keys.empty()) {
        form_ = !hasOwnParameters(policy)
                    ? new ParameterForm(setup_, keys, this)
                    : new ParameterForm(setup_, keys,
                                        {[this](const std::string& key) {
                                             return fieldValue(
                                                 settingsOf(setup_.experiment(), shown_), key);
                                         },
                                         [this](const std::string& key, const QVariant& value) {
                                             editRow(key, value);
                                         }},
                                        this);
        form_->setObjectName(QStringLiteral("policyForm"));
        column_->insertWidget(column_->indexOf(buttons_), form_);
    }
    buttons_->setVisible(form_ != nullptr);
    remove_->setVisible(hasOwnParameters(policy));
    showWords();
}

void PolicyChooser::showWords() {
    title_->setVisible(!shown_.empty());
    title_->setText(policyName(shown_));
    if (shown_.empty())
        return words_->setText(
            tr("Choose a policy in the list to see what it does and to set its parameters."));
    const PolicyRule rule = ruleOf(shown_, setup_.experiment());
    QStringList lines;
    if (!rule.words.isEmpty()) lines += rule.words;
    if (!rule.formula.isEmpty()) lines += rule.formula;
    if (form_ == nullptr) lines += tr("It has no parameters of its own.");
    if (hasOwnParameters(shown_))
        lines += tr("What its name does not tell it takes from the row %1.")
                     .arg(policyName(policyKind(shown_)));
    if (!refused_.isEmpty()) lines += refused_;
    words_->setText(lines.join(QLatin1Char('\n')));
}

// It comes last, so that the others keep their colours.
void PolicyChooser::addAnother() {
    const auto row = anotherRow(setup_.experiment(), shown_);
    if (!row) return;
    std::vector<std::string> rows = chosenRows(setup_.experiment());
    rows.push_back(*row);
    ExperimentFile next = setup_.file();
    next.experiment.policies = rowsText(rows);
    setup_.edit(next, tr("Add a policy"));
    list_->setCurrent(*row);
}

void PolicyChooser::remove() {
    std::vector<std::string> rows = chosenRows(setup_.experiment());
    std::erase(rows, shown_);
    if (rows.empty())  // something has to play
        rows.emplace_back(policyKind(shown_));
    ExperimentFile next = setup_.file();
    next.experiment.policies = rowsText(rows);
    setup_.edit(next, tr("Remove a policy"));
}

void PolicyChooser::editRow(const std::string& key, const QVariant& value) {
    const std::string text = value.typeId() == QMetaType::QString ? value.toString().toStdString()
                                                                  : shortNumber(value.toDouble());
    const auto changed = withRowValue(setup_.experiment(), shown_, key, text);
    if (!changed) {
        refused_ = tr("Another row has these values already, so nothing was changed.");
        form_->refresh();
        return showWords();
    }
    if (*changed == setup_.experiment()) return;
    const std::vector<std::string> rows = chosenRows(setup_.experiment());
    const auto place = std::ranges::find(rows, shown_) - rows.begin();
    ExperimentFile next = setup_.file();
    next.experiment = *changed;
    setup_.edit(next, tr("Change %1").arg(fieldTitle(key).toLower()),
                key + " of row " + std::to_string(place));
}

}  // namespace splitee
