// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/report_page.h"

#include "comparison/report/html_page.h"

namespace splitee {
namespace {

std::string htmlElement(const char* tag, const std::string& text) {
    return "<" + std::string(tag) + ">" + htmlText(text) + "</" + tag + ">\n";
}

// Code shows its text as it is.
std::string indented(const std::string& line) { return "    " + cleanText(line) + "\n\n"; }

constexpr std::string_view kPageStyle =
    "h3 { font-size: 14px; margin: 16px 0 6px; } ul { margin: 0 0 8px; padding-left: 20px; }\n"
    "figure { margin: 12px 0; } figcaption { color: var(--muted); font-size: 13px; }\n"
    "figure svg { max-width: 860px; } pre { margin: 0 0 8px; white-space: pre-wrap; }";

}  // namespace

void ReportPage::section(const std::string& heading) {
    blocks_.push_back({Kind::Section, {heading}, {}});
}
void ReportPage::subsection(const std::string& heading) {
    blocks_.push_back({Kind::Subsection, {heading}, {}});
}
void ReportPage::text(const std::string& paragraph) {
    blocks_.push_back({Kind::Text, {paragraph}, {}});
}
void ReportPage::strongText(const std::string& paragraph) {
    blocks_.push_back({Kind::Strong, {paragraph}, {}});
}
void ReportPage::list(std::vector<std::string> items) {
    if (!items.empty()) blocks_.push_back({Kind::List, std::move(items), {}});
}
void ReportPage::table(ReportTable table) {
    blocks_.push_back({Kind::Table, {}, std::move(table)});
}
void ReportPage::command(const std::string& line) {
    blocks_.push_back({Kind::Command, {line}, {}});
}
void ReportPage::figure(const std::string& file, std::string svg, const std::string& caption) {
    blocks_.push_back({Kind::Figure, {file, std::move(svg), caption}, {}});
}

std::string ReportPage::markdownOf(const Block& block) {
    switch (block.kind) {
        case Kind::Section:
            return "## " + markdownText(block.texts[0]) + "\n\n";
        case Kind::Subsection:
            return "### " + markdownText(block.texts[0]) + "\n\n";
        case Kind::Text:
            return markdownText(block.texts[0]) + "\n\n";
        case Kind::Strong:
            return "**" + markdownText(block.texts[0]) + "**\n\n";
        case Kind::Table:
            return markdownTable(block.table) + "\n";
        case Kind::Command:
            return indented(block.texts[0]);
        case Kind::Figure:
            return "![" + markdownText(block.texts[2]) + "](" + block.texts[0] + ")\n\n";
        case Kind::List:
            break;
    }
    std::string items;
    for (const std::string& item : block.texts) items += "- " + markdownText(item) + "\n";
    return items + "\n";
}

std::string ReportPage::htmlOf(const Block& block) {
    switch (block.kind) {
        case Kind::Section:
            return htmlElement("h2", block.texts[0]);
        case Kind::Subsection:
            return htmlElement("h3", block.texts[0]);
        case Kind::Text:
            return htmlElement("p", block.texts[0]);
        case Kind::Strong:
            return "<p class=\"sentence\">" + htmlText(block.texts[0]) + "</p>\n";
        case Kind::Table:
            return htmlTable(block.table);
        case Kind::Command:
            return htmlElement("pre", block.texts[0]);
        case Kind::Figure:
            return "<figure>\n" + inlinedSvg(block.texts[1]) +
                   htmlElement("figcaption", block.texts[2]) + "</figure>\n";
        case Kind::List:
            break;
    }
    std::string items = "<ul>\n";
    for (const std::string& item : block.texts) items += htmlElement("li", item);
    return items + "</ul>\n";
}

std::string ReportPage::markdown() const {
    std::string page = "# " + markdownText(title_) + "\n\n";
    for (const Block& block : blocks_) page += markdownOf(block);
    page.pop_back();  // no empty line at the end
    return page;
}

std::string ReportPage::html() const {
    std::string page = htmlPageHead(title_, kPageStyle) + htmlElement("h1", title_);
    bool open = false;
    for (const Block& block : blocks_) {
        if (block.kind == Kind::Section) {
            page += std::string(open ? "</section>\n" : "") + "<section>\n";
            open = true;
        }
        page += htmlOf(block);
    }
    return page + (open ? "</section>\n" : "") + std::string(htmlPageEnd());
}

}  // namespace splitee
