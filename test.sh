#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [dev|asan|tsan] [--no-gui]: installs what is missing, builds, runs every test; ends with how
# many passed. run.sh and test.sh share one build (dev). Tests on real data find it through
# SPLITEE_DATA; without it they say that they were skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=dev
targets=()
selection=()
for argument in "$@"; do
    case $argument in
        dev | asan | tsan) preset=$argument ;;
        --no-gui)
            targets=(tests_without_window)
            selection=(--label-exclude window)
            ;;
        *) echo "test: unknown argument '$argument'; usage: test.sh [dev|asan|tsan] [--no-gui]" >&2; exit 2 ;;
    esac
done
if [ -z "${SPLITEE_DATA:-}" ] && [ -d ../shared/data ]; then
    SPLITEE_DATA=$(cd ../shared/data && pwd)
    export SPLITEE_DATA
fi
[ "$preset" = dev ] || selection+=(--exclude-regex '^style\.')   # they look at sources, once is enough
./build.sh "$preset" "${targets[@]}"

# What passed within a program goes to the log alone, and ctest's summary is held back, so that it
# comes last.
log=build/$preset/tests.log
status=0
ctest --preset "$preset" "${selection[@]}" 2>&1 | tee "$log" |
    sed -u -e '/^PASS   : /d' -e '/^[0-9]*% tests passed/,$d' || status=$?
said=build/$preset/Testing/Temporary/LastTest.log
skipped=$(grep -c '^SKIP' "$said" || true)
if grep -q '^"style.format" end time\|^Totals: ' "$said"; then
    echo "$skipped test functions skipped; why: grep ^SKIP $said"
else
    echo "test: $said lacks what the tests said: which of them were skipped is not known" >&2
fi
sed -n '/^[0-9]*% tests passed/,$p' "$log"
exit "$status"
