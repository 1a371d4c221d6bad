// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/run_curves.h"

#include <algorithm>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kBandShare = 0.18;
// Means of the first few rounds swing from end to end: they are drawn, but do not set the scale.
constexpr double kSwinging = 30;
constexpr double kAir = 0.06;  // above and below the curves

}  // namespace

RunCurves::RunCurves(QCPAxisRect& rect, const Theme& theme, QString name, int decimals,
                     Source source)
    : rect_(rect),
      theme_(theme),
      name_(std::move(name)),
      decimals_(decimals),
      source_(std::move(source)) {}

void RunCurves::setReference(QString label) { reference_ = std::move(label); }

void RunCurves::drop() {
    for (const Curve& curve : curves_)
        for (QCPGraph* graph : {curve.line, curve.most, curve.least})
            if (graph != nullptr) rect_.parentPlot()->removeGraph(graph);
    curves_.clear();
}

void RunCurves::setRuns(const std::vector<const RunHistory*>& runs) {
    drop();
    QCustomPlot* plot = rect_.parentPlot();
    QCPAxis *x = rect_.axis(QCPAxis::atBottom), *y = rect_.axis(QCPAxis::atLeft);
    for (const RunHistory* run : runs) {
        Curve curve{run, nullptr, nullptr, nullptr, {}};
        if (reference_.isEmpty()) {
            curve.least = plot->addGraph(x, y);
            curve.most = plot->addGraph(x, y);
            curve.most->setChannelFillGraph(curve.least);
        }
        curve.line = plot->addGraph(x, y);
        curves_.push_back(curve);
        if (!reference_.isEmpty()) break;
    }
}

void RunCurves::recolour() {
    for (const Curve& curve : curves_) {
        if (!reference_.isEmpty()) {
            curve.line->setPen(QPen(theme_.color(Token::MutedText), 1, Qt::DashLine));
            continue;
        }
        curve.line->setPen(theme_.policyPen(curve.run->style()));
        QColor band = theme_.policy(curve.run->style());
        band.setAlphaF(static_cast<float>(kBandShare));
        curve.least->setPen(Qt::NoPen);
        curve.most->setPen(Qt::NoPen);
        curve.most->setBrush(band);
        curve.most->setAntialiasedFill(false);
    }
}

std::int64_t RunCurves::fill(const RoundView& view) {
    std::size_t most = 0;
    needsAny_ = false;
    for (Curve& curve : curves_) {
        curve.points = source_(*curve.run, view);
        most = std::max(most, curve.points.size());
        QVector<double> rounds, values, lows, highs;
        const auto size = static_cast<qsizetype>(curve.points.size());
        for (auto* column : {&rounds, &values, &lows, &highs}) column->reserve(size);
        bool band = false;
        for (const CurvePoint& point : curve.points) {
            rounds.push_back(point.round);
            values.push_back(point.value);
            lows.push_back(point.least);
            highs.push_back(point.most);
            band = band || point.least < point.most;
            if (point.round < view.from || point.round > view.to ||
                (point.round <= kSwinging && view.to > 10 * kSwinging))
                continue;
            const QCPRange own(point.least, point.most);
            if (needsAny_)
                needs_.expand(own);
            else
                needs_ = own;
            needsAny_ = true;
        }
        curve.line->setData(rounds, values, true);
        if (curve.least == nullptr) continue;
        if (band) {
            curve.least->setData(rounds, lows, true);
            curve.most->setData(rounds, highs, true);
        } else {
            curve.least->data()->clear();
            curve.most->data()->clear();
        }
    }
    if (!needsAny_) needs_ = QCPRange(0, 1);
    return static_cast<std::int64_t>(most);
}

void RunCurves::include(const RunCurves& others) {
    if (others.needsAny_) needs_.expand(others.needs_);
}

void RunCurves::fitAxis() {
    double size = needs_.size();
    if (size <= 0) size = std::max(1e-3, std::abs(needs_.upper));
    const double lower = needs_.lower - kAir * size;
    rect_.axis(QCPAxis::atLeft)
        ->setRange(needs_.lower >= floor_ ? std::max(lower, floor_) : lower,
                   needs_.upper + kAir * size);
}

void RunCurves::label(EndLabels& labels) const {
    for (const Curve& curve : curves_) {
        if (curve.points.empty()) continue;
        const double to = rect_.axis(QCPAxis::atBottom)->range().upper;
        const auto end = std::ranges::find_if(curve.points.rbegin(), curve.points.rend(),
                                              [to](const CurvePoint& p) { return p.round <= to; });
        const double value = end == curve.points.rend() ? curve.points.front().value : end->value;
        if (reference_.isEmpty())
            labels.add({curve.run->label(), theme_.policyText(curve.run->style()), value, false});
        else
            labels.add({reference_, theme_.color(Token::MutedText), value, true});
    }
}

std::vector<Crosshair::Value> RunCurves::valuesAt(double round) const {
    std::vector<Crosshair::Value> values;
    for (const Curve& curve : curves_) {
        const auto at = std::ranges::lower_bound(curve.points, round, {}, &CurvePoint::round);
        if (at == curve.points.end()) continue;
        const QColor color = reference_.isEmpty() ? theme_.policy(curve.run->style())
                                                  : theme_.color(Token::MutedText);
        QString text = numberText(at->value, decimals_);
        if (at->rounds > 1 && numberText(at->least, decimals_) != numberText(at->most, decimals_))
            text = numberText(at->least, decimals_) + QStringLiteral(" to ") +
                   numberText(at->most, decimals_);
        values.push_back({color, reference_.isEmpty() ? curve.run->label() : reference_, text});
    }
    return values;
}

QStringList RunCurves::columns() {
    return {QStringLiteral("run"),    QStringLiteral("quantity"), QStringLiteral("round"),
            QStringLiteral("rounds"), QStringLiteral("least"),    QStringLiteral("most"),
            QStringLiteral("value")};
}

void RunCurves::appendRows(ChartTable& table) const {
    const QCPRange shown = rect_.axis(QCPAxis::atBottom)->range();
    for (const Curve& curve : curves_)
        for (const CurvePoint& point : curve.points)
            if (shown.contains(point.round))
                table.rows.push_back({reference_.isEmpty() ? curve.run->label() : reference_, name_,
                                      exactText(point.round), QString::number(point.rounds),
                                      exactText(point.least), exactText(point.most),
                                      exactText(point.value)});
}

}  // namespace splitee
