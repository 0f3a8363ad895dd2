"""Trains the name model.

  train.py PACKED SOFT OUT [minutes=60] [steps=N] [seed=1] [words=16000] [start=FILE] [lr=2e-3] [tokens=12000] ...

PACKED holds the sets of pack.py, SOFT the soft labels SET.npy of label.py (may be empty: "-"); a labelled set that has
soft labels is learnt by these alone. OUT is the file of weights (torch), written at the end and every ten minutes;
export.py turns it into patterns/models/names.bin.
Every step shows `tokens` labelled tokens of all sets (MIX) and `raw` unlabelled ones with soft labels. The rate falls
as a cosine of the time that has gone, so a run ends when it should on a busy machine; with steps=N it does not look at the
clock, and with workers=1 two runs give the same weights. Rounding (model.py) is on for the last 40 %, the late
weights are averaged. Cost: 0.3 million operations a token; an hour on two cores. Tested by tests/names/train_test.py.
"""

import copy
import math
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F

import evaluate
from feed import Feed, Forms
from model import Network, Rows, choose_words

MIX = {
    "news": 0.16,
    "requests": 0.13,
    "courts": 0.03,
    "addresses": 0.02,
    "english": 0.17,
    "silver": 0.2,
    "scans": 0.06,
    "made": 0.23,
}
RAW_MIX = {"raw_de_mail": 0.45, "raw_bundestag": 0.35, "raw_de_manuals": 0.2}
ENGLISH = {"english"}
NOT_PERSON, SKIP = 5, 6
DEV = ["dev_germeval", "dev_smartdata", "dev_massive", "dev_wnut", "dev_enron", "dev_bundestag_gold"]


def loss_of(scores, label, soft):
    """Cross entropy with soft labels, else with the label; 5: any of other, place, organisation."""
    lp = F.log_softmax(scores, -1)
    no_person = torch.logsumexp(lp[:, [0, 3, 4]], -1)
    by_label = torch.where(label == NOT_PERSON, -no_person, -lp.gather(-1, label.clamp(max=4)[:, None]).squeeze(-1))
    total = soft.sum(-1)
    by_soft = -(soft / total.clamp(min=1)[:, None] * lp).sum(-1)
    use = (label != SKIP).float()
    return (torch.where(total > 0, by_soft, by_label) * use).sum() / use.sum().clamp(min=1)


def join(batches):
    out = {k: np.concatenate([b[k] for b in batches]) for k in ("kind", "before", "after", "line", "label")}
    none = lambda b: np.zeros((len(b["kind"]), 5), np.uint8)
    out["soft"] = np.concatenate([none(b) if b["soft"] is None else b["soft"] for b in batches])
    return {k: torch.from_numpy(v) for k, v in out.items()}


def scores_of(network, batch, drop):
    names = (batch["label"] == 1) | (batch["label"] == 2)
    return network(batch["kind"], batch["before"], batch["after"], batch["line"], names, drop)


def load(folder, name):
    return np.load(os.path.join(folder, name + ".npy"), mmap_mode="r")


def save(path, network, words, options):
    torch.save(
        {
            "weights": network.state_dict(),
            "words": words,
            "dim": network.dim,
            "channels": network.channels,
            "dilations": network.dilations,
            "grams": network.rows.grams,
            "options": options,
        },
        path,
    )


def restore(path, types):
    z = torch.load(path, weights_only=False)
    rows = Rows(types, z["words"], z["grams"])
    network = Network(rows, z["dim"], z["channels"], z["dilations"])
    network.load_state_dict(z["weights"])
    network.rounding = True
    return network, z["words"]


