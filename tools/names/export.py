"""Writes the weights of the name model as the program reads them.

  export.py PACKED WEIGHTS[:SHARE][,...] OUT [gate=FILE] [balanced=1.0] [strict=2.0]

WEIGHTS is of train.py; several files of runs that began with the same weights are averaged by their shares. OUT is patterns/models/names.bin; the layout is in lib/names/model/format.h. gate: npz with gate
(int8 [16][4096]) and threshold; without it the file has no gate. It has no early exit: early_exit.py adds that.
balanced, strict: what is taken from the log of "no person" in the two profiles, natural logarithms.
Cost: seconds. Same input, same bytes. Tested by tests/names/train_test.py, which reads the file back.
"""

import os
import struct
import sys

import numpy as np

import model
import train

MAGIC, VERSION, HEADER, ALIGN = b"maskenm1", 1, 128, 64
GATE_ROWS = 4096
LOGIT = 2 ** (model.OUTPUT_UNIT + model.ACTIVATION_UNIT)


def to_bytes(network, words, gate=None, threshold=0, balanced=1.0, strict=2.0):
    parts, rows = model.integers(network), network.rows
    dilations = [layer["dilation"] for layer in parts["layers"]]
    blocks = [parts["rows"].tobytes()]
    blocks.append(b"" if gate is None else np.ascontiguousarray(gate, np.int8).tobytes())
    blocks.append(np.asarray(words, "<u4").tobytes())
    for layer in parts["layers"]:
        blocks.append(layer["bias"].astype("<i4").tobytes() + layer["shift"].tobytes() + layer["weight"].tobytes())
    blocks.append(parts["out_bias"].astype("<i4").tobytes() + parts["out_weight"].astype("<i2").tobytes())
    head = MAGIC + struct.pack("<4I", VERSION, network.dim, network.channels, len(dilations))
    head += struct.pack("<4I", *(dilations + [0] * (4 - len(dilations))))
    head += struct.pack(
        "<8I",
        model.SHAPES,
        model.LEX,
        model.ROLES,
        model.GAPS,
        model.LINES,
        rows.grams,
        len(words),
        0 if gate is None else len(gate),
    )
    head += struct.pack("<3i", threshold, round(balanced * LOGIT), round(strict * LOGIT))
    data = head.ljust(HEADER, b"\0")
    for block in blocks:
        data = data.ljust(-(-len(data) // ALIGN) * ALIGN, b"\0") + block
    return data


def from_bytes(data):
    """The parts of a file as model.IntegerNetwork wants them, the words and the rest of the header."""
    if data[:8] != MAGIC:
        raise ValueError("no name model")
    version, dim, channels, layers, *dilation = struct.unpack_from("<8I", data, 8)
    shapes, lex, roles, gaps, lines, grams, words, gate = struct.unpack_from("<8I", data, 40)
    threshold, balanced, strict = struct.unpack_from("<3i", data, 72)
    hidden, exit_balanced, exit_strict = struct.unpack_from("<Iii", data, 84)
    count = shapes + lex + roles + 2 * gaps + lines + grams + words
    at = HEADER

    def take(kind, size):
        nonlocal at
        out = np.frombuffer(data, kind, size, at)
        at += out.nbytes
        return out

    def align():
        nonlocal at
        at = -(-at // ALIGN) * ALIGN

    rows = take("i1", count * dim).reshape(count, dim)
    align()
    gate_rows = take("i1", gate * GATE_ROWS).reshape(gate, GATE_ROWS) if gate else None
    align()
    keys = take("<u4", words)
    parts = []
    for i in range(layers):
        align()
        bias, shift = take("<i4", channels), take("u1", channels)
        inputs = channels if i else dim
        parts.append(
            {
                "dilation": dilation[i],
                "bias": bias,
                "shift": shift,
                "weight": take("i1", channels * 3 * inputs).reshape(channels, 3, inputs),
            }
        )
    early = None
    if hidden:
        align()
        early = {
            "bias": take("<i4", hidden),
            "shift": take("u1", hidden),
            "weight": take("i1", hidden * 5 * channels).reshape(hidden, 5 * channels),
            "last": take("<i2", hidden),
        }
    align()
    bias = take("<i4", 5)
    out = take("<i2", 5 * channels).reshape(5, channels)
    return (
        {"rows": rows, "layers": parts, "out_weight": out, "out_bias": bias},
        keys,
        {
            "version": version,
            "gate": gate_rows,
            "threshold": threshold,
            "balanced": balanced / LOGIT,
            "strict": strict / LOGIT,
            "exit": early,
            "exit_least": (exit_balanced, exit_strict),
        },
    )


def main():
    packed, weights, out = sys.argv[1:4]
    options = dict(a.split("=", 1) for a in sys.argv[4:])
    types = np.load(os.path.join(packed, "types.npy"), mmap_mode="r")
    files = [(name.partition(":")[0], float(name.partition(":")[2] or 1)) for name in weights.split(",")]
    network, words = train.restore(files[0][0], types)
    if len(files) > 1:
        states = [train.restore(name, types)[0].state_dict() for name, _ in files]
        total = sum(share for _, share in files)
        mean = {k: sum(share / total * s[k] for s, (_, share) in zip(states, files)) for k in states[0]}
        network.load_state_dict(mean)
    gate, threshold = None, 0
    if "gate" in options:
        z = np.load(options["gate"])
        gate, threshold = z["gate"], int(z["threshold"])
    data = to_bytes(network, words, gate, threshold, float(options.get("balanced", 1)), float(options.get("strict", 2)))
    with open(out, "wb") as f:
        f.write(data)
    print(out, len(data), "bytes")


if __name__ == "__main__":
    main()
