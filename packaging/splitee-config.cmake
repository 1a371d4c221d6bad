# SPDX-License-Identifier: GPL-3.0-or-later
# find_package(splitee): the target splitee::engine, whose public header is <splitee/device_learner.h>.
include("${CMAKE_CURRENT_LIST_DIR}/splitee-targets.cmake")
