// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTest>

#include <array>

#include "gui_tests.h"
#include "tests/seen_events.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

int main(int argc, char** argv) {
    const SeenApplication<QApplication> application(argc, argv);
    QApplication::setStyle(QStringLiteral("fusion"));
    return runSubjects(std::array{trackTests,
                                  chartTests,
                                  moreChartTests,
                                  whyTests,
                                  compareTests,
                                  compareExportTests,
                                  comparisonWindowTests,
                                  whatIfTests,
                                  regimeTests,
                                  layerCostTests,
                                  windowTests,
                                  shellTests,
                                  keyboardTests,
                                  wordsTests,
                                  openingTests,
                                  ownImagesTests,
                                  runsTests,
                                  runsPageTests,
                                  manyRunsTests,
                                  sessionTests,
                                  smallDiskTests,
                                  sweepTests,
                                  liveExitTests,
                                  liveWindowTests,
                                  layoutTests,
                                  dockTests,
                                  wayTests,
                                  chartPlaceTests,
                                  roundBandTests,
                                  importTests,
                                  textWindowTests,
                                  textPreviewTests,
                                  distortionTests,
                                  timeLineTests,
                                  jobTests,
                                  adviseTests,
                                  tableChartTests,
                                  scheduleEditorTests,
                                  setupFormTests,
                                  policyRowTests,
                                  randomWayTests,
                                  ownNetworkTests,
                                  sweepTableTests},
                       argc, argv);
}
