#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what packages.txt lists and this machine lacks. Made for Debian 12, as root or with sudo.
# Does nothing, in a moment, when all is there. SPLITEE_PACKAGES=run leaves out what only tests need:
# the lines from "# test" on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

die() {
    echo "install_packages: $*" >&2
    exit 1
}

command -v dpkg-query >/dev/null || die "this is not a Debian system: install what packages.txt lists by other means"

last=""
[ "${SPLITEE_PACKAGES:-all}" != run ] || last='/^# test$/,$d;'
mapfile -t wanted < <(sed -e "$last" -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' packages.txt)
installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "these packages are missing, and there is no sudo: as root, apt-get install ${missing[*]}"
        root=(sudo)
        sudo -v || die "these packages are missing, and sudo refused: as root, apt-get install ${missing[*]}"
    fi
    system=$(. /etc/os-release && echo "${PRETTY_NAME:-an unknown system}")
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
    if ! "${root[@]}" apt-get update -q >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        die "the package lists could not be fetched: is the network up?"
    fi
    if ! "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        die "not all packages could be installed: this needs Debian 12 (here: $system), the network and 3 GB of disk"
    fi
fi

triplet=$(uname -m)-linux-gnu
for library in libblas.so.3 liblapack.so.3; do
    target=$(readlink -f "/usr/lib/$triplet/$library" || true)
    [[ $target == *openblas-openmp* ]] ||
        echo "install_packages: networks will be slow, as $library is ${target:-missing}: sudo update-alternatives --set $library-$triplet /usr/lib/$triplet/openblas-openmp/$library" >&2
done
