// SPDX-License-Identifier: GPL-3.0-or-later
// Icons: line drawings in the colour of the text around them.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace splitee {

/// resources/icons/NAME.svg in `color`; its disabled form in `disabled`. Empty where there is no
/// such icon.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color, const QColor& disabled);

}  // namespace splitee
