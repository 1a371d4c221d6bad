// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/policy_list.h"

#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

#include "engine/policies/policy_info.h"
#include "engine/policies/policy_kind.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/run/policy_rules.h"
#include "gui/run/setup.h"
#include "gui/setup/policy_rows.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kSwatchWidth = 38, kSwatchHeight = 12;
constexpr int kRowsShown = 9;
static_assert(kPolicyColors == kPolicyStyles, "a colour of the theme for every number");

QPixmap swatch(const QPen& pen, qreal scale) {
    QPixmap pixmap(QSize(kSwatchWidth, kSwatchHeight) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawLine(QPointF(1, kSwatchHeight / 2.0),
                     QPointF(kSwatchWidth - 1, kSwatchHeight / 2.0));
    return pixmap;
}

constexpr Qt::ItemFlags kRowFlags =
    Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable;

QString policyText(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// The first policy of each group; the others follow it in kPolicies.
struct PolicyGroup {
    std::string_view first;
    const char* title;
};
constexpr PolicyGroup kGroups[] = {
    {"splitee", QT_TRANSLATE_NOOP("splitee::PolicyList", "Of the papers")},
    {"final", QT_TRANSLATE_NOOP("splitee::PolicyList", "Baselines")},
    {"confidence-cascade", QT_TRANSLATE_NOOP("splitee::PolicyList", "Cascades")},
    {"ucb1", QT_TRANSLATE_NOOP("splitee::PolicyList", "UCB family and posteriors")},
    {"sw-ucb", QT_TRANSLATE_NOOP("splitee::PolicyList", "For worlds that change")},
    {"adaee", QT_TRANSLATE_NOOP("splitee::PolicyList", "Thresholds and context")}};

// "window 500, radius scale 0.1": what differs from the defaults.
QString ownValues(const std::string& policy, const Experiment& experiment) {
    QStringList texts;
    for (const std::string& key : fieldsOf(policy)) {
        const QVariant value = fieldValue(experiment, key);
        const ExperimentField field = experimentField(key);
        if (value == field.standard && key != "fixed_layer") continue;
        texts += fieldTitle(key) + QLatin1Char(' ') +
                 (field.kind == FieldKind::Choice ? choiceName(value.toString())
                                                  : shortText(value.toDouble()));
    }
    return texts.join(QStringLiteral(", "));
}

}  // namespace

PolicyList::PolicyList(Setup& setup, Theme& theme, QWidget* parent)
    : QListWidget(parent), setup_(setup), theme_(theme) {
    setAccessibleName(tr("Policies to run side by side"));
    setIconSize({kSwatchWidth, kSwatchHeight});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    for (const PolicyInfo& policy : kPolicies) {
        const auto* group = std::ranges::find(kGroups, policy.key, &PolicyGroup::first);
        if (group != std::end(kGroups)) addGroup(tr(group->title));
        auto* item = new QListWidgetItem(policyName(policy.key), this);
        item->setData(Qt::UserRole, policyText(policy.key));
        item->setFlags(kRowFlags);
        item->setCheckState(Qt::Unchecked);
    }
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        // A further row goes with its tick: not while it is still at work.
        if (hasOwnParameters(item->data(Qt::UserRole).toString().toStdString()))
            QMetaObject::invokeMethod(this, &PolicyList::choose, Qt::QueuedConnection);
        else
            choose();
    });
    connect(&setup_, &Setup::changed, this, &PolicyList::refresh);
    connect(&theme_, &Theme::changed, this, &PolicyList::refresh);
    refresh();
}

QSize PolicyList::sizeHint() const { return {180, kRowsShown * 22 + 8}; }

void PolicyList::addGroup(const QString& title) {
    auto* item = new QListWidgetItem(title, this);
    item->setToolTip(title);  // it may be wider than the list
    item->setFlags(Qt::NoItemFlags);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(bold);
}

std::string PolicyList::current() const {
    const QListWidgetItem* item = currentItem();
    return item == nullptr ? std::string() : item->data(Qt::UserRole).toString().toStdString();
}

void PolicyList::setCurrent(const std::string& entry) {
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole).toString() == policyText(entry)) setCurrentRow(row);
}

