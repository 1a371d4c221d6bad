#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of README.md and docs/window.md anew. Needs what run.sh builds and no display.
set -euo pipefail
workbench=$(realpath "${SPLITEE_WORKBENCH:-$(dirname "${BASH_SOURCE[0]}")/../build/dev/gui/splitee-workbench}")
splitee=$(realpath "${SPLITEE:-$(dirname "${BASH_SOURCE[0]}")/../build/dev/cli/splitee}")
cd "$(dirname "${BASH_SOURCE[0]}")"
picture() {
    local out=$1
    shift
    QT_QPA_PLATFORM=offscreen "$workbench" --screenshot "$out" --theme light --language en "$@" 2>/dev/null
}
picture window-welcome.png
picture window-live.png --example signs-live --round 2000
picture window.png --example cifar10-rising-noise --round 8000
picture window-why-dark.png --example costs-change --round 8000 --dock why --theme dark
picture window-what-if.png --example cifar10-replay --round 2000 --dock what-if --size 1600x900
picture window-regime.png --example cifar10-replay --round 2000 --dock regime --size 1600x900
picture window-advice.png --example cifar10-replay --round 2000 --show advise-90 --size 1280x900
picture window-exits.png --example signs-live --round 1000 --dock latency --dock exits --size 1600x900
picture window-alive.png --example signs-live --round 2000 --dock threshold --dock calibration --dock what-if --size 1920x1080
picture window-past-dark.png --example cifar10-rising-noise --round 8000 --dock why --show past-3000 --size 1600x900 --theme dark
HOME=/home/user picture window-train.png --show train
picture window-text.png --example reviews-live --round 150
picture window-distortions-dark.png --example signs-live --round 300 --dock distortions --size 1600x900 --theme dark
picture window-german.png --example cifar10-rising-noise --round 8000 --language de
picture window-large.png --example cifar10-rising-noise --round 8000 --size 1280x720 --scale 2

sessions=$(mktemp -d)
trap 'rm -r "$sessions"' EXIT
"$splitee" run --table builtin:cifar10-gaussian_blur-0.8 --policy splitee,splitee-s,ucb1,random,best,final --seeds 20 \
    --session "$sessions/blur-study.splitee" >/dev/null 2>&1
picture window-runs.png --page runs "$sessions/blur-study.splitee" --show comparison
picture window-runs-dark.png --page runs "$sessions/blur-study.splitee" --show comparison --theme dark
picture window-parallel.png --page runs "$sessions/blur-study.splitee" --show comparison-parallel
picture window-rounds-dark.png --page runs "$sessions/blur-study.splitee" --show comparison-rounds --theme dark
"$splitee" run --table builtin:cifar10-gaussian_blur-0.8 --policy splitee,final,random --seeds 5 --offload 2 --session "$sessions/costs.splitee" >/dev/null 2>&1
for o in 5 8 12; do "$splitee" run --table builtin:cifar10-gaussian_blur-0.8 --policy splitee,final,random --seeds 5 --offload $o --session "$sessions/costs.splitee" >/dev/null 2>&1; done
picture window-setting.png --page runs "$sessions/costs.splitee" --show comparison-setting
