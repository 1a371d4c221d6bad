#!/usr/bin/env bash
# test.sh [dev|release|asan|tsan]: installs what is missing, builds, runs every test.
# Tests that need real data find it through SPLITEE_DATA and say "skipped" without it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=${1:-dev}
if [ -z "${SPLITEE_DATA:-}" ] && [ -d ../shared/data ]; then
    SPLITEE_DATA=$(cd ../shared/data && pwd)
fi
export SPLITEE_DATA=${SPLITEE_DATA:-}
./build.sh "$preset"
results=build/$preset/tests.log
status=0
ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j 2 --output-log "$results" || status=$?
skipped=$(grep -ch '^SKIP' "build/$preset/Testing/Temporary/LastTest.log" || true)
echo "$skipped test functions skipped (each says why in build/$preset/Testing/Temporary/LastTest.log)" >&2
exit "$status"
