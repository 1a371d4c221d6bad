#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# contact_sheets.sh FOLDER: every page and panel at six sizes, English and German, light and dark, at
# scales 1 and 2, as contact sheets for a person to look at; and what overlaps or is cut, as
# TestLayout finds it. Needs what test.sh builds and no display.
set -euo pipefail
folder=$(realpath "${1:?usage: contact_sheets.sh FOLDER}")
program=$(realpath "${SPLITEE_TEST_GUI:-$(dirname "${BASH_SOURCE[0]}")/../../build/dev/tests/gui/test_gui}")
status=0
for scale in 1 2; do
    for theme in light dark; do
        mkdir -p "$folder/$theme-$scale"
        echo "$theme, scale $scale"
        QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale SPLITEE_THEME=$theme \
            SPLITEE_CONTACT_SHEETS="$folder/$theme-$scale" "$program" TestLayout \
            >"$folder/$theme-$scale/log.txt" 2>&1 || status=1
        grep -E '^(QWARN|FAIL|Totals)' "$folder/$theme-$scale/log.txt" || status=1
    done
done
exit "$status"
