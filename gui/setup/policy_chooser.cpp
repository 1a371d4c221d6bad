// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/policy_chooser.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "gui/run/experiment_fields.h"
#include "gui/run/policy_rules.h"
#include "gui/run/setup.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/policy_list.h"
#include "gui/widgets/theme.h"

namespace splitee {

PolicyChooser::PolicyChooser(Setup& setup, Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      search_(new QLineEdit(this)),
      list_(new PolicyList(setup, theme, this)),
      title_(new QLabel(this)),
      words_(new QLabel(this)),
      column_(new QVBoxLayout(this)) {
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
    connect(search_, &QLineEdit::textChanged, list_, &PolicyList::setFilter);
    connect(list_, &QListWidget::currentItemChanged, this, &PolicyChooser::showPolicy);
    connect(&setup_, &Setup::changed, this, &PolicyChooser::showWords);
    showPolicy();
}

void PolicyChooser::showPolicy() {
    const std::string policy = list_->current();
    if (policy == shown_ && !policy.empty()) return;
    shown_ = policy;
    if (form_ != nullptr) form_->deleteLater();
    form_ = nullptr;
    const std::vector<std::string> keys =
        policy.empty() ? std::vector<std::string>() : fieldsOf(policy);
    if (!keys.empty()) {
        form_ = new ParameterForm(setup_, keys, this);
        form_->setObjectName(QStringLiteral("policyForm"));
        column_->addWidget(form_);
    }
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
    words_->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace splitee
