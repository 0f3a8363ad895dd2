"""Soft labels for unlabelled text: what a teacher believes, corrected by what the program's own rules found.

  label.py PACKED SET TEACHER RULES OUT

PACKED/SET.npy and PACKED/types.npy are of pack.py. TEACHER: for every document u32 n, then n times u32 begin, u32 end,
u8[8] (255ths of: other, begin, inside, place, organisation; three zeros), code points. RULES: what
`maske detect --documents --offsets codepoint --types PERSON` says of the same documents. OUT receives u8[tokens][5].
Why so: a name that the rules find with full evidence (title, greeting, signature, mail header: score 0.8 and more) is
surely one, and so are its other mentions in the same document unless the word is also an ordinary one; a teacher
misses many of them. Weaker findings count half. Nothing is taken away from the teacher: rules miss more than they
invent. Cost: a second for 100,000 tokens. Tested by tests/names/train_test.py.
"""

import json
import os
import sys

import numpy as np

SURE, HALF, MENTION = 0.9, 0.5, 0.75
ORDINARY = 0b1110000  # also noun, also other word, everyday


def teacher_of(stream, tokens):
    n = int.from_bytes(stream.read(4), "little")
    rec = np.frombuffer(stream.read(16 * n), np.dtype([("begin", "<u4"), ("end", "<u4"), ("p", "u1", 8)]))
    if not len(rec) or not len(tokens):
        return np.tile(np.array([1.0, 0, 0, 0, 0]), (len(tokens), 1))
    at = np.searchsorted(rec["begin"], tokens["begin"], "right") - 1
    p = rec["p"][np.maximum(at, 0), :5].astype(np.float64) / 255
    p[:, 0] += 1e-3
    return p / p.sum(1, keepdims=True)


def believe(p, at, first, weight):
    want = np.zeros(5)
    want[1 if first else 2] = 1
    p[at] = (1 - weight) * p[at] + weight * want


def correct(p, tokens, findings, key, lex, word):
    sure = set()
    for f in findings:
        a = int(np.searchsorted(tokens["end"], f["start"], "right"))
        b = int(np.searchsorted(tokens["begin"], f["end"], "left"))
        strong = f["score"] >= 0.8
        for i in range(a, b):
            believe(p, i, i == a, SURE if strong else HALF)
            if strong and word[i] and not lex[i] & ORDINARY and tokens["end"][i] - tokens["begin"][i] >= 4:
                sure.add(int(key[i]))
    if not sure:
        return
    again = np.nonzero(np.isin(key, np.array(sorted(sure), np.uint64)))[0]
    for i in again:
        if p[i, 1] + p[i, 2] < MENTION and p[i, 3] + p[i, 4] < 0.8:
            follows = i > 0 and p[i - 1, 1] + p[i - 1, 2] > 0.5 and tokens["begin"][i] - tokens["end"][i - 1] <= 1
            believe(p, i, not follows, MENTION)


def main():
    packed, name, teacher, rules, out = sys.argv[1:6]
    tokens = np.load(os.path.join(packed, name + ".npy"))
    types = np.load(os.path.join(packed, "types.npy"))
    key, lex, word = types["key"], types["lex"], types["ngrams"] > 0
    soft = np.zeros((len(tokens), 5), np.uint8)
    ends = np.searchsorted(tokens["doc"], np.arange(tokens["doc"][-1] + 2))
    changed = 0
    with open(teacher, "rb") as stream, open(rules, encoding="utf-8") as f:
        for d, line in enumerate(f):
            if d + 1 >= len(ends):
                break
            t = tokens[ends[d] : ends[d + 1]]
            p = teacher_of(stream, t)
            before = p.copy()
            k = t["type"]
            correct(p, t, json.loads(line)["entities"], key[k], lex[k], word[k])
            changed += int((np.abs(p - before).sum(1) > 0.5).sum())
            soft[ends[d] : ends[d + 1]] = np.rint(p * 255)
    np.save(out, soft)
    named = (soft[:, 1].astype(int) + soft[:, 2] > 127).sum()
    print(name, len(tokens), "tokens,", int(named), "of names,", changed, "corrected by rules")


if __name__ == "__main__":
    main()
