// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/signs_shapes.h"

#include <algorithm>

namespace splitee {
namespace {

constexpr Colour kRed{.78, .09, .12};
constexpr Colour kWhite{.95, .95, .93};
constexpr Colour kBlue{.08, .30, .66};
constexpr Colour kYellow{.95, .76, .10};
constexpr Colour kBlack{.08, .08, .09};

double magnitude(double v) { return v < 0 ? -v : v; }

// Each plate gives how far inside a point lies: > 0 inside, 0 on the edge, about the distance to
// it.
double insideCircle(double x, double y, double r) { return (r * r - x * x - y * y) / (2 * r); }
double insideSquare(double x, double y, double r) {
    return r - std::max(magnitude(x), magnitude(y));
}
double insideDiamond(double x, double y, double r) {
    return (r - magnitude(x) - magnitude(y)) * 0.7071067811865476;
}
double insideOctagon(double x, double y, double r) {
    return std::min(insideSquare(x, y, r),
                    (1.414213562373095 * r - magnitude(x) - magnitude(y)) * 0.7071067811865476);
}
// An equilateral triangle pointing up, its centre of area a little below the middle.
double insideTriangle(double x, double y, double r) {
    return std::min(0.62 * r - y, (0.95 * r - 1.7320508075688772 * magnitude(x) + y) * 0.5);
}

bool leftArrow(double x, double y) {
    return onStroke(x, y, -.45, -.1, .4, -.1, .1) || onStroke(x, y, -.5, -.1, -.15, -.42, .1) ||
           onStroke(x, y, -.5, -.1, -.15, .22, .1) || onStroke(x, y, .4, -.1, .4, .45, .1);
}

bool upArrow(double x, double y) {
    return onStroke(x, y, 0, -.45, 0, .5, .11) || onStroke(x, y, 0, -.5, -.34, -.14, .1) ||
           onStroke(x, y, 0, -.5, .34, -.14, .1);
}

bool leftBend(double x, double y) {
    return onStroke(x, y, .2, .5, .2, .15, .1) || onStroke(x, y, .2, .15, -.22, -.1, .1) ||
           onStroke(x, y, -.22, -.1, -.22, -.3, .1);
}

// Digits as strokes. 3, 5 and 8 share five of the seven.
bool digit(int value, double x, double y) {
    const bool topLeft = value != 3;
    const bool topRight = value != 5;
    const bool bottomLeft = value == 8;
    constexpr double w = .26;
    constexpr double h = .44;
    constexpr double r = .095;
    return onStroke(x, y, -w, -h, w, -h, r) || onStroke(x, y, -w, 0, w, 0, r) ||
           onStroke(x, y, -w, h, w, h, r) || onStroke(x, y, w, 0, w, h, r) ||
           (topRight && onStroke(x, y, w, -h, w, 0, r)) ||
           (topLeft && onStroke(x, y, -w, -h, -w, 0, r)) ||
           (bottomLeft && onStroke(x, y, -w, 0, -w, h, r));
}

bool letterP(double x, double y) {
    return onStroke(x, y, -.25, -.5, -.25, .5, .12) || onStroke(x, y, -.25, -.5, .15, -.5, .12) ||
           onStroke(x, y, -.25, .02, .15, .02, .12) || onStroke(x, y, .28, -.4, .28, -.08, .12);
}

Colour ringed(double inside, bool symbol, const Colour& symbolColour) {
    return inside < .17 ? kRed : symbol ? symbolColour : kWhite;
}

std::optional<Colour> triangleSign(int signClass, double x, double y) {
    const double inside = insideTriangle(x, y, 1);
    if (inside < 0) return std::nullopt;
    const double sy = (y - .14) * 1.15;  // symbols sit low, where there is room
    const double sx = x * 1.15;
    bool symbol = false;
    if (signClass == 7) symbol = leftBend(sx, sy);
    if (signClass == 8) symbol = leftBend(-sx, sy);
    if (signClass == 9)
        symbol = onStroke(sx, sy, 0, -.32, 0, .38, .1) || onStroke(sx, sy, -.32, .06, .32, .06, .1);
    if (signClass == 10)
        symbol = onStroke(sx, sy, 0, -.32, 0, .12, .1) || onStroke(sx, sy, 0, .38, 0, .38, .11);
    return inside < .13 ? kRed : symbol ? kBlack : kWhite;
}

std::optional<Colour> roundSign(int signClass, double x, double y) {
    const double inside = insideCircle(x, y, .95);
    if (inside < 0) return std::nullopt;
    switch (signClass) {
        case 1:
            return magnitude(x) < .62 && magnitude(y) < .17 ? kWhite : kRed;
        case 4:
            return leftArrow(x, y) ? kWhite : kBlue;
        case 5:
            return leftArrow(-x, y) ? kWhite : kBlue;
        case 6:
            return upArrow(x, y) ? kWhite : kBlue;
        case 11:
            return ringed(inside, digit(3, x, y), kBlack);
        case 12:
            return ringed(inside, digit(5, x, y), kBlack);
        case 13:
            return ringed(inside, digit(8, x, y), kBlack);
        default:
            if (onStroke(x, y, -.6, -.6, .6, .6, .08)) return kRed;
            return ringed(inside, leftArrow(x * 1.1, y * 1.1), kBlack);
    }
}

}  // namespace

bool onStroke(double x, double y, double ax, double ay, double bx, double by, double radius) {
    const double dx = bx - ax;
    const double dy = by - ay;
    const double length = dx * dx + dy * dy;
    double along = length > 0 ? ((x - ax) * dx + (y - ay) * dy) / length : 0;
    along = along < 0 ? 0 : along > 1 ? 1 : along;
    const double ex = x - ax - along * dx;
    const double ey = y - ay - along * dy;
    return ex * ex + ey * ey <= radius * radius;
}

std::optional<Colour> signColour(int signClass, double x, double y) {
    switch (signClass) {
        case 0: {
            const double inside = insideOctagon(x, y, .92);
            if (inside < 0) return std::nullopt;
            const bool bars = magnitude(y) < .22 &&
                              (magnitude(x) < .1 || (magnitude(x) > .3 && magnitude(x) < .5));
            return inside < .08 || bars ? kWhite : kRed;
        }
        case 2: {
            const double inside = insideTriangle(x, -y, 1);
            if (inside < 0) return std::nullopt;
            return inside < .17 ? kRed : kWhite;
        }
        case 3: {
            const double inside = insideDiamond(x, y, 1);
            if (inside < 0) return std::nullopt;
            return inside < .14 ? kWhite : kYellow;
        }
        case 7:
        case 8:
        case 9:
        case 10:
            return triangleSign(signClass, x, y);
        case 15:
            if (insideSquare(x, y, .82) < 0) return std::nullopt;
            return letterP(x, y) ? kWhite : kBlue;
        default:
            return roundSign(signClass, x, y);
    }
}

}  // namespace splitee
