#!/usr/bin/env python3
"""A small run of the name model's trainer, from invented texts to a file and back.

  train_test.py FEATURES TOOLS LEXICONS WORK

FEATURES is the program maske_name_features, TOOLS is tools/names, LEXICONS patterns/lexicons, WORK an empty folder.
Holds: spans become labels on the right tokens; rules and labels correct teachers; drawn batches keep sequences apart and swap
names; training lowers the loss and finds most names of the texts it saw; the file read back computes what the network
computes, within the rounding. Ends with 77 (skipped) where PyTorch is absent. Cost: half a minute.
"""

import json
import os
import subprocess
import sys

try:
    import numpy as np
    import torch
except ImportError:
    sys.exit(77)

features, tools, lexicons, work = sys.argv[1:5]
sys.path.insert(0, tools)
import data  # noqa: E402
import early_exit  # noqa: E402
import evaluate  # noqa: E402
import export  # noqa: E402
import feed  # noqa: E402
import gate  # noqa: E402
import label  # noqa: E402
import model  # noqa: E402
import pack  # noqa: E402
import synth  # noqa: E402
import train  # noqa: E402


def check(holds, what):
    if not holds:
        sys.exit("train_test: " + what)


def run(tool, *arguments):
    done = subprocess.run(
        [sys.executable, os.path.join(tools, tool), *map(str, arguments)], capture_output=True, text=True
    )
    check(done.returncode == 0, tool + ": " + done.stderr[-2000:])
    return done.stdout


def write(name, documents):
    with open(os.path.join(work, name + ".jsonl"), "w", encoding="utf-8") as f:
        f.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)


def labels_stand_on_tokens():
    text = "Frau Dr. Ayşe Yılmaz-Groß (Musterwerke GmbH) grüßt Jonas."
    at = lambda s: [text.index(s), text.index(s) + len(s)]
    spans = data.spans_of(
        {
            "text": text,
            "entities": [
                {"start": at("Ayşe")[0], "end": at("Groß")[1], "type": "PER"},
                {"start": at("Musterwerke GmbH")[0], "end": at("Musterwerke GmbH")[1], "type": "ORG"},
                {"start": at("Muster")[0], "end": at("Muster")[1], "type": "PER", "nested": True},
                {"start": at("Jonas.")[0], "end": at("Jonas.")[1], "type": "PERSON"},
            ],
        }
    )
    tokens = next(pack.dump(features, [text]))
    label_of = dict(zip((text[t["begin"] : t["end"]] for t in tokens), pack.label_tokens(tokens, spans).tolist()))
    check(
        (label_of["Frau"], label_of["Ayşe"], label_of["grüßt"], label_of["Jonas"]) == (0, 1, 0, 1),
        "labels %r" % label_of,
    )
    check(label_of.get("Groß", label_of.get("Yılmaz-Groß")) == 2, "the rest of a name is inside: %r" % label_of)
    check(
        label_of["Musterwerke"] == 6 and label_of["GmbH"] == 4,
        "a person inside an organisation is not learnt from: %r" % label_of,
    )


def rules_correct_a_teacher():
    text = "Sehr geehrte Frau Przybylska, anbei der Plan. Gestern war Przybylska da."
    tokens = next(pack.dump(features, [text])).copy()
    p = np.tile(np.array([1.0, 0, 0, 0, 0]), (len(tokens), 1))
    begin = text.index("Przybylska")
    label.correct(
        p,
        tokens,
        [{"start": begin, "end": begin + 10, "score": 0.93}],
        tokens["key"],
        np.zeros(len(tokens), int),
        tokens["ngrams"] > 0,
    )
    words = [text[t["begin"] : t["end"]] for t in tokens]
    believed = [w for w, q in zip(words, p) if q[1] > 0.5]
    check(believed == ["Przybylska", "Przybylska"], "believed %r" % believed)


