#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where clang-tidy finds a wrong name in a changed source file: one that differs from
# origin/main, or that the last commit changed where there is nothing else. SPLITEE_TIDY_CHECKS=all
# asks for the pitfalls of .clang-tidy too.
# usage: tidy.sh ROOT BUILD [FILE..]; `all` as the only FILE checks every source file.
set -euo pipefail
command -v clang-tidy >/dev/null || {
    echo "tidy: clang-tidy is missing: ./install_packages.sh installs it" >&2
    exit 1
}
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

# A file that the build compiles together with others has a command of its own here. clang cannot
# read GCC's precompiled headers: the files say what they include. Nor does it know all of GCC's
# warnings that are off somewhere.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
awk '
    /^\{/ { record = "" }
    { record = record $0 "\n" }
    /^ *"file":/ { file = $0; sub(/^ *"file": "/, "", file); sub(/",?$/, "", file) }
    /^\}/ {
        if (file !~ /\/Unity\/unity_[0-9]+_cxx\.cxx$/) { records[++count] = record; next }
        while ((getline line < file) > 0) {
            if (!sub(/^#include "/, "", line)) continue
            sub(/"$/, "", line)
            one = record
            while ((at = index(one, file)) > 0)
                one = substr(one, 1, at - 1) line substr(one, at + length(file))
            records[++count] = one
        }
        close(file)
    }
    END {
        print "["
        for (k = 1; k <= count; ++k) {
            sub(/\},?\n$/, k < count ? "},\n" : "}\n", records[k])
            printf "%s", records[k]
        }
        print "]"
    }' "$build/compile_commands.json" |
    sed -E 's/-Winvalid-pch//; s/-fpch-preprocess//; s/-Wno-[a-z-]+//g; s/-include [^ ]*cmake_pch\.hxx//' \
        >"$commands/compile_commands.json"
# Only what the build compiles has a command that clang-tidy can follow.
checked=()
for file in "${files[@]}"; do
    [ ! -e "$file" ] || ! grep -qF "$(realpath "$file")\"" "$commands/compile_commands.json" || checked+=("$file")
done
if [ ${#checked[@]} -eq 0 ]; then
    echo "0 files changed"
    exit 0
fi
checks=(--checks=-*,readability-identifier-naming)
[ "${SPLITEE_TIDY_CHECKS:-names}" != all ] || checks=()
status=0
# clang 14 cannot follow all of LibTorch's headers and of GCC's <ranges>: only what stands in files
# of the project counts.
here=$(pwd -P)
printf '%s\0' "${checked[@]}" |
    xargs -0 -P 2 -n 1 clang-tidy -p "$commands" --quiet --extra-arg=-ferror-limit=0 "${checks[@]}" \
        >"$commands/said" 2>/dev/null || true
if grep -E -A 3 "^($PWD|$here)/[^:]+:[0-9]+:[0-9]+: (warning|error):" "$commands/said"; then status=1; fi
echo "${#checked[@]} files checked"
exit "$status"
