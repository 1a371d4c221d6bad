// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace splitee {

QString numberText(double value, int decimals) {
    if (std::isnan(value)) return QStringLiteral("–");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x00A0));
    const bool zero = digits.toDouble() == 0 && !digits.contains(QChar(0x00A0));
    // A text like any other: the language decides.
    if (decimals > 0)
        digits[digits.size() - decimals - 1] =
            QCoreApplication::translate("splitee", ".", "the sign before decimals").front();
    return value < 0 && !zero ? QChar(0x2212) + digits : digits;
}

QString signedText(double value, int decimals) {
    const QString text = numberText(value, decimals);
    const bool positive = std::round(value * std::pow(10, decimals)) > 0;
    return positive ? QLatin1Char('+') + text : text;
}

QString shortText(double value) {
    for (int decimals = 0; decimals < 4; ++decimals)
        if (std::abs(value - std::round(value * std::pow(10, decimals)) / std::pow(10, decimals)) <
            1e-9)
            return numberText(value, decimals);
    return numberText(value, 4);
}

}  // namespace splitee
