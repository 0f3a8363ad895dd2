"""Trains the gate of a name model and puts it into the model's file.

  gate.py MODEL OUT ROWS... [--keep 0.98] [--apart ROWS...] [--check NAME=ROWS ...]

ROWS is what maske_name_gate wrote, built with MODEL as patterns/models/names.bin. The gate is a sum over small tables
(lib/names/gate.h) that learns which words the network calls a person where the rules find none; what rules find needs no
network and counts little. The threshold is the sum that the share `keep` of those words reaches. OUT is MODEL with tables
and threshold (lib/names/model/format.h). Cost: a minute. Tested by tests/names/train_test.py.
"""

import argparse
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

TABLES, ROWS = 16, 4096
RECORD = np.dtype([("rows", "<u2", TABLES), ("person", "u1"), ("found", "u1")])
GATE_AT, DIM_AT, SHAPE_AT = 68, 12, 40  # in the header
FOUND_WEIGHT = 0.1  # of words that the rules find, as words that need not be asked


def read(paths):
    return np.concatenate([np.fromfile(path, RECORD) for path in paths])


def train(data, rounds=40, prior=2.0):
    """Logistic regression by L-BFGS over all of the data, with a normal prior on every entry."""
    rows = torch.from_numpy(data["rows"].astype(np.int32)) + torch.arange(TABLES, dtype=torch.int32) * ROWS
    target = torch.from_numpy(((data["person"] == 1) & (data["found"] == 0)).astype(np.float32))
    weight = torch.from_numpy(np.where(data["found"] == 1, FOUND_WEIGHT, 1).astype(np.float32))
    table = torch.zeros(TABLES * ROWS, 1, requires_grad=True)
    base = torch.tensor(-2.0, requires_grad=True)
    optimizer = torch.optim.LBFGS([table, base], max_iter=rounds, history_size=10, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        score = F.embedding_bag(rows, table, mode="sum")[:, 0] + base
        value = F.binary_cross_entropy_with_logits(score, target, weight, reduction="sum")
        value = (value + prior / 2 * (table**2).sum()) / len(rows)
        value.backward()
        return value

    optimizer.step(loss)
    print(f"loss {loss().item():.4f}", flush=True)
    return table.detach().numpy().reshape(TABLES, ROWS)


def quantise(table):
    scale = 127 / max(np.quantile(np.abs(table[table != 0]), 0.9995), 1e-6)
    return np.clip(np.round(table * scale), -127, 127).astype(np.int8)


def sums(gate, data):
    return gate[np.arange(TABLES), data["rows"]].astype(np.int32).sum(1)


def insert(model, gate, threshold):
    """The bytes of the model with this gate instead of what it has."""
    tables = struct.unpack_from("<I", model, GATE_AT)[0]
    dim = struct.unpack_from("<I", model, DIM_AT)[0]
    shape, lex, role, gap, line, gram, word = struct.unpack_from("<7I", model, SHAPE_AT)
    count = shape + lex + role + 2 * gap + line + gram + word
    at = (128 + count * dim + 63) // 64 * 64
    head = bytearray(model[:at])
    head += bytes(at - len(head))
    struct.pack_into("<Ii", head, GATE_AT, TABLES, threshold)
    return bytes(head) + gate.tobytes() + model[at + tables * ROWS :]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("rows", nargs="+")
    parser.add_argument("--keep", type=float, default=0.98)
    parser.add_argument("--apart", nargs="*", help="rows for the threshold (else a tenth of ROWS)")
    parser.add_argument("--check", nargs="*", default=[])
    options = parser.parse_args()
    data = read(options.rows)
    apart = data[len(data) * 9 // 10 :] if not options.apart else read(options.apart)
    gate = quantise(train(data if options.apart else data[: len(data) * 9 // 10]))
    wanted = sums(gate, apart[(apart["person"] == 1) & (apart["found"] == 0)])
    threshold = int(np.quantile(wanted, 1 - options.keep))
    for name, part in [("training", data)] + [(c.split("=")[0], read([c.split("=")[1]])) for c in options.check]:
        passed = sums(gate, part) >= threshold
        open_ = (part["person"] == 1) & (part["found"] == 0)
        print(
            f"{name}: asks {passed.mean():.3f} of {len(part)}, of what the rules leave open {passed[open_].mean():.3f} "
            f"of {open_.sum()}, of what they find {passed[part['found'] == 1].mean():.3f}"
        )
    with open(options.model, "rb") as file:
        model = file.read()
    with open(options.out, "wb") as file:
        file.write(insert(model, gate, threshold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
