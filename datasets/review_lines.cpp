// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/review_lines.h"

#include <charconv>
#include <utility>

#include "datasets/text_lines.h"

namespace splitee {

std::string_view ReviewLines::take(std::string_view line) {
    if (line == "<review>") {
        const bool open = std::exchange(in_, In::Review) != In::Nothing;
        review_ = {};
        hasText_ = false;
        return open ? "a review begins before the last one ends" : "";
    }
    if (in_ == In::Nothing) return {};  // <reviews>, empty lines
    if (line == "</review>") {
        const bool inText = std::exchange(in_, In::Nothing) == In::Text;
        if (inText || !hasText_)
            return inText ? "a review's text does not end" : "a review has no text";
        finished_ = std::move(review_);
        return {};
    }
    if (line == "</review_text>" || line == "</rating>") {
        in_ = In::Review;
    } else if (in_ == In::Text) {
        if (review_.text.size() + line.size() > kMostRecordBytes) {
            in_ = In::Nothing;
            return "a review has more than 4 MiB";
        }
        review_.text.append(line).append("\n");
    } else if (in_ == In::Rating) {
        double stars = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), stars);
        if (error == std::errc())
            review_.label = stars > 3 ? "positive" : stars < 3 ? "negative" : "-";
    } else if (line == "<review_text>") {
        in_ = In::Text;
        hasText_ = true;
    } else if (line == "<rating>") {
        in_ = In::Rating;
    }
    return {};
}

std::string_view ReviewLines::finish() const {
    return in_ == In::Nothing ? "" : "a review does not end before the file does";
}

std::optional<ReviewLines::Review> ReviewLines::finished() {
    return std::exchange(finished_, std::nullopt);
}

}  // namespace splitee
