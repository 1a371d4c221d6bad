// SPDX-License-Identifier: GPL-3.0-or-later
// PieceTrie: finds the longest piece of a vocabulary at the start of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace splitee {

class PieceTrie {
public:
    struct Found {
        std::int32_t id = -1;   ///< -1: no piece begins so
        std::size_t bytes = 0;  ///< of the piece
    };

    PieceTrie() = default;
    /// Of texts that are the same the last one counts; empty ones are left out.
    explicit PieceTrie(std::vector<std::pair<std::string_view, std::int32_t>> pieces);
    /// Counts the bytes that it looked at into `steps`.
    [[nodiscard]] Found longest(std::string_view text, std::uint64_t& steps) const;

private:
    struct Node {
        std::uint32_t first = 0;  // of its children, which lie side by side, sorted by their bytes
        std::uint16_t children = 0;
        std::uint8_t byte = 0;
        std::int32_t id = -1;  // of the piece that ends here
    };
    std::vector<Node> nodes_;
};

}  // namespace splitee
