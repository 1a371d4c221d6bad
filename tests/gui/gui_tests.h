// SPDX-License-Identifier: GPL-3.0-or-later
// The test objects of test_gui, one a file.
#pragma once

#include <QObject>

#include <memory>

namespace splitee::test {

std::unique_ptr<QObject> adviseTests();
std::unique_ptr<QObject> chartTests();
std::unique_ptr<QObject> moreChartTests();
std::unique_ptr<QObject> trackTests();
std::unique_ptr<QObject> whatIfTests();
std::unique_ptr<QObject> regimeTests();
std::unique_ptr<QObject> whyTests();
std::unique_ptr<QObject> compareTests();
std::unique_ptr<QObject> compareExportTests();
std::unique_ptr<QObject> comparisonWindowTests();
std::unique_ptr<QObject> windowTests();
std::unique_ptr<QObject> roundBandTests();
std::unique_ptr<QObject> runsPageTests();
std::unique_ptr<QObject> runsTests();
std::unique_ptr<QObject> manyRunsTests();
std::unique_ptr<QObject> sessionTests();
std::unique_ptr<QObject> shellTests();
std::unique_ptr<QObject> smallDiskTests();
std::unique_ptr<QObject> sweepTests();
std::unique_ptr<QObject> chartPlaceTests();
std::unique_ptr<QObject> dockTests();
std::unique_ptr<QObject> layerCostTests();
std::unique_ptr<QObject> importTests();
std::unique_ptr<QObject> layoutTests();
std::unique_ptr<QObject> wayTests();
std::unique_ptr<QObject> liveExitTests();
std::unique_ptr<QObject> liveWindowTests();
std::unique_ptr<QObject> distortionTests();
std::unique_ptr<QObject> keyboardTests();
std::unique_ptr<QObject> textPreviewTests();
std::unique_ptr<QObject> textWindowTests();
std::unique_ptr<QObject> openingTests();
std::unique_ptr<QObject> ownImagesTests();
std::unique_ptr<QObject> wordsTests();
std::unique_ptr<QObject> randomWayTests();
std::unique_ptr<QObject> ownNetworkTests();
std::unique_ptr<QObject> sweepTableTests();
std::unique_ptr<QObject> tableChartTests();
std::unique_ptr<QObject> timeLineTests();
std::unique_ptr<QObject> jobTests();
std::unique_ptr<QObject> scheduleEditorTests();
std::unique_ptr<QObject> setupFormTests();
std::unique_ptr<QObject> policyRowTests();

}  // namespace splitee::test
