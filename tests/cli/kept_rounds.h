// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that are killed while they play, and what they have committed to their sessions.
#pragma once

#include <QString>

#include "storage/session/session.h"

namespace splitee::test {

/// Rounds of one run that the session holds; 0 where there is no session or no such run yet.
inline std::int64_t keptRounds(const QString& session, std::int64_t number = 1) {
    auto store = Session::openReadOnly(session.toStdString());
    const auto run = store ? store->runs().find(number) : tl::unexpected(store.error());
    return run ? run->rounds : 0;
}

/// At how many moments a test kills: few in a test run, SPLITEE_KILLS=100 by hand.
inline int kills(int few) {
    const int wanted = qEnvironmentVariableIntValue("SPLITEE_KILLS");
    return wanted > 0 ? wanted : few;
}

}  // namespace splitee::test
