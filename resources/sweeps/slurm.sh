#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# slurm.sh SWEEP.json OUT.splitee [PARTS [FLAG..]]: plays a sweep as a SLURM array of PARTS jobs (4) and joins them into
# OUT.splitee in a job of its own. Start it where sbatch is; it submits itself. FLAGs go to splitee sweep. Submitted again, it
# plays what is missing. All nodes need the same files at the same paths; set SPLITEE where splitee is not on the PATH.
#SBATCH --job-name=splitee-sweep
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --signal=TERM@60
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: slurm.sh SWEEP.json OUT.splitee [PARTS [FLAG..]]" >&2; exit 2; }
sweep=$1
out=$2
parts=${3:-4}
shift $(($# < 3 ? $# : 3))
splitee=${SPLITEE:-splitee}
part=${out%.splitee}.part

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then   # one part; exec, so that SLURM's signals reach the program
    exec "$splitee" sweep "$sweep" --session "$part${SLURM_ARRAY_TASK_ID}of$parts.splitee" \
        --shard "$SLURM_ARRAY_TASK_ID/$parts" --threads "${SLURM_CPUS_PER_TASK:-1}" "$@"
fi

array=$(sbatch --parsable --array="1-$parts" "${BASH_SOURCE[0]}" "$sweep" "$out" "$parts" "$@")
sessions=()
for i in $(seq "$parts"); do sessions+=("${part}${i}of$parts.splitee"); done
join=$(printf '%q ' "$splitee" merge --out "$out" "${sessions[@]}")
merge=$(sbatch --parsable --job-name=splitee-merge --time=1:00:00 --dependency="afterok:$array" --wrap "$join")
echo "submitted: array $array, then merge $merge; watch them with squeue"
