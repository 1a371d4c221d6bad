// SPDX-License-Identifier: GPL-3.0-or-later
// Text of files and names made fit to be shown: they may hold any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace splitee {

/// U+FFFD, shown in place of bytes that are not UTF-8.
inline constexpr std::string_view kReplacementCharacter = "\xef\xbf\xbd";

/// Bytes (1 to 4) of the valid UTF-8 character at the start of `text`, which must not be empty; 0
/// where its first byte starts none. Overlong forms, surrogates and code points above U+10FFFF are
/// not valid (RFC 3629).
[[nodiscard]] std::size_t utf8CharacterBytes(std::string_view text);

/// Whether a terminal, an editor or a browser obeys the character instead of showing it: C0 with
/// line breaks and tabs, DEL, C1, the line and paragraph separators, and the marks that turn the
/// direction of a text (Unicode UAX #9). `character`: valid UTF-8 of one.
[[nodiscard]] bool isControlCharacter(std::string_view character);

/// Replaces control characters and bytes that are not UTF-8 by U+FFFD, line breaks by spaces: for
/// documents.
[[nodiscard]] std::string cleanText(std::string_view text);

/// Writes them as "\x1b", "\n" or "\u202e" instead, so that nothing is lost: for terminals.
[[nodiscard]] std::string escapedText(std::string_view text);

/// Writes control characters beyond ASCII and DEL as "\u009b": for text that is JSON, which means
/// the same then.
[[nodiscard]] std::string escapedJson(std::string_view json);

/// The first so many characters; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, std::size_t characters);

/// The first so many characters of what a file says, for a sentence: control characters and bytes
/// that are not UTF-8 show as U+FFFD.
[[nodiscard]] std::string shownText(std::string_view text, std::size_t characters);

}  // namespace splitee