def main():
    packed, soft_folder, out = sys.argv[1:4]
    options = dict(a.split("=", 1) for a in sys.argv[4:])
    number = lambda key, default: type(default)(options.get(key, default))
    steps, minutes = number("steps", 0), number("minutes", 60.0)
    torch.manual_seed(number("seed", 1))
    torch.set_num_threads(number("threads", 1))
    workers = number("workers", 2)
    rng, raw_rng = np.random.default_rng(number("seed", 1)), np.random.default_rng(number("seed", 1) + 1000)
    types = load(packed, "types")
    mix = {n: w for n, w in MIX.items() if os.path.exists(os.path.join(packed, n + ".npy"))}
    raw_mix = {
        n: w for n, w in RAW_MIX.items() if soft_folder != "-" and os.path.exists(os.path.join(soft_folder, n + ".npy"))
    }
    has_soft = lambda n: os.path.exists(os.path.join(soft_folder, n + ".npy"))
    soft_of = lambda n: np.asarray(load(soft_folder, n)) if has_soft(n) else None
    forms = Forms(os.path.join(packed, "forms.npz"), types)
    feeds = {
        n: Feed(
            np.asarray(load(packed, n)),
            forms,
            rng,
            soft_of(n),
            english=n in ENGLISH,
            swap=0.5 if n in ENGLISH else 0.4,
            low=number("low", 0.08),
        )
        for n in mix
    }
    raw = {
        n: Feed(np.asarray(load(packed, n)), forms, raw_rng, soft_of(n), swap=0.3, low=0.06, up=0.01)
        for n in raw_mix
    }
    if "start" in options:
        network, words = restore(options["start"], types)
    else:
        # Little English is shown and much German: count what is shown, not what there is.
        frequency = np.zeros(len(types))
        for shown, of in ((feeds, mix), (raw, raw_mix)):
            for name, f in shown.items():
                share_of = of[name] / sum(of.values()) / len(f.t)
                frequency += share_of * np.bincount(f.t["type"], minlength=len(types))
        words = choose_words(types, np.rint(frequency * 5e6), number("words", 16000))
        network = Network(
            Rows(types, words, number("grams", 32768)),
            number("dim", 64),
            number("channels", 64),
            [int(d) for d in options.get("dilations", "2,2,1,1").split(",")],
        )
    network.rounding = False
    lr, tokens, drop = number("lr", 2e-3), number("tokens", 12000), number("drop", 0.1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=lr, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    begin, average, step, told, loss_mean = time.time(), None, 0, 0, 0.0
    round_from, average_from = number("round_from", 0.6), number("average_from", 0.75)

    def half(feeds_, mix_, count):
        batch = join([feeds_[n].draw(max(40, int(count * w / sum(mix_.values())))) for n, w in mix_.items()])
        loss = loss_of(scores_of(network, batch, drop), batch["label"], batch["soft"].float())
        return loss.detach(), torch.autograd.grad(loss, parameters)

    parameters = list(network.parameters())
    labelled_half = lambda: half(feeds, mix, tokens)
    raw_half = lambda: half(raw, raw_mix, number("raw", tokens))
    pool = ThreadPoolExecutor(2)
    while True:
        done = step / steps if steps else (time.time() - begin) / (60 * minutes)
        if done >= 1:
            break
        step += 1
        rate = lr * min(1, step / 100) * max(0.01, 0.5 + 0.5 * math.cos(math.pi * done))
        for group in optimiser.param_groups:
            group["lr"] = rate
        network.rounding = done > round_from
        if workers > 1 and raw:
            halves = list(pool.map(lambda f: f(), (labelled_half, raw_half)))
        else:
            halves = [labelled_half()] + ([raw_half()] if raw else [])
        for i, p in enumerate(parameters):
            p.grad = sum((h[1][i] for h in halves[1:]), halves[0][1][i])
        loss = sum(h[0] for h in halves)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        with torch.no_grad():
            network.row[network.rows.none] = 0
        loss_mean = 0.98 * loss_mean + 0.02 * loss.item() if step > 1 else loss.item()
        if done > average_from and step % 10 == 0:
            now = {k: v.detach().clone() for k, v in network.state_dict().items()}
            average = now if average is None else {k: average[k].lerp(now[k], 0.05) for k in now}
        if step % 50 == 0 or step == 1:
            print(
                "%6.0f s step %d (%.0f %%) loss %.4f" % (time.time() - begin, step, 100 * done, loss_mean), flush=True
            )
        if time.time() - told > number("tell", 600) and step > 1 or step == number("tell_at", 200):
            told = time.time()
            check = copy.deepcopy(network)
            if average is not None:
                check.load_state_dict(average)
            save(out, check, words, options)
            evaluate.tell(check, packed, DEV, (0.0, 1.0))
    if average is not None:
        network.load_state_dict(average)
    save(out, network, words, options)
    print("steps", step, "seconds %.0f" % (time.time() - begin))
    evaluate.tell(network, packed, DEV, (0.0, 0.5, 1.0, 2.0))


if __name__ == "__main__":
    main()
