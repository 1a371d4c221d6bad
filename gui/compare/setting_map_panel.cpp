// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/setting_map_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/compare/compare_panels.h"
#include "gui/compare/setting_map_chart.h"
#include "gui/compare/setting_names.h"
#include "gui/run/experiment_fields.h"

namespace splitee {
namespace {

std::string keyIn(const QComboBox& box) { return box.currentData().toString().toStdString(); }

void chooseKey(QComboBox& box, const std::string& key) {
    box.setCurrentIndex(std::max(0, box.findData(QString::fromStdString(key))));
}

}  // namespace

SettingMapPanel::SettingMapPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      x_(choiceIn(this, tr("Across"), tr("What varies across"))),
      y_(choiceIn(this, tr("Upwards"), tr("What varies upwards"))),
      figure_(choiceIn(this, tr("Figure"), tr("What the cells show"))),
      policy_(choiceIn(this, tr("Policy"), tr("Whose runs"))),
      chart_(new SettingMapChart(theme, this)),
      words_(new QLabel(this)) {
    for (const GridFigure figure : {GridFigure::Layer, GridFigure::Accuracy, GridFigure::Cost})
        figure_->addItem(gridFigureTitle(figure), static_cast<int>(figure));
    auto* choices = new QGridLayout;  // two rows: four in one are wider than the other tabs
    choices->setContentsMargins(12, 4, 12, 0);
    choices->setSpacing(6);
    int place = 0;
    for (QComboBox* box : {x_, y_, figure_, policy_}) {
        choices->addWidget(box, place / 2, place % 2);
        ++place;
        connect(box, &QComboBox::activated, this, &SettingMapPanel::refresh);
    }
    words_->setObjectName(QStringLiteral("muted"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setContentsMargins(12, 0, 12, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(choices);
    column->addWidget(chart_, 1);
    column->addWidget(words_);
    refresh();
}

QString SettingMapPanel::words() const { return words_->text(); }

// What was chosen stays where it is still offered.
void SettingMapPanel::offer(QComboBox& box, const std::vector<std::string>& settings,
                            std::size_t first) {
    const std::string before = keyIn(box);
    box.clear();
    for (const std::string& setting : settings)
        box.addItem(settingName(setting), QString::fromStdString(setting));
    if (std::ranges::find(settings, before) != settings.end())
        chooseKey(box, before);
    else if (!settings.empty())
        box.setCurrentIndex(static_cast<int>(std::min(first, settings.size() - 1)));
}

void SettingMapPanel::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    const auto settings = compared_ ? gridSettings(*compared_) : std::vector<std::string>();
    const std::string before = keyIn(*policy_);
    policy_->clear();
    if (compared_)
        for (const std::string& policy : gridPolicies(*compared_))
            policy_->addItem(policyName(policy), QString::fromStdString(policy));
    if (!before.empty() && policy_->count() > 0) chooseKey(*policy_, before);
    offer(*x_, settings, 0);
    offer(*y_, settings, 1);
    refresh();
}

void SettingMapPanel::choose(const std::string& x, const std::string& y, GridFigure figure) {
    chooseKey(*x_, x);
    chooseKey(*y_, y);
    figure_->setCurrentIndex(figure_->findData(static_cast<int>(figure)));
    refresh();
}

void SettingMapPanel::refresh() {
    const bool enough = compared_ && x_->count() > 1;
    for (QComboBox* box : {x_, y_, figure_, policy_}) box->setEnabled(enough);
    if (!enough || keyIn(*x_) == keyIn(*y_)) {
        words_->setText(enough ? tr("Choose two settings that differ.")
                               : tr("A map needs two settings that vary: sweep two of them, such "
                                    "as the threshold and the distortion."));
        chart_->setVisible(false);
        words_->setVisible(true);
        return;
    }
    SettingGrid grid = settingGrid(*compared_, keyIn(*policy_), keyIn(*x_), keyIn(*y_));
    const std::size_t left = grid.left;
    chart_->setVisible(true);
    chart_->show(compared_, std::move(grid),
                 static_cast<GridFigure>(figure_->currentData().toInt()));
    words_->setVisible(left > 0);
    words_->setText(left == 0 ? QString()
                              : tr("%1 groups differ in something else, too, and are not shown: "
                                   "choose fewer runs.")
                                    .arg(left));
}

}  // namespace splitee