def teachers_and_labels_are_joined():
    sure, other = np.array([[0.0, 1, 0, 0, 0]]), np.array([[0.9, 0.1, 0, 0, 0]])
    p = label.together([sure, other], [1.0, 1.0])
    check(abs(p.sum() - 1) < 1e-9 and p[0].argmax() == 1, "two teachers' mean: %r" % p)
    check(label.together([sure, other], [0.1, 2.0])[0].argmax() == 0, "shares count")
    p = np.tile(np.array([0.2, 0.1, 0.1, 0.4, 0.2]), (4, 1))
    p = label.with_labels(p, np.array([1, 0, 5, 6]), 0.5)
    check(p[0, 1] > 0.5 and p[1, 0] > 0.5, "a set's labels count: %r" % p[:2])
    check(p[2, 1] + p[2, 2] < 0.11 and p[2].argmax() == 3, "no person, but which: %r" % p[2])
    check(p[3].sum() == 0, "nothing is learnt from what is not known")


def batches_keep_apart():
    types = np.load(os.path.join(work, "packed", "types.npy"))
    forms = feed.Forms(os.path.join(work, "packed", "forms.npz"), types)
    tokens = np.load(os.path.join(work, "packed", "made.npy"))
    swapped = feed.Feed(tokens, forms, np.random.default_rng(4), swap=1.0, low=0, up=0).draw(3000)
    same = feed.Feed(tokens, forms, np.random.default_rng(4), swap=0, low=0, up=0).draw(3000)
    gaps = np.nonzero(same["kind"] < 0)[0]
    check(
        len(gaps) % model.PAD == 0 and (np.diff(gaps) == 1).sum() == len(gaps) // model.PAD,
        "every window ends with empty tokens",
    )
    person = (swapped["label"] == 1) | (swapped["label"] == 2)
    check((swapped["label"] == same["label"]).all(), "swapping does not move labels")
    check((swapped["kind"] != same["kind"])[person].mean() > 0.5, "names are swapped")
    check((swapped["kind"] == same["kind"])[~person & (same["kind"] >= 0)].mean() > 0.97, "other words are not")


def a_gate_learns_and_is_put_in(file):
    random = np.random.default_rng(5)
    rows = np.zeros(4000, gate.RECORD)
    rows["rows"] = random.integers(0, 40, (4000, gate.TABLES))
    rows["person"] = rows["rows"][:, 3] % 4 == 0  # one table tells it
    rows["found"] = random.random(4000) < 0.1
    tables = gate.quantise(gate.train(rows, rounds=15))
    sums = gate.sums(tables, rows)
    check(sums[rows["person"] == 1].mean() > sums[rows["person"] == 0].mean() + 100, "the gate learns what tells persons")
    for there in (file, gate.insert(file, np.zeros_like(tables), 5)):  # without a gate before, and with one
        parts, keys, rest = export.from_bytes(gate.insert(there, tables, -33))
        old_parts, old_keys, old = export.from_bytes(file)
        check((rest["gate"] == tables).all() and rest["threshold"] == -33, "the file has the gate")
        check((keys == old_keys).all() and rest["balanced"] == old["balanced"], "and all else as before")


def an_exit_learns_and_is_put_in(file):
    random = np.random.default_rng(6)
    channels = 32
    rows = random.integers(-300, 900, (6000, 5 * channels)).astype(np.int16)
    margins = ((rows[:, 2 * channels].astype(np.float32) + rows[:, 7] - 600) / 100).astype(np.float32)
    parts = early_exit.quantise(*early_exit.train(rows, margins, 0.5, steps=300, batch=512))
    sums = early_exit.sums(parts, rows)
    least = np.quantile(sums[margins > -0.5], 0.05)
    check((sums[margins < -2] < least).mean() > 0.9, "the exit takes away what is surely none")
    acc = rows[:50].astype(np.int64) @ parts["weight"].T.astype(np.int64) + parts["bias"]
    y = np.maximum((acc + (1 << (parts["shift"].astype(np.int64) - 1))) >> parts["shift"], 0)
    check((y @ parts["last"].astype(np.int64) == sums[:50]).all(), "the sums are those of integers")
    other = dict(parts, last=parts["last"][::-1].copy())
    for there in (file, early_exit.insert(file, other, 1, 2)):  # without an exit before, and with one
        _, keys, rest = export.from_bytes(early_exit.insert(there, parts, -7, -9))
        _, old_keys, old = export.from_bytes(file)
        check(all((rest["exit"][k] == parts[k]).all() for k in parts), "the file has the exit")
        check(rest["exit_least"] == (-7, -9), "and its thresholds")
        check((keys == old_keys).all() and (rest["gate"] == old["gate"]).all(), "and all else as before")


