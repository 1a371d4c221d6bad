# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Python user has: a multi-exit MobileNetV2 in eager PyTorch, channels last, on one thread.

eager_network.py MODEL.mee prints "ready", and for each line of its input, which is a batch size, images per
second of processor time with all exits answered. The shape is the model's, the weights are random. Exit
code 3: no PyTorch here.
"""
import json
import struct
import sys
import time

try:
    import torch
    from torch import nn
except ImportError:
    sys.exit(3)

EXITS = {3, 6, 9, 12, 15, 18, 19}
STAGES = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 1), (6, 320, 1, 1)]


def scaled(channels, width):
    wanted = channels * width
    rounded = max(8, int(wanted + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * wanted else rounded


def convolution(ins, outs, kernel, stride=1, groups=1, activated=True):
    layers = [nn.Conv2d(ins, outs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outs)]
    return nn.Sequential(*layers, nn.ReLU6()) if activated else nn.Sequential(*layers)


class Inverted(nn.Module):
    def __init__(self, ins, outs, stride, expansion):
        super().__init__()
        hidden = ins * expansion
        first = [convolution(ins, hidden, 1)] if expansion > 1 else []
        self.block = nn.Sequential(*first, convolution(hidden, hidden, 3, stride, hidden),
                                   convolution(hidden, outs, 1, activated=False))
        self.residual = stride == 1 and ins == outs

    def forward(self, x):
        return x + self.block(x) if self.residual else self.block(x)


class Network(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        channels = scaled(32, width)
        blocks = [convolution(3, channels, 3)]
        outs = [channels]
        for expansion, wanted, repeats, stride in STAGES:
            for repeat in range(repeats):
                blocks.append(Inverted(outs[-1], scaled(wanted, width), stride if repeat == 0 else 1, expansion))
                outs.append(scaled(wanted, width))
        last = max(1280, scaled(1280, width))
        blocks.append(convolution(outs[-1], last, 1))
        outs.append(last)
        self.blocks = nn.ModuleList(blocks)
        self.norms = nn.ModuleDict({str(n): nn.BatchNorm2d(outs[n - 1]) for n in EXITS})
        self.heads = nn.ModuleDict({str(n): nn.Linear(outs[n - 1], classes) for n in EXITS})

    def forward(self, x):
        answers = []
        for number, block in enumerate(self.blocks, 1):
            x = block(x)
            if number in EXITS:
                pooled = self.norms[str(number)](x).mean((2, 3))
                answers.append(self.heads[str(number)](pooled).softmax(1).max(1))
        return answers


def rate(network, images, seconds=0.15):
    network(images)
    count, begun = 0, time.process_time()
    while time.process_time() - begun < seconds:
        network(images)
        count += len(images)
    return count / (time.process_time() - begun)


with open(sys.argv[1], "rb") as file:
    file.read(12)
    header = json.loads(file.read(struct.unpack("<I", file.read(4))[0]))
torch.set_num_threads(1)
with torch.inference_mode():
    model = Network(header["width"], header["classes"]).eval().to(memory_format=torch.channels_last)
    print("ready", flush=True)
    for line in sys.stdin:
        images = torch.rand(int(line), 3, 32, 32).contiguous(memory_format=torch.channels_last)
        print(f"{rate(model, images):.1f}", flush=True)
