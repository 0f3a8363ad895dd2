"""Turns texts into arrays of token features for training.

  pack.py FEATURES DOCS LEXICONS OUT SET...

FEATURES is the program maske_name_features (tools/names/dump_features.cc): features come out of the same C++ file as in
inference. DOCS holds SET.jsonl of data.py. OUT receives for every set SET.npy (one record a token: type, gaps, line,
cut, label, code points) and for all of them together types.npy (one record a distinct token: word key, shape, lex,
roles, grams) with the types of its lower-case and upper-case forms, and pools of name types for name swapping.
Why so: a text has fifty times more tokens than types; names can be swapped and case changed by exchanging type numbers.
A span that begins or ends inside a token covers the whole token.
Cost: 100 bytes a token through a pipe, about a minute for ten million. Tested by tests/names/train_test.py.
"""

import json
import os
import random
import subprocess
import sys
import threading

import numpy as np

import synth

RECORD = np.dtype(
    [
        ("begin", "<u4"),
        ("end", "<u4"),
        ("key", "<u8"),
        ("shape", "<u2"),
        ("lex", "<u2"),
        ("roles", "<u4"),
        ("gap_before", "<u2"),
        ("gap_after", "<u2"),
        ("line", "u1"),
        ("cut", "u1"),
        ("ngrams", "u1"),
        ("zero", "u1"),
        ("grams", "<u4", 17),
        ("pad", "<u4"),
    ]
)
TOKEN = np.dtype(
    [
        ("type", "<u4"),
        ("begin", "<u4"),
        ("end", "<u4"),
        ("doc", "<u4"),
        ("gap_before", "u1"),
        ("gap_after", "u1"),
        ("line", "u1"),
        ("cut", "u1"),
        ("label", "u1"),
    ]
)
TYPE = np.dtype(
    [("key", "<u8"), ("roles", "<u4"), ("shape", "<u2"), ("lex", "<u2"), ("ngrams", "u1"), ("grams", "<u4", 17)]
)
POOL = 60000


def read_exactly(stream, size):
    data = stream.read(size)
    if len(data) != size:
        raise EOFError("the feature program ended early")
    return data


