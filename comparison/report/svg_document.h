// SPDX-License-Identifier: GPL-3.0-or-later
// An SVG file of shapes and text. Coordinates in pixels, y downwards; the same calls give the same
// bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace splitee {

/// Colours of charts on a light background.
namespace ink {
inline constexpr std::string_view kBackground = "#ffffff";
inline constexpr std::string_view kText = "#1f2933";
inline constexpr std::string_view kMuted = "#5b6770";
inline constexpr std::string_view kGrid = "#e3e7eb";
inline constexpr std::string_view kBorder = "#9aa5ae";
inline constexpr std::string_view kAbsent = "#eceff1";  ///< a cell without a value
}  // namespace ink

struct Point {
    double x = 0, y = 0;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct Stroke {
    std::string_view colour = ink::kText;
    double width = 1;
    std::string_view dash = "";  ///< "6 3": lengths of dash and gap, in pixels
};

enum class Anchor { Start, Middle, End };

struct TextStyle {
    double size = 12;
    std::string_view colour = ink::kText;
    Anchor anchor = Anchor::Start;
    bool bold = false;
    bool upwards = false;  ///< rotated by 90 degrees, reading upwards
};

class SvgDocument {
public:
    /// `title`: for screen readers and the browser tab.
    SvgDocument(double width, double height, std::string_view title);

    void rect(const Box& box, std::string_view fill);
    void line(Point from, Point to, const Stroke& stroke);
    void polyline(std::span<const Point> points, const Stroke& stroke);
    /// A closed shape without an outline.
    void area(std::span<const Point> outline, std::string_view fill, double opacity);
    void circle(Point centre, double radius, std::string_view fill, const Stroke& stroke);
    /// `at`: start, middle or end of the base line, as the anchor says.
    void text(Point at, std::string_view words, const TextStyle& style = {});

    [[nodiscard]] std::string finished() const { return body_ + "</svg>\n"; }

private:
    std::string body_;
};

/// Estimated width of a text in pixels, for layout.
[[nodiscard]] double textWidth(std::string_view words, double size);

}  // namespace splitee
