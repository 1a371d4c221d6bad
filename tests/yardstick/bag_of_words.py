#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The yardstick for networks for texts: logistic regression on words and pairs of words.

Trains on SST-2's training phrases and prints the accuracy on SST-2 dev and on the streams that are
there: of whole texts, and of their first 105 words, which are about the 128 pieces that a network
reads. Needs NumPy. Usage: bag_of_words.py [DATA], where DATA (else SPLITEE_DATA) holds
text/sst2/train.tsv.xz, text/sst2/dev.tsv, text/imdb/aclImdb_10k.tar.xz, and perhaps
text/uci-sentences, text/mds and text/airline.
"""
import csv
import io
import lzma
import os
import re
import sys
import tarfile

import numpy as np

PENALTY = 3.0  # L2, on the sum of the losses; 1 to 8 give 82.0 to 82.6 % on SST-2 dev
STEPS = 150    # of L-BFGS
HEAD = 105     # words
WORD = re.compile(r"\w+|[^\w\s]")


def table(path):
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").rsplit("\t", 1) for line in lines][1:]
    return [row[0] for row in rows], np.array([int(row[1]) for row in rows])


def reviews(path, part):
    texts, labels = [], []
    with tarfile.open(path) as archive:
        for entry in archive:
            found = re.search(part + r"/(pos|neg)/.*\.txt$", entry.name)
            if found:
                text = archive.extractfile(entry).read().decode("utf-8")
                texts.append(text.replace("<br />", " "))
                labels.append(int(found.group(1) == "pos"))
    return texts, np.array(labels)


def lines(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    return [row[0] for row in rows], np.array([int(row[1]) for row in rows])


def columns(path):
    with lzma.open(path, "rt", encoding="utf-8") as opened:
        rows = list(csv.reader(io.StringIO(opened.read())))[1:]
    return [row[0] for row in rows], np.array([int(row[1]) for row in rows])


def amazon(folder):
    texts, labels = [], []
    for label, name in enumerate(("negative", "positive")):
        path = os.path.join(folder, name + ".review.xz")
        with lzma.open(path, "rt", encoding="utf-8", errors="replace") as opened:
            found = re.findall(r"<review_text>\n(.*?)\n</review_text>", opened.read(), re.S)
        texts += found
        labels += [label] * len(found)
    return texts, np.array(labels)


def streams(text):
    """Name, texts and labels of each stream whose file is there."""
    yield "SST-2 dev", table(os.path.join(text, "sst2", "dev.tsv"))
    yield "IMDb test", reviews(os.path.join(text, "imdb", "aclImdb_10k.tar.xz"), "test")
    for name, reader, path in (
        ("Yelp sentences", lines, "uci-sentences/yelp_labelled.txt"),
        ("Amazon books", amazon, "mds/books"),
        ("Amazon electronics", amazon, "mds/electronics"),
        ("Amazon kitchen", amazon, "mds/kitchen"),
        ("airline reviews", columns, "airline/airline.csv.xz"),
    ):
        if os.path.exists(os.path.join(text, path)):
            yield name, reader(os.path.join(text, path))


def features(text, most=None):
    words = WORD.findall(text.lower())[:most]
    return set(words) | {a + " " + b for a, b in zip(words, words[1:])}


class Bags:
    """Which features stand in which text, as two parallel arrays; how often does not count."""

    def __init__(self, texts, number, most=None):
        rows, columns = [], []
        for row, text in enumerate(texts):
            known = [number[f] for f in features(text, most) if f in number]
            columns += known
            rows += [row] * len(known)
        self.texts, self.features = len(texts), len(number)
        self.rows, self.columns = np.array(rows), np.array(columns)

    def times(self, weights):  # [texts]
        return np.bincount(self.rows, weights[self.columns], self.texts)

    def transposed_times(self, values):  # [features]
        return np.bincount(self.columns, values[self.rows], self.features)


def loss_and_gradient(weights, bags, sign):
    margin = sign * (bags.times(weights[:-1]) + weights[-1])
    slope = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
    loss = np.logaddexp(0, -margin).sum() + PENALTY / 2 * (weights[:-1] ** 2).sum()
    gradient = np.append(bags.transposed_times(slope) + PENALTY * weights[:-1], slope.sum())
    return loss, gradient


def minimised(function, weights):
    """L-BFGS (Nocedal and Wright, algorithm 7.4) with a backtracking line search."""
    loss, gradient = function(weights)
    history = []
    for _ in range(STEPS):
        direction = -gradient
        passed = []
        for s, y, rho in reversed(history):
            passed.append(rho * (s @ direction))
            direction = direction - passed[-1] * y
        if history:
            s, y, _ = history[-1]
            direction = direction * ((s @ y) / (y @ y))
        for (s, y, rho), alpha in zip(history, reversed(passed)):
            direction = direction + (alpha - rho * (y @ direction)) * s
        step = 1.0 if history else 1 / np.abs(gradient).max()
        slope = gradient @ direction
        while True:
            moved = weights + step * direction
            new_loss, new_gradient = function(moved)
            if new_loss <= loss + 1e-4 * step * slope or step < 1e-10:
                break
            step /= 2
        s, y = moved - weights, new_gradient - gradient
        if s @ y > 1e-10:
            history = (history + [(s, y, 1 / (s @ y))])[-10:]
        done = abs(loss - new_loss) < 1e-7 * abs(loss)
        weights, loss, gradient = moved, new_loss, new_gradient
        if done:
            break
    return weights


def main():
    data = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SPLITEE_DATA", "")
    text = os.path.join(data, "text")
    if not os.path.isdir(text):
        sys.exit(f"bag_of_words.py: no folder {text}: name the data as an argument or in SPLITEE_DATA")
    phrases, labels = table(os.path.join(text, "sst2", "train.tsv.xz"))
    kept = sorted(set().union(*map(features, phrases)))
    number = {feature: i for i, feature in enumerate(kept)}
    bags, sign = Bags(phrases, number), 2.0 * labels - 1
    weights = minimised(lambda w: loss_and_gradient(w, bags, sign), np.zeros(len(number) + 1))
    print(f"{len(phrases)} phrases, {len(number)} words and pairs")
    for name, (texts, truth) in streams(text):
        right = []
        for most in (None, HEAD):
            said = Bags(texts, number, most).times(weights[:-1]) + weights[-1] > 0
            right.append(100 * np.mean(said == truth))
        print(f"{name}: {right[0]:.1f} % of {len(truth)}; first {HEAD} words: {right[1]:.1f} %")


if __name__ == "__main__":
    main()
