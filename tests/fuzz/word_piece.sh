#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# word_piece.sh [SECONDS]: builds the fuzz target of WordPiece with Clang's libFuzzer, under the address
# and undefined behaviour sanitizers, and runs it, for a minute if nothing is said. What it finds lies
# in build/fuzz. Needs clang, which no other part of the project needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
if ! command -v clang++ >/dev/null; then
    echo "word_piece: clang++ is missing, which has libFuzzer: install clang and libclang-rt-14-dev" >&2
    exit 1
fi
mkdir -p build/fuzz/corpus
sources=(datasets/archive_reader.cpp engine/plain_text.cpp engine/current_stop.cpp)
for name in word_piece bert_words piece_trie unicode_rules tokenizer; do sources+=("datasets/text/$name.cpp"); done
read -ra libraries <<<"$(pkg-config --cflags --libs Qt6Core libarchive)"
clang++ -std=c++20 -O1 -g -fPIC -I. -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    tests/fuzz/word_piece.cpp "${sources[@]}" "${libraries[@]}" -o build/fuzz/word_piece
printf '\x41good\n##ly\nfilm\xffGoodly film, \xc3\xa4\xe4\xbd\xa0!\xffbad' >build/fuzz/corpus/first
cd build/fuzz
exec ./word_piece corpus -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048
