# SPDX-License-Identifier: GPL-3.0-or-later
"""SplitEE as a script would write it (arXiv 2309.09195): the baseline of bench_replay.

Usage: plain_loop.py STYLE TABLE EXITS ROUNDS, TABLE being float64 confidences row by row; costs as in bench_replay.cpp.
STYLE: python (lists and math, about as fast as a plain loop gets) or numpy (arrays, and numpy's functions on single numbers, as
notebooks of the field have it). Prints the seconds of the loop, then the pulls of each layer.
"""
import array
import math
import sys
import time

MU, OFFLOAD, ALPHA, BETA = 0.03, 5.0, 0.7, 1.0


def play(rows, exits, rounds):
    total = [0.0] * exits
    pulls = [0] * exits
    for t in range(1, rounds + 1):
        if t <= exits:
            arm = t - 1
        else:
            log_t = math.log(t)
            arm, best = 0, -math.inf
            for i in range(exits):
                index = total[i] / pulls[i] + BETA * math.sqrt(log_t / pulls[i])
                if index > best:
                    arm, best = i, index
        confidence = rows[(t - 1) % len(rows)]
        gamma = arm + 1.0
        if confidence[arm] >= ALPHA or arm == exits - 1:
            reward = confidence[arm] - MU * gamma
        else:
            reward = confidence[exits - 1] - MU * (gamma + OFFLOAD)
        total[arm] += reward
        pulls[arm] += 1
    return pulls


def play_numpy(rows, exits, rounds):
    import numpy as np
    rows = np.array(rows)
    mean = np.zeros(exits)
    total = np.zeros(exits)
    pulls = np.zeros(exits)
    for t in range(1, rounds + 1):
        if t <= exits:
            arm = t - 1
        else:
            arm = np.argmax([mean[i] + BETA * np.sqrt(np.log(t) / pulls[i]) for i in range(exits)])
        confidence = rows[(t - 1) % len(rows)]
        gamma = arm + 1.0
        if confidence[arm] >= ALPHA or arm == exits - 1:
            reward = confidence[arm] - MU * gamma
        else:
            reward = confidence[exits - 1] - MU * (gamma + OFFLOAD)
        total[arm] += reward
        pulls[arm] += 1
        mean[arm] = total[arm] / pulls[arm]
    return [int(n) for n in pulls]


def main():
    style, name, exits, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    values = array.array("d")
    with open(name, "rb") as table:
        values.frombytes(table.read())
    rows = [list(values[i:i + exits]) for i in range(0, len(values), exits)]
    loop = play_numpy if style == "numpy" else play
    start = time.process_time()
    pulls = loop(rows, exits, rounds)
    print(time.process_time() - start, *pulls)


main()
