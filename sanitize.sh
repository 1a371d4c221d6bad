#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sanitize.sh [asan|tsan] [--no-gui]: every test under the address and undefined behaviour sanitizers,
# then under the thread sanitizer; or under the one that is named. --no-gui leaves out the window's
# tests, which take longest to build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
presets=()
gui=()
for argument in "$@"; do
    case $argument in
        asan | tsan) presets+=("$argument") ;;
        --no-gui) gui=(--no-gui) ;;
        *) echo "sanitize: unknown argument '$argument'; usage: sanitize.sh [asan|tsan] [--no-gui]" >&2; exit 2 ;;
    esac
done
[ ${#presets[@]} -gt 0 ] || presets=(asan tsan)
status=0
for preset in "${presets[@]}"; do
    ./test.sh "$preset" "${gui[@]}" || status=1
done
exit "$status"
