// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a text is valid UTF-8.
#pragma once

#include <string_view>

#include "engine/plain_text.h"

namespace splitee {

/// All of it (utf8CharacterBytes()).
[[nodiscard]] inline bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const std::size_t bytes = first < 0x80 ? 1 : utf8CharacterBytes(text);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

}  // namespace splitee
