// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/seed_curves.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/exact_text.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr float kSeedBandShare = 0.18F;
constexpr double kSwingingSeeds =
    0.03;  // of the rounds: means over so few of them swing from end to end
constexpr double kCurveAir = 0.06;

void fill(QCPGraph* graph, const std::vector<double>& x, const std::vector<double>& y) {
    if (graph == nullptr) return;
    QVector<double> keys, values;
    keys.reserve(static_cast<qsizetype>(y.size()));
    values.reserve(static_cast<qsizetype>(y.size()));
    for (std::size_t k = 0; k < y.size(); ++k) {
        if (std::isnan(y[k])) continue;
        keys.push_back(x[k]);
        values.push_back(y[k]);
    }
    graph->setData(keys, values, true);
}

}  // namespace

SeedCurves::SeedCurves(QCPAxisRect& rect, const Theme& theme, Look look, QString name, int decimals)
    : rect_(rect), theme_(theme), look_(look), name_(std::move(name)), decimals_(decimals) {}

void SeedCurves::set(std::vector<double> round, std::vector<Entry> entries) {
    round_ = std::move(round);
    entries_ = std::move(entries);
    QCustomPlot* plot = rect_.parentPlot();
    QCPAxis *x = rect_.axis(QCPAxis::atBottom), *y = rect_.axis(QCPAxis::atLeft);
    while (graphs_.size() < entries_.size()) {
        Graphs graphs;
        if (banded()) {
            graphs.low = plot->addGraph(x, y);
            graphs.high = plot->addGraph(x, y);
            graphs.high->setChannelFillGraph(graphs.low);
            graphs.high->setAntialiasedFill(false);
        }
        if (look_ != Look::Band) graphs.line = plot->addGraph(x, y);
        for (QCPGraph* graph : {graphs.low, graphs.high}) {
            if (graph == nullptr) continue;
            graph->setPen(Qt::NoPen);
            graph->setLayer(QStringLiteral("grid"));  // behind all lines
        }
        graphs_.push_back(graphs);
    }
    static const std::vector<double> kNothing;
    for (std::size_t k = 0; k < graphs_.size(); ++k) {
        const MeanCurve* curve = k < entries_.size() ? &entries_[k].curve : nullptr;
        fill(graphs_[k].line, round_, curve != nullptr ? curve->mean : kNothing);
        fill(graphs_[k].low, round_, curve != nullptr ? curve->low : kNothing);
        fill(graphs_[k].high, round_, curve != nullptr ? curve->high : kNothing);
    }
    recolour();
}

void SeedCurves::recolour() {
    for (std::size_t k = 0; k < entries_.size(); ++k) {
        const int style = entries_[k].style;
        if (graphs_[k].line != nullptr) {
            QPen pen = theme_.policyPen(style);
            if (look_ == Look::Reference)
                pen = QPen(theme_.color(Token::MutedText), 1, Qt::DashLine);
            if (look_ == Look::Ghost)
                pen = QPen(
                    mixed(theme_.color(Token::Surface),
                          mixed(theme_.color(Token::MutedText), theme_.policy(style), 0.4), 0.6),
                    1);
            graphs_[k].line->setPen(pen);
        }
        if (graphs_[k].high == nullptr) continue;
        QColor band = theme_.policy(style);
        band.setAlphaF(kSeedBandShare);
        graphs_[k].high->setBrush(band);
    }
}

void SeedCurves::expand(QCPRange& range, bool& any, double from, double to) const {
    const double steady = from + kSwingingSeeds * (to - from);
    const auto add = [&](double value) {
        if (!std::isfinite(value)) return;
        if (any)
            range.expand(value);
        else
            range = QCPRange(value, value);
        any = true;
    };
    for (const Entry& entry : entries_)
        for (std::size_t k = 0; k < entry.curve.mean.size(); ++k) {
            if (round_[k] < steady || round_[k] > to) continue;
            add(entry.curve.mean[k]);
            if (!banded() || entry.curve.low.empty()) continue;
            add(entry.curve.low[k]);
            add(entry.curve.high[k]);
        }
}

QColor SeedCurves::textColor(const Entry& entry) const {
    return look_ == Look::Reference ? theme_.color(Token::MutedText)
                                    : theme_.policyText(entry.style);
}

void SeedCurves::label(EndLabels& labels) const {
    for (const Entry& entry : entries_)
        if (!entry.curve.mean.empty())
            labels.add(
                {entry.label, textColor(entry), entry.curve.mean.back(), look_ == Look::Reference});
}

std::vector<Crosshair::Value> SeedCurves::valuesAt(double round) const {
    std::vector<Crosshair::Value> values;
    const auto at = std::ranges::lower_bound(round_, round);
    if (at == round_.end()) return values;
    const auto k = static_cast<std::size_t>(at - round_.begin());
    for (const Entry& entry : entries_) {
        if (entry.curve.mean.empty()) continue;
        QString text = numberText(entry.curve.mean[k], decimals_);
        if (banded() && !entry.curve.low.empty())
            text += QStringLiteral(" ± ") +
                    numberText((entry.curve.high[k] - entry.curve.low[k]) / 2, decimals_);
        values.push_back(
            {look_ == Look::Reference ? theme_.color(Token::MutedText) : theme_.policy(entry.style),
             entry.label, text});
    }
    return values;
}

QStringList SeedCurves::columns() {
    return {QStringLiteral("policy"), QStringLiteral("quantity"), QStringLiteral("round"),
            QStringLiteral("mean"),   QStringLiteral("low"),      QStringLiteral("high")};
}

void SeedCurves::appendRows(ChartTable& table, const QCPRange& rounds) const {
    const auto exact = [](const std::vector<double>& values, std::size_t k) {
        return k < values.size() ? exactText(values[k]) : QString();
    };
    for (const Entry& entry : entries_)
        for (std::size_t k = 0; k < entry.curve.mean.size(); ++k)
            if (rounds.contains(round_[k]))
                table.rows.push_back({entry.label, name_, exact(round_, k),
                                      exact(entry.curve.mean, k), exact(entry.curve.low, k),
                                      exact(entry.curve.high, k)});
}

void fitValueAxis(QCPAxis& axis, QCPRange range, bool any, bool fromZero) {
    if (!any) range = QCPRange(0, 1);
    if (fromZero) range.expand(0.0);
    double size = range.size();
    if (size <= 0) size = std::max(1e-3, std::abs(range.upper));
    const double lower = range.lower - kCurveAir * size;
    axis.setRange(range.lower >= 0 ? std::max(lower, 0.0) : lower, range.upper + kCurveAir * size);
}

}  // namespace splitee
