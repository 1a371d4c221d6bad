// SPDX-License-Identifier: GPL-3.0-or-later
// Choice of the language of the window: by the system's locale, or by --language.
#pragma once

#include <QString>

#include "engine/result.h"

class QCoreApplication;

namespace splitee {

/// Installs the translations of `wished` ("de", "zh_CN", "en"); empty: of the system's locale, or
/// English where there are none.
[[nodiscard]] Result<void> chooseLanguage(QCoreApplication& application, const QString& wished);

}  // namespace splitee
