"""Trains the gate: a linear first look that tells which words are worth the network.

  gate.py PACKED WEIGHTS OUT [minutes=3] [keep=0.992] [bias=1.0]

The gate gives every feature row one int8 for each offset -3 .. +3; the score of a token is the sum over its own rows
and its neighbours', and a token at the threshold or above is asked. It learns what the network says (person at the
bias) on the words that may be asked at all: capitalised ones that a name list has or no German list has, and
lower-case ones of a name list in lines without capitals. The threshold is the score that the share `keep` of the
network's persons reaches. Why so: one question costs as much as a hundred look-ups, and nine of ten words that may be
asked are no persons. Cost: minutes. OUT: npz with gate (int8 [rows][8]) and threshold. Tested by
tests/names/train_test.py.
"""

import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

import evaluate
import model
import train
from feed import Feed, Forms

SETS = {
    "raw_de_mail": 0.3,
    "raw_bundestag": 0.15,
    "raw_de_manuals": 0.12,
    "raw_logs_code": 0.1,
    "news": 0.08,
    "requests": 0.08,
    "silver": 0.07,
    "english": 0.05,
    "made": 0.05,
}
GERMAN, LISTED = 0b100110000, 0b1111


def candidates(kind, line, types, forms):
    k = np.maximum(kind, 0)
    lex, capital = types["lex"][k], forms.lower[k] != k
    listed = (lex & LISTED) != 0
    return (
        (kind >= 0) & forms.word[k] & ((capital & (listed | ((lex & GERMAN) == 0))) | (~capital & listed & (line <= 1)))
    )


class Gate(torch.nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.table, self.base, self.none = torch.from_numpy(rows.table), rows.base, rows.none
        self.row = torch.nn.Parameter(torch.zeros(rows.count + 1, 7))
        self.threshold = torch.nn.Parameter(torch.tensor(0.0))

    def forward(self, kind, before, after, line, row=None):
        row = self.row if row is None else row
        u, back = torch.unique(kind.clamp(min=0), return_inverse=True)
        e = F.embedding_bag(self.table[u].long(), row, mode="sum", padding_idx=self.none)[back]
        gaps = torch.stack(
            [self.base["gap_before"] + before, self.base["gap_after"] + after, self.base["line"] + line], 1
        )
        e = (e + F.embedding_bag(gaps, row, mode="sum", padding_idx=self.none)) * (kind >= 0)[:, None]
        p = F.pad(e, (0, 0, 3, 3))
        return sum(p[d : d + len(e), d] for d in range(7))


def main():
    packed, weights, out = sys.argv[1:4]
    options = dict(a.split("=", 1) for a in sys.argv[4:])
    minutes, keep, bias = (
        float(options.get("minutes", 3)),
        float(options.get("keep", 0.992)),
        float(options.get("bias", 1)),
    )
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rng = np.random.default_rng(3)
    types = np.load(os.path.join(packed, "types.npy"), mmap_mode="r")
    network, _ = train.restore(weights, types)
    network.eval()
    forms = Forms(os.path.join(packed, "forms.npz"), types)
    sets = {n: w for n, w in SETS.items() if os.path.exists(os.path.join(packed, n + ".npy"))}
    feeds = {
        n: Feed(
            np.load(os.path.join(packed, n + ".npy"), mmap_mode="r"),
            forms,
            rng,
            swap=0.15 if n[:3] != "raw" else 0,
            low=0.05,
            up=0.01,
        )
        for n in sets
    }
    gate = Gate(network.rows)
    optimiser = torch.optim.AdamW(gate.parameters(), lr=1e-2, betas=(0.9, 0.99), weight_decay=0.0, fused=True)
    begin, step = time.time(), 0

    def batch(tokens):
        b = train.join([f.draw(int(tokens * sets[n])) for n, f in feeds.items()])
        x = [b[k] for k in ("kind", "before", "after", "line")]
        with torch.no_grad():
            three = model.margins(network(*x).double().numpy())
        asked = torch.from_numpy(candidates(b["kind"].numpy(), b["line"].numpy(), types, forms))
        return x, torch.from_numpy((model.decode(three, bias) > 0).astype(np.float32)), asked

    while True:
        done = (time.time() - begin) / 60 / minutes
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = 1e-2 * (1 - done) + 1e-4
        x, target, asked = batch(20000)
        score = gate(*x) - gate.threshold
        # The persons count more: what is refused is lost, what is asked in vain costs only time.
        loss = (
            F.binary_cross_entropy_with_logits(score, target, reduction="none", pos_weight=torch.tensor(4.0)) * asked
        ).sum() / asked.sum()
        loss = loss + 1e-6 * (gate.row**2).sum()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            gate.row.clamp_(-4, 4)
            gate.row[gate.none] = 0
        step += 1
        if step % 50 == 0:
            print("step %d loss %.4f" % (step, loss.item()), flush=True)
    with torch.no_grad():
        scale = 127 / float(gate.row.abs().max())
        whole = (gate.row * scale).round().clamp(-127, 127)
        scores, targets = [], []
        for _ in range(30):
            x, target, asked = batch(20000)
            scores.append(gate(*x, whole)[asked])
            targets.append(target[asked])
        score, target = torch.cat(scores), torch.cat(targets)
        positive = score[target > 0].sort()[0]
        threshold = int(positive[int(len(positive) * (1 - keep))])
        print(
            "threshold %d passes %.4f of the network's persons, asks %.3f of the candidates (%.4f are persons)"
            % (threshold, (positive >= threshold).float().mean(), (score >= threshold).float().mean(), target.mean())
        )
        np.savez(
            out, gate=np.pad(whole[: network.rows.count].numpy().astype(np.int8), ((0, 0), (0, 1))), threshold=threshold
        )
        for name in train.DEV + ["raw_de_mail", "raw_de_manuals"]:
            path = os.path.join(packed, name + ".npy")
            if not os.path.exists(path):
                continue
            t = np.load(path, mmap_mode="r")
            t = np.array(t[: int(np.nonzero(t["cut"])[0][-1]) if len(t) < 100000 else 100000])
            padded, where = evaluate.padded(t)
            z = gate(*(torch.from_numpy(padded[k]) for k in ("kind", "before", "after", "line")), whole).numpy()[where]
            may = candidates(t["type"].astype(np.int64), t["line"], types, forms)
            person = model.decode(evaluate.predict(network, t), bias) > 0
            network.eval()
            print(
                "%-20s candidates %.3f of tokens, asked %.3f; of the network's persons candidates %.4f, asked %.4f"
                % (
                    name,
                    may.mean(),
                    (z >= threshold)[may].mean(),
                    may[person].mean(),
                    (z >= threshold)[may & person].mean(),
                )
            )


if __name__ == "__main__":
    main()
