#!/usr/bin/env bash
# Installs what packages.txt lists and this machine lacks. Needs Debian 12 and root or sudo; does nothing when all is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

die() { echo "install_packages: $*" >&2; exit 1; }

command -v dpkg-query >/dev/null || die "this is not Debian: install the packages of packages.txt by hand"
mapfile -t wanted < <(grep -vE '^\s*(#|$)' packages.txt)
missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "missing ${missing[*]}: run this as root, or install sudo"
        root=(sudo)
    fi
    echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if ! { "${root[@]}" apt-get update -q && "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        die "the packages could not be installed: check the network and that this is Debian 12 (bookworm)"
    fi
    rm -f "$log"
fi
blas=$(readlink -f "/usr/lib/$(uname -m)-linux-gnu/libblas.so.3" || true)
case $blas in
    *openblas-openmp*) ;;
    *) echo "install_packages: libblas.so.3 is ${blas:-missing}, not OpenBLAS with OpenMP: training will be slow (see update-alternatives)" >&2 ;;
esac
