// SPDX-License-Identifier: GPL-3.0-or-later
// Validates UTF-8 character by character, since file names may hold any bytes.
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

/// The first so many characters; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, std::size_t characters);

/// The first so many characters of what a file says, for a sentence: control characters and bytes
/// that are not UTF-8 show as U+FFFD.
[[nodiscard]] std::string shownText(std::string_view text, std::size_t characters);

}  // namespace splitee
