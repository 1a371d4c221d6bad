// SPDX-License-Identifier: GPL-3.0-or-later
// TimeLineModel knows what stands where on a time line: the rounds played, the one that is shown,
// marks of changes, and bands of the samples' sources.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace splitee {

/// A change, in force from this round on.
struct TimeLineMark {
    std::int64_t round = 1;
    QString text;  ///< "o 5 → 8"
};

/// Rounds whose samples come from one source or, in a ramp, from two.
struct TimeLineBand {
    std::int64_t first = 1, last = 1;
    QString name;
    std::size_t source = 0;  ///< number in the schedule
    std::size_t rising = 0;  ///< the one that takes over; the same where none does
    friend bool operator==(const TimeLineBand&, const TimeLineBand&) = default;
};

class TimeLineModel {
public:
    /// Of the whole run; 0: nothing is open.
    void setRounds(std::int64_t rounds) { rounds_ = rounds; }
    void setPlayed(std::int64_t round) { played_ = round; }
    /// 0: the newest.
    void setShown(std::int64_t round) { shown_ = round; }
    void setMarks(std::vector<TimeLineMark> marks);
    void setBands(std::vector<TimeLineBand> bands) { bands_ = std::move(bands); }

    [[nodiscard]] std::int64_t rounds() const { return rounds_; }
    [[nodiscard]] std::int64_t played() const { return played_; }
    [[nodiscard]] bool isLive() const { return shown_ == 0; }
    [[nodiscard]] std::int64_t shown() const { return isLive() ? played_ : shown_; }
    [[nodiscard]] const std::vector<TimeLineMark>& marks() const { return marks_; }
    [[nodiscard]] const std::vector<TimeLineBand>& bands() const { return bands_; }

    /// Pixels from the left end of a line of that width.
    [[nodiscard]] double placeOf(std::int64_t round, double width) const;
    /// The round at a place: 1 to played(), or 0 beyond what is played: the newest. -1 where
    /// nothing is.
    [[nodiscard]] std::int64_t roundAt(double place, double width) const;

    /// Marks that stand so close that they are drawn as one.
    struct Cluster {
        double place = 0;  ///< of the first
        std::size_t first = 0, count = 0;
    };
    [[nodiscard]] std::vector<Cluster> clusters(double width) const;
    /// The number of the band that a round lies in, -1: none.
    [[nodiscard]] int bandAt(std::int64_t round) const;
    /// The mark before or after a round: where Ctrl and an arrow lead; 0: none.
    [[nodiscard]] std::int64_t markBeside(std::int64_t round, bool after) const;
    /// What Page Down and Page Up pass over: a fiftieth of the run.
    [[nodiscard]] std::int64_t page() const;

private:
    std::int64_t rounds_ = 0, played_ = 0, shown_ = 0;
    std::vector<TimeLineMark> marks_;  // by round
    std::vector<TimeLineBand> bands_;
};

}  // namespace splitee
