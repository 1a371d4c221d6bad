#!/usr/bin/env bash
# The main job: installs what is missing, builds, and runs the bundled example experiment, ending with its result table.
# Arguments are passed on: ./run.sh --seeds 5, or ./run.sh --table my.csv --policy splitee,final
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/build.sh" release
exec "$here/build/release/cli/splitee" run --experiment "$here/resources/experiments/example.json" "$@"
