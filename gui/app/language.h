// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: by the system's locale, or as wished.
#pragma once

#include <QString>

#include "engine/result.h"

class QCoreApplication;

namespace splitee {

/// Installs the translations of `wished` ("de", "zh_CN", "en"); empty: of the system's locale, or
/// English where there are none.
[[nodiscard]] Result<void> chooseLanguage(QCoreApplication& application, const QString& wished);

}  // namespace splitee
