// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewLines: takes the lines of a `.review` file, the pseudo-XML of the Multi-Domain Sentiment
// data (Blitzer, Dredze and Pereira 2007): tags stand on lines of their own, nothing is escaped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace splitee {

class ReviewLines {
public:
    struct Review {
        std::string text;
        std::string label;  ///< "positive" for more than 3 of 5 stars, "negative" for fewer, "-"
                            ///< for 3 and "" where there is no rating
    };

    /// The next line. Says why where it shows that a review before it cannot be read.
    std::string_view take(std::string_view line);
    /// Says why where the file ends inside of a review.
    [[nodiscard]] std::string_view finish() const;
    /// The review that the last line ended, once.
    [[nodiscard]] std::optional<Review> finished();

private:
    enum class In { Nothing, Review, Text, Rating };
    In in_ = In::Nothing;
    bool hasText_ = false;
    Review review_;
    std::optional<Review> finished_;
};

}  // namespace splitee
