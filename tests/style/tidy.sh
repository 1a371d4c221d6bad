#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where clang-tidy finds a wrong name or a pitfall (.clang-tidy) in a changed source file:
# one that differs from origin/main, or from the last commit where there is nothing else.
# usage: tidy.sh ROOT BUILD [FILE..]; `all` as the only FILE checks every source file.
set -euo pipefail
root=${1:?usage: tidy.sh ROOT BUILD [FILE..]}
build=${2:?usage: tidy.sh ROOT BUILD [FILE..]}
shift 2
cd "$root"

changed() {
    git diff --name-only --diff-filter=d HEAD
    git ls-files --others --exclude-standard
    if git rev-parse -q --verify origin/main >/dev/null && [ -n "$(git diff --name-only origin/main...HEAD)" ]; then
        git diff --name-only --diff-filter=d origin/main...HEAD
    else
        git diff --name-only --diff-filter=d HEAD~1 HEAD 2>/dev/null || true
    fi
}

if [ "$*" = all ]; then
    mapfile -t files < <(git ls-files -- '*.cpp' ':!tests/*/fixture/*')
elif [ $# -gt 0 ]; then
    files=("$@")
elif [ "$(git rev-parse --show-toplevel 2>/dev/null)" = "$PWD" ]; then
    mapfile -t files < <(changed | grep -E '\.cpp$' | grep -v '/fixture/' | sort -u)
else
    files=()
fi

# Only what the build compiles has a command that clang-tidy can follow.
checked=()
for file in "${files[@]}"; do
    [ ! -e "$file" ] || ! grep -qF "$(realpath "$file")\"" "$build/compile_commands.json" || checked+=("$file")
done
if [ ${#checked[@]} -eq 0 ]; then
    echo "0 files changed"
    exit 0
fi
status=0
printf '%s\0' "${checked[@]}" | xargs -0 -P 2 -n 1 clang-tidy -p "$build" --quiet 2>/dev/null || status=1
echo "${#checked[@]} files checked"
exit "$status"
