#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# slurm_node.sh start DIR | stop DIR: a SLURM of one node on this machine, all its files in DIR, without systemd. For tests.
set -euo pipefail
command=$1
dir=$2
export SLURM_CONF=$dir/slurm.conf
export PATH=$PATH:/usr/sbin:/sbin

stop() {
    local pids=()
    for daemon in slurmd slurmctld munged; do
        if [ -s "$dir/$daemon.pid" ]; then pids+=("$(cat "$dir/$daemon.pid")"); fi
    done
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do
        for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -KILL "$pid" 2>/dev/null || true
    done
}

if [ "$command" = stop ]; then
    stop
    exit 0
fi
host=$(hostname -s)
user=$(id -un)
port=$((20000 + $$ % 20000))
mkdir -p "$dir/state" "$dir/spool"
head -c 1024 /dev/urandom >"$dir/munge.key"
chmod 600 "$dir/munge.key"
cat >"$dir/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$dir/munge.socket
SlurmUser=$user
SlurmdUser=$user
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
munged --force --socket="$dir/munge.socket" --key-file="$dir/munge.key" --pid-file="$dir/munged.pid" \
    --log-file="$dir/munged.log" --seed-file="$dir/munge.seed" --num-threads=1 >/dev/null 2>&1
slurmctld >/dev/null 2>&1
slurmd >/dev/null 2>&1
for _ in $(seq 200); do
    if [ "$(sinfo -h -o %T 2>/dev/null)" = idle ]; then exit 0; fi
    sleep 0.1
done
echo "the node did not become idle within 20 s: $(tail -n 1 "$dir/slurmctld.log" "$dir/slurmd.log" 2>/dev/null | tr '\n' ' ')" >&2
stop
exit 1
