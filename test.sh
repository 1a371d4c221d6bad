#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [dev|release|asan|tsan]: installs what is missing, builds, runs every test; ends with how many passed.
# Tests on real data find it through SPLITEE_DATA; without it they say that they were skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=${1:-dev}
if [ -z "${SPLITEE_DATA:-}" ] && [ -d ../shared/data ]; then
    SPLITEE_DATA=$(cd ../shared/data && pwd)
    export SPLITEE_DATA
fi
./build.sh "$preset"

# What passed within a failed program goes to the log alone, and ctest's summary is held back, so that it comes last.
log=build/$preset/tests.log
status=0
ctest --preset "$preset" 2>&1 | tee "$log" | sed -u -e '/^PASS   : /d' -e '/^[0-9]*% tests passed/,$d' || status=$?
skipped=$(grep -c '^SKIP' "build/$preset/Testing/Temporary/LastTest.log" || true)
echo "${skipped:-0} test functions skipped; why: grep ^SKIP build/$preset/Testing/Temporary/LastTest.log"
sed -n '/^[0-9]*% tests passed/,$p' "$log"
exit "$status"
