#!/usr/bin/env python3
"""How well does the program find what gold data says is there?  ./dev eval GOLD.jsonl...

A gold file (plain or .xz) holds one JSON object a line: {"id", "text", "entities": [{"start", "end", "type"}]}, offsets in
code points, half open. The program is run once a file as `maske detect --documents --offsets codepoint`.

All figures count letters and digits only; punctuation and blanks at the ends of a span cost nothing.
  gold    gold entities of the type
  masked  share of them whose letters and digits all lie in findings of whatever type; the s of an inflected name
          ("Müllers") may stay open
  typed   share of them that are masked and touched by a finding of their own type
  found   findings of the type
  prec    share of the findings with at least half of their letters and digits in gold entities of whatever type
  over    letters and digits in findings of the type but in no gold entity, as a share of all that are in none
Below the table of a file: overmasked (over, all types together) and clean (documents with gold in which nothing leaks).
Types that a file never annotates are left out: a newspaper corpus without phone gold says nothing about phones.
--min TYPE:FIGURE=VALUE makes the run fail when a figure of any file is lower (--max: higher). FIGURE overmasked has no type.
"""
import argparse
import itertools
import json
import lzma
import os
import subprocess
import sys

# What corpora call the things that we look for; a label that is not here and is no type of ours is no gold for us.
FOREIGN = {
    "PERSON": "PER person NAME_PATIENT NAME_DOCTOR NAME_RELATIVE NAME_EXT",
    "ADDRESS": "PO_BOX STREET_ADDRESS STREET_LINE LOCATION_ZIP",
    "TAX_NUMBER": "STEUERNUMMER AT_STEUERNUMMER",
    "VAT_ID": "CH_UID",
    "PHONE": "FAX CONTACT_PHONE CONTACT_FAX phonenumber PHONE_NUMBER PHONE_FIND PHONE_VALID_CASES PHONE_EXACT_GROUPING_CASES "
             "PHONE_STRICT_GROUPING_CASES",
    "EMAIL": "CONTACT_EMAIL EMAIL_ADDRESS email",
    "CARD": "CREDIT_CARD",
    "IBAN": "IBAN_CODE",
    "IP": "IP_ADDRESS",
    "SOCIAL_SECURITY": "US_SSN",
    "USERNAME": "NAME_USERNAME",
}
OWN = ("BIC DOB TAX_ID HEALTH_INSURANCE ID_CARD PASSPORT DRIVING_LICENCE LICENSE_PLATE MAC URL_CREDENTIALS SECRET "
       "CRYPTO_WALLET GEO EMPLOYEE_ID CUSTOMER_ID").split()
TYPE_OF = {label: kind for kind, labels in FOREIGN.items() for label in [kind, *labels.split()]}
TYPE_OF.update((kind, kind) for kind in OWN)


def type_of(label, document):
    # In the clinical letters a street is a part of somebody's address; elsewhere the label also means roads.
    if label == "LOCATION_STREET" and str(document.get("source", "")).startswith("grascco"):
        return "ADDRESS"
    return TYPE_OF.get(label)


def read_lines(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines]


