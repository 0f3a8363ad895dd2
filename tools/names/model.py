"""The network of the name model in PyTorch, with the rounding that inference does, and its features as table rows.

What: a token is the sum of its feature rows; convolutions of width 3 with ReLU and residual; a linear layer gives five
scores (other, begin of a person, inside a person, place, organisation).
Why so: rows of int8 with one scale and weights of int8 with a power of two a channel make inference exact in
integers, the same on every machine; training sees the same rounding (fake quantisation with a straight-through
gradient). Cost: 49 thousand multiplications a token with 64 channels. Reach: 6 tokens on either side; nothing goes
over a cut. Tested by tests/names/train_test.py, which holds Network and IntegerNetwork (what the file says) equal.
"""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

SHAPES, LEX, ROLES, GAPS, LINES = 1024, 1024, 32, 256, 4
ROW_UNIT, ACTIVATION_UNIT, OUTPUT_UNIT = 6, 8, 10  # bits behind the point: rows, activations, output weights
MAX_ROLES, MAX_GRAMS = 5, 17
PAD = 2  # empty tokens between sequences: the largest dilation
NAME_BITS = 0b1001001111  # of the lex code: given, surname, everyday, known without its -s
GERMAN_BITS = 0b100110000  # also a noun, also another word, German by its ending or parts
GIVEN, SURNAME = 0b11, 0b1100


class Rows:
    """Where each class of features lies in the table of rows, and the rows of every type."""

    def __init__(self, types, word_keys, grams=32768):
        self.base = {}
        at = 0
        for name, size in (
            ("shape", SHAPES),
            ("lex", LEX),
            ("role", ROLES),
            ("gap_before", GAPS),
            ("gap_after", GAPS),
            ("line", LINES),
            ("grams", grams),
            ("word", len(word_keys)),
        ):
            self.base[name] = at
            at += size
        self.count, self.none = at, at  # row number `none` is all zeros and not in the file
        self.grams, self.words = grams, len(word_keys)
        n = len(types)
        self.columns = {"shape": 0, "lex": 1, "word": 2, "role": 3, "grams": 3 + MAX_ROLES}
        table = np.full((n, 3 + MAX_ROLES + MAX_GRAMS), self.none, np.int32)
        table[:, 0] = self.base["shape"] + types["shape"]
        table[:, 1] = self.base["lex"] + types["lex"]
        high = (types["key"] >> np.uint64(32)).astype(np.uint32)
        if len(word_keys):
            i = np.searchsorted(word_keys, high).clip(max=len(word_keys) - 1)
            found = (word_keys[i] == high) & (types["key"] != 0)
            table[found, 2] = self.base["word"] + i[found]
        used = np.zeros(n, np.int64)
        for bit in range(ROLES):
            has = np.nonzero((types["roles"] >> np.uint32(bit)) & np.uint32(1))[0]
            has = has[used[has] < MAX_ROLES]
            table[has, 3 + used[has]] = self.base["role"] + bit
            used[has] += 1
        for k in range(MAX_GRAMS):
            has = types["ngrams"] > k
            table[has, self.columns["grams"] + k] = self.base["grams"] + (types["grams"][has, k] & (grams - 1))
        self.table = table
        self.lex = types["lex"].astype(np.int64)


def choose_words(types, frequency, count):
    """The most frequent words, as sorted high halves of their keys. frequency: how often each type is seen."""
    order = np.argsort(-frequency, kind="stable")
    chosen, seen = [], set()
    for t in order:
        key = int(types["key"][t])
        if frequency[t] < 3 or len(chosen) >= count:
            break
        if key and types["ngrams"][t] and key >> 32 not in seen:
            seen.add(key >> 32)
            chosen.append(key >> 32)
    return np.array(sorted(chosen), np.uint32)


class Round(torch.autograd.Function):
    @staticmethod
    def forward(_, x):
        return x.round()

    @staticmethod
    def backward(_, g):
        return g


def channel_shift(weight):
    """Bits behind the point of each output channel's int8 weights, 1 to 14."""
    top = weight.detach().abs().flatten(1).amax(1).clamp(min=1e-6)
    return torch.floor(torch.log2(127 / top)).clamp(1, 14)


