#!/usr/bin/env python3
"""The slow twin of `maske eval`: counts every figure again, with sets of positions, and demands the same.

  eval_twin.py MASKE FOLDER        MASKE: the program; FOLDER: gold fixtures (*.jsonl)

The findings are those of `maske detect --documents --offsets codepoint`; nothing else is shared with the program. Gold: the
fixtures; documents drawn from a fixed seed in which marks are put right, beside, across, nested and on punctuation; the same with
findings that FOLDER/patterns puts where the draw wants them; and all characters.

What is counted (a letter is what str.isalnum() holds for, a word what str.split() gives):
  masked  gold entities all of whose letters lie in findings. A PERSON of four letters or more may leave its last one
          uncovered when that is an "s": the name is inflected.
  typed   masked entities that share a position with a finding of their own type
  exact   entities for which a finding of their type covers the same stretch, once everything but letters is taken off both
          ends; the entity may also be taken without its last character
  chars   letters of entities that lie in findings, by all letters of entities
  prec    findings with at least half of their letters in marked text of whatever type, nested marks included (a finding
          without letters: with its first position there), by findings
  over    letters in findings of a type but in no marked text, by letters in no marked text; overmasked: of all types
  documents_clean       documents all of whose entities are masked, by documents with entities
  false_per_10k_words   findings that are not right, of types that have entities in the file (of all, if none has), by words
Nested marks are no entities of their own. Types without entities in a file that has some are not in its report.
"""
import collections
import fractions
import functools
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

MEANING = {"PERSON": "PERSON", "PER": "PERSON", "EMAIL": "EMAIL", "PHONE": "PHONE", "FAX": "PHONE", "IBAN": "IBAN",
           "ADDRESS": "ADDRESS", "STREET_LINE": "ADDRESS"}  # ORG and LOC mean nothing
COUNTS = ("gold", "masked", "typed", "exact", "letters", "letters_hit", "found", "right", "letters_over")


