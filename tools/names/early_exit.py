"""Trains the early exit of a name model and puts it into the model's file.

  early_exit.py MODEL OUT ROWS[:MOST]... [--keep 0.998] [--hidden 16] [--steps 4000] [--seed 1] [--check NAME=ROWS ...]

ROWS is what maske_name_exit wrote, built with MODEL as patterns/models/names.bin; MOST takes every n-th word so that so
many are left. The exit (lib/names/model/format.h) learns from the first layer's outputs around a word whether the whole network
would call it a person. Its thresholds, one a bias of the file, are what the share `keep` of such words reaches, in the last tenth
of each file, which is not trained on. OUT is MODEL with the exit, in place of the one that it may have. Cost: some minutes of
CPU. Same input, same bytes on the same machine. Tested by tests/names/train_test.py.
"""

import argparse
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

import export

TAPS, CLASSES = 5, 5
EXIT_AT = 84  # in the header: hidden, thresholds
INPUT = 256.0  # of one
SOFT = 2.0  # how sharply a word turns into a person at the bias


def read(name, channels):
    """First layer's outputs, and how much more the network believes in a person than in none, without a bias."""
    path, _, most = name.partition(":")
    record = np.dtype([("rows", "<i2", TAPS * channels), ("logits", "<i4", CLASSES)])
    data = np.fromfile(path, record)
    if most and len(data) > int(most):
        data = data[:: -(-len(data) // int(most))]
    logits = data["logits"].astype(np.float64) / export.LOGIT
    other = np.logaddexp.reduce(logits[:, [0, 3, 4]], axis=1)
    return data["rows"], (np.maximum(logits[:, 1], logits[:, 2]) - other).astype(np.float32)


def train(rows, margins, bias, hidden=16, steps=4000, seed=1, batch=4096):
    torch.manual_seed(seed)
    x = torch.from_numpy(rows)
    scale = (x.float() / INPUT).std(0) + 0.05
    target = torch.from_numpy(1 / (1 + np.exp(-np.clip((margins + bias) * SOFT, -20, 20))))
    net = torch.nn.Sequential(torch.nn.Linear(rows.shape[1], hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 1))
    optimizer = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 8e-3, total_steps=steps)
    mean = 0.7
    for _ in range(steps):
        some = torch.randint(0, len(target), (batch,))
        value = F.binary_cross_entropy_with_logits(net(x[some].float() / INPUT / scale)[:, 0], target[some])
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        schedule.step()
        mean = 0.99 * mean + 0.01 * value.item()
    print(f"loss {mean:.4f}", flush=True)
    first, last = net[0], net[2]
    return (first.weight.detach() / scale).numpy(), first.bias.detach().numpy(), last.weight.detach().numpy()[0]


def quantise(weight, bias, last):
    shift = np.clip(np.floor(np.log2(127 / np.abs(weight).max(1))), 1, 24).astype(np.int64)
    unit = 2.0 ** shift
    return {
        "weight": np.clip(np.round(weight * unit[:, None]), -127, 127).astype(np.int8),
        "bias": np.round(bias * INPUT * unit).astype(np.int32),
        "shift": shift.astype(np.uint8),
        "last": np.round(last * min(1024, 8192 / np.abs(last).max())).astype(np.int16),
    }


def sums(parts, rows):
    """As the program computes them; float64 holds these integers exactly."""
    out = []
    unit = 2.0 ** parts["shift"].astype(np.float64)
    weight, last = parts["weight"].T.astype(np.float64), parts["last"].astype(np.float64)
    for at in range(0, len(rows), 65536):
        acc = rows[at : at + 65536].astype(np.float64) @ weight + parts["bias"]
        y = np.clip(np.floor((acc + unit / 2) / unit), 0, 32767)
        out.append(y @ last)
    return np.concatenate(out).astype(np.int64) if out else np.zeros(0, np.int64)


def insert(model, parts, balanced, strict):
    """The bytes of the model with this exit instead of what it has."""
    channels = struct.unpack_from("<I", model, 16)[0]
    hidden = struct.unpack_from("<I", model, EXIT_AT)[0]
    padded = lambda size: -(-size // export.ALIGN) * export.ALIGN
    output = CLASSES * (4 + 2 * channels)
    begin = len(model) - output
    had = padded(hidden * (4 + 1 + TAPS * channels + 2)) if hidden else 0
    block = parts["bias"].astype("<i4").tobytes() + parts["shift"].tobytes() + parts["weight"].tobytes()
    block += parts["last"].astype("<i2").tobytes()
    head = bytearray(model[: begin - had])
    struct.pack_into("<Iii", head, EXIT_AT, len(parts["last"]), balanced, strict)
    return bytes(head) + block.ljust(padded(len(block)), b"\0") + model[begin:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("rows", nargs="+")
    parser.add_argument("--keep", type=float, default=0.998)
    parser.add_argument("--hidden", type=int, default=16)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", nargs="*", default=[])
    options = parser.parse_args()
    with open(options.model, "rb") as file:
        model = file.read()
    channels = struct.unpack_from("<I", model, 16)[0]
    biases = [n / export.LOGIT for n in struct.unpack_from("<2i", model, 76)]
    sets = [read(name, channels) for name in options.rows]
    cut = lambda data: len(data) * 9 // 10
    rows, margins = (np.concatenate([part[n][: cut(part[n])] for part in sets]) for n in (0, 1))
    apart_rows, apart_margins = (np.concatenate([part[n][cut(part[n]) :] for part in sets]) for n in (0, 1))
    parts = quantise(*train(rows, margins, biases[0], options.hidden, options.steps, options.seed))
    apart = sums(parts, apart_rows)
    least = [int(np.quantile(apart[apart_margins > -bias], 1 - options.keep)) for bias in biases]
    checks = [("apart", (apart_rows, apart_margins))]
    checks += [(c.split("=", 1)[0], read(c.split("=", 1)[1], channels)) for c in options.check]
    for name, (some, of) in checks:
        got = sums(parts, some)
        for bias, threshold in zip(biases, least):
            person = of > -bias
            print(
                f"{name}, bias {bias:.1f}: goes on with {(got >= threshold).mean():.3f} of {len(got)}, "
                f"{(got[person] >= threshold).mean():.4f} of {person.sum()} persons"
            )
    with open(options.out, "wb") as file:
        file.write(insert(model, parts, *least))
    return 0


if __name__ == "__main__":
    sys.exit(main())
