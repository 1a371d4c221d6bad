// SPDX-License-Identifier: GPL-3.0-or-later
// StartOptions: what the command line of the window asks for, checked before anything is opened.
#pragma once

#include <QSize>
#include <QStringList>

#include <cstdint>
#include <optional>

#include "engine/result.h"

class QCommandLineParser;

namespace splitee {

struct StartOptions {
    std::optional<QSize> size;
    QString theme, language;    ///< "" for the system's
    QString example, file;      ///< "" without
    bool runsPage = false;      ///< the runs of `file`, a session
    bool playAtOnce = false;    ///< `file`
    QString picture;            ///< a PNG to write; "" for none. With it alone:
    std::int64_t round = 2000;  ///< to show of the example or the file
    QStringList docks;
    QString show;
};

/// The value of --scale among the arguments of main(), as Qt wants it in QT_SCALE_FACTOR before the
/// application object exists; empty where it was not given.
[[nodiscard]] Result<QByteArray> scaleFactor(int argc, char** argv);

/// The options, for --help.
void describe(QCommandLineParser& line);

/// Reads the arguments, program first. The error is one sentence that names the option. `line`
/// knows afterwards whether --help or --version was given; then nothing else is checked.
[[nodiscard]] Result<StartOptions> startOptions(QCommandLineParser& line,
                                                const QStringList& arguments);

}  // namespace splitee
