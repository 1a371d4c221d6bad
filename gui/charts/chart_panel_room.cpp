// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart shares its room out: rounds, axes, titles, the band under the rounds, margins.
#include <algorithm>

#include "gui/charts/chart_panel.h"
#include "gui/charts/round_bands.h"

namespace splitee {
namespace {

constexpr int kPixelsPerPoint = 2;  // dashes and bands of finer points cost much and show no more

}  // namespace

RoundView ChartPanel::view() const {
    const QCPAxis* axis = plot_->axisRect(0)->axis(QCPAxis::atBottom);
    // Points of a logarithmic axis are few, and the first of them are single rounds: they are never
    // joined.
    const auto most =
        hasLogRounds() ? RoundSeries::kMostPoints
                       : static_cast<std::size_t>(std::max(300, plot_->width()) / kPixelsPerPoint);
    return {axis->range().lower, axis->range().upper, most, hasLogRounds()};
}

int ChartPanel::axesHeight() const { return axesHeight(plot_->height()); }

int ChartPanel::axesHeight(int plotHeight) const {
    return std::max(30, allAxesHeight(plotHeight) / std::max(1, plot_->axisRectCount()));
}

int ChartPanel::allAxesHeight(int plotHeight) const {
    int below = 40 + bands_->room();  // tick labels and title of the rounds
    QCPLayoutGrid& rows = *plot_->plotLayout();
    for (int row = 0; row < rows.rowCount(); ++row)  // a key has a row of its own
        if (rows.hasElement(row, 0) && qobject_cast<QCPAxisRect*>(rows.element(row, 0)) == nullptr)
            below += rows.element(row, 0)->minimumSize().height() + rows.rowSpacing();
    return plotHeight - below - marks_->stripHeight();
}

// A title that has no room beside its axes gives its unit alone, "(reward)" of "regret (reward)":
// the panel's title says the rest.
void ChartPanel::fitTitles(int plotHeight) {
    constexpr int kSlack = 4;
    for (QCPAxisRect* rect : plot_->axisRects()) {
        QCPAxis* axis = rect->axis(QCPAxis::atLeft);
        const QString full = axis->property(kTitle).toString();
        const QString unit = full.section(QLatin1Char('('), -1).section(QLatin1Char(')'), 0, 0);
        QString shown;
        for (const QString& text : {full, full.contains(QLatin1Char('(')) ? unit : QString()})
            if (shown.isEmpty() && QFontMetrics(axis->labelFont()).horizontalAdvance(text) <=
                                       axesHeight(plotHeight) - kSlack)
                shown = text;
        axis->setLabel(shown);
    }
}

// Without the band first, else it would take its own room for want of room.
void ChartPanel::fitBands(int plotHeight) {
    if (!overRounds_) return;
    bands_->fit(0);
    bands_->fit(allAxesHeight(plotHeight));
}

void ChartPanel::updateMargins() {
    constexpr int kAfter = 4;
    int width = 12;
    const int most = plot_->width() / 3;
    bool shortened = false;
    for (EndLabels* labels : labels_) {
        labels->fit(most - kAfter);
        shortened = shortened || labels->areShortened();
        width = std::max(width, labels->width() + kAfter);
    }
    // What is shortened or elided there is told whole.
    if (!labels_.empty()) {
        QStringList names;
        for (const EndLabels* labels : labels_) names += labels->texts();
        names.removeDuplicates();
        plot_->setToolTip(shortened || width > most ? names.join(QLatin1Char('\n')) : QString());
    }
    width = std::min(width, most);
    for (QCPAxisRect* rect : plot_->axisRects()) {
        QMargins margins = rect->margins();
        margins.setRight(width);
        rect->setMargins(margins);
    }
    if (plot_->axisRectCount() > 0)
        plot_->axisRect(0)->setMinimumMargins({0, std::max(6, marks_->stripHeight()), 0, 0});
}

}  // namespace splitee
