// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_actions.h"

#include <QCoreApplication>
#include <QWidget>

namespace splitee {
namespace {

constexpr const char* kDoes = "does";  // the tooltip of an action that is enabled

QString actionText(const char* text) { return QCoreApplication::translate("RunActions", text); }

QAction* made(QWidget* window, const char* text, const char* help, const QKeySequence& keys = {}) {
    auto* action = new QAction(actionText(text), window);
    action->setShortcut(keys);
    const QString shown = keys.toString(QKeySequence::NativeText);
    action->setToolTip(shown.isEmpty() ? actionText(help)
                                       : actionText(help) + QStringLiteral(" (%1)").arg(shown));
    action->setStatusTip(actionText(help));
    action->setProperty(kDoes, action->toolTip());
    window->addAction(action);
    return action;
}

}  // namespace

RunActions::RunActions(QWidget* window)
    : open(made(window, QT_TRANSLATE_NOOP("RunActions", "&Open…"),
                QT_TRANSLATE_NOOP("RunActions",
                                  "Open an exit table, a network, an experiment, a "
                                  "session, texts or an archive of images"),
                Qt::CTRL | Qt::Key_O)),
      openFolder(made(window, QT_TRANSLATE_NOOP("RunActions", "Open f&older of images or texts…"),
                      QT_TRANSLATE_NOOP("RunActions",
                                        "Show the images or texts of a folder to a network, live"),
                      Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
      importNetwork(
          made(window, QT_TRANSLATE_NOOP("RunActions", "&Import network…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Make a network of PyTorch (TorchScript) one that plays live"))),
      saveExperiment(
          made(window, QT_TRANSLATE_NOOP("RunActions", "&Save experiment as…"),
               QT_TRANSLATE_NOOP("RunActions", "Save the set-up as a file that splitee run takes"),
               Qt::CTRL | Qt::Key_S)),
      saveTable(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Save as exit ta&ble…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Save what every exit of the live network says as a file that "
                                 "can be replayed"))),
      clearTables(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Clear &kept exit tables…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "How much the exit tables read beside live runs take, and away "
                                 "with them"))),
      openSession(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Log runs to session &file…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Choose the session file that the next runs are logged to"))),
      saveSession(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Save session &as…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Copy the session to another file, and log the next runs there"),
               Qt::CTRL | Qt::SHIFT | Qt::Key_S)),
      copySession(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Save a &copy of the session…"),
               QT_TRANSLATE_NOOP("RunActions", "Copy the session as it is now; this one goes on"))),
      sweep(made(window, QT_TRANSLATE_NOOP("RunActions", "Start a s&weep…"),
                 QT_TRANSLATE_NOOP("RunActions",
                                   "Play many runs from this set-up and log them to the session"))),
      quit(made(window, QT_TRANSLATE_NOOP("RunActions", "&Quit"),
                QT_TRANSLATE_NOOP("RunActions",
                                  "Close the window; a run is stopped, its rounds stay logged"),
                Qt::CTRL | Qt::Key_Q)),
      run(made(window, QT_TRANSLATE_NOOP("RunActions", "&Run"),
               QT_TRANSLATE_NOOP("RunActions", "Run or pause"), Qt::Key_Space)),
      pause(made(window, QT_TRANSLATE_NOOP("RunActions", "&Pause"),
                 QT_TRANSLATE_NOOP("RunActions",
                                   "Pause the run; on the welcome page: back to what is loaded"),
                 Qt::Key_Escape)),
      step(made(window, QT_TRANSLATE_NOOP("RunActions", "&Step"),
                QT_TRANSLATE_NOOP("RunActions", "Play one round"), Qt::Key_Right)),
      runTo(made(window, QT_TRANSLATE_NOOP("RunActions", "Run &to round…"),
                 QT_TRANSLATE_NOOP("RunActions", "Play up to a round, then pause"),
                 Qt::CTRL | Qt::Key_G)),
      restart(
          made(window, QT_TRANSLATE_NOOP("RunActions", "R&estart"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Play again from round 1 with the same seed, changes included"),
               Qt::CTRL | Qt::Key_R)),
      stop(made(window, QT_TRANSLATE_NOOP("RunActions", "S&top"),
                QT_TRANSLATE_NOOP("RunActions", "End this run for good; its rounds stay logged"))),
      readExits(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Read &all exits"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Read what every exit says of a live run's samples beside it, "
                                 "for regret, what-if, regime map and calibration; no policy sees "
                                 "it"))),
      advise(made(window, QT_TRANSLATE_NOOP("RunActions", "A&dvise…"),
                  QT_TRANSLATE_NOOP("RunActions",
                                    "Which policy, layer and threshold to take home for a floor of "
                                    "accuracy or a ceiling of cost"))),
      live(made(window, QT_TRANSLATE_NOOP("RunActions", "&Live"),
                QT_TRANSLATE_NOOP("RunActions", "Show the newest round again and keep up with it"),
                Qt::CTRL | Qt::Key_End)),
      why(made(window, QT_TRANSLATE_NOOP("RunActions", "&Why this layer…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "How a round's layer was chosen, what it cost and earned"),
               Qt::CTRL | Qt::Key_I)),
      reset(made(window, QT_TRANSLATE_NOOP("RunActions", "Reset to the &paper's values"),
                 QT_TRANSLATE_NOOP("RunActions", "Costs, threshold and exploration as published"))),
      follow(made(window, QT_TRANSLATE_NOOP("RunActions", "&Follow"),
                  QT_TRANSLATE_NOOP("RunActions", "Charts show the whole run as it grows"),
                  Qt::Key_F)),
      logRounds(made(window, QT_TRANSLATE_NOOP("RunActions", "&Logarithmic rounds"),
                     QT_TRANSLATE_NOOP("RunActions", "Rounds on a logarithmic axis"), Qt::Key_L)),
      linkRounds(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Link &zoom"),
               QT_TRANSLATE_NOOP("RunActions", "Zooming or moving one chart of rounds moves all"))),
      reduceMotion(
          made(window, QT_TRANSLATE_NOOP("RunActions", "Reduce &motion"),
               QT_TRANSLATE_NOOP("RunActions", "The split border moves without animation"))),
      exportChart(
          made(window, QT_TRANSLATE_NOOP("RunActions", "&Export chart…"),
               QT_TRANSLATE_NOOP(
                   "RunActions",
                   "Export the focused chart as an image, vector drawing, document or table"),
               Qt::CTRL | Qt::Key_E)),
      train(made(window, QT_TRANSLATE_NOOP("RunActions", "&Train a network…"),
                 QT_TRANSLATE_NOOP("RunActions",
                                   "Train a network with exits on your images or texts, in a "
                                   "process beside the window"))),
      attachExits(
          made(window, QT_TRANSLATE_NOOP("RunActions", "&Attach exits…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Give exits to a network of PyTorch (TorchScript) that has one"))),
      readTable(
          made(window, QT_TRANSLATE_NOOP("RunActions", "&Read exit table…"),
               QT_TRANSLATE_NOOP("RunActions",
                                 "Read what every exit of a network says of every sample, as a "
                                 "file that can be replayed"))),
      evaluate(made(window, QT_TRANSLATE_NOOP("RunActions", "&Evaluate…"),
                    QT_TRANSLATE_NOOP("RunActions", "How often each exit of a network is right"))),
      jobs(made(window, QT_TRANSLATE_NOOP("RunActions", "&Jobs"),
                QT_TRANSLATE_NOOP("RunActions",
                                  "What is trained and read beside the window, and what came of "
                                  "it"),
                Qt::CTRL | Qt::Key_J)),
      palette(made(window, QT_TRANSLATE_NOOP("RunActions", "&Search actions…"),
                   QT_TRANSLATE_NOOP("RunActions", "Find any action by a few letters"),
                   Qt::CTRL | Qt::Key_K)),
      help(made(window, QT_TRANSLATE_NOOP("RunActions", "&What is this?"),
                QT_TRANSLATE_NOOP("RunActions", "Help on the focused control"), Qt::Key_F1)),
      tour(made(window, QT_TRANSLATE_NOOP("RunActions", "&Guided tour"),
                QT_TRANSLATE_NOOP("RunActions", "Six short steps over a running example"))),
      welcome(made(window, QT_TRANSLATE_NOOP("RunActions", "&Welcome page"),
                   QT_TRANSLATE_NOOP("RunActions", "Back to the examples"), Qt::CTRL | Qt::Key_H)) {
    logRounds->setCheckable(true);
    readExits->setCheckable(true);
    linkRounds->setCheckable(true);
    linkRounds->setChecked(true);
    reduceMotion->setCheckable(true);
}

void RunActions::allow(QAction& action, bool enabled, const QString& why) {
    action.setEnabled(enabled);
    action.setToolTip(enabled ? action.property(kDoes).toString() : why);
}

}  // namespace splitee
