// SPDX-License-Identifier: GPL-3.0-or-later
// ReportPage: a page of text, tables and figures, written once and given as Markdown and as one
// HTML file.
#pragma once

#include <string>
#include <vector>

#include "comparison/report/report_text.h"

namespace splitee {

/// Texts are plain; each format escapes them. The first heading of level 2 begins the first
/// section: what stands before it is under the title.
class ReportPage {
public:
    explicit ReportPage(std::string title) : title_(std::move(title)) {}

    void section(const std::string& heading);     ///< level 2
    void subsection(const std::string& heading);  ///< level 3
    void text(const std::string& paragraph);
    void strongText(const std::string& paragraph);
    void list(std::vector<std::string> items);
    void table(ReportTable table);
    void command(const std::string& line);  ///< shown as code
    /// `file`: of the SVG, relative to the page; HTML holds `svg` itself.
    void figure(const std::string& file, std::string svg, const std::string& caption);

    [[nodiscard]] std::string markdown() const;
    [[nodiscard]] std::string html() const;

private:
    enum class Kind { Section, Subsection, Text, Strong, List, Table, Command, Figure };
    struct Block {
        Kind kind;
        std::vector<std::string> texts;  // of a figure: file, SVG, caption
        ReportTable table;
    };
    [[nodiscard]] static std::string markdownOf(const Block& block);
    [[nodiscard]] static std::string htmlOf(const Block& block);

    std::string title_;
    std::vector<Block> blocks_;
};

}  // namespace splitee
