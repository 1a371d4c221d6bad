#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the bundled exit tables again from the bundled CIFAR-10 network: rebuild_tables.sh PROGRAM CIFAR10_FOLDER
# About 10 s a table on 2 cores. The same network gives the same tables, bit for bit, on the same kind of CPU.
set -euo pipefail
program=$(realpath "${1:?usage: rebuild_tables.sh PROGRAM CIFAR10_FOLDER}")
data=$(realpath "${2:?usage: rebuild_tables.sh PROGRAM CIFAR10_FOLDER}")
cd "$(dirname "${BASH_SOURCE[0]}")/tables"
build() { "$program" table build --model ../models/cifar10.mee --dataset "cifar10:$data" --distortion "$1" --seed 1 --out "$2.exits"; }
build clean cifar10-clean
for sigma in 0.5 0.6 0.7 0.8 0.9 1; do build "gaussian_blur:$sigma" "cifar10-gaussian_blur-$sigma"; done
for level in 0.5 1 1.5 2 2.5 3; do build "gaussian_noise:$level" "cifar10-gaussian_noise-$level"; done
