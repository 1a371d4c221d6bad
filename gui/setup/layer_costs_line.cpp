// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/layer_costs_line.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/run/setup.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

QString byLayer(const std::vector<double>& values) {
    QStringList texts;
    for (const double value : values) texts += numberText(value, value < 10 ? 2 : 1);
    return texts.join(QStringLiteral(" · "));
}

}  // namespace

LayerCostsLine::LayerCostsLine(Setup& setup, QWidget* parent)
    : QWidget(parent), setup_(setup), text_(new QLabel(this)) {
    setObjectName(QStringLiteral("layerCosts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setToolTip(
        tr("What an offload costs at each cut, and what computing up to each layer "
           "costs where that is known: measured times, or a profile of them"));
    column->addWidget(text_);
    auto* back = new QToolButton(this);
    back->setObjectName(QStringLiteral("oneOffload"));
    back->setText(tr("One o for all layers"));
    back->setToolTip(tr("Back to the slider's one number, and to computing by depth"));
    back->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(back);
    connect(back, &QToolButton::clicked, this, &LayerCostsLine::backToOneNumber);
    connect(&setup_, &Setup::changed, this, &LayerCostsLine::refresh);
    refresh();
}

QString LayerCostsLine::text() const { return text_->text(); }

void LayerCostsLine::backToOneNumber() {
    const Experiment paper;
    ExperimentFile next = setup_.file();
    next.experiment.offloadPerLayer = paper.offloadPerLayer;
    next.experiment.offloadFactor = paper.offloadFactor;
    next.experiment.computePerLayer = paper.computePerLayer;
    if (!(next.experiment == setup_.experiment())) setup_.edit(next, tr("One o for all layers"));
}

void LayerCostsLine::refresh() {
    const Experiment& experiment = setup_.experiment();
    const CostWeights weights = experiment.costWeights();
    QStringList lines;
    if (experiment.offloadsPerLayer()) {
        const auto& offloads = weights.layerOffloads;
        lines += offloads.layers.empty()
                     ? tr("o by layer: %1").arg(QString::fromStdString(experiment.offloadPerLayer))
                     : tr("o by layer: %1 λ").arg(byLayer(offloads.layers));
        if (offloads.input) lines += tr("Sending the input: %1 λ").arg(byLayer({*offloads.input}));
    }
    if (!weights.layerComputing.empty())
        lines += tr("Computing up to layer: %1 λ₁").arg(byLayer(weights.layerComputing));
    text_->setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
}

}  // namespace splitee