def detect(command, documents):
    feed = "\n".join(json.dumps({"id": d["id"], "text": d["text"]}) for d in documents) + "\n"
    done = subprocess.run([command, "detect", "--documents", "--offsets", "codepoint"], input=feed.encode(),
                          stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"eval: the program ended with status {done.returncode}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if [a["id"] for a in answers] != [d["id"] for d in documents]:
        sys.exit("eval: the answers are not those of the documents, in their order")
    return answers


class Counts:
    """Prefix sums over a text: how many letters and digits of a set of spans lie in a range."""

    def __init__(self, text, spans=None):
        inside = [spans is None] * len(text)
        for start, end in spans or ():
            inside[start:end] = [True] * (end - start)
        self.sums = [0, *itertools.accumulate(c.isalnum() and i for c, i in zip(text, inside))]

    def within(self, start, end):
        return self.sums[end] - self.sums[start]


def is_masked(text, start, end, kind, letters, covered):
    """All letters and digits are covered, or all but the last s of a name."""
    total, hit = letters.within(start, end), covered.within(start, end)
    if hit == total:
        return True
    if kind != "PERSON" or total <= 3 or hit != total - 1:
        return False
    last = max(i for i in range(start, end) if text[i].isalnum())
    return text[last] == "s" and covered.within(last, last + 1) == 0


class Row:
    def __init__(self):
        self.gold = self.masked = self.typed = self.found = self.right = self.over = 0


def evaluate(documents, answers):
    rows, annotated = {}, set()
    outside = outside_hit = with_gold = clean = 0
    for document, answer in zip(documents, answers):
        text = document["text"]
        marked = [(e["start"], e["end"], type_of(e["type"], document), e.get("nested")) for e in document["entities"]]
        marked = [m for m in marked if m[2]]
        gold = [m[:3] for m in marked if not m[3]]  # a part of an entity is not counted once more
        findings = [(e["start"], e["end"], e["type"]) for e in answer["entities"]]
        if any(not 0 <= s < e <= len(text) for s, e, _ in findings):
            sys.exit("eval: a finding lies outside of its document")
        letters = Counts(text)
        covered = Counts(text, [f[:2] for f in findings])
        known = Counts(text, [m[:2] for m in marked])
        both = Counts(text, [(max(s, a), min(e, b)) for s, e, _ in findings for a, b, _, _ in marked if s < b and a < e])
        size = len(text)
        outside += letters.within(0, size) - known.within(0, size)
        outside_hit += covered.within(0, size) - both.within(0, size)
        leaks = False
        for start, end, kind in gold:
            annotated.add(kind)
            row = rows.setdefault(kind, Row())
            row.gold += 1
            if is_masked(text, start, end, kind, letters, covered):
                row.masked += 1
                row.typed += any(s < end and start < e and t == kind for s, e, t in findings)
            else:
                leaks = True
        with_gold += bool(gold)
        clean += bool(gold) and not leaks
        for start, end, kind in findings:
            row = rows.setdefault(kind, Row())
            total, right = letters.within(start, end), known.within(start, end)
            row.found += 1
            row.over += total - right
            row.right += 2 * right >= total if total else known.sums[end] > known.sums[start]
    figures = {}
    for kind, row in sorted(rows.items()):
        if annotated and kind not in annotated:
            continue
        share = lambda part, whole: round(part / whole, 4) if whole else None
        figures[kind] = {"gold": row.gold, "masked": share(row.masked, row.gold), "typed": share(row.typed, row.gold),
                         "found": row.found, "prec": share(row.right, row.found),
                         "over": round(row.over / max(outside, 1), 5)}
    return {"types": figures, "overmasked": round(outside_hit / max(outside, 1), 5),
            "clean": round(clean / with_gold, 4) if with_gold else None, "documents": len(documents)}


def bound(text):
    name, value = text.split("=")
    kind, _, figure = name.rpartition(":")
    return kind, figure, float(value)


def broken(result, low, high):
    for kind, figure, value in [*low, *high]:
        got = result["types"].get(kind, {}).get(figure) if kind else result.get(figure)
        if got is not None and ((kind, figure, value) in low and got < value or (kind, figure, value) in high and got > value):
            yield f"{kind + ' ' if kind else ''}{figure} is {got}, the bound is {value}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--command", default="build/release/maske", help="the program")
    parser.add_argument("--min", type=bound, action="append", default=[], metavar="TYPE:FIGURE=VALUE")
    parser.add_argument("--max", type=bound, action="append", default=[], metavar="TYPE:FIGURE=VALUE")
    parser.add_argument("--json", action="store_true", help="one JSON object a file instead of a table")
    options = parser.parse_args()
    columns = ("gold", "masked", "typed", "found", "prec", "over")
    failed = False
    for path in options.gold:
        documents = read_lines(path)
        result = evaluate(documents, detect(options.command, documents))
        name = os.path.basename(path)
        if options.json:
            print(json.dumps({"file": name, **result}))
        else:
            print(f"{name}\n  {'':18}" + "".join(f"{c:>9}" for c in columns))
            for kind, figures in result["types"].items():
                print(f"  {kind:18}" + "".join(f"{'-' if figures[c] is None else figures[c]:>9}" for c in columns))
            print(f"  overmasked {result['overmasked']}, clean {result['clean']}, documents {result['documents']}")
        for complaint in broken(result, options.min, options.max):
            print(f"  {name}: {complaint}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
