// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/arms_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kDisc = 5;  // pixels, radius

bool isKnown(const ArmView& arm) { return arm.pulls > 0 && std::isfinite(arm.mean); }

}  // namespace

ArmBars::ArmBars(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("main")), rect_(rect), theme_(theme) {}

QRect ArmBars::clipRect() const { return rect_.rect(); }

void ArmBars::draw(QCPPainter* painter) {
    const QCPAxis* x = rect_.axis(QCPAxis::atBottom);
    const double pitch = x->coordToPixel(2) - x->coordToPixel(1);
    const double step =
        std::min(14.0, pitch * 0.7 / static_cast<double>(std::max<std::size_t>(runs_.size(), 1)));
    for (std::size_t r = 0; r < runs_.size(); ++r) {
        const Run& run = runs_[r];
        const double shift =
            (static_cast<double>(r) - static_cast<double>(runs_.size() - 1) / 2) * step;
        for (std::size_t i = 0; i < run.arms.size(); ++i)
            drawArm(*painter, run, run.arms[i].inRewards(),
                    x->coordToPixel(static_cast<double>(i + 1)) + shift,
                    run.split == static_cast<int>(i + 1));
    }
}

void ArmBars::drawArm(QCPPainter& painter, const Run& run, const ArmView& arm, double x,
                      bool chosen) const {
    const QCPAxis* y = rect_.axis(QCPAxis::atLeft);
    const QColor surface = theme_.color(Token::Surface);
    const QColor color = theme_.policy(run.style);
    const QColor bar =
        chosen ? color
               : mixed(surface, runs_.size() > 1 ? color : theme_.color(Token::MutedText), 0.55);
    painter.setBrush(Qt::NoBrush);
    if (!isKnown(arm)) {  // nothing is known: anything is possible
        painter.setPen(QPen(bar, 1, Qt::DotLine));
        painter.drawLine(QLineF(x, rect_.top(), x, rect_.bottom()));
        return;
    }
    const double middle = y->coordToPixel(arm.mean);
    QPen pen(bar, chosen ? 5 : 4);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const double reach = std::isfinite(arm.radius) ? arm.radius : 1e3;
    painter.drawLine(
        QLineF(x, y->coordToPixel(arm.mean + reach), x, y->coordToPixel(arm.mean - reach)));
    painter.setPen(QPen(chosen ? color : theme_.color(Token::MutedText), 1.5));
    if (std::isfinite(arm.index))
        painter.drawLine(
            QLineF(x - 5, y->coordToPixel(arm.index), x + 5, y->coordToPixel(arm.index)));
    painter.setPen(QPen(
        chosen ? color
               : mixed(surface, runs_.size() > 1 ? color : theme_.color(Token::MutedText), 0.8),
        2));
    painter.setBrush(chosen ? color : surface);
    painter.drawEllipse(QPointF(x, middle), chosen ? kDisc : kDisc - 1, chosen ? kDisc : kDisc - 1);
}

ArmsChart::ArmsChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Mean and radius, per layer"), false, parent),
      rect_(addAxes(tr("layer"), tr("reward"))),
      labels_(addEndLabels(*rect_)),
      bars_(new ArmBars(*rect_, theme)) {}

std::int64_t ArmsChart::fill() {
    std::vector<ArmBars::Run> shown;
    labels_->clear();
    double lowest = std::numeric_limits<double>::infinity(), highest = -lowest, leastMean = lowest;
    int exits = 1;
    std::int64_t points = 0;
    for (const RunHistory* run : runs()) {
        if (run->arms.empty()) continue;
        shown.push_back({run->label(), run->style(), run->last.split, run->arms});
        exits = std::max(exits, static_cast<int>(run->arms.size()));
        for (const ArmView& own : run->arms) {
            const ArmView arm = own.inRewards();
            if (!isKnown(arm)) continue;
            ++points;
            const double reach = std::isfinite(arm.radius) ? arm.radius : 0;
            leastMean = std::min(leastMean, arm.mean);
            lowest = std::min(lowest, arm.mean - reach);
            highest = std::max(
                {highest, arm.mean + reach, std::isfinite(arm.index) ? arm.index : arm.mean});
        }
    }
    if (lowest > highest) lowest = 0, highest = 1;
    // What decides is the upper end; a wide radius may leave below.
    lowest = std::max(lowest, leastMean - 0.3 * (highest - leastMean));
    // Room for a whole disc at the edge, also in a low chart.
    const double disc = 2 * kDisc / std::max(1, rect_->height());
    const double air = std::max(0.02, std::max(0.06, disc) * (highest - lowest));
    rect_->axis(QCPAxis::atLeft)->setRange(lowest - air, highest + air);
    QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    x->setRange(0.4, exits + 0.6);
    x->ticker()->setTickCount(std::min(exits, 12));
    for (const ArmBars::Run& run : shown) {
        const auto chosen = static_cast<std::size_t>(run.split);
        if (chosen < 1 || chosen > run.arms.size()) continue;
        const QString text = shown.size() > 1 ? tr("%1: %2").arg(run.label).arg(chosen)
                                              : tr("chosen: %1").arg(chosen);
        labels_->add(
            {text, theme().policyText(run.style), run.arms[chosen - 1].inRewards().mean, false});
    }
    bars_->set(std::move(shown));
    return points;
}

QString ArmsChart::crosshairTitle(double position) const {
    return tr("layer %1: mean ± radius, rewards N").arg(numberText(position));
}

std::vector<Crosshair::Value> ArmsChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (const ArmBars::Run& run : bars_->runs()) {
        const auto layer = static_cast<std::size_t>(std::max(position, 0.0));
        if (layer < 1 || layer > run.arms.size()) continue;
        const ArmView arm = run.arms[layer - 1].inRewards();
        const QString text = isKnown(arm)
                                 ? tr("%1 ± %2, %3")
                                       .arg(numberText(arm.mean, 3), numberText(arm.radius, 3),
                                            numberText(static_cast<double>(arm.pulls)))
                                 : tr("never chosen");
        values.push_back({theme().policy(run.style), run.label, text});
    }
    return values;
}

ChartTable ArmsChart::visibleTable() const {
    ChartTable table{{QStringLiteral("run"), QStringLiteral("layer"), QStringLiteral("mean"),
                      QStringLiteral("radius"), QStringLiteral("index"), QStringLiteral("pulls"),
                      QStringLiteral("chosen")},
                     {}};
    for (const ArmBars::Run& run : bars_->runs())
        for (std::size_t i = 0; i < run.arms.size(); ++i) {
            const ArmView arm = run.arms[i].inRewards();
            table.rows.push_back(
                {run.label, QString::number(i + 1), exactText(arm.mean), exactText(arm.radius),
                 exactText(arm.index), QString::number(arm.pulls),
                 run.split == static_cast<int>(i + 1) ? QStringLiteral("1") : QStringLiteral("0")});
        }
    return table;
}

QString ArmsChart::describe() const {
    QStringList parts;
    for (const ArmBars::Run& run : bars_->runs())
        parts += tr("%1 chose layer %2").arg(run.label).arg(run.split);
    return parts.isEmpty() ? tr("No policy shown has mean rewards.")
                           : parts.join(QStringLiteral("; "));
}

}  // namespace splitee
