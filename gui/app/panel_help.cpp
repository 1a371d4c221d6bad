// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/panel_help.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace splitee {
namespace {

constexpr int kHelpMilliseconds = 20'000;

constexpr std::pair<const char*, const char*> kHelp[] = {
    {"split",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "The split layer round by round; where there are many rounds, darker means "
                       "more of them. A row that stays dark is where the policy has settled.")},
    {"arms", QT_TRANSLATE_NOOP("PanelHelp",
                               "What the policy knows of each layer: the dot is the mean reward so "
                               "far, the bar how uncertain that is. "
                               "It takes the layer whose bar reaches highest.")},
    {"regret",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Cumulative reward lost against always taking the best layer. A curve that "
                       "flattens has learned; one that rises evenly has not.")},
    {"costs", QT_TRANSLATE_NOOP("PanelHelp",
                                "Cost per sample and accuracy over the last rounds, beside cost "
                                "and accuracy of computing the whole network on the device.")},
    {"what-if", QT_TRANSLATE_NOOP("PanelHelp",
                                  "The same policies replayed over several seeds under the set-up "
                                  "as it is now. Move a slider "
                                  "in the set-up and see what it would have changed; the old "
                                  "curves stay as thin grey lines.")},
    {"regime", QT_TRANSLATE_NOOP(
                   "PanelHelp",
                   "Every cell is a pair of settings: how much a cost weighs, and what offloading "
                   "costs. Its colour is the best fixed layer there, or what learning gains. Drag "
                   "the ring, or move it with the arrow keys, to set both.")},
    {"distortions",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "One image under every corruption at one severity: what the final exit says then, and the "
         "exit at which it would leave. Click a picture to play its distortion.")},
    {"severity",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "Accuracy, cost and offload rate against the severity of one corruption, and a map of the "
         "split layer over all of them. Click a cell to play its distortion.")},
    {"layer-map",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Which layer a policy comes to split at, over two parameters that you "
                       "choose; the severity of a distortion may be one, where tables of it lie "
                       "beside NAME-clean. Click a cell to set both.")},
    {"why",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "One round in detail: the confidences that were observed, the index of every layer, and "
         "the cost and reward of the round. Click a round in a chart to see another.")},
    {"time-line",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "The whole run: what is played, where settings and samples change, and the round that is "
         "shown. Click or drag to look back while the run plays on; the arrow keys move by a "
         "round, with Ctrl to the next change, Page Up and Page Down by a fiftieth of the run. End "
         "or Live returns to the newest round.")},
    {"pulls",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "How often each layer was the split layer, in per cent of all rounds.")},
    {"offload",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "The share of samples that were sent to the cloud, over the last rounds.")},
    {"cost-parts",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "The components of the cost: computing on the device, and offloading to the cloud.")},
    {"flow", QT_TRANSLATE_NOOP("PanelHelp",
                               "Where samples ended: at which layer they left on the device, and "
                               "how many were sent on from there.")},
    {"calibration",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Whether an exit with confidence 80 % is correct in 80 % of the cases: on "
                       "the diagonal it is. Below it the exit is overconfident.")},
    {"threshold",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Accuracy, cost and offload rate of every fixed split at every threshold, "
                       "from the exit table. Drag the line, or move it with the left and right "
                       "keys, to set α.")},
    {"rewards",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "How the rewards of the rounds were spread that the policy split at each "
                       "layer. What overlaps is hard to tell apart, and takes long to learn.")},
    {"confusion",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Which classes an exit takes for which, over all samples of the exit table "
                       "or those that leave there. The menu chooses the exit.")},
    {"calibration-drift",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "Whether confidence and accuracy of an exit stay together while the samples "
                       "change. Where they part, the threshold means something else. The menu "
                       "chooses the exit.")},
    {"latency",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "How long samples took to be answered: for every time, the share of samples "
                       "that had their answer by then. Further left is faster.")},
    {"exits",
     QT_TRANSLATE_NOOP(
         "PanelHelp",
         "The exits of the network one by one, and how long each stage takes on a device, over a "
         "link and in a cloud of your choice. From these times costs can be made.")},
    {"policies",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "The policies that play side by side on the same samples. Those with a tick "
                       "play; Space sets it. The first of them is what the track and the large "
                       "figures tell of.")},
    {"runs",
     QT_TRANSLATE_NOOP("PanelHelp",
                       "The runs of a session, one a row. Select some to compare them; Enter opens "
                       "the set-up of one. The menu Runs has what else can be done with them.")},
    {"rounds", QT_TRANSLATE_NOOP("PanelHelp",
                                 "The last rounds as a table. Press Enter on one, or click it "
                                 "twice, to see why its layer was chosen.")},
};

}  // namespace

QString panelHelp(const QString& dock) {
    const auto* found = std::ranges::find_if(
        kHelp, [&](const auto& one) { return dock == QLatin1String(one.first); });
    return found == std::end(kHelp) ? QString()
                                    : QCoreApplication::translate("PanelHelp", found->second);
}

QString helpOn(const QWidget& focus) {
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&focus)) {
        const QModelIndex row = view->currentIndex();
        const QString help = row.data(Qt::ToolTipRole).toString(),
                      name = row.data(Qt::DisplayRole).toString();
        if (!help.isEmpty() && help != name) return name + QLatin1Char('\n') + help;
    }
    for (const QWidget* widget = &focus; widget != nullptr; widget = widget->parentWidget()) {
        // Qt breaks lines only of rich text.
        const QString told = widget->whatsThis();
        if (!told.isEmpty()) return QStringLiteral("<p>%1</p>").arg(told.toHtmlEscaped());
        const QString help = widget->toolTip(), name = focus.accessibleName();
        if (!help.isEmpty()) return name.isEmpty() ? help : name + QLatin1Char('\n') + help;
    }
    return {};
}

bool showHelpOnFocus() {
    QWidget* focus = QApplication::focusWidget();
    const QString help = focus == nullptr ? QString() : helpOn(*focus);
    if (help.isEmpty()) return false;
    QToolTip::showText(focus->mapToGlobal(QPoint(0, focus->height())), help, focus, {},
                       kHelpMilliseconds);
    return true;
}

}  // namespace splitee
