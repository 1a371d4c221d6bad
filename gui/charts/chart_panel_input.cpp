// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart does by keys and events, and the table in place of its plot.
#include <QKeyEvent>
#include <QVBoxLayout>

#include <limits>

#include "gui/charts/chart_panel.h"
#include "gui/charts/round_axis.h"
#include "gui/charts/round_bands.h"
#include "gui/charts/visible_table.h"
#include "gui/widgets/place_tip.h"

namespace splitee {

bool ChartPanel::isShownAsTable() const { return tableView_ != nullptr && !tableView_->isHidden(); }

void ChartPanel::setShownAsTable(bool on) {
    if (on == isShownAsTable()) return;
    if (tableView_ == nullptr) {
        tableView_ = new VisibleTable(
            theme_, [this] { return visibleTable(); }, this);
        tableView_->hide();
        // Beside the plot; a dock may have taken the header away.
        for (auto* framed : layout()->findChildren<QLayout*>(QString(), Qt::FindDirectChildrenOnly))
            framed->addWidget(tableView_);
    }
    tableAction_->setChecked(on);
    tableView_->setAccessibleName(tr("%1, as a table").arg(title()));
    plot_->setVisible(!on);
    tableView_->setVisible(on);
    if (on) tableView_->fill();
    refresh();
}

// By keyboard as by mouse: + and - zoom, left and right move, Home follows.
void ChartPanel::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (!overRounds_) return QWidget::keyPressEvent(event);
    if (key == Qt::Key_Plus) return roundAxis_->zoom(0.5, 0);
    if (key == Qt::Key_Minus) return roundAxis_->zoom(2, 0);
    if (key == Qt::Key_Left) return roundAxis_->zoom(1, -0.2);
    if (key == Qt::Key_Right) return roundAxis_->zoom(1, 0.2);
    if (key == Qt::Key_Home) return setFollow(true);
    QWidget::keyPressEvent(event);
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) refresh();
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == plot_ && event->type() == QEvent::Leave) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        setCrosshair(none);
        if (overRounds_) emit crosshairMoved(none);
    }
    if (watched == plot_ && event->type() == QEvent::ToolTip) {
        const auto stretchAt = [this](const QPoint& at) { return bands_->stretchAt(at); };
        if (stretchAt(static_cast<QHelpEvent*>(event)->pos()) >= 0)
            return showsTip(
                event, *plot_, stretchAt, [this](int stretch) { return bands_->words(stretch); },
                [this](int stretch) {
                    return bands_->stretches()[static_cast<std::size_t>(stretch)]
                        .place.toAlignedRect();
                });
    }
    if (watched == plot_ && event->type() == QEvent::Resize) {
        plot_->setViewport(plot_->rect());  // the plot itself hears of it after this
        refresh();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace splitee
