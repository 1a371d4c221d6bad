#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a BERT with a pooler and a classifier a layer, of random weights, as ElasticBERT's files:
DIR/model.safetensors, DIR/pytorch_model.bin (torch.save), DIR/config.json and DIR/vocab.txt, whose
pieces are the words w5, w6, ... DIR/answers holds, a text a line, the confidence of each exit by
PyTorch on texts of these words; DIR/texts the texts."""
import argparse
import json
import struct

import torch

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def weights_of(layers, hidden, wide, pieces, positions, classes):
    generator = torch.Generator().manual_seed(1)

    def normal(*shape, scale=0.05):
        return torch.randn(*shape, generator=generator) * scale

    weights = {}

    def linear(name, out, inside):
        weights[name + ".weight"] = normal(out, inside)
        weights[name + ".bias"] = normal(out)

    def norm(name):
        weights[name + ".weight"] = 1 + normal(hidden)
        weights[name + ".bias"] = normal(hidden)

    at = "elasticbert.embeddings."
    weights[at + "word_embeddings.weight"] = normal(pieces, hidden)
    weights[at + "position_embeddings.weight"] = normal(positions, hidden)
    weights[at + "token_type_embeddings.weight"] = normal(2, hidden)
    norm(at + "LayerNorm")
    for layer in range(layers):
        at = f"elasticbert.encoder.layer.{layer}."
        # As of a matrix that was cut in three: one storage, three places in it.
        looks = normal(3 * hidden, hidden)
        for i, part in enumerate(("query", "key", "value")):
            weights[at + f"attention.self.{part}.weight"] = looks[i * hidden : (i + 1) * hidden]
            weights[at + f"attention.self.{part}.bias"] = normal(hidden)
        linear(at + "attention.output.dense", hidden, hidden)
        norm(at + "attention.output.LayerNorm")
        linear(at + "intermediate.dense", wide, hidden)
        linear(at + "output.dense", hidden, wide)
        norm(at + "output.LayerNorm")
        linear(f"elasticbert.encoder.pooler.{layer}.dense", hidden, hidden)
        linear(f"classifiers.{layer}", classes, hidden)
    return weights


def write_safetensors(path, weights):
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, tensor in weights.items():
        end = at + 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in weights.values():
            file.write(tensor.contiguous().numpy().tobytes())


def confidences(weights, ids, heads, layers):
    weights = {name: tensor.half().double() for name, tensor in weights.items()}

    def linear(name, x):
        return x @ weights[name + ".weight"].T + weights[name + ".bias"]

    def norm(name, x):
        scale, shift = weights[name + ".weight"], weights[name + ".bias"]
        return torch.nn.functional.layer_norm(x, x.shape[-1:], scale, shift, 1e-12)

    at = "elasticbert.embeddings."
    x = weights[at + "word_embeddings.weight"][ids]
    x = x + weights[at + "position_embeddings.weight"][: len(ids)]
    x = norm(at + "LayerNorm", x + weights[at + "token_type_embeddings.weight"][0])
    said = []
    for layer in range(layers):
        at = f"elasticbert.encoder.layer.{layer}."
        q, k, v = (
            linear(at + "attention.self." + part, x).view(len(ids), heads, -1).transpose(0, 1)
            for part in ("query", "key", "value")
        )
        look = (q @ k.transpose(1, 2) / q.shape[-1] ** 0.5).softmax(-1) @ v
        look = look.transpose(0, 1).reshape(len(ids), -1)
        x = norm(at + "attention.output.LayerNorm", x + linear(at + "attention.output.dense", look))
        wide = torch.nn.functional.gelu(linear(at + "intermediate.dense", x))
        x = norm(at + "output.LayerNorm", x + linear(at + "output.dense", wide))
        pooled = linear(f"elasticbert.encoder.pooler.{layer}.dense", x[0]).tanh()
        said.append(float(linear(f"classifiers.{layer}", pooled).softmax(-1).max()))
    return said


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir")
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--hidden", type=int, default=768)
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--wide", type=int, default=3072)
    parser.add_argument("--pieces", type=int, default=30522)
    parser.add_argument("--positions", type=int, default=512)
    parser.add_argument("--texts", type=int, default=4)
    a = parser.parse_args()
    torch.set_num_threads(1)
    weights = weights_of(a.layers, a.hidden, a.wide, a.pieces, a.positions, 2)
    write_safetensors(a.dir + "/model.safetensors", weights)
    torch.save(weights, a.dir + "/pytorch_model.bin")
    with open(a.dir + "/vocab.txt", "w") as file:
        words = SPECIAL + [f"w{i}" for i in range(len(SPECIAL), a.pieces)]
        file.write("\n".join(words) + "\n")
    with open(a.dir + "/config.json", "w") as file:
        json.dump(
            {
                "num_hidden_layers": a.layers,
                "hidden_size": a.hidden,
                "num_attention_heads": a.heads,
                "intermediate_size": a.wide,
                "max_position_embeddings": a.positions,
                "vocab_size": a.pieces,
                "layer_norm_eps": 1e-12,
                "hidden_act": "gelu",
                "id2label": {"0": "negative", "1": "positive"},
            },
            file,
        )
    with open(a.dir + "/texts", "w") as texts, open(a.dir + "/answers", "w") as answers:
        for text in range(a.texts):
            ids = [len(SPECIAL) + (7 * i + 13 * text) % (a.pieces - 5) for i in range(1 + 9 * text)]
            texts.write(" ".join(words[i] for i in ids) + "\n")
            said = confidences(weights, [2, *ids, 3], a.heads, a.layers)
            answers.write(" ".join(f"{x:.9f}" for x in said) + "\n")


if __name__ == "__main__":
    main()