def dump(program, texts):
    """Yields one array of RECORD a text."""
    process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for t in texts:
            process.stdin.write((json.dumps({"text": t}, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        process.stdin.close()

    threading.Thread(target=feed, daemon=True).start()
    for _ in range(len(texts)):
        n = int.from_bytes(read_exactly(process.stdout, 4), "little")
        yield np.frombuffer(read_exactly(process.stdout, n * RECORD.itemsize), RECORD)
    if process.wait() != 0:
        raise RuntimeError("the feature program failed")


def label_tokens(tokens, spans):
    label = np.zeros(len(tokens), np.uint8)
    for begin, end, kind in spans:
        first = int(np.searchsorted(tokens["end"], begin, "right"))
        last = int(np.searchsorted(tokens["begin"], end, "left"))
        if last <= first:
            continue
        if kind == "P":
            label[first] = 1
            label[first + 1 : last] = 2
        else:
            label[first:last] = kind
    return label


class Types:
    """Distinct tokens: the same features are the same type."""

    def __init__(self):
        self.number, self.rows, self.words = {}, [], []

    def add(self, records, word_of):
        mixed = (
            records["key"]
            ^ (records["shape"].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))
            ^ (records["lex"].astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F))
            ^ (records["grams"][:, 0].astype(np.uint64) << np.uint64(7))
        )
        unique, first, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        numbers = np.empty(len(unique), np.uint32)
        for i, (m, at) in enumerate(zip(unique.tolist(), first.tolist())):
            n = self.number.get(m)
            if n is None:
                n = self.number[m] = len(self.rows)
                r = records[at]
                self.rows.append((r["key"], r["roles"], r["shape"], r["lex"], r["ngrams"], r["grams"]))
                self.words.append(word_of(at))
            numbers[i] = n
        return numbers[inverse]

    def table(self):
        return np.array(self.rows, TYPE)


def pack_set(program, types, path, out):
    documents = [json.loads(line) for line in open(path, encoding="utf-8")]
    parts, waiting, size = [], [], 0

    def flush():
        nonlocal waiting, size
        if not waiting:
            return
        records = np.concatenate([w[1] for w in waiting])
        owner = np.concatenate([np.full(len(w[1]), i) for i, w in enumerate(waiting)])
        word = lambda at: waiting[owner[at]][0]["text"][records[at]["begin"] : records[at]["end"]]
        t = np.zeros(len(records), TOKEN)
        t["type"] = types.add(records, word)
        for f in ("begin", "end", "gap_before", "gap_after", "line", "cut"):
            t[f] = records[f]
        t["doc"] = np.concatenate([np.full(len(w[1]), w[2]) for w in waiting])
        t["label"] = np.concatenate([label_tokens(w[1], w[0]["spans"]) for w in waiting])
        parts.append(t)
        waiting, size = [], 0

    for i, (d, records) in enumerate(zip(documents, dump(program, [d["text"] for d in documents]))):
        if len(records):
            waiting.append((d, records, i))
            size += len(records)
        if size > 400000:
            flush()
    flush()
    tokens = np.concatenate(parts)
    np.save(out, tokens)
    print(
        os.path.basename(path),
        len(documents),
        "documents",
        len(tokens),
        "tokens",
        int((tokens["label"] == 1).sum()),
        "names",
        len(types.rows),
        "types",
        flush=True,
    )


def type_of_words(program, types, words):
    """The type of each word, -1 where it is not exactly one token. The words stand in lines of their own."""
    out = np.full(len(words), -1, np.int64)
    for start in range(0, len(words), 20000):
        block = words[start : start + 20000]
        begins, at = [], 0
        for w in block:
            begins.append(at)
            at += len(w) + 1
        records = next(dump(program, ["\n".join(block)]))
        joined = "\n".join(block)
        numbers = types.add(records, lambda i: joined[records["begin"][i] : records["end"][i]])
        where = {int(b): i for i, b in enumerate(records["begin"])}
        for i, w in enumerate(block):
            k = where.get(begins[i])
            if k is not None and int(records["end"][k]) == begins[i] + len(w):
                out[start + i] = numbers[k]
    return out


def main():
    program, docs, lexicons, out = sys.argv[1:5]
    os.makedirs(out, exist_ok=True)
    types = Types()
    for name in sys.argv[5:]:
        pack_set(program, types, os.path.join(docs, name + ".jsonl"), os.path.join(out, name + ".npy"))
    people = synth.People(random.Random(7), lexicons)
    pools = {}
    for name, draw in (
        ("given", people.first1),
        ("family", people.last1),
        ("given_english", lambda: people.first1(True)),
        ("family_english", lambda: people.last1(True)),
    ):
        words = [draw() for _ in range(POOL)]
        distinct = sorted(set(words))
        number = dict(zip(distinct, type_of_words(program, types, distinct).tolist()))
        pools[name] = np.array([number[w] for w in words if number[w] >= 0], np.uint32)
    count = len(types.rows)
    words = [w if w and "\n" not in w else "-" for w in types.words[:count]]
    forms = {}
    for name, change in (("lower", str.lower), ("upper", str.upper)):
        changed = type_of_words(program, types, [change(w) for w in words])
        forms[name] = np.where(changed < 0, np.arange(count), changed).astype(np.uint32)
    table = types.table()
    full = len(table)
    for name in forms:
        forms[name] = np.concatenate([forms[name], np.arange(count, full, dtype=np.uint32)])
    np.save(os.path.join(out, "types.npy"), table)
    np.savez(os.path.join(out, "forms.npz"), **forms, **pools)
    with open(os.path.join(out, "types.txt"), "w", encoding="utf-8") as f:
        f.writelines(w.replace("\n", " ") + "\n" for w in types.words)
    print(full, "types", {k: len(v) for k, v in pools.items()})


if __name__ == "__main__":
    main()
