// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tour_stops.h"

#include <QCoreApplication>

#include "gui/live/figures.h"
#include "gui/live/run_view.h"
#include "gui/setup/setup_panel.h"
#include "gui/track/network_track.h"

namespace splitee {
namespace {

// lupdate files the texts of free functions under their namespace.
QString tr(const char* text) { return QCoreApplication::translate("splitee", text); }

}  // namespace

std::vector<TourStop> tourStops(RunView& view, SetupPanel& panel) {
    const auto track = [&view]() -> QWidget* { return &view.track(); };
    const auto chart = [&view](const char* name) {
        return [&view, name]() -> QWidget* {
            return view.docks().findChild<QWidget*>(QString::fromLatin1(name));
        };
    };
    return {
        {track, tr("The split layer"),
         tr("A network is cut in two. The layers on the left run on the device, the rest runs "
            "in the cloud. The upright line is the split: "
            "the layer where the device stops and looks at its answer.")},
        {track, tr("Leave or offload"),
         tr("The bar over a layer is the confidence of its exit. If it passes the threshold α, the "
            "sample leaves here with this answer. If not, it is offloaded to the cloud: better "
            "answers, but every offload costs o on top.")},
        {[&view]() -> QWidget* { return &view.figures(); }, tr("Does it pay?"),
         tr("All is measured against always computing the whole network: what is saved, what "
            "accuracy that costs, and how many samples were "
            "sent to the cloud.")},
        {chart("split"), tr("Where the split was"),
         tr("Round by round, which layer was tried. At first all of them are; then the dark "
            "row shows where the learner has settled. When costs "
            "or images change, watch it move.")},
        {chart("arms"), tr("Why it moved"),
         tr("A dot is the mean reward of a layer, the bar how uncertain that still is. The "
            "learner takes the layer whose bar reaches highest: one "
            "that is good, or one that it knows too little of.")},
        {[&panel]() -> QWidget* { return panel.findChild<QWidget*>(QStringLiteral("offload")); },
         tr("Change a cost"),
         tr("Now raise the cost of offloading: move this slider while it runs. The learner goes on "
            "under the new cost, the charts mark the round, and you see how fast it finds a new "
            "split."),
         true},
    };
}

}  // namespace splitee
