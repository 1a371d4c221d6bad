// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of an HTML page that opens offline: no script, no external address, light and dark scheme.
#pragma once

#include <string>
#include <string_view>

namespace splitee {

/// From the doctype to the start of the body; htmlPageEnd() closes it. `title` is escaped, `style`
/// is CSS beside that of all pages. An SVG drawn with the colours of svg_document.h follows the
/// scheme.
[[nodiscard]] std::string htmlPageHead(const std::string& title, std::string_view style = {});
[[nodiscard]] std::string_view htmlPageEnd();

/// A card with a heading. `title` and `note` ("" for none) are escaped, `content` is HTML.
[[nodiscard]] std::string htmlSection(const std::string& title, const std::string& note,
                                      const std::string& content);

/// An SVG file without its XML declaration, for embedding.
[[nodiscard]] std::string inlinedSvg(const std::string& svg);

}  // namespace splitee
