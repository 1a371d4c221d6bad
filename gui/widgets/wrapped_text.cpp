// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wrapped_text.h"

#include <QStringList>

namespace splitee {

QString wrappedText(const QString& text, const QFontMetrics& metrics, int width) {
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '))) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines.append(word);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace splitee