def run(*words, feed=None):
    done = subprocess.run(words, input=feed, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{words} ended with status {done.returncode}")
    return done.stdout.decode()


def letters(text, positions):
    return {i for i in positions if text[i].isalnum()}


def stretch(text, begin, end):
    inner = letters(text, range(begin, end))
    return (min(inner), max(inner) + 1) if inner else (end, end)


def count(document, findings):
    text = document["text"]
    marks = [(set(range(e["start"], e["end"])), e["start"], e["end"], MEANING.get(e["type"]), e.get("nested", False))
             for e in document["entities"]]
    marks = [m for m in marks if m[3]]
    masked_text = set().union(*(range(f["start"], f["end"]) for f in findings))
    marked_text = set().union(*(m[0] for m in marks))
    types = {}

    def row(kind):
        return types.setdefault(kind, dict.fromkeys(COUNTS, 0))

    leaks = False
    entities = [m[:4] for m in marks if not m[4]]
    for positions, begin, end, kind in entities:
        inner = letters(text, positions)
        open_letters = inner - masked_text
        row(kind)["gold"] += 1
        row(kind)["letters"] += len(inner)
        row(kind)["letters_hit"] += len(inner) - len(open_letters)
        wanted = {stretch(text, begin, end), stretch(text, begin, end - 1)}
        row(kind)["exact"] += any(f["type"] == kind and stretch(text, f["start"], f["end"]) in wanted for f in findings)
        inflected = (kind == "PERSON" and len(inner) >= 4 and open_letters == {max(inner)} and text[max(inner)] == "s")
        if open_letters and not inflected:
            leaks = True
            continue
        row(kind)["masked"] += 1
        row(kind)["typed"] += any(f["type"] == kind and positions & set(range(f["start"], f["end"])) for f in findings)
    for f in findings:
        inner = letters(text, range(f["start"], f["end"]))
        judged = inner or {f["start"]}
        row(f["type"])["found"] += 1
        row(f["type"])["right"] += 2 * len(judged & marked_text) >= len(judged)
        row(f["type"])["letters_over"] += len(inner - marked_text)
    unmarked = letters(text, range(len(text))) - marked_text
    return {"id": document["id"], "words": len(text.split()), "outside": len(unmarked),
            "over": len(unmarked & masked_text), "has_gold": bool(entities), "clean": bool(entities) and not leaks,
            "types": types}


class Draws:
    """SplitMix64, as its authors give it."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        full = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & full
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & full
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & full
        return ((z ^ (z >> 31)) >> 32) * limit >> 32


@functools.cache
def thousand_draws(number):
    draws = Draws(1)
    return [[draws.below(number) for _ in range(number)] for _ in range(1000)]


def interval(pairs):
    """The middle 95 % of a ratio over 1,000 draws of documents; pairs: (part, whole) of each document."""
    if sum(whole > 0 for _, whole in pairs) < 5:
        return None
    values = []
    for draw in thousand_draws(len(pairs)):
        whole = sum(pairs[i][1] for i in draw)
        if whole:
            values.append(sum(pairs[i][0] for i in draw) / whole)
    values.sort()

    def quantile(share):
        rank = share * (len(values) - 1)
        low = int(rank)
        return values[low] + (rank - low) * (values[min(low + 1, len(values) - 1)] - values[low])

    return quantile(0.025), quantile(0.975)


class Report:
    def __init__(self, tallies):
        self.tallies = tallies
        has_gold = {t for d in tallies for t, c in d["types"].items() if c["gold"]}
        self.shown = has_gold or {t for d in tallies for t in d["types"]}

    def column(self, kind, name):
        return [d["types"].get(kind, {}).get(name, 0) for d in self.tallies]

    def figures(self, kind):
        outside = [d["outside"] for d in self.tallies]
        for name, part, whole in (("masked", "masked", "gold"), ("typed", "typed", "gold"), ("exact", "exact", "gold"),
                                  ("chars", "letters_hit", "letters"), ("prec", "right", "found")):
            yield name, list(zip(self.column(kind, part), self.column(kind, whole))), 4, 1, None
        yield "over", list(zip(self.column(kind, "letters_over"), outside)), 5, 1, 0

    def of_file(self):
        wrong = [sum(c["found"] - c["right"] for t, c in d["types"].items() if t in self.shown) for d in self.tallies]
        yield "documents_clean", [(d["clean"], d["has_gold"]) for d in self.tallies], 4, 1, None
        yield "overmasked", [(d["over"], d["outside"]) for d in self.tallies], 5, 1, 0
        yield "false_per_10k_words", list(zip(wrong, (d["words"] for d in self.tallies))), 2, 10000, 0


MOST_DRAWN = 200  # documents; drawing more takes too long here


def compare_figures(where, expected, got):
    """Figures may differ in the last digit where the exact value lies half-way; nowhere else."""
    faults = []
    for name, pairs, digits, scale, otherwise in expected:
        part, whole = sum(p for p, _ in pairs), sum(w for _, w in pairs)
        value = fractions.Fraction(part, whole) * scale if whole else otherwise
        half = fractions.Fraction(1, 2 * 10**digits) + fractions.Fraction(1, 10**12)
        if (value is None) != (got[name] is None) or value is not None and abs(fractions.Fraction(got[name]) - value) > half:
            faults.append(f"{where} {name}: {got[name]} instead of {value}")
        if len(pairs) > MOST_DRAWN:
            continue
        middle, told = interval(pairs), got[name + "_95"]
        if (middle is None) != (told is None) or middle and any(
                abs(m * scale - t) > float(half) for m, t in zip(middle, told)):
            faults.append(f"{where} {name}_95: {told} instead of {middle}")
    return faults


def compare(maske, path, options):
    with open(path, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    feed = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents).encode()
    answers = [json.loads(line) for line in
               run(maske, "detect", "--documents", "--offsets", "codepoint", *options, feed=feed).splitlines()]
    tallies = [count(d, a["entities"]) for d, a in zip(documents, answers)]
    got = json.loads(run(maske, "eval", "--json", "-", *options, path))["files"][0]
    faults = [f"document {mine['id']}: {theirs} instead of {mine}"
              for mine, theirs in zip(tallies, got["tallies"]) if mine != theirs]
    if got["documents"] != len(documents) or len(got["tallies"]) != len(documents):
        faults.append(f"{got['documents']} documents instead of {len(documents)}")
    report = Report(tallies)
    faults += compare_figures("file", report.of_file(), got)
    if set(got["types"]) != report.shown:
        faults.append(f"types {sorted(got['types'])} instead of {sorted(report.shown)}")
    for kind in sorted(report.shown & set(got["types"])):
        faults += compare_figures(kind, report.figures(kind), got["types"][kind])
        for name in ("gold", "found"):
            if got["types"][kind][name] != sum(report.column(kind, name)):
                faults.append(f"{kind} {name}: {got['types'][kind][name]}")
    rules = collections.Counter((f["type"], f["pattern"]) for a in answers for f in a["entities"] if f["type"] in report.shown)
    if {(r["type"], r["rule"]): r["found"] for r in got["rules"]} != rules:
        faults.append(f"rules {got['rules']} instead of {rules}")
    for kind in report.shown:
        if sum(r["right"] for r in got["rules"] if r["type"] == kind) != sum(report.column(kind, "right")):
            faults.append(f"right findings of the rules of {kind}: {got['rules']}")
    hidden = {t for d in tallies for t in d["types"]} - report.shown
    if got["not_annotated"] != {t: sum(report.column(t, "found")) for t in hidden}:
        faults.append(f"not annotated: {got['not_annotated']}")
    return faults, tallies


PIECES = (("PERSON", "Herr Anton Testmann"), ("PERSON", "Frau Dr. Berta Musterfrau"), ("PERSON", "Anton Testmanns"),
          ("EMAIL", "anna.beispiel@example.org"), ("EMAIL", "ben@example.com"), ("PHONE", "+49 30 23125 017"),
          ("IBAN", "DE89 3704 0044 0532 0130 00"), ("ADDRESS", "Musterstraße 12, 10115 Berlin"), ("ORG", "Beispiel GmbH"),
          (None, "wir treffen uns"), (None, "😀 𝔘𝔫𝔦"), (None, "…"), (None, "\n\n"), (None, "½ Ⅷ"), (None, "Sehr geehrte"),
          (None, "heute um 12 Uhr"), (None, "—  "), (None, "Ära Ölçü"))


def drawn_documents(number):
    dice = random.Random(20261123)
    for i in range(number):
        text, entities = "", []
        for kind, piece in dice.choices(PIECES, k=dice.randrange(12)):
            text += dice.choice(("", " ", ", ", "\n")) if text else ""
            begin, end = len(text), len(text) + len(piece)
            text += piece
            if kind is None or dice.random() < 0.25:
                continue
            how = dice.randrange(8)
            if how == 0:
                begin = max(0, begin - dice.randrange(4))
            elif how == 1 and end - begin > 4:
                end -= dice.randrange(4)
            elif how == 2:
                kind = dice.choice(("PERSON", "PER", "EMAIL", "FAX", "LOC"))
            entities.append({"start": begin, "end": end, "type": kind})
            if how == 3:
                entities.append({"start": begin, "end": begin + 2, "type": "STREET_LINE", "nested": True})
        if text and dice.random() < 0.2:
            at = dice.randrange(len(text))
            entities.append({"start": at, "end": min(len(text), at + 1 + dice.randrange(6)), "type": "PERSON"})
        yield {"id": i, "text": text, "entities": entities}


def placed_documents(number):
    """What stands between a sign and a bar is found; gold lies near, character by character. No IBAN is ever gold."""
    dice = random.Random(20261124)
    for i in range(number):
        text, ends = "", [0]
        for _ in range(dice.randrange(1, 6)):
            text += "".join(dice.choices("as½𝔘 .", k=dice.randrange(3)))
            inner = "".join(dice.choices("abssT1ß𝔘½-.", k=dice.randrange(1, 7)))
            sign = dice.choice("~~~%%&")
            ends += [len(text) + 1, len(text) + 1 + len(inner)]
            text += sign + inner + dice.choice(("|", "|s", "|.", "|s.", "|t", "| "))
        ends.append(len(text))
        entities = []
        for _ in range(dice.randrange(5)):
            begin, end = sorted(dice.choices(ends, k=2)) if dice.random() < 0.3 else sorted(dice.choice(list(zip(ends, ends[1:]))))
            begin, end = max(0, begin - dice.choice((0, 0, 0, 1, 2))), min(len(text), end + dice.choice((0, 0, 1, 2, 3)))
            if begin < end:
                entities.append({"start": begin, "end": end, "type": dice.choice(("PER", "PERSON", "EMAIL", "PHONE", "LOC"))})
                if dice.random() < 0.2:
                    entities[-1]["nested"] = True
        yield {"id": i, "text": text, "entities": entities}


def characters():
    """Every character whose kind has not changed since Unicode 3.2, so that no two versions disagree about it."""
    old = unicodedata.ucd_3_2_0
    known = [c for c in map(chr, range(1, 0x110000))
             if old.category(c) not in ("Cn", "Cs", "Co") and old.category(c) == unicodedata.category(c)
             and old.bidirectional(c) == unicodedata.bidirectional(c)]
    for i in range(0, len(known), 50):
        yield {"id": i, "text": "a".join(known[i:i + 50]), "entities": []}
        yield {"id": i + 1, "text": "".join(known[i:i + 50]), "entities": []}


def main():
    maske, folder = sys.argv[1:]
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".jsonl"))
    reached = dict.fromkeys(COUNTS, 0)
    failed = not paths
    with tempfile.TemporaryDirectory() as made:
        for name, documents in (("drawn", drawn_documents(200)), ("placed", placed_documents(1000)),
                                ("characters", characters())):
            paths.append(os.path.join(made, name + ".jsonl"))
            with open(paths[-1], "w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(d, ensure_ascii=d["id"] % 2 == 0) + "\n" for d in documents)
        for path in paths:
            own = ("--only-patterns", os.path.join(folder, "patterns")) if path.endswith("placed.jsonl") else ()
            faults, tallies = compare(maske, path, own)
            for fault in faults[:10]:
                print(f"{os.path.basename(path)}: {fault}")
            failed = failed or bool(faults)
            for tally in tallies:
                for counts in tally["types"].values():
                    for name in COUNTS:
                        reached[name] += counts[name]
            print(f"{os.path.basename(path)}: {len(tallies)} documents, {len(faults)} differences")
    print(reached)
    for more, less in (("gold", "masked"), ("masked", "typed"), ("gold", "exact"), ("found", "right")):
        if not reached[more] > reached[less] > 0:
            print(f"the documents do not tell {more} from {less}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
