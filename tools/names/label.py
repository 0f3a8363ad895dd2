"""Soft labels: what teachers believe together, corrected by what the program's own rules or a set's labels say.

  label.py PACKED SET TEACHER[:SHARE],... RULES OUT [hard=0.7]

PACKED/SET.npy and PACKED/types.npy are of pack.py. TEACHER is a network of train.py (.pt), or what another tagger
said: for every document u32 n, then n times u32 begin, u32 end, u8[8] (255ths of: other, begin, inside, place,
organisation; three zeros), code points. Teachers are joined by the mean of the logarithms. RULES: what
`maske detect --documents --offsets codepoint --types PERSON` says of the same documents; "-" for a set with labels of
its own, which then count `hard`. OUT receives u8[tokens][5], zeros where nothing is to be learnt.
Why so: teachers that were trained apart err apart, their mean errs less than each; labels made by machine err too.
A name that the rules find with full evidence (title, greeting, signature, mail header: score 0.8 and more) is
surely one, and so are its other mentions in the same document unless the word is also an ordinary one; a teacher
misses many of them. Weaker findings count half. Nothing is taken away from the teacher: rules miss more than they
invent. Cost: ten seconds a million tokens and network. Tested by tests/names/train_test.py.
"""

import json
import os
import sys

import numpy as np

import evaluate
import train

CHUNK = 20000  # tokens a network reads at once
LEAST = 1e-3  # the least a teacher believes: one that is wrong and sure must not rule alone
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


def of_tagger(path, tokens, ends):
    out = np.zeros((len(tokens), 5))
    with open(path, "rb") as stream:
        for a, b in zip(ends[:-1], ends[1:]):
            out[a:b] = teacher_of(stream, tokens[a:b])
    return out


def of_network(path, tokens, types):
    network, _ = train.restore(path, types)
    cuts = np.append(np.nonzero(tokens["cut"])[0], len(tokens))
    out, at = np.zeros((len(tokens), 5)), 0
    while at < len(tokens):
        to = int(cuts[np.searchsorted(cuts, min(at + CHUNK, len(tokens)), "left")])
        z = evaluate.scores(network, tokens[at:to])
        out[at:to] = np.exp(z - np.logaddexp.reduce(z, 1, keepdims=True))
        at = to
    return out


def together(beliefs, shares):
    """The geometric mean, made to sum to one."""
    mean = sum(s / sum(shares) * np.log(b.clip(min=LEAST)) for b, s in zip(beliefs, shares))
    p = np.exp(mean)
    return p / p.sum(1, keepdims=True)


def with_labels(p, label, hard):
    """Labels of the set count `hard`; 5 says no person and leaves open what, 6 says nothing."""
    want = np.zeros_like(p)
    known = label < 5
    want[np.nonzero(known)[0], label[known]] = 1
    no_person = label == 5
    want[np.ix_(no_person, [0, 3, 4])] = p[np.ix_(no_person, [0, 3, 4])]
    want[no_person] /= want[no_person].sum(1, keepdims=True)
    p = (1 - hard) * p + hard * want
    p[label == 6] = 0
    return p


def main():
    packed, name, teachers, rules, out = sys.argv[1:6]
    options = dict(a.split("=", 1) for a in sys.argv[6:])
    tokens = np.load(os.path.join(packed, name + ".npy"))
    types = np.load(os.path.join(packed, "types.npy"), mmap_mode="r")
    ends = np.searchsorted(tokens["doc"], np.arange(tokens["doc"][-1] + 2))
    beliefs, shares = [], []
    for teacher in teachers.split(","):
        path, _, share = teacher.partition(":")
        beliefs.append(of_network(path, tokens, types) if path.endswith(".pt") else of_tagger(path, tokens, ends))
        shares.append(float(share or 1))
    p = together(beliefs, shares)
    before = p.copy()
    if rules == "-":
        p = with_labels(p, tokens["label"], float(options.get("hard", 0.7)))
    else:
        key, lex, word = types["key"], types["lex"], types["ngrams"] > 0
        with open(rules, encoding="utf-8") as f:
            for a, b, line in zip(ends[:-1], ends[1:], f):
                k = tokens["type"][a:b]
                correct(p[a:b], tokens[a:b], json.loads(line)["entities"], key[k], lex[k], word[k])
    changed = int((np.abs(p - before).sum(1) > 0.5).sum())
    soft = np.rint(p * 255).astype(np.uint8)
    np.save(out, soft)
    named = (soft[:, 1].astype(int) + soft[:, 2] > 127).sum()
    print(name, len(tokens), "tokens,", int(named), "of names,", changed, "corrected")


if __name__ == "__main__":
    main()