def main():
    os.makedirs(work, exist_ok=True)
    labels_stand_on_tokens()
    rules_correct_a_teacher()
    teachers_and_labels_are_joined()
    maker = synth.Maker(lexicons, 3)
    documents = [{"id": str(i), "text": t, "spans": s} for i, (t, s) in enumerate(maker.document() for _ in range(700))]
    write("made", documents[:600])
    write("dev_made", documents[600:])
    packed, weights = os.path.join(work, "packed"), os.path.join(work, "weights.pt")
    second = os.path.join(work, "weights2.pt")
    pack.POOL = 2000
    sys.argv = ["pack.py", features, work, lexicons, packed, "made", "dev_made"]
    pack.main()
    batches_keep_apart()
    small = ("workers=1", "words=500", "grams=2048", "channels=32", "tokens=1500", "lr=6e-3")
    told = run("train.py", packed, "-", weights, "steps=160", *small)
    losses = [float(line.split()[-1]) for line in told.splitlines() if " loss " in line]
    check(losses[-1] < 0.5 * losses[0], "the loss falls: %r" % losses)
    twice = []
    for _ in range(2):
        run("train.py", packed, "-", second, "steps=8", *small)
        twice.append(torch.load(second, weights_only=False)["weights"])
    check(all((twice[0][k] == twice[1][k]).all() for k in twice[0]), "two runs give the same weights")
    types = np.load(os.path.join(packed, "types.npy"))
    network, words = train.restore(weights, types)
    tokens = np.load(os.path.join(packed, "made.npy"))[:6000]
    tokens = tokens[: np.nonzero(tokens["cut"])[0][-1]]
    real, whole = evaluate.predict(network, tokens), evaluate.predict(network, tokens, integers=True)
    found = evaluate.figures(tokens, real, 0.0)
    check(found["R"] > 0.6 and found["P"] > 0.6, "finds names that it saw: %r" % found)
    check(
        np.abs(real - whole).max() < 0.25 and (model.decode(real, 0) == model.decode(whole, 0)).mean() > 0.99,
        "integers compute the same but for rounding: %g" % np.abs(real - whole).max(),
    )
    soft = os.path.join(work, "soft")
    os.makedirs(soft, exist_ok=True)
    teachers = "%s:2,%s" % (weights, second)
    run("label.py", packed, "made", teachers, "-", os.path.join(soft, "made.npy"), "hard=0.6")
    believed, gold = np.load(os.path.join(soft, "made.npy")), np.load(os.path.join(packed, "made.npy"))["label"]
    check((believed.argmax(1) == gold)[gold < 5].all() and not believed[gold == 6].any(), "labels rule when they count .6")
    told = run("train.py", packed, soft, second, "steps=30", "start=" + weights, *small)
    check("steps 30" in told, "it goes on with soft labels")
    made = {"gate": np.arange(16 * 4096, dtype=np.int64).astype(np.int8).reshape(16, 4096), "threshold": 77}
    file = export.to_bytes(network, words, made["gate"], made["threshold"], 0.5, 1.5)
    parts, keys, rest = export.from_bytes(file)
    check(
        (keys == words).all()
        and rest["balanced"] == 0.5
        and rest["strict"] == 1.5
        and (rest["gate"] == made["gate"]).all(),
        "the file says what was written",
    )
    an_exit_learns_and_is_put_in(file)
    a_gate_learns_and_is_put_in(export.to_bytes(network, words, None, 0, 0.5, 1.5))
    x, where = evaluate.padded(tokens)
    back = model.margins(model.IntegerNetwork(parts, network.rows).logits(**x)[where])
    check((back == whole).all(), "the file computes what was trained")
    print("train_test: all holds; figures on texts it saw", found)


main()
