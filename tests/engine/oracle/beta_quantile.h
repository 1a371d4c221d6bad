// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles of the Beta distribution by bisection over the regularised incomplete beta function.
#pragma once

#include <cmath>

namespace splitee::oracle {

/// Continued fraction of the incomplete beta function (DLMF 8.17.22), evaluated forward by Wallis'
/// recurrence with rescaling.
inline double betaFraction(double a, double b, double x) {
    double numerator1 = 1, numerator = 1;      // A_{n-1}, A_n
    double denominator1 = 0, denominator = 1;  // B_{n-1}, B_n
    double value = 1;
    for (int n = 1; n < 100000; ++n) {
        const double m = n / 2;
        const double term = n % 2 == 0
                                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        const double nextNumerator = numerator + term * numerator1;
        const double nextDenominator = denominator + term * denominator1;
        numerator1 = numerator / nextDenominator;
        denominator1 = denominator / nextDenominator;
        numerator = nextNumerator / nextDenominator;
        denominator = 1;
        if (std::abs(numerator - value) <= 3e-16 * std::abs(numerator)) return 1 / numerator;
        value = numerator;
    }
    return 1 / value;
}

/// I_x(a, b); `scale` is ln(1 / B(a, b)), so that a bisection computes it once.
inline double incompleteBeta(double a, double b, double x, double scale) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = std::exp(scale + a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a
                                     : 1 - front * betaFraction(b, a, 1 - x) / b;
}

/// q with P(X > q) = tail for X ~ Beta(a, b).
inline double betaUpperQuantile(double a, double b, double tail) {
    const double scale = std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (incompleteBeta(b, a, 1 - middle, scale) > tail ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace splitee::oracle
