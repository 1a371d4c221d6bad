// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a double array of Darts-clone, a trie that SentencePiece's normalisers are, before code
// that trusts it walks through it.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace splitee {

/// `array`: units of four bytes. Whether whatever text is looked up leads to units inside it, comes
/// to an end, and finds at most 32 values on its way, each of which `fits`.
[[nodiscard]] bool leadsNowhereElse(std::string_view array,
                                    const std::function<bool(std::uint32_t)>& fits);

}  // namespace splitee
