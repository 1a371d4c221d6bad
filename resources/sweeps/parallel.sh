#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# parallel.sh SWEEP.json OUT.splitee [PARTS [FLAG..]]: plays a sweep in PARTS parts (4) under GNU parallel, as many at once as
# this machine has cores, and joins them into OUT.splitee. FLAGs go to splitee sweep. Killed or cancelled, start it again the
# same way: what is finished is not played again.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: parallel.sh SWEEP.json OUT.splitee [PARTS [FLAG..]]" >&2; exit 2; }
sweep=$1
out=$2
parts=${3:-4}
shift $(($# < 3 ? $# : 3))
splitee=${SPLITEE:-splitee}   # where it is, if not on the PATH
part=${out%.splitee}.part

# A session of its own for each part, and one thread, as the parts already fill the cores.
parallel --will-cite --halt now,fail=1 --line-buffer \
    "$splitee" sweep "$sweep" --session "$part{}of$parts.splitee" --shard "{}/$parts" --threads 1 "$@" ::: $(seq "$parts")

sessions=()
for i in $(seq "$parts"); do sessions+=("${part}${i}of$parts.splitee"); done
"$splitee" merge --out "$out" "${sessions[@]}"
