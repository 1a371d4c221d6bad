// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/severity_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/seed_curves.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kSeverityDot = 6, kSeverityAside = 0.2;

}  // namespace

SeverityChart::SeverityChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("By severity"), false, parent) {
    const auto add = [this](const QString& x, const QString& title, const char* quantity,
                            double SeverityFigures::*figure) {
        QCPAxisRect* rect = addAxes(x, title);
        plots_.push_back({rect, addEndLabels(*rect), figure, QString::fromLatin1(quantity), {}});
    };
    add({}, tr("accuracy (%)"), "accuracy %", &SeverityFigures::accuracy);
    add({}, tr("cost (λ)"), "cost", &SeverityFigures::cost);
    add(tr("severity (0: clean)"), tr("offloaded (%)"), "offloaded %", &SeverityFigures::offloaded);
}

std::vector<std::string> SeverityChart::policies() const {
    std::vector<std::string> names;
    for (const auto& cell : figures_)
        if (cell && names.empty())
            for (const SeverityFigures& one : *cell) names.push_back(one.policy);
    return names;
}

void SeverityChart::show(int row, Row figures) {
    row_ = row;
    figures_ = std::move(figures);
    setTitle(tr("By severity: %1").arg(distortionTitle(distortionAt(row_, 1))));
    setNote(policies().empty()
                ? QString()
                : tr("%1 images, mean of %2 seeds").arg(kSeveritySamples).arg(kSeveritySeeds));
    updateLines();
    refresh();
}

void SeverityChart::updateLines() {
    const std::vector<std::string> names = policies();
    for (Plot& plot : plots_) {
        for (QCPGraph* line : plot.lines) this->plot().removeGraph(line);
        plot.lines.clear();
        for (std::size_t p = 0; p < names.size(); ++p) {
            QCPGraph* line = this->plot().addGraph(plot.rect->axis(QCPAxis::atBottom),
                                                   plot.rect->axis(QCPAxis::atLeft));
            QVector<double> x, y;
            for (std::size_t s = 0; s < figures_.size(); ++s) {
                if (!figures_[s] || p >= figures_[s]->size() || isHidden(names[p])) continue;
                x += static_cast<double>(s);
                y += (*figures_[s])[p].*plot.figure;
            }
            line->setData(x, y, true);
            plot.lines.push_back(line);
        }
    }
    recolour();
}

void SeverityChart::recolour() {
    const std::vector<int> colors = policyColors(policies());
    for (Plot& plot : plots_)
        for (std::size_t p = 0; p < plot.lines.size(); ++p) {
            plot.lines[p]->setPen(theme().policyPen(colors[p]));
            plot.lines[p]->setScatterStyle(
                QCPScatterStyle(QCPScatterStyle::ssDisc, theme().policy(colors[p]), kSeverityDot));
        }
}

std::int64_t SeverityChart::fill() {
    const std::vector<std::string> names = policies();
    const std::vector<int> colors = policyColors(names);
    for (Plot& plot : plots_) {
        plot.rect->axis(QCPAxis::atBottom)->setRange(-kSeverityAside, kSeverities + kSeverityAside);
        QCPRange range;
        bool any = false;
        plot.labels->clear();
        for (std::size_t p = 0; p < plot.lines.size(); ++p) {
            const auto points = plot.lines[p]->data();
            for (const QCPGraphData& point : *points) {
                if (std::isnan(point.value)) continue;
                if (!any) range = {point.value, point.value};
                range.expand(point.value);
                any = true;
            }
            if (!points->isEmpty())
                plot.labels->add({policyName(names[p]),
                                  mixed(theme().policy(colors[p]), theme().color(Token::Text), 0.2),
                                  (points->constEnd() - 1)->value, false});
        }
        fitValueAxis(*plot.rect->axis(QCPAxis::atLeft), range, any,
                     plot.figure == &SeverityFigures::offloaded);
        if (&plot != &plots_.front() && plot.labels->height() > axesHeight())
            plot.labels->clear();  // the same names as above
    }
    return 0;
}

QString SeverityChart::crosshairTitle(double position) const {
    const int severity = std::clamp(static_cast<int>(std::lround(position)), 0, kSeverities);
    return severity == 0 ? tr("clean") : tr("severity %1").arg(severity);
}

std::vector<Crosshair::Value> SeverityChart::valuesAt(double position) const {
    const auto severity = static_cast<std::size_t>(
        std::clamp(static_cast<int>(std::lround(position)), 0, kSeverities));
    std::vector<Crosshair::Value> values;
    if (!figures_[severity]) return values;
    const std::vector<int> colors = policyColors(policies());
    for (std::size_t p = 0; p < figures_[severity]->size(); ++p) {
        const SeverityFigures& one = (*figures_[severity])[p];
        if (isHidden(one.policy)) continue;
        values.push_back({theme().policy(colors[p]), policyName(one.policy),
                          tr("%1 % · %2 λ · %3 % offloaded · layer %4")
                              .arg(numberText(one.accuracy, 1), numberText(one.cost, 2),
                                   numberText(one.offloaded, 0))
                              .arg(one.layer)});
    }
    return values;
}

ChartTable SeverityChart::visibleTable() const {
    ChartTable table{{QStringLiteral("policy"), QStringLiteral("severity"),
                      QStringLiteral("quantity"), QStringLiteral("mean")},
                     {}};
    for (const Plot& plot : plots_)
        for (std::size_t s = 0; s < figures_.size(); ++s)
            if (figures_[s])
                for (const SeverityFigures& one : *figures_[s])
                    if (!isHidden(one.policy))
                        table.rows +=
                            QStringList{QString::fromStdString(one.policy), QString::number(s),
                                        plot.quantity, QString::number(one.*plot.figure, 'g', 10)};
    return table;
}

QString SeverityChart::describe() const {
    const auto known = std::ranges::count_if(figures_, [](const auto& cell) { return !!cell; });
    return tr("%1 of %2 severities of %3 computed")
        .arg(known)
        .arg(kSeverityColumns)
        .arg(distortionTitle(distortionAt(row_, 1)));
}

}  // namespace splitee
