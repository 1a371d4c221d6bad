// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/svg_document.h"

#include <cmath>

#include "engine/plain_text.h"
#include "plot/number_text.h"

namespace splitee {
namespace {

// Two decimals at most: far below a pixel.
std::string svgNumber(double value) {
    std::string brief = fixedDigits(std::isfinite(value) ? value : 0.0, 2);
    while (brief.ends_with('0')) brief.pop_back();
    if (brief.ends_with('.')) brief.pop_back();
    return brief == "-0" ? "0" : brief;
}

std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : cleanText(words)) {  // XML allows no control characters
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}
std::string attribute(std::string_view name, double value) {
    return attribute(name, svgNumber(value));
}

std::string strokeOf(const Stroke& stroke) {
    std::string text = attribute("stroke", stroke.colour) + attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) text += attribute("stroke-dasharray", stroke.dash);
    return text;
}

std::string pointList(std::span<const Point> points) {
    std::string text;
    for (const Point& p : points)
        text += (text.empty() ? "" : " ") + svgNumber(p.x) + "," + svgNumber(p.y);
    return attribute("points", text);
}

}  // namespace

SvgDocument::SvgDocument(double width, double height, std::string_view title)
    : body_(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
          attribute("width", width) + attribute("height", height) +
          attribute("viewBox", "0 0 " + svgNumber(width) + " " + svgNumber(height)) +
          attribute("font-family", "Inter, Noto Sans, DejaVu Sans, sans-serif") + ">\n<title>" +
          escaped(title) + "</title>\n") {
    rect({0, 0, width, height}, ink::kBackground);
}

void SvgDocument::rect(const Box& box, std::string_view fill) {
    // crispEdges: otherwise neighbouring cells show a seam.
    body_ += "<rect" + attribute("x", box.x) + attribute("y", box.y) +
             attribute("width", box.width) + attribute("height", box.height) +
             attribute("fill", fill) + attribute("shape-rendering", "crispEdges") + "/>\n";
}

void SvgDocument::line(Point from, Point to, const Stroke& stroke) {
    body_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
             attribute("y2", to.y) + strokeOf(stroke) + "/>\n";
}

void SvgDocument::polyline(std::span<const Point> points, const Stroke& stroke) {
    if (points.size() < 2) return;
    body_ += "<polyline" + pointList(points) + attribute("fill", "none") +
             attribute("stroke-linejoin", "round") + strokeOf(stroke) + "/>\n";
}

void SvgDocument::area(std::span<const Point> outline, std::string_view fill, double opacity) {
    if (outline.size() < 3) return;
    body_ += "<polygon" + pointList(outline) + attribute("fill", fill) +
             attribute("fill-opacity", opacity) + "/>\n";
}

void SvgDocument::circle(Point centre, double radius, std::string_view fill, const Stroke& stroke) {
    body_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) +
             attribute("r", radius) + attribute("fill", fill) + strokeOf(stroke) + "/>\n";
}

void SvgDocument::text(Point at, std::string_view words, const TextStyle& style) {
    body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) +
             attribute("font-size", style.size) + attribute("fill", style.colour);
    if (style.anchor != Anchor::Start)
        body_ += attribute("text-anchor", style.anchor == Anchor::Middle ? "middle" : "end");
    if (style.bold) body_ += attribute("font-weight", "600");
    if (style.upwards)
        body_ +=
            attribute("transform", "rotate(-90 " + svgNumber(at.x) + " " + svgNumber(at.y) + ")");
    body_ += ">" + escaped(words) + "</text>\n";
}

double textWidth(std::string_view words, double size) {
    double characters = 0;
    for (const char c : words)
        characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return .6 * size * characters;
}

}  // namespace splitee
