// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/round_inquiry.h"

#include <utility>

namespace splitee {

void RoundInquiry::requestAccount(RoundQuestion question) {
    pending_ = true;
    work_.cancel();
    work_.start([this, question = std::move(question)](
                    const std::stop_token& stop) { return account(question, stop); },
                [this](const Result<RoundAccount>& account) { onAnswer(account); });
}

Result<RoundAccount> RoundInquiry::account(const RoundQuestion& question,
                                           const std::stop_token& stop) {
    const bool broken = std::exchange(broken_, true);
    if (forget_.exchange(false) || broken) replay_.emplace();
    auto account = replay_->account(question, [&] { return stop.stop_requested(); });
    broken_ = false;
    if (!account) return tl::unexpected(account.error());
    if (!*account) return fail("cancelled");
    return std::move(**account);
}

// The replay holds the tables, and only its thread may let go of them.
void RoundInquiry::cancel() {
    pending_ = false;
    forget_ = true;
    work_.cancel();
    work_.start(
        [this] {
            if (forget_.exchange(false)) replay_.emplace();
        },
        [](const Result<void>&) {});
}

void RoundInquiry::onAnswer(const Result<RoundAccount>& account) {
    pending_ = false;
    if (account)
        emit answered(*account);
    else
        emit failed(QString::fromStdString(account.error().message));
}

}  // namespace splitee
