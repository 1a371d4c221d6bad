// SPDX-License-Identifier: GPL-3.0-or-later
// A replay behind the interface of a live world, which remembers what it revealed last and can
// fail.
#pragma once

#include <optional>

#include "engine/world/world.h"

namespace splitee::test {

class WatchedWorld final : public World {
public:
    explicit WatchedWorld(ReplayWorld& behind) : behind_(behind) {}
    std::optional<Observation> last;
    std::vector<std::vector<std::uint32_t>> expected;  ///< by the calls of expect()
    std::int64_t failsAt = 0;       ///< the observation that fails, from 1; 0: none
    bool failsBeforeSplit = false;  ///< in context() instead

    [[nodiscard]] std::int64_t samples() const override { return behind_.samples(); }
    [[nodiscard]] std::span<const double> depth() const override { return behind_.depth(); }
    [[nodiscard]] Result<Observation> observe(const Query& query) override {
        ++observed_;
        if (!failsBeforeSplit && observed_ == failsAt) return fail("the camera is gone");
        last = behind_.reveal(query);
        return *last;
    }
    void expect(std::span<const std::uint32_t> rows) override {
        expected.emplace_back(rows.begin(), rows.end());
    }
    [[nodiscard]] bool allows(Feedback feedback) const override { return behind_.allows(feedback); }
    [[nodiscard]] bool tellsEntropy() const override { return behind_.tellsEntropy(); }
    [[nodiscard]] Result<std::span<const double>> context(std::int64_t row) override {
        if (failsBeforeSplit && observed_ + 1 == failsAt) return fail("the camera is gone");
        return behind_.context(row);
    }
    [[nodiscard]] std::span<const std::string> contextNames() const override {
        return behind_.contextNames();
    }
    [[nodiscard]] std::size_t sources() const override { return behind_.sources(); }
    void show(std::size_t source) override { behind_.show(source); }
    [[nodiscard]] std::int32_t label(std::int64_t row) const override { return behind_.label(row); }
    [[nodiscard]] std::int64_t sampleNumber(std::int64_t row) const override {
        return behind_.sampleNumber(row);
    }

private:
    ReplayWorld& behind_;
    std::int64_t observed_ = 0;
};

}  // namespace splitee::test