class Network(nn.Module):
    def __init__(self, rows, dim=64, channels=64, dilations=(1, 1, 2, 2), dropout=0.1):
        super().__init__()
        self.rows, self.dim, self.channels, self.dilations = rows, dim, channels, tuple(dilations)
        self.table = torch.from_numpy(rows.table)
        self.row = nn.Parameter(torch.randn(rows.count + 1, dim) * 0.15)
        self.convs = nn.ModuleList(
            nn.Linear(3 * (dim if i == 0 else channels), channels) for i in range(len(self.dilations))
        )
        self.out = nn.Linear(channels, 5)
        self.drop = nn.Dropout(dropout)
        self.rounding = False
        with torch.no_grad():
            self.row[rows.none] = 0

    def quantised_rows(self):
        w = self.row.clamp(-127 / 2**ROW_UNIT, 127 / 2**ROW_UNIT)
        return Round.apply(w * 2**ROW_UNIT) / 2**ROW_UNIT if self.rounding else w

    def embed(self, kind, before, after, line, names, drop):
        """kind < 0: empty token. names: true where the token is of a person (its features are dropped more)."""
        w = self.quantised_rows()
        u, back = torch.unique(kind.clamp(min=0) * 2 + names.long(), return_inverse=True)
        t, person = self.table[u >> 1].long(), (u & 1) == 1
        if drop:
            coin = lambda p: torch.rand(len(u)) < p
            unlisted = coin(drop) | (person & coin(1.5 * drop))
            base = self.rows.base["lex"]
            t[:, 1] = torch.where(unlisted, base + ((t[:, 1] - base) & ~NAME_BITS), t[:, 1])
            # Jargon is in no list of words: nouns that are listed pass for it now and then.
            jargon = ~person & coin(0.7 * drop)
            t[:, 1] = torch.where(jargon, base + ((t[:, 1] - base) & ~GERMAN_BITS), t[:, 1])
            unlisted = unlisted | jargon
            no_word = coin(drop) | (person & coin(4 * drop)) | (unlisted & coin(0.7))
            t[:, 2] = torch.where(no_word, self.rows.none, t[:, 2])
            t = torch.where(torch.rand(t.shape) < 0.3 * drop, self.rows.none, t)
        bag = F.embedding_bag(t, w, mode="sum", padding_idx=self.rows.none)
        b = self.rows.base
        gaps = torch.stack([b["gap_before"] + before, b["gap_after"] + after, b["line"] + line], 1)
        if drop:
            gaps = torch.where(torch.rand(gaps.shape) < 0.3 * drop, self.rows.none, gaps)
        return bag[back] + F.embedding_bag(gaps, w, mode="sum", padding_idx=self.rows.none)

    def forward(self, kind, before, after, line, names=None, drop=0.0):
        real = (kind >= 0).float()[:, None]
        h = self.drop(
            self.embed(kind, before, after, line, torch.zeros_like(kind) if names is None else names, drop) * real
        )
        for d, conv in zip(self.dilations, self.convs):
            w = conv.weight
            if self.rounding:
                s = 2 ** channel_shift(w)[:, None]
                w = Round.apply((w * s).clamp(-127, 127)) / s
            p = F.pad(h, (0, 0, d, d))
            z = F.relu(F.linear(torch.cat([p[: -2 * d], p[d:-d], p[2 * d :]], 1), w, conv.bias)) * real
            h = h + z if z.shape == h.shape else z
        return self.out(self.drop(h))


def integers(network):
    """What goes into the file: dictionary of integer arrays (see export.py)."""
    network.eval()
    r = network.rows
    with torch.no_grad():
        rows = (network.row[: r.count] * 2**ROW_UNIT).round().clamp(-127, 127).to(torch.int8).numpy()
        layers = []
        for d, conv in zip(network.dilations, network.convs):
            shift = channel_shift(conv.weight)
            w = (conv.weight * 2 ** shift[:, None]).round().clamp(-127, 127).to(torch.int8)
            bias = (conv.bias * 2 ** (shift + ACTIVATION_UNIT)).round().to(torch.int32)
            layers.append(
                {
                    "dilation": d,
                    "shift": shift.to(torch.uint8).numpy(),
                    "weight": w.view(len(shift), 3, -1).numpy(),
                    "bias": bias.numpy(),
                }
            )
        out = (network.out.weight * 2**OUTPUT_UNIT).round().clamp(-32767, 32767).to(torch.int16).numpy()
        bias = (network.out.bias * 2 ** (OUTPUT_UNIT + ACTIVATION_UNIT)).round().to(torch.int32).numpy()
    return {"rows": rows, "layers": layers, "out_weight": out, "out_bias": bias}


class IntegerNetwork:
    """Inference as the file and the C++ do it: exact integers (held in float64, which is exact below 2^53)."""

    def __init__(self, parts, rows):
        self.parts, self.rows = parts, rows
        self.table = np.concatenate([parts["rows"].astype(np.int32), np.zeros((1, parts["rows"].shape[1]), np.int32)])

    def logits(self, kind, before, after, line):
        """Real-valued scores, five a token."""
        b, real = self.rows.base, (kind >= 0)[:, None]
        x = np.zeros((len(kind), self.table.shape[1]), np.int32)
        rows = self.rows.table[np.maximum(kind, 0)]
        for column in range(rows.shape[1]):
            x += self.table[rows[:, column]]
        x += self.table[b["gap_before"] + before] + self.table[b["gap_after"] + after] + self.table[b["line"] + line]
        h = np.clip(x << (ACTIVATION_UNIT - ROW_UNIT), -32768, 32767) * real
        for layer in self.parts["layers"]:
            d, n = layer["dilation"], len(h)
            p = np.pad(h, ((d, d), (0, 0)))
            u = np.concatenate([p[:n], p[d : d + n], p[2 * d : 2 * d + n]], 1).astype(np.float64)
            w = layer["weight"].reshape(len(layer["shift"]), -1).astype(np.float64)
            acc = (u @ w.T).astype(np.int64) + layer["bias"]
            s = layer["shift"].astype(np.int64)
            y = (acc + (1 << (s - 1))) >> s
            y = np.clip(np.maximum(y, 0), 0, 32767) * real
            h = np.clip(y + h, -32768, 32767) if y.shape == h.shape else y
        z = h.astype(np.int64) @ self.parts["out_weight"].astype(np.int64).T + self.parts["out_bias"]
        return z / 2.0 ** (OUTPUT_UNIT + ACTIVATION_UNIT)


def margins(logits):
    """Log scores of three outcomes: no person, begin, inside (up to a common constant)."""
    o = np.logaddexp(np.logaddexp(logits[:, 0], logits[:, 3]), logits[:, 4])
    return np.stack([o, logits[:, 1], logits[:, 2]], 1)


def decode(three, bias):
    """0 no person, 1 begin, 2 inside: the best outcome, no person weakened by bias."""
    t = three.copy()
    t[:, 0] -= bias
    return t.argmax(1)
