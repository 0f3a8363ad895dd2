"""Draws training batches from packed sets: windows of sequences, with names swapped and case changed.

What: Feed.draw(tokens) gives arrays of types, gaps, labels with PAD empty tokens between windows (type -1, label 6).
Why so: a swapped name keeps its context and loses its spelling, so the network learns the context; text in lower case
or in capitals is rare in the sets and common in chats and forms.
Cost: a few milliseconds for 16,000 tokens. Tested by tests/names/train_test.py.
"""

import numpy as np

from model import GIVEN, PAD, SURNAME

WINDOW = 160


class Forms:
    """Types of other spellings and the pools of names."""

    def __init__(self, path, types):
        z = np.load(path)
        self.lower, self.upper = z["lower"].astype(np.int64), z["upper"].astype(np.int64)
        self.pools = {k: z[k].astype(np.int64) for k in ("given", "family", "given_english", "family_english")}
        lex = types["lex"]
        self.given, self.family = (lex & GIVEN).astype(int), ((lex & SURNAME) >> 2).astype(int)
        self.word = types["ngrams"] > 0


class Feed:
    def __init__(self, tokens, forms, rng, soft=None, english=False, swap=0.4, low=0.08, up=0.02):
        self.t, self.forms, self.rng, self.soft = tokens, forms, rng, soft
        self.english, self.swap, self.low, self.up = english, swap, low, up
        starts = np.nonzero(tokens["cut"])[0]
        self.start, self.length = starts, np.diff(np.append(starts, len(tokens)))
        # A sequence is drawn as often as its length asks for.
        self.weight = np.cumsum(np.ceil(self.length / WINDOW))

    def draw(self, count):
        rng = self.rng
        mean = max(1.0, len(self.t) / self.weight[-1]) + PAD
        pick = np.searchsorted(self.weight, rng.random(int(count / mean) + 1) * self.weight[-1], "right")
        length = np.minimum(self.length[pick], WINDOW)
        begin = self.start[pick] + (rng.random(len(pick)) * (self.length[pick] - length + 1)).astype(np.int64)
        total = length + PAD
        text = np.repeat(np.arange(len(pick)), total)
        inside = np.arange(total.sum()) - np.repeat(np.cumsum(total) - total, total)
        real = inside < length[text]
        at = np.where(real, begin[text] + inside, 0)
        rec = self.t[at]
        kind = np.where(real, rec["type"].astype(np.int64), -1)
        soft = self.soft[at] if self.soft is not None else None
        if soft is None:
            label = np.where(real, rec["label"], 6).astype(np.int64)
        else:
            label = np.where(real & soft.any(1), soft.argmax(1), 6).astype(np.int64)
        line = rec["line"].astype(np.int64)
        kind, line = self.augment(kind, label, line, text, len(pick))
        return {
            "kind": kind,
            "before": rec["gap_before"].astype(np.int64),
            "after": rec["gap_after"].astype(np.int64),
            "line": line,
            "label": label,
            "soft": soft,
            "real": real,
        }

    def augment(self, kind, label, line, text, texts):
        rng, f = self.rng, self.forms
        coin = lambda p: rng.random(texts)[text] < p
        person = (label == 1) | (label == 2)
        k = np.maximum(kind, 0)
        was_low = f.lower[k] == k
        following = np.append(label[1:], 0) == 2
        first = np.where(
            f.given[k] > f.family[k], True, np.where(f.family[k] > f.given[k], False, (label == 1) & following)
        )
        any_capital = np.zeros(texts, bool)
        np.logical_or.at(any_capital, text, ~was_low & (kind >= 0))
        change = person & f.word[k] & coin(self.swap) & (rng.random(len(kind)) < 0.9) & ~(was_low & any_capital[text])
        suffix = "_english" if self.english else ""
        given, family = f.pools["given" + suffix], f.pools["family" + suffix]
        new = np.where(
            first, given[rng.integers(0, len(given), len(kind))], family[rng.integers(0, len(family), len(kind))]
        )
        new = np.where(was_low, f.lower[new], new)
        k = np.where(change, new, k)
        low, up = coin(self.low), coin(self.up)
        up &= ~low
        k = np.where(low, f.lower[k], k)
        k = np.where(up | (person & coin(0.015)), f.upper[k], k)
        line = np.where(low & (line > 0), 1, np.where(up & (line > 0), 3, line))
        return np.where(kind >= 0, k, -1), line
