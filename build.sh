#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh PRESET [TARGET..]: installs packages, configures and builds these targets or all, quietly;
# the log is build/PRESET/build.log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=${1:?usage: build.sh dev|package|asan|tsan [TARGET..]}
shift
targets=()
[ $# -eq 0 ] || targets=(--target "$@")
./install_packages.sh
mkdir -p "build/$preset"
log="build/$preset/build.log"
: >"$log"
fail() {
    tail -n 40 "$log" >&2
    echo "build: failed; the whole log is $PWD/$log" >&2
    exit 1
}
echo "Building ($preset), log in $log" >&2
cmake --preset "$preset" >>"$log" 2>&1 || fail
if [ -t 2 ]; then
    # Ninja's own count, rewritten on one line.
    NINJA_STATUS='[%f/%t] ' cmake --build "build/$preset" "${targets[@]}" 2>&1 | tee -a "$log" | while IFS= read -r line; do
        case $line in \[*/*\]*) printf '\r\033[K%s' "${line%%]*}]" >&2 ;; esac
    done || fail
    printf '\r\033[K' >&2
else
    cmake --build "build/$preset" "${targets[@]}" >>"$log" 2>&1 || fail
fi
