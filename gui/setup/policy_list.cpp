// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/policy_list.h"

#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

#include "engine/policies/policy_info.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/run/setup.h"
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

QString policyText(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

}  // namespace

PolicyList::PolicyList(Setup& setup, Theme& theme, QWidget* parent)
    : QListWidget(parent), setup_(setup), theme_(theme) {
    setAccessibleName(tr("Policies to run side by side"));
    setIconSize({kSwatchWidth, kSwatchHeight});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const PolicyInfo& policy : kPolicies) {
        auto* item = new QListWidgetItem(policyName(policy.key), this);
        item->setToolTip(policyText(policy.help));
        item->setData(Qt::UserRole, policyText(policy.key));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
    connect(this, &QListWidget::itemChanged, this, &PolicyList::choose);
    connect(&setup_, &Setup::changed, this, &PolicyList::refresh);
    connect(&theme_, &Theme::changed, this, &PolicyList::refresh);
    refresh();
}

QSize PolicyList::sizeHint() const { return {180, kRowsShown * 22 + 8}; }

void PolicyList::refresh() {
    const QSignalBlocker quiet(this);
    const auto chosen = policiesOf(setup_.experiment()).value_or(std::vector<std::string>());
    const std::vector<int> colors = policyColors(chosen);
    for (int row = 0; row < count(); ++row) {
        const std::string key = item(row)->data(Qt::UserRole).toString().toStdString();
        const auto place = std::ranges::find(chosen, key);
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
}

// A newly chosen policy comes last, so that the others keep their colours.
void PolicyList::choose() {
    auto chosen = policiesOf(setup_.experiment()).value_or(std::vector<std::string>());
    for (int row = 0; row < count(); ++row) {
        const std::string key = item(row)->data(Qt::UserRole).toString().toStdString();
        const auto place = std::ranges::find(chosen, key);
        const bool checked = item(row)->checkState() == Qt::Checked;
        if (checked && place == chosen.end()) chosen.push_back(key);
        if (!checked && place != chosen.end()) chosen.erase(place);
    }
    if (chosen.empty()) return refresh();  // something has to play
    ExperimentFile next = setup_.file();
    next.experiment.policies.clear();
    for (const std::string& key : chosen)
        next.experiment.policies += (next.experiment.policies.empty() ? "" : ",") + key;
    setup_.edit(next, tr("Choose policies"));
}

}  // namespace splitee
