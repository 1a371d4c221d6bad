// SPDX-License-Identifier: GPL-3.0-or-later
// What a program prints, taken with bounds: lines of limited length, and what a line says of
// progress.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace splitee {

/// Cuts what comes in pieces into lines. Of a line that is longer than kMost bytes the start is
/// kept.
class BoundedLines {
public:
    static constexpr qsizetype kMost = 64 * 1024;
    using TakeLine = std::function<void(const QByteArray& line)>;
    void add(const QByteArray& bytes, const TakeLine& take);
    /// What came after the last line break.
    void finish(const TakeLine& take);

private:
    QByteArray begun_;
};

/// What a line of `--progress json` says; each figure is in its range, whatever stood there.
struct ToldProgress {
    std::string activity, unit;
    std::int64_t done = 0, total = 0;  ///< total 0: not known
    double perSecond = 0;              ///< 0: not known
    double secondsLeft = -1;           ///< < 0: not known
    struct Stand {
        double epoch = 0;  ///< passed
        int epochs = 0, bestEpoch = 0;
        double loss = 0;
        std::vector<double> lossPerExit;      ///< empty: not told
        std::vector<double> accuracyPerExit;  ///< shares; empty within an epoch
    };
    std::optional<Stand> training;
};
/// None where the line is no such object.
[[nodiscard]] std::optional<ToldProgress> progressIn(const QByteArray& line);

/// What `splitee eval --json` says of an exit, or `splitee model import --json` of one that was
/// attached.
struct ExitFigures {
    double depth = 0, accuracy = 0, confidence = 0;  ///< shares
    QString place = {};                              ///< of an attached one
    double temperature = 0;                          ///< likewise; 0: not known
};
/// None where `text` is no such object.
struct Evaluation {
    std::int64_t samples = 0;
    std::vector<ExitFigures> exits;
};
[[nodiscard]] std::optional<Evaluation> evaluationIn(const QByteArray& text);
/// Of `splitee model import --json`; samples stay 0.
[[nodiscard]] std::optional<Evaluation> attachedIn(const QByteArray& text);

/// A line as it may be shown: no control characters, at most `most` characters.
[[nodiscard]] QString shownLine(const QByteArray& line, int most);

}  // namespace splitee
