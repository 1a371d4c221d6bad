// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/round_inquiry.h"

#include <utility>

namespace splitee {

RoundInquiry::RoundInquiry(QObject* parent) : QObject(parent) {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

RoundInquiry::~RoundInquiry() = default;

void RoundInquiry::ask(RoundQuestion question) {
    pending_ = true;
    {
        const std::lock_guard lock(mutex_);
        question_ = std::move(question);
        number_ = ++asked_;
    }
    changed_.notify_one();
}

void RoundInquiry::cancel() {
    pending_ = false;
    {
        const std::lock_guard lock(mutex_);
        question_.reset();
        forget_ = true;
        number_ = ++asked_;
    }
    changed_.notify_one();
}

void RoundInquiry::work(const std::stop_token& stop) {
    std::optional<RoundReplay> replay(std::in_place);
    while (true) {
        std::optional<RoundQuestion> question;
        std::uint64_t number = 0;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return question_.has_value() || forget_; }))
                return;
            question = std::exchange(question_, std::nullopt);
            number = number_;
            if (std::exchange(forget_, false)) replay.emplace();
        }
        if (!question) continue;
        const auto givenUp = [&] {
            const std::lock_guard lock(mutex_);
            return stop.stop_requested() || number_ != number;
        };
        const auto account = replay->account(*question, givenUp);
        if (!account || *account)
            QMetaObject::invokeMethod(this, [this, number, account] { report(number, account); });
    }
}

void RoundInquiry::report(std::uint64_t number,
                          const Result<std::optional<RoundAccount>>& account) {
    if (number != asked_) return;
    pending_ = false;
    if (account)
        emit answered(**account);
    else
        emit failed(QString::fromStdString(account.error().message));
}

}  // namespace splitee
