// SPDX-License-Identifier: GPL-3.0-or-later
// A locale with decimal commas, made by localedef into a folder of the test's own: no machine needs
// to have one installed.
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <clocale>
#include <cstdio>
#include <string_view>

namespace splitee::test {

/// While it lives, printf and strtod of this process use decimal commas, as in a window that was
/// started under de_DE. Nothing may be set in `LOCPATH` by others meanwhile.
class CommaLocale {
public:
    CommaLocale() {
        QFile source(folder_.filePath(QStringLiteral("commas")));
        if (!source.open(QIODevice::WriteOnly)) return;
        source.write(
            "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \".\"\ngrouping 3;3\n"
            "END LC_NUMERIC\n");
        source.close();
        // -c: the categories that it lacks are warned of, and filled.
        QProcess::execute(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("localedef -c -i \"$0/commas\" \"$0/xx_XX\" 2> /dev/null"),
             folder_.path()});
        qputenv("LOCPATH", folder_.path().toLocal8Bit());
        std::setlocale(LC_ALL, "xx_XX");
    }
    ~CommaLocale() {
        std::setlocale(LC_ALL, "C");
        qunsetenv("LOCPATH");
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

    /// False where localedef is missing.
    [[nodiscard]] static bool inForce() {
        char text[8];
        std::snprintf(text, sizeof text, "%.1f", 0.5);
        return std::string_view(text) == "0,5";
    }

private:
    QTemporaryDir folder_;
};

}  // namespace splitee::test
