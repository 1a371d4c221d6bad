// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text/piece_trie.h"

#include <algorithm>
#include <queue>

namespace splitee {

PieceTrie::PieceTrie(std::vector<std::pair<std::string_view, std::int32_t>> pieces) {
    struct Open {
        std::size_t node, begin, end,
            depth;  // the sorted pieces begin .. end - 1 share `depth` bytes
    };
    std::ranges::stable_sort(pieces, {}, &std::pair<std::string_view, std::int32_t>::first);
    nodes_.emplace_back();
    std::queue<Open> open;
    open.push({0, 0, pieces.size(), 0});
    for (; !open.empty(); open.pop()) {
        auto [node, begin, end, depth] = open.front();
        for (; begin < end && pieces[begin].first.size() == depth; ++begin)
            if (depth > 0) nodes_[node].id = pieces[begin].second;
        nodes_[node].first = static_cast<std::uint32_t>(nodes_.size());
        while (begin < end) {
            const char byte = pieces[begin].first[depth];
            std::size_t same = begin + 1;
            while (same < end && pieces[same].first[depth] == byte) ++same;
            open.push({nodes_.size(), begin, same, depth + 1});
            nodes_.push_back({0, 0, static_cast<std::uint8_t>(byte), -1});
            ++nodes_[node].children;
            begin = same;
        }
    }
}

PieceTrie::Found PieceTrie::longest(std::string_view text, std::uint64_t& steps) const {
    Found found;
    if (nodes_.empty()) return found;
    const Node* node = &nodes_.front();
    for (std::size_t at = 0; at < text.size(); ++at) {
        ++steps;
        const auto byte = static_cast<std::uint8_t>(text[at]);
        const auto first = nodes_.begin() + node->first;
        const auto last = first + node->children;
        const auto child = std::lower_bound(
            first, last, byte,
            [](const Node& one, std::uint8_t wanted) { return one.byte < wanted; });
        if (child == last || child->byte != byte) break;
        node = &*child;
        if (node->id >= 0) found = {node->id, at + 1};
    }
    return found;
}

}  // namespace splitee
