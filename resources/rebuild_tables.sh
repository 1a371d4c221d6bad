#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the bundled exit tables again:
# rebuild_tables.sh PROGRAM CIFAR10_FOLDER [TEXT_FOLDER [PHOTO_FOLDER]]
# Those named cifar10-wide and cifar10c come from the bundled CIFAR-10 network, in about 6 and 2 s
# each; cifar10c ones are rounded and of the first 1,000 test images. Those named cifar10 alone come
# from the network that was bundled before; they stay for sessions that name them.
# With a folder of texts (docs/results.md says of which) also those of the bundled encoder, with one
# of photographs those of the network for photographs, in about 3 s each. "-" for a folder leaves
# its tables as they are.
# The same network gives the same tables, bit for bit, on the same kind of CPU.
set -euo pipefail
usage="usage: rebuild_tables.sh PROGRAM CIFAR10_FOLDER [TEXT_FOLDER [PHOTO_FOLDER]]"
program=$(realpath "${1:?$usage}")
images=${2:?$usage}
[[ $images == - ]] || images=$(realpath "$images")
texts=${3:--}
[[ $texts == - ]] || texts=$(realpath "$texts")
photos=${4:--}
[[ $photos == - ]] || photos=$(realpath "$photos")
resources=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
cd "$resources/tables"

image() {
    "$program" table build --model ../models/cifar10.mee --dataset "cifar10:$images" --distortion "$1" --seed 1 \
        --packed --out "$2.exits" "${@:3}"
}
corruptions=(gaussian_noise shot_noise impulse_noise speckle_noise defocus_blur gaussian_blur glass_blur motion_blur
    zoom_blur snow frost fog spatter brightness contrast saturate elastic_transform pixelate jpeg_compression)
if [[ $images != - ]]; then
    image clean cifar10-wide-clean
    for sigma in 0.5 0.6 0.7 0.8 0.9 1; do image "gaussian_blur:$sigma" "cifar10-wide-gaussian_blur-$sigma"; done
    for level in 0.5 1 1.5 2 2.5 3; do image "gaussian_noise:$level" "cifar10-wide-gaussian_noise-$level"; done
    few=(--rounded --samples 1000)
    image clean cifar10c-clean "${few[@]}"
    for kind in "${corruptions[@]}"; do
        for severity in 1 2 3 4 5; do image "cifar10c:$kind@$severity" "cifar10c-$kind-$severity" "${few[@]}"; done
    done
    for scene in dawn rain dusk night; do image "$scene@3" "cifar10c-$scene-3" "${few[@]}"; done
fi

# Whole files, in their order; of IMDb the test part. SST-2 dev is the source that the network did not learn from.
# Tables name the path that they are given: a relative one, from the folder of texts.
text() {
    (cd "$texts" && "$program" table build --model "$resources/models/sst2.mee" --dataset "text:$1" --part "$2" --packed --out "$resources/tables/$3.exits")
}
if [[ $texts != - ]]; then
    text sst2/dev.tsv all sst2-dev
    text imdb/aclImdb_10k.tar.xz test sst2-imdb
    text uci-sentences/yelp_labelled.txt all sst2-yelp
    for domain in books electronics kitchen; do text "mds/$domain" all "sst2-$domain"; done
    text airline/airline.csv.xz all sst2-airline
fi

# Of the part for testing. Tables name the path that they are given, so it is one word for everyone.
if [[ $photos != - ]]; then
    scratch=$(mktemp -d)
    trap 'rm -r "$scratch"' EXIT
    ln -s "$photos" "$scratch/photos"
    photo() {
        (cd "$scratch" && "$program" table build --model "$resources/models/photos.mee" --dataset folder:photos \
            --distortion "$1" --seed 1 --packed --rounded --out "$resources/tables/$2.exits")
    }
    photo clean photos-clean
    for kind in "${corruptions[@]}"; do
        for severity in 1 2 3 4 5; do photo "cifar10c:$kind@$severity" "photos-$kind-$severity"; done
    done
    for scene in dawn rain dusk night; do photo "$scene@3" "photos-$scene-3"; done
fi