// The further rows of a policy follow it, in the order of the experiment. A row whose parameters
// change stays the row that it is.
void PolicyList::placeRows(const std::vector<std::string>& chosen) {
    for (int row = 0; row < count(); ++row) {
        const std::string kind = item(row)->data(Qt::UserRole).toString().toStdString();
        if (kind.empty() || hasOwnParameters(kind)) continue;
        int at = row + 1;
        for (const std::string& entry : chosen) {
            if (!hasOwnParameters(entry) || policyKind(entry) != kind) continue;
            const bool there =
                at < count() &&
                hasOwnParameters(item(at)->data(Qt::UserRole).toString().toStdString());
            if (!there) insertItem(at, new QListWidgetItem);
            item(at)->setFlags(kRowFlags);
            item(at++)->setData(Qt::UserRole, policyText(entry));
        }
        while (at < count() &&
               hasOwnParameters(item(at)->data(Qt::UserRole).toString().toStdString()))
            delete takeItem(at);
    }
}

void PolicyList::setFilter(const QString& words) {
    filter_ = words;
    refresh();
}

// A heading is there while something under it is. Hidden rows are those refresh() hid.
void PolicyList::showMatching() {
    const QStringList words = filter_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QListWidgetItem* heading = nullptr;
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem* one = item(row);
        const QString key = one->data(Qt::UserRole).toString();
        if (key.isEmpty()) {
            heading = one;
            heading->setHidden(true);
            continue;
        }
        const QString all = one->text() + QLatin1Char(' ') + key + QLatin1Char(' ') +
                            (heading == nullptr ? QString() : heading->text()) + QLatin1Char(' ') +
                            one->toolTip();
        const bool matches = std::ranges::all_of(
            words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        if (!matches) one->setHidden(true);
        if (heading != nullptr && !one->isHidden()) heading->setHidden(false);
    }
}

void PolicyList::refresh() {
    const QSignalBlocker quiet(this);
    const std::vector<std::string> chosen = chosenRows(setup_.experiment());
    placeRows(chosen);
    const std::vector<int> colors = policyColors(chosen);
    for (int row = 0; row < count(); ++row) {
        const std::string key = item(row)->data(Qt::UserRole).toString().toStdString();
        if (key.empty()) continue;  // a heading
        const auto place = std::ranges::find(chosen, key);
        const QString own = hasOwnParameters(key) ? QString() : ownValues(key, setup_.experiment());
        const QString words = ruleOf(key, setup_.experiment()).words;
        item(row)->setText(own.isEmpty() ? policyName(key)
                                         : policyName(key) + QStringLiteral(" · ") + own);
        item(row)->setToolTip(words.isEmpty() ? policyText(findPolicy(key)->help)
                              : own.isEmpty() ? words
                                              : own + QLatin1Char('\n') + words);
        item(row)->setCheckState(place == chosen.end() ? Qt::Unchecked : Qt::Checked);
        // One that another took the place of is there for experiments that name it.
        item(row)->setHidden(place == chosen.end() &&
                             !findPolicy(key)->offered(setup_.experiment().rules));
        const QPen none(Qt::NoPen);
        item(row)->setIcon(QIcon(
            swatch(place == chosen.end()
                       ? none
                       : theme_.policyPen(colors[static_cast<std::size_t>(place - chosen.begin())]),
                   devicePixelRatioF())));
    }
    showMatching();
}

// A newly chosen policy comes last, so that the others keep their colours. A further row that is
// not chosen any more goes.
void PolicyList::choose() {
    std::vector<std::string> chosen = chosenRows(setup_.experiment());
    for (int row = 0; row < count(); ++row) {
        const std::string key = item(row)->data(Qt::UserRole).toString().toStdString();
        if (key.empty()) continue;
        const auto place = std::ranges::find(chosen, key);
        const bool checked = item(row)->checkState() == Qt::Checked;
        if (checked && place == chosen.end()) chosen.push_back(key);
        if (!checked && place != chosen.end()) chosen.erase(place);
    }
    if (chosen.empty()) return refresh();  // something has to play
    ExperimentFile next = setup_.file();
    next.experiment.policies = rowsText(chosen);
    setup_.edit(next, tr("Choose policies"));
}

}  // namespace splitee
