"""Figures of the network alone on packed development sets, at several biases.

  evaluate.py PACKED WEIGHTS SET... [--bias 0,0.5,1] [--integers] [--errors N DOCS]

Letters: share of the letters and digits of gold persons that are marked (R), share of the marked ones that are gold
(P). Entities: exact spans of tokens. Tokens labelled 6 (nested persons, mail addresses) are left out. --integers
computes as the file does (model.py: IntegerNetwork). What the whole program finds with rules, lexicon and memory:
`maske eval`. Cost: a few seconds a set. Tested by tests/names/train_test.py.
"""

import json
import os
import sys

import numpy as np
import torch

import model


def padded(tokens):
    """Arrays with PAD empty tokens before each cut, and where the real ones are."""
    cuts = np.nonzero(tokens["cut"])[0]
    shift = np.zeros(len(tokens), np.int64)
    shift[cuts] = model.PAD
    where = np.arange(len(tokens)) + np.cumsum(shift)
    n = int(where[-1]) + 1 + model.PAD
    out = {
        "kind": np.full(n, -1, np.int64),
        "before": np.zeros(n, np.int64),
        "after": np.zeros(n, np.int64),
        "line": np.zeros(n, np.int64),
    }
    for name, field in (("kind", "type"), ("before", "gap_before"), ("after", "gap_after"), ("line", "line")):
        out[name][where] = tokens[field]
    return out, where


def scores(network, tokens, integers=False):
    """Five scores a token."""
    x, where = padded(tokens)
    if integers:
        logits = model.IntegerNetwork(model.integers(network), network.rows).logits(**x)
    else:
        network.eval()
        with torch.no_grad():
            logits = (
                network(*(torch.from_numpy(x[k]) for k in ("kind", "before", "after", "line")))
                .numpy()
                .astype(np.float64)
            )
        network.train()
    return logits[where]


def predict(network, tokens, integers=False):
    """Three log scores a token."""
    return model.margins(scores(network, tokens, integers))


def spans(labels, cuts):
    """Runs of tokens; inside behind other begins one."""
    out, begin = [], -1
    for i, k in enumerate(labels):
        if begin >= 0 and (k != 2 or cuts[i]):
            out.append((begin, i))
            begin = -1
        if k and begin < 0:
            begin = i
    if begin >= 0:
        out.append((begin, len(labels)))
    return out


def figures(tokens, three, bias):
    found, gold = model.decode(three, bias), np.where(tokens["label"] <= 2, tokens["label"], 0)
    use, size = tokens["label"] != 6, (tokens["end"] - tokens["begin"]).astype(np.int64)
    f, g = (found > 0) & use, (gold > 0) & use
    hit = size[f & g].sum()
    a = set(spans(gold, tokens["cut"]))
    b = {s for s in spans(found, tokens["cut"]) if use[s[0] : s[1]].all()}
    exact = len(a & b)
    return {
        "P": hit / max(1, size[f].sum()),
        "R": hit / max(1, size[g].sum()),
        "EP": exact / max(1, len(b)),
        "ER": exact / max(1, len(a)),
        "EF": 2 * exact / max(1, len(a) + len(b)),
    }


def tell(network, packed, names, biases, integers=False):
    total = 0
    for name in names:
        path = os.path.join(packed, name + ".npy")
        if not os.path.exists(path):
            continue
        tokens = np.load(path)
        three = predict(network, tokens, integers)
        for b in biases:
            r = figures(tokens, three, b)
            print(
                "%-20s bias %+.1f  letters P %.3f R %.3f | entities P %.3f R %.3f F %.3f"
                % (name, b, r["P"], r["R"], r["EP"], r["ER"], r["EF"]),
                flush=True,
            )
        total += figures(tokens, three, biases[0])["EF"]
    print("mean entity F at bias %.1f: %.4f" % (biases[0], total / len(names)), flush=True)


def main():
    arguments = sys.argv[1:]
    options = {}
    for key, count in (("--bias", 1), ("--errors", 2), ("--integers", 0)):
        if key in arguments:
            i = arguments.index(key)
            options[key] = arguments[i + 1 : i + 1 + count]
            del arguments[i : i + 1 + count]
    import train

    packed, weights, names = arguments[0], arguments[1], arguments[2:]
    network, _ = train.restore(weights, np.load(os.path.join(packed, "types.npy"), mmap_mode="r"))
    biases = [float(b) for b in options.get("--bias", ["0,0.5,1"])[0].split(",")]
    tell(network, packed, names, biases, "--integers" in options)
    if "--errors" in options:
        count, docs = int(options["--errors"][0]), options["--errors"][1]
        for name in names:
            tokens = np.load(os.path.join(packed, name + ".npy"))
            texts = [json.loads(line)["text"] for line in open(os.path.join(docs, name + ".jsonl"), encoding="utf-8")]
            found, gold = model.decode(predict(network, tokens), biases[0]) > 0, (tokens["label"] == 1) | (
                tokens["label"] == 2
            )
            wrong = np.nonzero((found != gold) & (tokens["label"] != 6))[0]
            for i in wrong[:: max(1, len(wrong) // count)]:
                t, text = tokens[i], texts[tokens[i]["doc"]]
                print(
                    "FALSE" if found[i] else "MISS ",
                    repr(
                        text[max(0, t["begin"] - 40) : t["begin"]]
                        + "[["
                        + text[t["begin"] : t["end"]]
                        + "]]"
                        + text[t["end"] : t["end"] + 25]
                    ),
                )


if __name__ == "__main__":
    main()
