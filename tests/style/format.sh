#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails, with file and line, where clang-format would change a source file.
# usage: format.sh ROOT; the version is fixed, as each version breaks lines in its own way.
set -euo pipefail
command -v clang-format >/dev/null || {
    echo "format: clang-format is missing: ./install_packages.sh installs it" >&2
    exit 1
}
cd "${1:?usage: format.sh ROOT}"
version=$(clang-format --version)
if [[ $version != *"version 14."* ]]; then
    echo "format: needs clang-format 14 (Debian 12), but found $version" >&2
    exit 1
fi
if [ "$(git rev-parse --show-toplevel 2>/dev/null)" = "$PWD" ]; then
    mapfile -t files < <(git ls-files -co --exclude-standard -- '*.cpp' '*.h' ':!tests/*/fixture/*')
else
    mapfile -t files < <(find . \( -name build -o -name fixture \) -prune -o \
        \( -name '*.cpp' -o -name '*.h' \) -print)
fi
present=()
for file in "${files[@]}"; do
    [ ! -e "$file" ] || present+=("$file")
done
[ ${#present[@]} -gt 0 ] || { echo "format: no source file found in $PWD" >&2; exit 1; }
printf '%s\0' "${present[@]}" | xargs -0 -P 2 -n 40 clang-format --dry-run --Werror
echo "${#present[@]} files are formatted"
