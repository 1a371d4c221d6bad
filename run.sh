#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The main job: installs what is missing and builds; then opens the window where there is a display, and else runs the bundled
# example experiment, ending with its result table. With arguments it always runs without a window and passes them on:
# ./run.sh --seeds 5, or ./run.sh --table my.csv --policy splitee,final
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SPLITEE_PACKAGES=run "$here/build.sh" dev splitee splitee-workbench inference
if [ $# -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$here/build/dev/gui/splitee-workbench"
fi
exec "$here/build/dev/cli/splitee" run --experiment "$here/resources/experiments/example.json" "$@"
