// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/html_page.h"

#include "comparison/report/report_text.h"

namespace splitee {
namespace {

// Charts have their colours as attributes, which CSS rules override: so one drawing serves the
// light and the dark scheme.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --back: #f3f5f8; --card: #ffffff; --text: #1b1f27; --muted: #5f6b7c; --line: #dde2ea; }
body { margin: 0 auto; padding: 24px; max-width: 1080px; background: var(--back); color: var(--text); font: 15px/1.5 Inter, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 0 0 8px; }
p { margin: 0 0 8px; } .muted { color: var(--muted); font-size: 13px; } .sentence { font-weight: 600; font-size: 16px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 16px 0; overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; font-size: 14px; }
th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { text-align: left; } thead th { color: var(--muted); font-weight: 600; } tbody th { font-weight: 500; }
td { max-width: 340px; overflow: hidden; text-overflow: ellipsis; }
svg { width: 100%; height: auto; display: block; } svg + svg { margin-top: 16px; } pre { overflow-x: auto; font-size: 12px; } summary { cursor: pointer; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171c; --card: #1c2027; --text: #e8ebf0; --muted: #9aa5b5; --line: #303742; }
  svg [fill="#ffffff"] { fill: #1c2027; } svg [stroke="#ffffff"] { stroke: #1c2027; }
  svg [fill="#1f2933"] { fill: #e8ebf0; } svg [stroke="#1f2933"] { stroke: #e8ebf0; }
  svg [fill="#5b6770"] { fill: #9aa5b5; } svg [stroke="#e3e7eb"] { stroke: #303742; } svg [stroke="#9aa5ae"] { stroke: #5f6b7c; }
  svg [fill="#0072b2"] { fill: #4fa3e8; } svg [stroke="#0072b2"] { stroke: #4fa3e8; }
  svg [fill="#d55e00"] { fill: #f27f43; } svg [stroke="#d55e00"] { stroke: #f27f43; }
  svg [fill="#009e73"] { fill: #30c295; } svg [stroke="#009e73"] { stroke: #30c295; }
  svg [fill="#6b7680"] { fill: #a7afbc; } svg [stroke="#6b7680"] { stroke: #a7afbc; }
}
@media print { body { max-width: none; } section { break-inside: avoid; } }
)";

}  // namespace

std::string htmlPageHead(const std::string& title, std::string_view style) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<title>" +
           htmlText(title) + "</title>\n<style>" + std::string(kStyle) + std::string(style) +
           "\n</style>\n</head>\n<body>\n";
}

std::string_view htmlPageEnd() { return "</body>\n</html>\n"; }

std::string htmlSection(const std::string& title, const std::string& note,
                        const std::string& content) {
    return "<section>\n<h2>" + htmlText(title) + "</h2>\n" +
           (note.empty() ? "" : "<p class=\"muted\">" + htmlText(note) + "</p>\n") + content +
           "</section>\n";
}

std::string inlinedSvg(const std::string& svg) { return svg.substr(svg.find("<svg")); }

}  // namespace splitee
