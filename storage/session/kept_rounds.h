// SPDX-License-Identifier: GPL-3.0-or-later
// KeptRounds: the rounds that a session keeps of one run, in order, read page by page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "storage/session/session.h"

namespace splitee {

class KeptRounds {
public:
    KeptRounds(Session& session, std::int64_t run) : session_(session), run_(run) {}

    /// The next one, or nullptr after the last.
    Result<const RoundRecord*> next() {
        if (at_ == page_.size() && !over_) {
            auto read = session_.rounds().read(run_, next_, kPage);
            if (!read) return tl::unexpected(read.error());
            page_ = std::move(*read);
            at_ = 0;
            over_ = page_.empty();
            next_ += static_cast<std::int64_t>(page_.size());
        }
        return at_ == page_.size() ? nullptr : &page_[at_++];
    }

private:
    static constexpr std::int64_t kPage = 65'536;

    Session& session_;
    std::int64_t run_, next_ = 1;
    std::vector<RoundRecord> page_;
    std::size_t at_ = 0;
    bool over_ = false;
};

}  // namespace splitee
